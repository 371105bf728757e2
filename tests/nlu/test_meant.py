"""What an answer means to the questions that people answer in countless words; none of these was learned from."""

from __future__ import annotations

from nlu.reader import Reader

ANSWERS = (
    ("danger", "nil just now, they were all in good spirits at the gate", "no"),
    ("danger", "Gracious no. They are tucked up at their gran's.", "no"),
    ("danger", "can't swear to it either way", "unsure"),
    ("consent_asked", "She gave me the nod when I dropped the forms round on Tuesday.", "given"),
    ("consent_asked", "I put it to dad at parents' evening and he wasn't having any of it", "refused"),
    ("consent_asked", "Haven't had the chance to bring it up with her, I'm seeing her Friday.", "not_yet"),
    ("consent_own", "aye that's grand, put us down for it", "given"),
    ("consent_own", "I'd sooner you didn't, to be honest", "refused"),
    ("summary", "yep that's us to a tee, off you go", "send"),
    ("summary", "hang fire, the surname is spelt wrong", "wait"),
)


def test_most_answers_are_understood_in_words_that_no_pattern_knows_and_none_is_misunderstood(reader: Reader) -> None:
    """What is not plain is left open, and asked again."""
    read = {text: reader.read(text).meant.get(question) for question, text, _ in ANSWERS}
    misunderstood = {text: read[text] for _, text, meaning in ANSWERS if read[text] not in (meaning, None)}
    assert misunderstood == {}
    assert sum(read[text] == meaning for _, text, meaning in ANSWERS) >= 7


def test_a_story_answers_none_of_these_questions(reader: Reader) -> None:
    story = "He lost his job in May and the rent is behind. " * 8
    assert reader.read(story).meant == {}


def test_what_is_written_in_another_language_is_not_guessed_at(reader: Reader) -> None:
    assert reader.read("Nie, nikto nie je v nebezpečenstve, všetci sme v poriadku.").meant == {}
