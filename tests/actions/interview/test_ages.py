"""A child's fact is a child's, whether its age was told before it or after it."""

from __future__ import annotations

from actions.interview.ages import child_s
from nlu.needs.lexicon import counterparts
from tests.actions.interview.talk import Talk, agreed


def codes(talk: Talk) -> set[tuple[str, str | None]]:
    return {(entry["code"], entry["person"]) for entry in talk.draft.indicators}


def test_the_table_is_the_readers() -> None:
    assert {adult: child_s(adult) for adult, _ in counterparts().values()} == dict(counterparts().values())
    assert all(child_s(child) == child for _, child in counterparts().values())


def test_ages_that_come_later_give_a_fact_to_the_child_it_was_told_of() -> None:
    talk = agreed()
    talk.tell("Priya has been arrested for shoplifting and Connor drinks most weekends. Nobody works.")
    assert ("adult_offence", "Priya") in codes(talk)

    talk.tell("Mum is Lorraine Abbott, 41, then Priya, 14, and Connor, 19")

    assert ("youth_offence", "Priya") in codes(talk)
    assert ("parent_substance_misuse", "Connor") in codes(talk)
    assert not {("adult_offence", "Priya"), ("child_substance_misuse", "Connor")} & codes(talk)


def test_a_date_of_birth_put_right_moves_the_fact_back() -> None:
    talk = agreed()
    talk.tell("Priya has been arrested for shoplifting. Nobody works.")
    talk.tell("Mum is Lorraine Abbott, 41, and Priya, 14")
    assert ("youth_offence", "Priya") in codes(talk)

    talk.tell("Sorry, Priya is 24, not 14")

    assert ("adult_offence", "Priya") in codes(talk)


def test_a_parents_fact_stays_with_the_parent_of_the_same_family() -> None:
    talk = agreed()
    talk.tell("Lorraine is depressed. Nobody works.")
    talk.tell("Lorraine Abbott, 41, and her daughter Priya, 14")

    assert ("parent_mental_health", "Lorraine") in codes(talk)
