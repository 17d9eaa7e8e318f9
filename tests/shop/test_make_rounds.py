"""What becomes due by itself is looked after, each part for itself."""

from datetime import datetime

import pytest
from django.core.management import CommandError, call_command

called: list[datetime] = []


def count_moments(*, at: datetime) -> int:
    called.append(at)
    return len(called)


def fail(*, at: datetime) -> int:
    raise RuntimeError


@pytest.fixture(autouse=True)
def _forget():
    called.clear()


def test_every_part_is_called_with_the_moment(settings, capsys):
    settings.ROUNDS = [f"{__name__}.count_moments"] * 2
    call_command("make_rounds", "--once")
    assert len(called) == 2
    assert capsys.readouterr().out.splitlines() == [f"{__name__}.count_moments: 1", f"{__name__}.count_moments: 2"]


def test_a_part_that_fails_keeps_no_other_from_its_turn(settings):
    settings.ROUNDS = [f"{__name__}.fail", f"{__name__}.count_moments"]
    with pytest.raises(CommandError):
        call_command("make_rounds", "--once")
    assert len(called) == 1
