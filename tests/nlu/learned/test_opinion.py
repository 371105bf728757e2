"""Danger in voices that no list foresaw, ordinary talk that stays ordinary, and a reader that works without a model."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from nlu.learned import opinion
from nlu.learned.features import features_of
from nlu.learned.model import MODEL_FILE, Model, train
from nlu.learned.texts import QUESTIONS, load_texts, training_files
from nlu.plain import to_plain
from nlu.reader import Reader


@pytest.fixture
def untrained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr(opinion, "MODEL_FILE", tmp_path / "opinion.npz")
    opinion.trained_model.cache_clear()
    yield
    opinion.trained_model.cache_clear()


@pytest.mark.parametrize(
    "text",
    [
        "he has my sister pressed on the floor and she cant breathe proper",
        "i swallowed all of nans tablets and now im sleepy",
        "He says tonight is the night and he has the petrol ready",
    ],
)
def test_danger_in_other_words(reader: Reader, text: str) -> None:
    safety = reader.read(text).safety
    assert safety.level == "immediate"
    assert all(words in text for words in safety.words)


@pytest.mark.parametrize(
    "text",
    [
        "My exam is killing me",
        "Attendance is 64% and mum is looking for work",
        "Please ring after four, we live at the top of the hill",
        "He loves football and wants to join the scouts",
    ],
)
def test_ordinary_talk_goes_on(reader: Reader, text: str) -> None:
    assert reader.read(text).safety.level != "immediate"


ORDINARY = (
    "Thanks for ringing. The eldest is doing well at college. The twins like their new teacher.",
    "The boiler is fixed. We need a bit of help with the rent. My mum comes on Fridays.",
    "The youngest starts nursery in spring. I work mornings.",
)


def test_one_dangerous_sentence_in_a_long_story(reader: Reader) -> None:
    danger = "He is banging on the door right now with a hammer and says he will kill us."
    assert reader.read(" ".join([*ORDINARY, danger])).safety.level == "immediate"
    assert reader.read(" ".join([danger, *ORDINARY])).safety.level == "immediate"


def test_a_long_ordinary_story_is_not_danger(reader: Reader) -> None:
    assert reader.read(" ".join(ORDINARY)).safety.level == "none"


def test_without_a_model_the_lexicons_read_alone_and_say_so_once(untrained: None) -> None:
    with capture_logs() as logs:
        reader = Reader(today=date(2026, 11, 22))
        assert reader.read("hes got a knife and hes coming round").safety.level == "immediate"
        reader.read("The twins like their new teacher")
    assert [entry["log_level"] for entry in logs] == ["warning"]


def test_training_twice_gives_the_same_model() -> None:
    texts = load_texts(training_files())[::8]
    blocks = [features_of(to_plain(text.text).text) for text in texts]
    first, second = (train(texts, blocks, QUESTIONS) for _ in range(2))
    assert (first.weights == second.weights).all()
    assert list(first.vocabulary) == list(second.vocabulary)


def test_nothing_kept_aside_is_learned_from() -> None:
    assert training_files()
    assert not [file.name for file in training_files() if "held" in file.name]


def test_the_model_holds_no_whole_message() -> None:
    model = Model.load(MODEL_FILE)
    assert max(len(feature.split()) for feature in model.vocabulary) <= 3
