"""A family reads what is asked, and answers, in its own language; whoever reads the answer knows that it did."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from backend.threads.languages import languages
from backend.web.agree_words import AgreeWords
from tests.backend.consent.test_links import WAITING, YES, Family, link, waiting
from tests.backend.threads.talking import signed_in

CODES = sorted(languages())


def shape(words: Any) -> Any:
    """The keys of words, and how many lines there are."""
    if isinstance(words, dict):
        return {key: shape(value) for key, value in words.items()}
    return len(words) if isinstance(words, list) else type(words)


@pytest.mark.parametrize("code", CODES)
def test_every_word_of_it_is_there(code: str) -> None:
    english, own = AgreeWords.of(None).say, languages()[code].agree
    assert shape(own) == {key: each for key, each in shape(english).items() if key not in ("choose", "english")}
    assert all(line.strip() for line in yaml.safe_dump(own, allow_unicode=True).splitlines())
    for part in ("lead", "ends"):
        assert own[part].format(programme="X", until="Y") != own[part]
    assert "999" in own["danger"]


def test_each_answer_has_its_words(origin: str) -> None:
    page = Family(origin).opens(link(waiting(origin))).text
    labels = [
        label.strip() for label in re.findall(r'<label class="govuk-label govuk-radios__label"[^>]*>([^<]*)', page)
    ]
    assert labels[:4] == ["Yes, I agree", "No", "Yes", "No"]


@pytest.mark.parametrize("code", CODES)
def test_it_is_read_and_answered_in_a_language_and_says_that_nobody_has_checked_it(origin: str, code: str) -> None:
    talk = waiting(origin)
    path, family, words = link(talk), Family(origin), languages()[code].agree
    assert f'href="{path}?lang={code}"' in family.opens(path).text
    page = family.opens(f"{path}?lang={code}").text
    for said in (words["title"], words["agree_yes"], words["danger"], words["unchecked"], words["name"]):
        assert said in page
    assert f'<html lang="{code}"' in page
    assert "We may ask school" not in page
    wrong = family.answers(path, {"lang": code, "answer": "yes"})
    assert words["wrong"]["name"] in wrong.text
    assert words["problem"] in wrong.text
    answered = family.answers(path, YES | {"lang": code})
    assert answered.headers["location"] == f"/agreed?said=yes&lang={code}"
    done = family.opens(answered.headers["location"]).text
    assert words["done"]["yes"]["title"] in done
    assert words["back"]["title"] in family.opens(f"{path}?lang={code}").text


def test_the_coordinator_sees_in_which_words_the_family_agreed_and_that_an_interpreter_is_needed(origin: str) -> None:
    talk = waiting(origin)
    Family(origin).answers(link(talk), YES | {"lang": "pl"})
    talk.put(WAITING | {"consent": {"state": "given", "events": []}}).raise_for_status()
    reference = talk.submit().raise_for_status().json()["reference"]
    read = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()
    assert {event["wording_version"].partition("+")[2] for event in read["consent"]["events"]} == {"pl-unreviewed"}
    assert (read["written_in"], read["interpreter"]) == (["pl"], "Polish")
    assert "Polish" not in signed_in(origin, "nominator").get(f"/api/nominations/{reference}").text


def test_a_language_that_nobody_has_words_for_is_english(origin: str) -> None:
    path = link(waiting(origin))
    assert "Do you agree?" in Family(origin).opens(f"{path}?lang=zz").text
