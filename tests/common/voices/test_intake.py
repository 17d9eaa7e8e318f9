"""Recordings are decoded and written anew; what is none, is too long or too short is refused in plain words."""

import io
import wave

import av
import pytest

from common.voices import intake
from common.voices.intake import VoiceRefused, let_in_voice
from common.voices.recode import kind_of
from tests.factories import photo_file, voice_file


def silence(seconds: float, rate: int = 8000) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(rate)
        sound.writeframes(b"\x80" * int(seconds * rate))
    return file.getvalue()


@pytest.mark.parametrize("ending", [".mp3", ".webm"])
def test_a_real_recording_is_written_anew_in_both_forms(ending):
    recording = let_in_voice(voice_file(ending))
    assert recording.seconds == 28
    for content, codec in ((recording.opus, "opus"), (recording.compatible, "mp3float")):
        with av.open(io.BytesIO(content)) as sound:
            stream = sound.streams.audio[0]
            assert (stream.codec_context.name.removeprefix("lib"), stream.channels) == (codec, 1)
            assert set(sound.metadata) <= {"encoder", "ENCODER"}


def test_what_is_left_of_a_broken_off_recording_is_kept():
    whole = voice_file(".webm").read()
    assert 12 <= let_in_voice(io.BytesIO(whole[: len(whole) // 2])).seconds <= 16


@pytest.mark.parametrize(
    "content",
    [b"", b"xin chao " * 50, photo_file().read(), voice_file(".webm").read()[:200], b"PK\x03\x04" + b"\0" * 500],
    ids=["nothing", "text", "picture", "head alone", "zip"],
)
def test_what_is_no_recording_is_refused(content):
    with pytest.raises(VoiceRefused, match="không phải bản ghi âm"):
        let_in_voice(io.BytesIO(content))


def test_what_is_too_long_is_refused_however_small_the_file(monkeypatch):
    monkeypatch.setattr(intake, "MAX_SECONDS", 60)
    small = silence(3600, rate=1000)
    assert len(small) < 4 * 2**20
    with pytest.raises(VoiceRefused, match="dài quá"):
        let_in_voice(io.BytesIO(small))


def test_what_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(intake, "PATIENCE_SECONDS", 0.001)
    with pytest.raises(VoiceRefused, match="hỏng"):
        let_in_voice(voice_file())


def test_too_short_and_too_heavy(monkeypatch):
    with pytest.raises(VoiceRefused, match="ngắn quá"):
        let_in_voice(io.BytesIO(silence(0.3)))
    monkeypatch.setattr(intake, "MAX_BYTES", 1000)
    with pytest.raises(VoiceRefused, match="nặng quá"):
        let_in_voice(voice_file())


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x1a\x45\xdf\xa3", "matroska"),
        (b"OggS", "ogg"),
        (b"RIFF....WAVE", "wav"),
        (b"RIFF....AVI ", None),
        (b"....ftypM4A ", "mp4"),
        (b"#!AMR\n", "amr"),
        (b"ID3", "mp3"),
        (b"\xff\xfb", "mp3"),
        (b"\xff\xf1", "aac"),
        (b"\xff\xd8\xff", None),
        (b"#EXTM3U\nfile:///etc/passwd", None),
    ],
)
def test_the_kind_is_told_from_the_first_bytes(head, kind):
    assert kind_of(head) == kind
