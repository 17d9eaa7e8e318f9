"""Let a recording in: what was uploaded is decoded and written anew by a process of its own, with limits."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from common.pictures.intake import MAX_BYTES
from common.voices.recode import TOO_LONG

MAX_SECONDS = 15 * 60
PATIENCE_SECONDS = 50
SHORTEST_SECONDS = 1.0

NO_RECORDING = "Tệp này không phải bản ghi âm MP3, M4A, OGG, WebM hay WAV, hoặc đã hỏng."
TOO_SHORT = "Bản ghi âm ngắn quá, chưa đầy một giây; xin ghi lại."
TOO_HEAVY = f"Bản ghi âm nặng quá; xin chọn bản dưới {MAX_BYTES // 2**20} MB."
TOO_MANY_MINUTES = f"Bản ghi âm dài quá {MAX_SECONDS // 60} phút; xin cắt bớt."


class VoiceRefused(ValueError):  # noqa: N818
    """The recording cannot be let in; the message says why, in Vietnamese, for the person who chose it."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording written anew: WebM/Opus, a copy that old phones play, and how long it is."""

    opus: bytes
    compatible: bytes
    seconds: int


def let_in_voice(file: BinaryIO) -> Recording:
    """Re-encode an uploaded recording. Raises VoiceRefused for what is too big, too long, too short or no recording."""
    if file.seek(0, 2) > MAX_BYTES:
        raise VoiceRefused(TOO_HEAVY)
    file.seek(0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").write_bytes(file.read())
        seconds = _recoded(folder)
        if seconds < SHORTEST_SECONDS:
            raise VoiceRefused(TOO_SHORT)
        return Recording((folder / "out.webm").read_bytes(), (folder / "out.mp3").read_bytes(), round(seconds))


def _recoded(folder: Path) -> float:
    """Run the other process, which gets nothing of our environment; return how many seconds it wrote."""
    command = [sys.executable, "-m", "common.voices.recode", str(folder), str(MAX_SECONDS)]
    root = Path(__file__).resolve().parents[2]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, timeout=PATIENCE_SECONDS, check=False, env={})  # noqa: S603
    except subprocess.TimeoutExpired as slow:
        raise VoiceRefused(NO_RECORDING) from slow
    if done.returncode == TOO_LONG:
        raise VoiceRefused(TOO_MANY_MINUTES)
    if done.returncode:
        raise VoiceRefused(NO_RECORDING)
    return float(done.stdout)
