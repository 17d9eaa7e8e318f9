"""Codes to read aloud and links that nobody guesses."""

import re

import pytest

from common.codes import READABLE, random_code, unguessable_token


def test_the_alphabet_has_no_look_alikes():
    assert set(READABLE).isdisjoint("01IOLZSB9")
    assert len(set(READABLE)) == len(READABLE) == 27


@pytest.mark.parametrize("length", [1, 6, 40])
def test_a_code_has_its_length_and_letters(length):
    code = random_code(length)
    assert len(code) == length
    assert set(code) <= set(READABLE)


def test_a_code_may_have_another_alphabet():
    assert set(random_code(200, "AB")) == {"A", "B"}


def test_codes_differ_and_use_the_whole_alphabet():
    codes = [random_code(6) for _ in range(2_000)]
    assert len(set(codes)) > 1_995
    assert set("".join(codes)) == set(READABLE)


def test_a_token_holds_192_bits_and_suits_an_address():
    tokens = {unguessable_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{32}", token) for token in tokens)
