"""Words that only look like a need: ordinary talk of a home, a family, work and a visit states none."""

import pytest

from nlu.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "They rent a two-bed house near the station",
        "It's a one-bed flat on the third floor",
        "my niece lives with me since her mum died",
        "The two grandsons living with us after their dad left",
    ],
)
def test_an_ordinary_home_is_no_lost_home(reader: Reader, text: str) -> None:
    assert "housing" not in reader.read(text).needs


def test_a_lost_home_is_still_heard(reader: Reader) -> None:
    without_their_own = reader.read("we've been living with my sister since the fire").needs
    assert without_their_own in ({"housing": "asserted"}, {"housing": "uncertain"}), "told, or at least asked about"
    assert reader.read("four of us are in a one-bed flat, it's too small").needs == {"housing": "asserted"}


@pytest.mark.parametrize(
    "text",
    [
        "I do nights at the bakery so don't tell me I don't work",
        "I clean offices every morning so dont say that nobody works here",
    ],
)
def test_what_somebody_does_not_want_said_is_not_so(reader: Reader, text: str) -> None:
    assert reader.read(text).needs == {"worklessness": "negated"}


def test_not_telling_others_denies_nothing(reader: Reader) -> None:
    assert reader.read("don't tell anyone but mum drinks every day").needs == {"substance_misuse": "asserted"}


@pytest.mark.parametrize(
    "text", ["nobody. youth justice visited once", "camhs came round twice", "oh health visitor came once"]
)
def test_a_services_visit_states_nothing_of_needs(reader: Reader, text: str) -> None:
    assert reader.read(text).mentions == ()


def test_the_polices_visit_states_something(reader: Reader) -> None:
    assert reader.read("police came out twice").needs == {"crime_asb": "asserted"}


def test_not_having_had_work_is_no_drug_that_was_given_up(reader: Reader) -> None:
    assert reader.read("he has not had any work since June").needs == {"worklessness": "asserted"}


def test_bored_is_no_illness(reader: Reader) -> None:
    assert reader.read("she's bored to tears").mentions == ()


def test_a_partners_age_says_nothing(reader: Reader) -> None:
    assert reader.read("My partner Lee is 36 and her brother's partner is aged 41").mentions == ()


def test_a_screening_that_was_fine_denies(reader: Reader) -> None:
    read = reader.read("I checked her for depression twice and both times it was fine.")
    assert read.needs == {"mental_health": "negated"}
