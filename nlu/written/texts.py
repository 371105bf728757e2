"""What the table is counted from: the corpora for what is read here, everyday words for what is not."""

from __future__ import annotations

import importlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from nlu.phrases import load_yaml
from nlu.written.pieces import pieces_of, plain_letters, without_accents, words_of

NLU = Path(__file__).parents[1]
HERE = Path(__file__).parent
READ = ("en", "sk", "cs", "pl", "ro")
"""The languages in which danger is read."""
_SHARE_OF_LISTS = 0.15
"""How much lists of usual words weigh beside texts: enough to know them, too little to drown what people write."""


def files() -> tuple[Path, ...]:
    """Every text that was not kept aside."""
    found = [
        *NLU.glob("corpora/*.jsonl"),
        *NLU.glob("corpora/clauses/*.jsonl"),
        *NLU.glob("corpora/vocabulary/*.jsonl"),
    ]
    found += [*NLU.glob("needs/cases/*-development.jsonl"), *NLU.glob("people/cases/people-development.jsonl")]
    return tuple(sorted(found))


def texts_of(file: Path) -> dict[str, list[str]]:
    """The texts of a JSON Lines file by language: a code of ``READ``, else English. Raises OSError, KeyError."""
    texts: dict[str, list[str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            case = json.loads(line)
            code = case.get("language")  # in other sets, what language the family is said to speak
            texts.setdefault(code if code in READ else "en", []).append(case["text"])
    return texts


def count(texts: Iterable[str]) -> Counter[str]:
    """The pieces of texts, with their accents and as they are typed without."""
    counted: Counter[str] = Counter()
    for text in texts:
        for word in words_of(plain_letters(text)):
            counted.update(pieces_of(word))
            bare = without_accents(word)
            if bare != word:
                counted.update(pieces_of(bare))
    return counted


def counts_of_texts() -> dict[Path, dict[str, Counter[str]]]:
    """What each file has of each language."""
    return {file: {language: count(texts) for language, texts in texts_of(file).items()} for file in files()}


def together(by_file: Iterable[dict[str, Counter[str]]]) -> dict[str, Counter[str]]:
    """The counts of several files, with the usual words of every language in the table."""
    counts: dict[str, Counter[str]] = {language: Counter() for language in READ}
    for counted in by_file:
        for language, pieces in counted.items():
            counts[language].update(pieces)
    for language in READ:
        _add_in_part(counts[language], count(_usual_words(language)))
    for language in everyday_words():
        counts.setdefault(language, count(_usual_words(language)))
    return counts


def _add_in_part(counts: Counter[str], listed: Counter[str]) -> None:
    share = _SHARE_OF_LISTS * counts.total() / max(1, listed.total())
    for piece, times in listed.items():
        counts[piece] += max(1, round(times * share))


def everyday_words() -> dict[str, list[str]]:
    """Our own lists of ``everyday.yml`` by language, those that only spaCy has words of included."""
    words: dict[str, str] = load_yaml(HERE / "everyday.yml")
    return {language: str(listed or "").split() for language, listed in words.items()}


def _usual_words(language: str) -> list[str]:
    """Our own list thrice, since these are the words of a message like ours, and spaCy's list of usual words once."""
    return [*everyday_words().get(language, ()) * 3, *sorted(_stop_words(language))]


def _stop_words(language: str) -> set[str]:
    try:
        module = importlib.import_module(f"spacy.lang.{language}.stop_words")
    except ModuleNotFoundError:
        return set()
    words: set[str] = module.STOP_WORDS
    return words
