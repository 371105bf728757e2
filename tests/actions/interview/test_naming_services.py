"""Who works with the family, as it is answered in a few words."""

import pytest

from tests.actions.interview.talk import Talk, agreed

STORY = "Yusuf has been excluded twice this term and his dad has been out of work since March."


def asked() -> Talk:
    talk = agreed()
    talk.tell(STORY)
    while talk.asked != "agencies":
        talk.say("skip")
    return talk


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("just Tarn Valley Homes as far as I know", ["Tarn Valley Homes"]),
        ("Mill Hill", ["Mill Hill"]),
        ("it's just Hopeway", ["Hopeway"]),
        ("only the Larkfield Trust I think", ["Larkfield Trust"]),
        ("not many, only Hopeway at the moment", ["Hopeway"]),
        ("I'm not sure, maybe Hopeway", ["Hopeway"]),
        ("Alderfield Youth Club", ["Alderfield Youth Club"]),
        ("just the school", ["School"]),
        ("None apart from Tarn Valley Homes", ["Tarn Valley Homes"]),
        ("larkfield surgery", ["Larkfield surgery"]),
        (
            "Kent Fire and Rescue Service, the youth justice team",
            ["Kent Fire and Rescue Service", "Youth justice team"],
        ),
        ("nobody else", []),
    ],
)
def test_the_only_service_is_understood_and_keeps_its_name(said: str, services: list[str]) -> None:
    talk = asked()
    assert talk.tell(said) != "agencies"
    assert talk.content["agencies"] == services


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("Only us", ["Knole School"]),
        ("nobody but us", ["Knole School"]),
        ("ourselves and CAMHS", ["Knole School", "CAMHS"]),
        ("us and Hopeway", ["Knole School", "Hopeway"]),
        ("just us at the moment", ["Knole School"]),
        ("there is us, and the school nurse", ["Knole School", "School nurse"]),
        ("CAMHS, they help us a lot", ["CAMHS"]),
    ],
)
def test_us_stands_for_the_agency_of_who_speaks(said: str, services: list[str]) -> None:
    talk = asked()
    assert talk.tell(said) != "agencies"
    assert talk.content["agencies"] == services


def test_in_a_family_us_is_no_service() -> None:
    talk = agreed("family", nominator={"kind": "family", "name": "Sam Ost", "role": "dad", "agency": None})
    talk.tell("My son was excluded twice this term and I have been out of work since March.")
    while talk.asked != "agencies":
        talk.say("skip")
    assert talk.tell("only us") != "agencies"
    assert talk.content["agencies"] == []


def test_a_service_is_counted_once_by_its_fuller_name() -> None:
    talk = agreed()
    talk.tell("The school and the GP are both involved with the family and he was excluded twice this term.")
    talk.tell("Sorry, Tarn Vale Surgery and Tarnbrook School are involved")
    assert sorted(talk.content["agencies"]) == ["Tarn Vale Surgery", "Tarnbrook School"]
