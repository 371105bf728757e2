"""The note on how a family is reached holds what tells how, and each sentence whole."""

import pytest

from nlu.reader import Reader


def note(reader: Reader, text: str) -> str | None:
    return next((contact.value for contact in reader.read(text).contacts if contact.kind == "note"), None)


@pytest.mark.parametrize(
    "said",
    [
        "Her ex has had no contact with the boys since March",
        "The court told him not to contact her",
        "She gave her consent by phone after she had read the leaflet with me",
        "School rang twice but got no answer",
        "The police visit after school most weeks",
        "No contact with dad since 2021",
        "We write to his father every term",
        "He is not safe at home after school",
    ],
)
def test_what_happened_is_no_note(reader: Reader, said: str) -> None:
    assert note(reader, f"{said}. Ring her on 07700 900123 between ten and two. Otto is 9.") == (
        "Ring her on 07700 900123 between ten and two"
    )
    assert note(reader, f"{said}.") is None


@pytest.mark.parametrize(
    "said",
    [
        "He reads her texts",
        "Her phone is checked by her partner",
        "She does not want to be contacted at work",
        "Don't tell her husband that I wrote",
        "Please do not send letters home",
        "Ask for Jo if a man answers",
        "It is safe to ring while he is at work",
        "She can be rung at her sister's",
        "Text only please",
        "Nothing by post",
        "Leave a message with Nan",
        "Mornings are best",
    ],
)
def test_a_warning_is_kept_whole(reader: Reader, said: str) -> None:
    assert note(reader, f"Otto was excluded in May. {said}. Mum works on Mondays.") == said


def test_a_number_stays_in_its_sentence(reader: Reader) -> None:
    assert note(reader, "text mum on 07700900123, not before ten") == "text mum on 07700 900123, not before ten"
    assert note(reader, "only write to ann@example.org, he opens the post") == (
        "only write to ann@example.org, he opens the post"
    )


def test_of_a_story_without_a_full_stop_only_what_is_about_contact_is_kept(reader: Reader) -> None:
    story = (
        "Ada is 34 and her son Otto who is 9 has been excluded twice this term, nobody at home has worked since March, "
        "ring her on 07700 900123 after three, not when he is in"
    )
    assert note(reader, story) == "ring her on 07700 900123 after three, not when he is in"
