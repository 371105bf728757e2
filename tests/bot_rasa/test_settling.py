"""A story is never taken for a question on the way; a wish to stop is never taken for a story."""

import pytest

from bot.rasa.settling import settle

QUESTIONS = [
    "ask_why",
    "ask_privacy",
    "ask_what_happens",
    "ask_who_decides",
    "help",
    "greet",
    "thanks",
    "abuse",
    "out_of_scope",
]


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


@pytest.mark.parametrize("wish", ["withdraw", "hand_over", "start_again"])
@pytest.mark.parametrize("status", ["negated", "uncertain", "historical"])
def test_a_need_that_is_denied_or_in_doubt_hides_no_wish(wish: str, status: str) -> None:
    """ "We have had second thoughts": what is read into it at times must not make it news of the family."""
    told = {"words": 10, "needs": {"mental_health": status}, "question": "address"}
    assert settle(wish, 0.95, told) == wish
    assert settle(wish, 0.95, told | {"correction": True}) == wish
    assert settle(wish, 0.6, told) == "inform"


@pytest.mark.parametrize(
    ("answer", "intent"), [("yes", "affirm"), ("no", "deny"), ("unsure", "unsure"), ("skip", "skip")]
)
def test_a_short_answer_is_what_the_reader_says(answer: str, intent: str) -> None:
    assert settle("help", 0.9, {"answer": answer}) == intent


@pytest.mark.parametrize("wish", ["hand_over", "pause", "resume", "withdraw"])
def test_a_plain_wish_that_begins_with_a_yes_or_no_is_heard_where_no_yes_is_asked_for(wish: str) -> None:
    assert settle(wish, 0.95, {"answer": "no", "question": "address", "words": 6}) == wish
    assert settle(wish, 0.6, {"answer": "no", "question": "address", "words": 6}) == "deny"


@pytest.mark.parametrize("question", ["danger", "consent", "summary", "clarify", None])
def test_a_yes_is_never_lost_where_one_is_asked_for(question: str | None) -> None:
    assert settle("resume", 0.99, {"answer": "yes", "question": question, "words": 5}) == "affirm"


@pytest.mark.parametrize("courtesy", ["greet", "thanks"])
def test_a_courtesy_hides_no_answer(courtesy: str) -> None:
    assert settle(courtesy, 0.99, {"question": "language", "fits": True, "words": 2}) == "inform"
    assert settle(courtesy, 0.99, {"question": "language", "fits": False, "words": 2}) == courtesy


def test_oops_may_be_a_wish_to_go_back() -> None:
    assert settle("go_back", 0.95, {"correction": True, "question": "contact", "words": 5}) == "go_back"
    assert settle("go_back", 0.95, {"correction": True, "question": "contact", "words": 20}) == "correct"


def test_a_press_outranks_everything_and_a_correction_a_story() -> None:
    assert settle("withdraw", 0.99, {"press": "answer", "needs": {"housing": "asserted"}}) == "answer"
    assert settle("inform", 0.99, {"correction": True, "needs": {"housing": "asserted"}}) == "correct"
