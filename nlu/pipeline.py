"""The spaCy pipeline: tokens → clauses → needs → danger. A blank English one: nothing is downloaded, nothing is learnt.

Each component reads one thing and leaves it on the document (``nlu.document``). Danger does not wait for needs to be
right: it reads the clauses only.
"""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlu.clauses import split_clauses
from nlu.danger.read import read_safety
from nlu.document import clauses_of, message_of, plain_of, show_spans
from nlu.needs.read import locate_mentions
from nlu.plain import to_plain


def mark_clauses(doc: Doc) -> Doc:
    """Where one statement ends and the next begins."""
    clauses = split_clauses(plain_of(doc).text)
    doc._.clauses = clauses
    show_spans(doc, "clauses", ((c.start, c.end, "CLAUSE", str(c.sentence)) for c in clauses))
    return doc


def mark_needs(doc: Doc) -> Doc:
    """The facts about the family, and how each is said."""
    located = locate_mentions(message_of(doc), plain_of(doc), clauses_of(doc))
    doc._.mentions = tuple(mention for _, _, mention in located)
    show_spans(doc, "mentions", ((a, b, m.indicator, m.status) for a, b, m in located))
    return doc


def mark_danger(doc: Doc) -> Doc:
    """How dangerous what was said is."""
    doc._.safety = read_safety(message_of(doc), plain_of(doc), clauses_of(doc))
    return doc


Language.component("frontdoor_clauses", assigns=["doc._.clauses"], func=mark_clauses)
Language.component("frontdoor_needs", requires=["doc._.clauses"], assigns=["doc._.mentions"], func=mark_needs)
Language.component("frontdoor_danger", requires=["doc._.clauses"], assigns=["doc._.safety"], func=mark_danger)


def make_pipeline() -> Language:
    """A blank English pipeline with the components in order."""
    nlp = spacy.blank("en")
    for name in ("frontdoor_clauses", "frontdoor_needs", "frontdoor_danger"):
        nlp.add_pipe(name)
    return nlp


def make_document(nlp: Language, message: str) -> Doc:
    """The message as a document that every component has read."""
    plain = to_plain(message)
    doc = nlp.make_doc(plain.text)
    doc._.message = message
    doc._.plain = plain
    return nlp(doc)
