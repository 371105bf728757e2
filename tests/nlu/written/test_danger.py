"""Danger in Slovak, Czech, Polish and Romanian is heard, and ordinary sentences in them alarm nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from nlu.reader import Reader
from nlu.written import danger
from nlu.written.danger import looks_of, training_texts
from nlu.written.texts import HERE


@pytest.mark.parametrize(
    "said",
    [
        "Manžel nemá prácu a ja tiež nie",
        "manzel nema pracu a ja tiez nie",
        "Manžel teď hledá práci v Rotherhamu",
        "Mąż szuka pracy, a ja sprzątam biura",
        "Soțul caută de muncă, eu fac curățenie la birouri",
        "Syn nosí domů špatné známky",
        "Mój syn nie lubi chodzić do szkoły",
        "Fiica mea învață bine, dar fiul lipsește mult",
        "Potrebujeme nové topánky pre deti",
        "Stăm la etajul trei, într-un apartament mic",
    ],
)
def test_an_ordinary_sentence_alarms_nobody(reader: Reader, said: str) -> None:
    assert reader.read(said).safety.level in ("none", "concern"), said


@pytest.mark.parametrize(
    "said",
    [
        "Manžel ma práve teraz bije päsťami",
        "manzel je pred dverami s nozom a kope do nich",
        "Soused má pistoli a chce nás zastřelit",
        "tata bije mame i ona krwawi",
        "Tata o strânge de gât pe mama acum",
        "Dcéra spolykala všetky tabletky a nehýbe sa",
        "Dziecko nie oddycha, pomocy",
        "Vreau să mor, am luat toate pastilele",
    ],
)
def test_danger_is_heard_with_and_without_accents(reader: Reader, said: str) -> None:
    safety = reader.read(said).safety
    assert safety.level == "immediate", said
    assert all(words in said for words in safety.words)


def test_one_sentence_of_danger_is_heard_among_ordinary_ones(reader: Reader) -> None:
    told = "Mám dve deti, chodia do školy. Bývame v nájme od mája. Teraz stojí pred dverami s nožom. Prosím o pomoc."
    safety = reader.read(told).safety
    assert safety.level == "immediate"
    assert "nožom" in " ".join(safety.words)


def test_fear_at_home_is_told_at_once(reader: Reader) -> None:
    assert reader.read("Bojím sa manžela, keď príde domov opitý").safety.level in ("urgent", "immediate")


def test_accents_change_nothing() -> None:
    assert looks_of("Muž má nôž, bojím sa") == looks_of("muz ma noz, bojim sa")
    assert looks_of("Muž") == looks_of("Muz\u030c"), "one character or two"


def test_nothing_kept_aside_is_learned() -> None:
    kept = json.loads((HERE / "cases" / "others-held-out.jsonl").read_text(encoding="utf-8").splitlines()[0])["text"]
    learned = {text.text for text in training_texts()}
    assert len(learned) > 1_700
    assert kept not in learned


def test_without_the_model_the_others_read_alone(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(danger, "MODEL_FILE", tmp_path / "none.npz")
    danger.trained.cache_clear()
    try:
        with capture_logs() as logs:
            assert reader.read("je za dverami a kope do nich").safety.level == "immediate"
    finally:
        danger.trained.cache_clear()
    assert [entry["log_level"] for entry in logs] == ["warning"]
