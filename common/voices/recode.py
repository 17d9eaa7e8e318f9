"""Write a recording anew: run as a process of its own, `python -m common.voices.recode FOLDER MOST_SECONDS`.

Reads `in` of the folder; writes `out.webm` (Opus) and `out.mp3`, both mono and without any tag, and prints the seconds.
The kind of file is told from its first bytes and the decoder is chosen by us; it gets an open file and no name, so
that nothing else is opened or fetched.
"""

import resource
import sys
from pathlib import Path
from typing import Any

import av

MEGABYTE = 2**20
LIMITS = {resource.RLIMIT_AS: 1024 * MEGABYTE, resource.RLIMIT_CPU: 45, resource.RLIMIT_FSIZE: 32 * MEGABYTE}
RATE = 48_000
COPIES = {"out.webm": ("webm", "libopus", 24_000), "out.mp3": ("mp3", "libmp3lame", 48_000)}
NO_RECORDING, TOO_LONG = 3, 4
"""How the process ends when the file is refused."""


def kind_of(head: bytes) -> str | None:
    """The demuxer for a file that begins like this; None for what is no recording that we read."""
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "matroska"
    if head.startswith(b"OggS"):
        return "ogg"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return "wav"
    if head.startswith(b"#!AMR"):
        return "amr"
    if head[4:8] == b"ftyp":
        return "mp4"
    return _kind_of_frames(head)


def _kind_of_frames(head: bytes) -> str | None:
    """MP3 and AAC begin with the mark of a frame; MP3 also with a tag."""
    if head.startswith(b"ID3"):
        return "mp3"
    if len(head) < 2 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    return "aac" if head[1] & 0xF6 == 0xF0 else "mp3"


def recode(folder: Path, most_seconds: int) -> float:
    """Write both copies and return the seconds. Raises SystemExit with NO_RECORDING or TOO_LONG."""
    outs = {name: av.open(str(folder / name), "w", format=form) for name, (form, _, _) in COPIES.items()}
    streams = {name: _stream(out, *COPIES[name][1:]) for name, out in outs.items()}
    samples = 0
    with (folder / "in").open("rb") as source:
        for frame in _frames(source):
            samples += frame.samples
            if samples > most_seconds * RATE:
                sys.exit(TOO_LONG)
            frame.pts = None
            _write(outs, streams, frame)
    _write(outs, streams, None)
    for out in outs.values():
        out.close()
    return samples / RATE


def _frames(source: Any) -> Any:
    """The sound of an open file, mono and at our rate, piece by piece."""
    kind = kind_of(source.read(16))
    if kind is None:
        sys.exit(NO_RECORDING)
    source.seek(0)
    with av.open(source, format=kind) as container:
        if not container.streams.audio:
            sys.exit(NO_RECORDING)
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        for frame in container.decode(container.streams.audio[0]):
            yield from resampler.resample(frame)
        yield from resampler.resample(None)


def _stream(out: Any, codec: str, bit_rate: int) -> Any:
    stream = out.add_stream(codec, rate=RATE, layout="mono")
    stream.bit_rate = bit_rate
    return stream


def _write(outs: dict[str, Any], streams: dict[str, Any], frame: Any) -> None:
    for name, stream in streams.items():
        outs[name].mux(stream.encode(frame))


if __name__ == "__main__":
    for limit, most in LIMITS.items():
        resource.setrlimit(limit, (most, most))
    print(recode(Path(sys.argv[1]), int(sys.argv[2])))  # noqa: T201 - the caller reads it
