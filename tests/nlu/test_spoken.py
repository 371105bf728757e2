"""Short answers and families in Slovak, Czech, Polish and Romanian."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.reader import Reader
from nlu.reading import Person


@pytest.fixture(scope="module")
def words_reader() -> Reader:
    return Reader(today=date(2026, 11, 20))


ANSWERS = {
    "yes": [
        "Áno",
        "ano",
        "Áno, súhlasím.",
        "Ano, souhlasím",
        "tak",
        "Tak, zgadzam się",
        "Da",
        "da, sunt de acord",
        "jo",
    ],
    "no": ["nie", "Nie, ďakujem", "Ne", "Nikt", "Nu, mulțumesc", "nimeni", "To je všetko", "asta e tot"],
    "unsure": ["neviem", "Nevím", "nie wiem", "Nu știu", "nie som si istá"],
    "skip": ["preskočiť", "přeskočit", "pomiń", "sari peste, vă rog"],
}


@pytest.mark.parametrize("answer", sorted(ANSWERS))
def test_a_short_answer_counts_with_and_without_accents(words_reader: Reader, answer: str) -> None:
    read = {text: words_reader.read(text).answer for text in ANSWERS[answer]}
    assert read == dict.fromkeys(ANSWERS[answer], answer)


def test_everybody_safe_is_a_no(words_reader: Reader) -> None:
    assert words_reader.read("nie, všetci sme v bezpečí").answer == "no"


@pytest.mark.parametrize("text", ["tak, zgadzam się", "Chci psát česky", "mówię po polsku", "vorbesc română", "áno"])
def test_set_words_alarm_nobody(words_reader: Reader, text: str) -> None:
    assert words_reader.read(text).safety.level == "none"


@pytest.mark.parametrize(
    "text",
    ["Mama Anna Nowak 40 lat i syn Adam 14 lat", "Mama Anna 40 lat, mąż Piotr 42, córka Zofia 12 lat i syn Adam 7 lat"],
)
def test_who_is_in_the_family_alarms_nobody(words_reader: Reader, text: str) -> None:
    assert words_reader.read(text).safety.level == "none"


def test_danger_beside_who_is_in_the_family_still_alarms(words_reader: Reader) -> None:
    read = words_reader.read("Mama Anna 40 lat, syn Adam 14 lat, mąż Piotr 42 bije nas teraz i ma nóż")
    assert read.safety.level in {"urgent", "immediate"}


def test_danger_beside_set_words_still_alarms(words_reader: Reader) -> None:
    read = words_reader.read("Mówię po polsku, mąż mnie teraz bije i ma nóż")
    assert read.safety.level in {"urgent", "immediate"}


@pytest.mark.parametrize("text", ["áno, ale nie polícii", "tak, ale bez policji", "da, dar fără poliție"])
def test_a_yes_with_a_but_is_none(words_reader: Reader, text: str) -> None:
    assert words_reader.read(text).answer is None


@pytest.mark.parametrize(
    "text", ["Da is 42 and works", "Tak is our dog", "nie som v bezpečí", "nu este în siguranță mama mea acasă"]
)
def test_what_only_begins_like_an_answer_is_none(words_reader: Reader, text: str) -> None:
    assert words_reader.read(text).answer is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Mama Jana 34, syn Peter má 8 rokov a dcéra Eva má 12",
            [("Jana", 34, "mum"), ("Peter", 8, "son"), ("Eva", 12, "daughter")],
        ),
        ("Máma Petra 33 let, syn Tomáš 9 let", [("Petra", 33, "mum"), ("Tomáš", 9, "son")]),
        ("córka Zofia 12 lat i syn Adam 7 lat", [("Zofia", 12, "daughter"), ("Adam", 7, "son")]),
        (
            "Eu, Maria, 35 ani, soțul Ion 40 ani, fiul Andrei 10 ani și fiica Elena 6 ani",
            [("Maria", 35, "self"), ("Ion", 40, "husband"), ("Andrei", 10, "son"), ("Elena", 6, "daughter")],
        ),
        ("Volám sa Jana, mám 34 rokov", [("Jana", 34, "self")]),
    ],
)
def test_who_is_who_and_how_old(words_reader: Reader, text: str, people: list[tuple[str, int, str]]) -> None:
    assert [(one.name, one.age, one.relation) for one in words_reader.read(text).people] == people


def test_a_date_of_birth_as_it_is_written_there(words_reader: Reader) -> None:
    (peter,) = words_reader.read("Syn Peter narodený 3. 4. 2015").people
    assert peter == Person("Peter", 11, "2015-04-03", "son")


def test_english_stays_english(words_reader: Reader) -> None:
    people = words_reader.read("My son Sam is 7 and my brat of a brother Ian is 12.").people
    assert [(one.name, one.age, one.relation) for one in people] == [("Sam", 7, "son"), ("Ian", 12, "brother")]
