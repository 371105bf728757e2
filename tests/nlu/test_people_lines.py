"""Answers to "who is in the family?" in many manners of writing: each person with name, age and relation."""

from datetime import date

import pytest

from nlu.people.household import read_household
from nlu.reader import Reader
from nlu.reading import Person
from tests.nlu.people_cases import load, told

TODAY = date(2026, 11, 22)


def test_lines_that_the_rules_were_written_for(reader: Reader) -> None:
    lines = told(reader, load("people-lines"))
    assert lines.recall >= 0.97
    assert lines.precision >= 0.97


def test_lines_that_were_put_aside_before_any_rule(reader: Reader) -> None:
    lines = told(reader, load("people-lines-apart"))
    assert lines.known / lines.there >= 0.95
    assert lines.recall >= 0.93
    assert lines.precision >= 0.93


def test_a_line_that_breaks_off_anywhere_is_read_so_far() -> None:
    for case in load("people-lines-apart"):
        text = case["text"]
        for end in range(1, len(text), 9):
            assert all(person.name != "" for person in read_household(text[:end], TODAY))
    assert [person.name for person in read_household("Mum Kelly 34, Jayden 14, El", TODAY)][:2] == ["Kelly", "Jayden"]


def test_a_line_as_professionals_jot_it_down(reader: Reader) -> None:
    assert reader.read("mum Sarah J (34), Jake 14 at Knole, twins aged 3").people == (
        Person("Sarah J", 34, relation="mum"),
        Person("Jake", 14, school="Knole"),
        Person(age=3, relation="child"),
        Person(age=3, relation="child"),
    )


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("nearly 4", 3),
        ("almost sixteen", 15),
        ("just turned 9", 9),
        ("7 months", 0),
        ("8 weeks old", 0),
        ("18 months", 1),
        ("2 yrs 3 mths", 2),
        ("two and a half", 2),
        ("16 going on 17", 16),
        ("thirty-four", 34),
        ("40ish", 40),
        ("14 in May", None),
        ("in his 40s", None),
    ],
)
def test_ages_as_they_are_said(reader: Reader, said: str, years: int | None) -> None:
    people = reader.read(f"Mum Ewa is 60, Robin is {said}").people
    assert [person.age for person in people if person.name == "Robin"] == [years]


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("mum Gail, mum's mum Sheila (70)", "grandmother"),
        ("my sister Kim, 9, and my half brother Sheila, 70", "half-brother"),
        ("Mum Jo 38; ex-partner Sheila 70", "ex-partner"),
        ("Great-aunt Sheila, 70, cares for Poppy, 11", "great-aunt"),
        ("Mum Jo 38, lodger Sheila 70", "lodger"),
        ("my foster mum Sheila is 70, I'm 13", "foster-mum"),
        ("Mum Jo, 38, with her friend Sheila, 70, who is staying", "friend"),
    ],
)
def test_relations_beyond_the_nearest(reader: Reader, line: str, relation: str) -> None:
    assert [p.relation for p in reader.read(line).people if p.name == "Sheila" and p.age == 70] == [relation]


@pytest.mark.parametrize(
    "line",
    [
        "Universal Credit stopped on Monday and Kent Police came out twice in March",
        "Jake has been at Knole since September and his attendance is 61",
        "The health visitor Carol Finch says mum is low",
        "Mum works 16 hours at Asda in Sevenoaks and Dad is on PIP",
        "Tonbridge Grammar offered a place in Year 7 for September 2026",
        "SGO to the aunt went through, she's the tenant, two extra beds needed",
        "He goes to the PRU. Taxi at 9, back by 1.",
        "She rang me, which took courage",
    ],
)
def test_a_story_makes_nobody_up(reader: Reader, line: str) -> None:
    assert reader.read(line).people == ()


def test_pets_and_professionals_are_not_family(reader: Reader) -> None:
    line = "Mum Stacey 36, Kyle 12, a staffie called Duke who's 5. Social worker Anne Porter, form tutor Mr Dale."
    assert [person.name for person in reader.read(line).people] == ["Stacey", "Kyle"]


def test_the_later_word_counts_and_a_namesake_is_another(reader: Reader) -> None:
    assert [(p.name, p.age) for p in reader.read("mum Jo 30, Lily 8 no sorry 9").people] == [("Jo", 30), ("Lily", 9)]
    assert [p.age for p in reader.read("John Farrow 44 and his son John Farrow 15").people] == [44, 15]


@pytest.mark.parametrize(
    "text",
    [
        "Mum Jo 30, Finn and Freya (twins, 9), Lee 4",
        "Mum Jo 30, Finn & Freya, twins, aged 9, Lee 4",
        "Mum Jo 30, Finn and Freya (twins) 9, Lee 4",
        "Finn (9) and Freya (9) twins; Lee 4; mum Jo 30",
    ],
)
def test_twins_who_were_named_share_an_age_and_nobody_is_added(reader: Reader, text: str) -> None:
    people = {person.name: (person.age, person.relation) for person in reader.read(text).people}
    assert people["Jo"] == (30, "mum")
    assert people["Finn"] == people["Freya"] == (9, "child")
    assert len(reader.read(text).people) == 4


@pytest.mark.parametrize(
    ("born", "iso", "years"),
    [
        ("dob 22/11/2012", "2012-11-22", 14),
        ("dob 23/11/2012", "2012-11-23", 13),
        ("born 3rd of June 2015", "2015-06-03", 11),
        ("d.o.b. 5.6.13", "2013-06-05", 13),
        ("DOB: 01-05-1979", "1979-05-01", 47),
        ("b. 29 Feb 2012", "2012-02-29", 14),
        ("born 1 Oct 2026", "2026-10-01", 0),
        ("dob 01-02-85", "1985-02-01", 41),
        ("dob: 2012-05-04", "2012-05-04", 14),
        ("D.O.B 4th May '12", "2012-05-04", 14),
        ("born May 4th, 2012", "2012-05-04", 14),
        ("4-May-2012", "2012-05-04", 14),
        ("4 May 2012", "2012-05-04", 14),
        ("dob 30/02/2012", None, None),
        ("dob 01/01/2027", "2027-01-01", None),
    ],
)
def test_a_date_of_birth_gives_the_age_of_that_day(reader: Reader, born: str, iso: str, years: int | None) -> None:
    robin = reader.read(f"Mum Ewa is 60, Robin ({born})").people[1]
    assert (robin.date_of_birth, robin.age) == (iso, years)


@pytest.mark.parametrize(
    "text",
    [
        "Nan Joyce 71 is bringing up Tyler (Year 9) and Ellis (reception)",
        "Tyler in Y9, Ellis (Y4), nan Joyce 71",
        "Tyler is in Year 9 and Ellis's in reception, nan is Joyce, 71",
        "Nan Joyce (71), Tyler (born 2013), Ellis (born in 2022)",
    ],
)
def test_a_year_at_school_or_of_birth_tells_of_somebody_without_an_age(reader: Reader, text: str) -> None:
    people = {person.name: (person.age, person.relation) for person in reader.read(text).people}
    assert people == {"Joyce": (71, "grandmother"), "Tyler": (None, None), "Ellis": (None, None)}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "DOB 17 Sept 2012 Kacper Nowak; DOB 2 Feb 1984 mother Iwona Nowak",
            [("Kacper Nowak", 14, None), ("Iwona Nowak", 42, "mum")],
        ),
        ("Jess's two, Riley 6 and Rosie 4, Jess is 25", [("Riley", 6, None), ("Rosie", 4, None), ("Jess", 25, None)]),
        ("mum stacey dad lee kids are mia 7", [("Stacey", None, "mum"), ("Lee", None, "dad"), ("Mia", 7, "child")]),
        (
            "me and the kids, im 34 theyre 12 and 7",
            [(None, 34, "self"), (None, 12, "child"), (None, 7, "child")],
        ),
        (
            "Dad Ivo 49, his wife Elaine (step-mum) 47, stepbrothers Max 12 and Zac 10",
            [
                ("Ivo", 49, "dad"),
                ("Elaine", 47, "step-mum"),
                ("Max", 12, "step-brother"),
                ("Zac", 10, "step-brother"),
            ],
        ),
        ("Kim40, Max (M12), Zoe (F9)", [("Kim", 40, None), ("Max", 12, None), ("Zoe", 9, None)]),
        ("Kim 40, Ava and Ivy are 6 year old twins", [("Kim", 40, None), ("Ava", 6, "child"), ("Ivy", 6, "child")]),
        ("triplets Ava, Ivy and Eve, 6", [("Ava", 6, "child"), ("Ivy", 6, "child"), ("Eve", 6, "child")]),
        ("I am Zoe's gran, Jean, 68. Zoe is 15", [("Jean", 68, "self"), ("Zoe", 15, None)]),
        ("Kiran (Year 10) 14, mum Harjit 43", [("Kiran", 14, None), ("Harjit", 43, "mum")]),
        ("Mia 4 May 2012; mum Cara 1 Feb 1985", [("Mia", 14, None), ("Cara", 41, "mum")]),
        ("Ruth Carr - mum - 36, Esther Carr - 9 - Lady Boswells", [("Ruth Carr", 36, "mum"), ("Esther Carr", 9, None)]),
    ],
)
def test_people_in_the_order_that_somebody_chose(
    reader: Reader, text: str, people: list[tuple[str | None, int | None, str | None]]
) -> None:
    assert [(person.name, person.age, person.relation) for person in reader.read(text).people] == people
