"""What a spaCy document carries here: the plain text it was made of, its clauses, what was read in it.

``doc.spans["clauses"]`` and ``doc.spans["mentions"]`` show the same as spans of tokens, to be looked at with spaCy's
own tools; a mention's label is its indicator and its ``_.status`` how it was said.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from nlu.clauses import Clause
from nlu.encoder.read import Part
from nlu.plain import Plain
from nlu.reading import Mention, Safety

Doc.set_extension("message", default="", force=True)
Doc.set_extension("plain", default=None, force=True)
Doc.set_extension("clauses", default=(), force=True)
Doc.set_extension("parts", default=(), force=True)
Doc.set_extension("mentions", default=(), force=True)
Doc.set_extension("safety", default=None, force=True)
Doc.set_extension("written", default=None, force=True)
# The id of a span holds its status: extensions with a value are kept by offsets, and two facts may share their words.
Span.set_extension("status", getter=lambda span: span.id_, force=True)


def message_of(doc: Doc) -> str:
    """The message as it was written."""
    message: str = doc._.message
    return message


def plain_of(doc: Doc) -> Plain:
    """The plain text, with the way back to the message."""
    plain: Plain = doc._.plain
    return plain


def clauses_of(doc: Doc) -> tuple[Clause, ...]:
    """The clauses of the plain text, once the clauses component ran."""
    clauses: tuple[Clause, ...] = doc._.clauses
    return clauses


def parts_of(doc: Doc) -> tuple[Part, ...]:
    """The message as the encoder read it; empty where none was trained."""
    parts: tuple[Part, ...] = doc._.parts
    return parts


def mentions_of(doc: Doc) -> tuple[Mention, ...]:
    """The facts that were read, once the needs component ran."""
    mentions: tuple[Mention, ...] = doc._.mentions
    return mentions


def safety_of(doc: Doc) -> Safety:
    """The danger that was read; none before the danger component ran."""
    safety: Safety | None = doc._.safety
    return safety or Safety()


def show_spans(doc: Doc, name: str, spans: Iterable[tuple[int, int, str, str]]) -> None:
    """Keep spans, given as start, end (characters of the plain text), label and id, as ``doc.spans[name]``."""
    found = (doc.char_span(a, b, label, span_id=i, alignment_mode="expand") for a, b, label, i in spans)
    doc.spans[name] = [span for span in found if span is not None]
