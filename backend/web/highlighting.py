"""A text with the words that were read marked in it, each mark saying what it was read as."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from backend.programmes import indicators as known_indicators
from backend.programmes import needs
from backend.web.words import word

Json = Mapping[str, Any]
SEVERAL = "several"
"""In place of a status: one mark was read as several things that were not taken alike."""
_MARK = Markup(
    '<mark class="fd-read fd-read--{how}"{id}>{words}</mark>'
    '<span class="fd-read__as"> [read as: {labels}<span class="govuk-visually-hidden">; {needs}</span>]</span>'
)
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` of a text and the facts that they were read as, by their numbers."""

    start: int
    end: int
    facts: tuple[int, ...]


def label(indicator: Json) -> str:
    """What an indicator was read as, with how sure and about whom: "Fixed-term exclusion, in the past (son)"."""
    parts = [_name(indicator)]
    status = indicator.get("status")
    if status and status != "asserted":
        parts.append(word(status, "mention_status"))
    about = f" ({indicator['person']})" if indicator.get("person") else ""
    return ", ".join(parts) + about


def _name(indicator: Json) -> str:
    code = _code(indicator)
    known = known_indicators().get(code)
    return known.professional if known else word(code, "indicator")


def _code(indicator: Json) -> str:
    return str(indicator.get("code") or indicator.get("indicator"))


def _status(indicator: Json) -> str:
    return str(indicator.get("status") or "asserted")


def _in_full(indicator: Json) -> str:
    """What words were read as, whom it is about and how it was taken: "Rent arrears (mum): perhaps"."""
    about = f" ({indicator['person']})" if indicator.get("person") else ""
    return f"{_name(indicator)}{about}: {word(_status(indicator), 'taken')}"


def _need(indicator: Json) -> str:
    code = _code(indicator)
    known = known_indicators().get(code)
    need = known.need if known else code
    return str(needs()[need]["professional"]) if need in needs() else word(code, "indicator")


def how_taken(facts: Sequence[Json], mark: Mark) -> str:
    """The status of what a mark was read as; :data:`SEVERAL` where it is not one."""
    statuses = {_status(facts[number]) for number in mark.facts}
    return statuses.pop() if len(statuses) == 1 else SEVERAL


def locate(text: str, facts: Sequence[Json], parts: Sequence[Json] = ()) -> list[Mark]:
    """Where each fact's words stand in ``text``; words that do not occur are left out.

    ``parts`` say which message each part of the text is (``story_parts`` of docs/wire.md): a fact that names its
    message is found by its offsets there, another by its words. Marks that overlap become one with all their facts, so
    that marks never nest.
    """
    found = ((number, _place(text, fact, parts)) for number, fact in enumerate(facts))
    return merge([Mark(place[0], place[1], (number,)) for number, place in found if place])


def _place(text: str, fact: Json, parts: Sequence[Json]) -> tuple[int, int] | None:
    words = str(fact.get("words") or "")
    if fact.get("message") is None:
        return _search(text, words, 0, len(text))
    if fact.get("start") is None:
        return None  # A yes or no to our question: its words say nothing where they stand.
    part = next((each for each in parts if each["message"] == fact["message"]), None)
    if part is None:
        return None
    shift = part["start"] - part["from"]
    start, end = max(fact["start"] + shift, part["start"]), min((fact.get("end") or 0) + shift, part["end"])
    if start < end and _plain(text[start:end]) == _plain(words):
        return start, end
    return _search(text, words, part["start"], part["end"])


def _plain(words: str) -> str:
    return " ".join(words.translate(_QUOTES).casefold().split())


def _search(text: str, words: str, begin: int, end: int) -> tuple[int, int] | None:
    """Whole words where they first occur. They may have been tidied: any run of white space stands for any other."""
    if not words.strip():
        return None
    pattern = r"\s+".join(re.escape(part) for part in words.split())
    match = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).search(text, begin, end)
    return match.span() if match else None


def merge(marks: Sequence[Mark]) -> list[Mark]:
    """The same marks in order, those that overlap joined."""
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start, one.end)):
        last = merged[-1] if merged else None
        if last is None or mark.start >= last.end:
            merged.append(mark)
            continue
        facts = (*last.facts, *(new for new in mark.facts if new not in last.facts))
        merged[-1] = Mark(last.start, max(last.end, mark.end), facts)
    return merged


def highlight(text: str, facts: Sequence[Json], marks: Sequence[Mark], name: str = "words") -> list[Markup]:
    """The lines of ``text`` as safe HTML, blank ones left out: all of it escaped, the words that were read marked.

    What they were read as follows the words as text, because a colour or a tooltip tells a screen reader nothing. A
    mark's id is ``name`` and the number of its first fact.
    """
    lines: list[Markup] = []
    begin = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        if bare.strip():
            lines.append(Markup("").join(_pieces(text, begin, begin + len(bare), facts, marks, name)))
        begin += len(line)
    return lines


def _pieces(  # noqa: PLR0917 - one call, each part has a name
    text: str, begin: int, end: int, facts: Sequence[Json], marks: Sequence[Mark], name: str
) -> Iterator[Markup]:
    position = begin
    for mark in marks:
        first, last = max(mark.start, begin), min(mark.end, end)
        if first >= last:
            continue
        yield escape(text[position:first])
        yield _marked(text[first:last], facts, mark, name, begins=first == mark.start, ends=last == mark.end)
        position = last
    yield escape(text[position:end])


def _marked(words: str, facts: Sequence[Json], mark: Mark, name: str, *, begins: bool, ends: bool) -> Markup:
    """The words of a mark in one line: the id is with its beginning, what it was read as with its end."""
    how = how_taken(facts, mark)
    id_ = Markup(' id="{}"').format(anchor(mark, name)) if begins else ""
    if not ends:
        return Markup('<mark class="fd-read fd-read--{}"{}>{}</mark>').format(how, id_, words)
    read = [facts[number] for number in mark.facts]
    labels = "; ".join(dict.fromkeys(_in_full(fact) for fact in read))
    named = "; ".join(dict.fromkeys(_need(fact) for fact in read))
    return _MARK.format(how=how, id=id_, words=words, labels=labels, needs=named)


def anchor(mark: Mark, name: str = "words") -> str:
    """The id of a mark, for links to it."""
    return f"{name}-{mark.facts[0]}"
