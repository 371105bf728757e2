"""What was learned of answers counts where no pattern knows the words, and doubts an agreement that is only guessed."""

from __future__ import annotations

from dataclasses import replace

from nlu.reading import Consent, Reading
from tests.actions.interview.talk import Talk, agreed
from tests.actions.interview.test_consent import at_consent


def learned(**meant: str) -> Reading:
    return Reading(meant=meant, model="learned")


def test_a_no_to_danger_in_unknown_words_goes_on() -> None:
    talk = Talk()
    talk.say("hello")
    assert talk.say("nil just now", learned(danger="no")) == "consent"


def test_a_learned_yes_to_danger_is_a_doubt_that_a_person_hears_of() -> None:
    talk = Talk()
    talk.say("hello")
    talk.say("it has kicked off again", learned(danger="yes"))
    assert talk.draft.danger == "unsure"
    assert talk.draft.wavered_by == 2


def test_an_agreement_in_unknown_words_is_one() -> None:
    talk = at_consent()
    talk.say("She was over the moon and told me to crack on", learned(consent_asked="given"))
    assert talk.draft.consent.state == "given"


def test_a_guess_is_asked_about_again_and_then_is_none() -> None:
    talk = at_consent()
    guess = "Mum would be glad of it, I'm sure"
    reading = replace(learned(consent_asked="not_yet"), consent=Consent("given", by="mum", words=guess))
    assert talk.say(guess, reading) == "consent"
    assert talk.draft.consent.state is None
    talk.say(guess, reading)
    assert talk.draft.consent.state == "not_yet"


def test_a_number_with_a_time_is_how_they_are_reached_and_puts_nothing_right() -> None:
    talk = agreed()
    talk.tell("He was excluded twice this term and nobody at home works.")
    talk.tell("Tracey Lunnon, 36, mum. Kyle Lunnon, 13. Mason Lunnon, 8.")
    talk.tell("52 Holly Rise, Sevenoaks TN13 1AB")
    assert talk.asked == "contact"
    assert talk.tell("Mum's mob 07700 900156, not before 10") != "contact"
    assert talk.draft.contact["phone"] == "07700 900156"
