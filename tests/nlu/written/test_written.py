"""Which language a message is written in, and that nobody is alarmed by English however it is written."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from nlu.reader import Reader
from nlu.reading import Safety
from nlu.written import read
from nlu.written.alarm import with_unread
from nlu.written.read import read_written
from nlu.written.table import make_table
from nlu.written.texts import HERE, NLU, count, files, texts_of

KEPT_ASIDE = NLU / "corpora" / "unheard" / "danger-languages.jsonl"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dobrý deň, syn nechodí do školy už dva týždne", "sk"),
        ("dobry den, syn nechodi do skoly uz dva tyzdne", "sk"),
        ("Dcera říká, že se bojí jít domů", "cs"),
        ("dzieci nie chodza do szkoly od miesiaca", "pl"),
        ("copiii nu merg la scoala de doua saptamani", "ro"),
        ("She's not been in school since the clocks went back", "en"),
        ("he dont go school no more innit", "en"),
        ("aye the wee yin's greetin for her da", "en"),
        ("He no go to school, he lock himself in bathroom", "en"),
        ("O meu marido está a bater-me, por favor ajudem", "unread"),
        ("waxaan u baahanahay caawimaad, ilmahaygu ma hadlayo", "unread"),
        ("zqx vbnmt plokj hgfdw qwrtp", "unread"),
    ],
)
def test_a_sentence_is_told_by_its_words(text: str, language: str) -> None:
    assert read_written(text).language == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "👍",
        "Jana",
        "Jana Nováková",
        "agnieszka",
        "TN13 1AB",
        "07700 900123",
        "3",
        "x",
        "Ж",
        "https://a.example/x",
    ],
)
def test_what_is_too_short_to_tell_is_left_open(text: str) -> None:
    assert read_written(text).language is None


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("ساعدوني", "ar"),
        ("میں مرنا چاہتی ہوں", "ur"),
        ("আমি ভয় পাচ্ছি", "bn"),
        ("ይወቕዓኒ ኣሎ", "ti"),
        ("допоможіть мені", "uk"),
        ("救命", "zh"),
        ("ᚠᚢᚦᚨᚱᚲ ᚷᚹ", None),
    ],
)
def test_another_script_is_unread_from_the_first_word(text: str, guess: str | None) -> None:
    assert read_written(text) == read.Written("unread", guess)


def test_accents_as_two_characters_are_the_same() -> None:
    assert read_written("Syn neche\u030c d do s\u030ckoly, je mu zle").language in ("sk", "cs")


def test_a_sentence_that_cannot_be_read_is_found_among_english() -> None:
    within = "My neighbour sent me this and I cannot read it. {} Can you look at it please?"
    assert read_written(within.format("ele fechou nos em casa e levou as chaves.")).language == "unread"
    assert read_written(within.format("في البيت رجل معه سكين الآن.")).language == "unread"
    assert read_written(within.format("It is about محمد and his school.")).language == "en"


def test_a_file_and_a_code_are_no_language() -> None:
    assert read_written("\ufffd\ufffd PNG \ufffd ihdr \ufffd qzt wvk \ufffd plm xkd rrt").language is None
    assert read_written("iVBORw0KGgoAAAANSUhEUgAA1AUA aGVsbG8gd29ybGQ0 Zm9v4YmFy").language is None


def test_the_four_languages_are_told_apart_in_messages_that_were_kept_aside() -> None:
    right, read_as = 0, Counter[str | None]()
    texts = texts_of(KEPT_ASIDE)
    for language, lines in texts.items():
        found = [read_written(line).language for line in lines]
        right += sum(one == language for one in found)
        read_as.update(found)
    assert right >= 0.95 * sum(map(len, texts.values()))
    assert read_as["unread"] + read_as["en"] == 0


def test_other_languages_are_unread_in_messages_that_were_kept_aside() -> None:
    lines = _lines(HERE / "cases" / "others-held-out.jsonl")
    found = [read_written(json.loads(line)["text"]).language for line in lines]
    assert len(lines) == 100
    assert found.count("unread") >= 90


def test_hardly_an_english_line_that_was_not_counted_is_unread() -> None:
    """One line in a thousand at most; ``python -m nlu.written.measure`` does it for every file."""
    apart = {*NLU.glob("needs/cases/*.jsonl"), *NLU.glob("people/cases/*.jsonl"), *NLU.glob("corpora/**/*.jsonl")}
    lines = [line for file in sorted(apart - set(files())) for line in texts_of(file).get("en", ())]
    assert len(lines) > 1_500
    assert sum(read_written(line).language == "unread" for line in lines) <= len(lines) / 1_000


def test_nothing_kept_aside_is_counted() -> None:
    assert files()
    assert not [file for file in files() if "held-out" in file.name or "unheard" in file.parts or "apart" in file.name]


def test_what_is_unread_is_urgent_and_nothing_is_made_less_serious() -> None:
    assert with_unread(Safety(), "unread") == Safety("urgent", ("unread",))
    assert with_unread(Safety("immediate", ("threat",), ("x",)), "unread").level == "immediate"
    assert with_unread(Safety("concern", ("bruise",)), "sk") == Safety("concern", ("bruise",))


def test_the_reader_says_so(reader: Reader) -> None:
    unread = reader.read("waxaan u baahanahay caawimaad, ilmahaygu ma hadlayo")
    assert (unread.written_in, unread.safety.level, unread.safety.reasons) == ("unread", "urgent", ("unread",))
    greeting = reader.read("Ahoj, volam sa Jana")
    assert (greeting.written_in, greeting.safety.level) == ("sk", "none")


def test_without_a_table_other_scripts_are_known_all_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(read, "TABLE_FILE", tmp_path / "none.npz")
    read.trained_table.cache_clear()
    try:
        with capture_logs() as logs:
            assert read_written("ele tem uma faca na porta").language is None
            assert read_written("ሓግዙኒ").language == "unread"
    finally:
        read.trained_table.cache_clear()
    assert [entry["log_level"] for entry in logs] == ["warning"]


def test_a_language_with_few_texts_weighs_no_less() -> None:
    counts = {"en": count(["the dog ran home"] * 500), "sk": count(["pes bezal domov"] * 5)}
    scores = make_table(counts).scores(["pes", "domov"])
    assert scores["sk"] > scores["en"]


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "street", ["4 Mill Lane, Tonbridge, ", "12a Wren Str, Kingston ", "", "flat 40B, 2 Elm Close "]
)
@pytest.mark.parametrize("code", ["TN9 1ZZ", "kt1 3cz", "ME149ZZ", "S62 6PL", "3ZZ"])
def test_an_address_shows_no_language_by_its_postcode(reader: Reader, street: str, code: str) -> None:
    assert reader.read(street + code).written_in in (None, "en")
    assert reader.read(f"Mám dve deti, {street}{code}, bojím sa manžela").written_in in ("sk", "cs")
