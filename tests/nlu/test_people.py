"""Households, addresses, agencies, consent and short answers, as people write them."""

import pytest

from nlu.reader import Reader
from nlu.reading import Person, Reading


def test_a_household_in_one_line(reader: Reader) -> None:
    people = reader.read("Mum Kelly Marsh 34, Jayden Marsh (14, Year 9 at Knole Academy), Ellie, 6").people
    assert people == (
        Person("Kelly Marsh", 34, relation="mum"),
        Person("Jayden Marsh", 14, school="Knole Academy"),
        Person("Ellie", 6),
    )


def test_ages_without_names(reader: Reader) -> None:
    people = reader.read("me, my partner and our 3 kids aged 2, 5 and 9").people
    assert [(p.relation, p.age) for p in people] == [
        ("self", None),
        ("partner", None),
        ("child", 2),
        ("child", 5),
        ("child", 9),
    ]


@pytest.mark.parametrize(
    ("text", "household"),
    [
        (
            "Ida Crane, 39, lives there with her sons Abe, 14, and Ned, 11. Neither boy has been in trouble in the "
            "house. Both boys are well.",
            [("Ida Crane", 39), ("Abe", 14), ("Ned", 11)],
        ),
        (
            "Lou is 35. She lives with her partner Bob Moss, 38, and their twins Al and Cy Moss, both 5. She has not "
            "worked since the twins. The twins started in Reception. I saw both parents at home.",
            [("Lou", 35), ("Bob Moss", 38), ("Al", 5), ("Cy Moss", 5)],
        ),
        ("Mrs Ida Crane is 39, her son Abe is 14. I met Mrs Crane in the house.", [("Ida Crane", 39), ("Abe", 14)]),
        # an age is not that of somebody who was told to be of another
        (
            "Bob is 39, Eve Moss is 10 and Al Moss is 5. Eve has to get Al dressed, she is 10.",
            [("Bob", 39), ("Eve Moss", 10), ("Al Moss", 5)],
        ),
        # more than were named are more
        (
            "Ida, 39, has Abe, 14. Her three children live at home.",
            [("Ida", 39), ("Abe", 14), (None, None), (None, None)],
        ),
        # and another is another
        ("Mum Ida 39, Abe 14. There is also a baby.", [("Ida", 39), ("Abe", 14), (None, None)]),
    ],
)
def test_who_is_spoken_of_again_is_nobody_more(
    reader: Reader, text: str, household: list[tuple[str | None, int | None]]
) -> None:
    assert [(person.name, person.age) for person in reader.read(text).people] == household


def test_where_they_live_and_how_to_reach_them(reader: Reader) -> None:
    reading = reader.read("12 Oak Road, Sevenoaks tn132ab, ring 07700 900123")
    assert (reading.address, reading.postcode) == ("12 Oak Road, Sevenoaks", "TN13 2AB")
    assert [(c.kind, c.value) for c in reading.contacts] == [("phone", "07700 900123")]
    assert reading.people == ()


def test_agencies_in_a_list(reader: Reader) -> None:
    assert reader.read("School, CAMHS and the health visitor").agencies == ("School", "CAMHS", "Health visitor")
    assert reader.read("No one else is involved").no_agencies
    listed = reader.read("Norbiton Family Hub, the school and the youth offending team").agencies
    assert listed == ("Norbiton Family Hub", "School", "Youth offending")


@pytest.mark.parametrize(
    ("text", "state", "by"),
    [
        ("Mum agreed on Monday when I rang her", "given", "mum"),
        ("yes I agree", "given", "self"),
        ("Dad consents, mum has not been asked", "given", "dad"),
        ("She'd be fine with it", "not_yet", None),
        ("I'm sure she won't mind", "not_yet", None),
        ("She did not say no", "not_yet", None),
        ("haven't asked yet", "not_yet", None),
        ("she said no", "refused", None),
        ("Mum doesn't want it", "refused", "mum"),
    ],
)
def test_consent(reader: Reader, text: str, state: str, by: str | None) -> None:
    consent = reader.read(text).consent
    assert consent is not None
    assert (consent.state, consent.by) == (state, by)


def test_consent_keeps_who_asked_and_when(reader: Reader) -> None:
    consent = reader.read("Mum agreed on Monday when I rang her").consent
    assert consent is not None
    assert (consent.asked_by, consent.date) == ("nominator", "2026-11-16")


def test_consent_is_of_whoever_is_named_in_its_sentence(reader: Reader) -> None:
    text = "I see Mrs Wilhelmina Harbottle at my surgery. Mrs Harbottle agreed to it on Monday. Mr Cole was not there."
    consent = reader.read(text).consent
    assert consent is not None
    assert (consent.state, consent.by) == ("given", "Mrs Harbottle")


def test_not_wanting_school_is_no_refusal(reader: Reader) -> None:
    assert reader.read("He doesn't want to go to school").consent is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("no, nobody is in danger", "no"),
        ("Nope all safe at the moment", "no"),
        ("yes please", "yes"),
        ("I don't know", "unsure"),
        ("skip", "skip"),
        ("no school place since March", None),
    ],
)
def test_short_answers(reader: Reader, text: str, answer: str | None) -> None:
    assert reader.read(text).answer == answer


def test_set_questions(reader: Reader) -> None:
    assert reader.read("Yes there's a CAF in place").assessment_in_place is True
    assert reader.read("no CAF").assessment_in_place is False
    lead = reader.read("Lead professional is Anna Smith, school nurse").lead_professional
    assert lead is not None
    assert (lead.state, lead.name) == ("yes", "Anna Smith")
    myself = reader.read("I am the lead professional and did the assessment, which I did in June.").lead_professional
    assert myself is not None
    assert (myself.state, myself.name) == ("yes", None)
    assert reader.read("They speak Polish and need an interpreter").language == "Polish"
    assert reader.read("They speak English and Welsh and need no interpreter.").language == "English"
    assert reader.read("sorry I meant 15").correction


def test_words_point_into_the_message_as_written(reader: Reader) -> None:
    text = "His ATTENDENCE is 54% and theyve been evictd."
    mentions = reader.read(text).mentions
    assert {m.indicator for m in mentions} == {"persistent_absence", "eviction_or_homelessness"}
    assert all(text[m.start : m.end] == m.words for m in mentions)


def test_a_reading_travels_as_json(reader: Reader) -> None:
    reading = reader.read("Mum agreed. The lead professional is the school nurse. Call 07700 900123.")
    assert Reading.from_json(reading.to_json()) == reading


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ivo Marsh, 34, dad. Bea Marsh, 6, daughter.\n\nYours faithfully,\nP. Harwood", ["Ivo Marsh", "Bea Marsh"]),
        ("NOMINATION\nPrepared by H. Vance, Probation, 20 November 2026\n\nIvo Marsh, 34, dad.", ["Ivo Marsh"]),
        ("Bea Marsh, 6. There is a Mrs Dell in the school office who knows her.", ["Bea Marsh"]),
        ("Ivo 34 dad / Bea 9 daughter / Tam 6 son, all Marsh", ["Ivo Marsh", "Bea Marsh", "Tam Marsh"]),
    ],
)
def test_whoever_writes_or_is_met_elsewhere_is_nobody_of_the_household(
    reader: Reader, text: str, names: list[str]
) -> None:
    assert [person.name for person in reader.read(text).people] == names


def test_the_day_of_a_talk_is_no_date_of_birth(reader: Reader) -> None:
    (person,) = reader.read("Yes, I asked Tracey on 19/11/2026").people
    assert (person.date_of_birth, person.age) == (None, None)


@pytest.mark.parametrize("written", ["TW11 8MZ", "tw12 2jv"])
def test_a_postcode_with_a_slip_is_kept_for_a_person_to_see(reader: Reader, written: str) -> None:
    reading = reader.read(f"17 Waldegrave Yard, Teddington {written}")
    assert (reading.postcode or "").upper() == written.upper()


def test_a_time_after_a_room_is_no_postcode(reader: Reader) -> None:
    assert reader.read("We meet in B1 2pm, it is E1 3km from here").postcode is None


def test_signs_that_were_spelt_out_are_signs(reader: Reader) -> None:
    people = reader.read("Mrs Leila Haddad comma 36 full stop Son Sami Haddad comma 9 full stop").people
    assert [(person.name, person.age) for person in people] == [("Leila Haddad", 36), ("Sami Haddad", 9)]


def test_somebody_who_tells_their_age_after_their_name(reader: Reader) -> None:
    people = reader.read("Me, Doreen Apps, I'm 68. Tyler Apps who's 14 and Bethany Apps, she's 10.").people
    assert [(person.name, person.age) for person in people] == [
        ("Doreen Apps", 68),
        ("Tyler Apps", 14),
        ("Bethany Apps", 10),
    ]
