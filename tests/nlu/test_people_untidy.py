"""What must never be taken for a person, an address, an agency or consent, and what must not be lost."""

import pytest

from nlu.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "sorry it's TN13 not TN14",
        "I'm Anna Smith, headteacher at Knole Academy",
        "It's me, I'm the lead professional",
        "He has been excluded 3 times, 5 days each, and attendance is 54%",
        "Mum agreed on Monday and dad agreed too",
        "rent arrears 900, attendance 60, exclusions 3",
        "My ex comes round 2 or 3 times a week",
        "They have lived at number 12 for 6 years with a dog called Max",
    ],
)
def test_nobody_is_made_up(reader: Reader, text: str) -> None:
    assert reader.read(text).people == ()


def test_a_surname_is_given_to_children_only_where_it_was_said(reader: Reader) -> None:
    told = reader.read("the Marsh family: Kelly, 34, Jayden, 14").people
    not_told = reader.read("Mum Kelly Marsh 34, Jayden 14").people
    assert [p.name for p in told] == ["Kelly Marsh", "Jayden Marsh"]
    assert [p.name for p in not_told] == ["Kelly Marsh", "Jayden"]


def test_a_child_who_is_withdrawn_withdraws_no_consent(reader: Reader) -> None:
    assert reader.read("He is withdrawn and anxious at school").consent is None
    assert reader.read("Mum withdrew Jayden from school in March").consent is None


def test_a_condition_of_consent_is_kept_in_its_words(reader: Reader) -> None:
    consent = reader.read("She is happy to go ahead. Mum agreed but only if dad isn't told. He is 14.").consent
    assert consent is not None
    assert (consent.state, consent.by) == ("given", "mum")
    assert "only if dad isn't told" in consent.words
    assert "He is 14" not in consent.words


@pytest.mark.parametrize(
    "text",
    [
        "Mum agreed to attend a parenting course",
        "Mum gave consent for the school trip",
        "She refused the offer of a place at the PRU",
        "Mum is happy with the school",
        "My mum agreed he could stay the night",
    ],
)
def test_agreeing_to_something_else_is_no_consent(reader: Reader, text: str) -> None:
    assert reader.read(text).consent is None


def test_what_makes_contact_safe_is_kept_and_never_taken_for_an_address(reader: Reader) -> None:
    reading = reader.read("Ring her on 07700 900123 but never after 5, he reads her texts")
    assert reading.address is None
    assert (reading.contacts[0].kind, reading.contacts[0].value) == ("phone", "07700 900123")
    assert "never after 5, he reads her texts" in reading.contacts[1].value


def test_the_newest_home_counts(reader: Reader) -> None:
    reading = reader.read(
        "was 12 Mill Road Maidstone ME15 6AB but we moved to 3 Hope Street Maidstone ME14 2TL in june"
    )
    assert (reading.address, reading.postcode) == ("3 Hope Street Maidstone", "ME14 2TL")


def test_an_agency_that_has_closed_is_not_involved(reader: Reader) -> None:
    assert reader.read("CAMHS closed the case in June. School nurse is still involved").agencies == ("School nurse",)
    assert reader.read("Golding Homes, Knole Academy and Look Ahead").agencies == (
        "Knole Academy",
        "Golding Homes",
        "Look Ahead",
    )


@pytest.mark.parametrize(
    ("said", "agencies"),
    [
        ("There is us, Hopewell Academy, and the youth justice team.", ("Hopewell Academy", "Youth offending")),
        ("Park Lane Primary School and the GP", ("Park Lane Primary School", "GP")),
        ("Knole Academy and St Mary's Primary School", ("Knole Academy", "St Mary's Primary School")),
        ("The School and the GP", ("School", "GP")),
        ("West Wold Housing and the job centre", ("West Wold Housing", "Jobcentre")),
        ("Alderfield Youth Club", ("Alderfield Youth Club",)),
        ("just Tarn Valley Homes as far as I know", ("Tarn Valley Homes",)),
        ("Only the Larkfield Trust at the moment", ("Larkfield Trust",)),
        (
            "Larkfield Trust, Mill Hill surgery, East Wold Homes",
            ("Mill Hill surgery", "Larkfield Trust", "East Wold Homes"),
        ),
        ("the GP surgery at Mill Hill and Kent Police", ("GP surgery at Mill Hill", "Kent Police")),
        ("just the school, Tarnbrook High", ("Tarnbrook High",)),
        ("Kent Drug and Alcohol Service and probation", ("Kent Drug and Alcohol Service", "Probation")),
        ("larkfield homes", ("larkfield homes",)),
        ("Refuge and the school", ("Refuge", "School")),
        ("Caring for Children, Tarnbrook School, CAMHS", ("Tarnbrook School", "CAMHS", "Caring for Children")),
        ("none apart from Tarn Valley Homes", ("Tarn Valley Homes",)),
        ("Tyler's school and mum's GP", ("School", "GP")),
        ("our local youth club", ("Youth service",)),
        ("i think the church", ("Voluntary sector",)),
        ("not Tarn Valley Homes, just CAMHS", ("CAMHS",)),
    ],
)
def test_an_agency_keeps_the_name_it_goes_by(reader: Reader, said: str, agencies: tuple[str, ...]) -> None:
    assert reader.read(said).agencies == agencies


@pytest.mark.parametrize(
    ("text", "household"),
    [
        ("Re: Mrs Ida Crane, aged 39, and her son Abe, aged 14", [("Ida Crane", 39), ("Abe", 14)]),
        (
            "Ida Crane 39, Abe 14. In the house I met nobody else; there is the housing association, West Vale Homes.",
            [("Ida Crane", 39), ("Abe", 14)],
        ),
        ("Ida Crane 39, Abe 14. The household has a social worker, Jo Hill.", [("Ida Crane", 39), ("Abe", 14)]),
        ("Ida Crane, 39, and Abe, 14. The ex-partner, Bob, left in May.", [("Ida Crane", 39), ("Abe", 14)]),
        ("The Crane family: Ida Cranova, 39, Abe, 14. Ida is at home.", [("Ida Cranova", 39), ("Abe Crane", 14)]),
        # and nobody is lost
        ("the tenant is Gwen Loxley, she is 31. two children, 7 and 10", [("Gwen Loxley", 31), (None, 7), (None, 10)]),
        ("Jo Trust 34, Al Homes 4", [("Jo Trust", 34), ("Al Homes", 4)]),
    ],
)
def test_headings_organisations_and_who_works_or_has_left_are_nobody_of_the_family(
    reader: Reader, text: str, household: list[tuple[str | None, int | None]]
) -> None:
    assert [(person.name, person.age) for person in reader.read(text).people] == household


def test_where_somebody_works_is_no_childs_school(reader: Reader) -> None:
    people = reader.read("Ida Crane is 39, Abe Crane is 14. I am a doctor at Long Lane Surgery.").people
    assert [person.school for person in people] == [None, None]


@pytest.mark.parametrize(
    ("text", "names", "address", "postcode"),
    [
        ("Jasmine Cole 34, Abe Cole 10, Richmond, TW10 6AA", ["Jasmine Cole", "Abe Cole"], None, "TW10 6AA"),
        ("Ida 39, Abe 14, ME15 9YY", ["Ida", "Abe"], None, "ME15 9YY"),
        ("Ida 39, Abe 14, Flat 2, 5 Oak Road, Kew, TW9 2AA", ["Ida", "Abe"], "Flat 2, 5 Oak Road, Kew", "TW9 2AA"),
        ("Our home is 77 Vale Dene, Kew TW9 2AA", [], "77 Vale Dene, Kew", "TW9 2AA"),
        ("Kelly Crane, 12 Oak Road, Otford TN14 5AA", [], "12 Oak Road, Otford", "TN14 5AA"),
    ],
)
def test_people_before_a_postcode_are_no_address_and_a_town_is_nobody(
    reader: Reader, text: str, names: list[str], address: str | None, postcode: str
) -> None:
    reading = reader.read(text)
    assert [person.name for person in reading.people] == names
    assert (reading.address, reading.postcode) == (address, postcode)


def test_a_baby_whose_name_follows_is_one(reader: Reader) -> None:
    people = reader.read("Mum is Ida Crane, 29. There are three children: Ned 8, Eve 5, and a baby, Abe.").people
    assert [(person.name, person.relation) for person in people][1:] == [
        ("Ned", "child"),
        ("Eve", "child"),
        ("Abe", "baby"),
    ]
