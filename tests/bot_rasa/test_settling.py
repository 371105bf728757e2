"""A story is never taken for a question on the way; a wish to stop is never taken for a story."""

import pytest

from bot.rasa.settling import settle

QUESTIONS = ["ask_privacy", "ask_what_happens", "ask_who_decides", "help", "greet", "thanks"]


@pytest.mark.parametrize("guess", [*QUESTIONS, "go_back", "ask_status", "add_information", "skip", "deny", None])
@pytest.mark.parametrize(
    "metadata", [{"needs": {"education": "asserted"}}, {"words": 13}, {"safety": "urgent"}, {"needs": {"x": "negated"}}]
)
def test_a_story_stays_a_story(guess: str | None, metadata: dict[str, object]) -> None:
    assert settle(guess, 0.99, metadata) == "inform"


@pytest.mark.parametrize("guess", QUESTIONS)
def test_a_short_question_is_answered(guess: str) -> None:
    assert settle(guess, 0.6, {"words": 12, "needs": {}, "safety": "none"}) == guess


@pytest.mark.parametrize("wish", ["withdraw", "hand_over"])
def test_a_long_wish_to_stop_or_for_a_person_is_heard_when_it_is_plain(wish: str) -> None:
    assert settle(wish, 0.95, {"words": 20}) == wish
    assert settle(wish, 0.95, {"words": 20, "safety": "urgent"}) == wish
    assert settle(wish, 0.6, {"words": 20}) == "inform"
    assert settle(wish, 0.95, {"words": 20, "needs": {"housing": "asserted"}}) == "inform"


@pytest.mark.parametrize(
    ("answer", "intent"), [("yes", "affirm"), ("no", "deny"), ("unsure", "unsure"), ("skip", "skip")]
)
def test_a_short_answer_is_what_the_reader_says(answer: str, intent: str) -> None:
    assert settle("help", 0.9, {"answer": answer}) == intent


def test_a_press_outranks_everything_and_a_correction_a_story() -> None:
    assert settle("withdraw", 0.99, {"press": "answer", "needs": {"housing": "asserted"}}) == "answer"
    assert settle("inform", 0.99, {"correction": True, "needs": {"housing": "asserted"}}) == "correct"
