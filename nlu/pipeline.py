"""The spaCy pipeline: tokens → clauses → encoder → needs → danger → second opinion; a blank English one to begin with.

Each component reads one thing and leaves it on the document (``nlu.document``). The encoder was trained
(``nlu.encoder``); needs and danger are read by lists and weighed with what it says. Danger does not wait for needs.
"""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlu.clauses import split_clauses
from nlu.danger.read import beyond_everyday, read_safety
from nlu.document import clauses_of, message_of, parts_of, plain_of, safety_of, show_spans
from nlu.encoder.read import Part, encoder
from nlu.learned.danger import Message as Judged
from nlu.learned.danger import read_again
from nlu.needs.merge import Message, merge
from nlu.needs.read import locate_mentions
from nlu.people.codes import without_codes
from nlu.people.spoken import is_set_phrase, only_lists_people
from nlu.plain import to_plain
from nlu.together import sentences_of
from nlu.tokens import Words
from nlu.written.danger import LANGUAGES, read_danger
from nlu.written.read import read_written


def mark_clauses(doc: Doc) -> Doc:
    """Where one statement ends and the next begins."""
    clauses = split_clauses(plain_of(doc).text)
    doc._.clauses = clauses
    show_spans(doc, "clauses", ((c.start, c.end, "CLAUSE", str(c.sentence)) for c in clauses))
    return doc


def mark_words(doc: Doc) -> Doc:
    """What the trained encoder makes of the words in their context."""
    second = encoder()
    if second is not None:
        plain = plain_of(doc)
        sentences = [plain.original_span(a, b) for a, b in sentences_of(clauses_of(doc))]
        doc._.parts = tuple(second.read(message_of(doc), sentences))
    return doc


def mark_needs(doc: Doc) -> Doc:
    """The facts about the family, and how each is said."""
    listed = locate_mentions(message_of(doc), plain_of(doc), clauses_of(doc))
    located = merge(Message(message_of(doc), plain_of(doc), clauses_of(doc)), listed, parts_of(doc))
    doc._.mentions = tuple(mention for _, _, mention in located)
    show_spans(doc, "mentions", ((a, b, m.indicator, m.status) for a, b, m in located))
    return doc


def mark_danger(doc: Doc) -> Doc:
    """How dangerous what was said is."""
    doc._.safety = read_safety(message_of(doc), plain_of(doc), clauses_of(doc))
    return doc


def mark_second_opinion(doc: Doc) -> Doc:
    """The danger again, as the trained model sees it."""
    doc._.written = read_written(without_codes(message_of(doc))).language
    if is_set_phrase(message_of(doc)) or (doc._.written != "en" and only_lists_people(message_of(doc))):
        return doc  # The model has few examples in these languages and hears danger in "yes" and in names and ages.
    whole, parts = _beyond_everyday(doc)
    if doc._.written in LANGUAGES and (safety := read_danger(safety_of(doc), whole)) is not None:
        doc._.safety = safety
        return doc
    doc._.safety = read_again(safety_of(doc), whole, parts, english=doc._.written in (None, "en"))
    return doc


def _beyond_everyday(doc: Doc) -> tuple[Judged, tuple[Part, ...]]:
    """The message as the models judge it: without those of its sentences that are of ordinary talk."""
    message, plain, clauses = message_of(doc), plain_of(doc), clauses_of(doc)
    kept = beyond_everyday(plain.text, clauses)
    second = encoder()
    if not kept or len(kept) == len(sentences_of(clauses)):
        return (message, plain, clauses), parts_of(doc)
    rest = "\n".join(message[slice(*plain.original_span(*span))] for span in kept)
    plain = to_plain(rest)
    clauses = split_clauses(plain.text)
    spans = [plain.original_span(a, b) for a, b in sentences_of(clauses)]
    return (rest, plain, clauses), tuple(second.read(rest, spans)) if second else ()


Language.component("frontdoor_clauses", assigns=["doc._.clauses"], func=mark_clauses)
Language.component("frontdoor_encoder", requires=["doc._.clauses"], assigns=["doc._.parts"], func=mark_words)
Language.component("frontdoor_needs", requires=["doc._.clauses"], assigns=["doc._.mentions"], func=mark_needs)
Language.component("frontdoor_danger", requires=["doc._.clauses"], assigns=["doc._.safety"], func=mark_danger)
Language.component(
    "frontdoor_second_opinion",
    requires=["doc._.safety"],
    assigns=["doc._.safety"],
    func=mark_second_opinion,
)


def make_pipeline() -> Language:
    """A blank English pipeline with the components in order."""
    nlp = spacy.blank("en")
    nlp.tokenizer = Words(nlp.vocab)
    for name in ("clauses", "encoder", "needs", "danger", "second_opinion"):
        nlp.add_pipe(f"frontdoor_{name}")
    return nlp


def make_document(nlp: Language, message: str) -> Doc:
    """The message as a document that every component has read."""
    plain = to_plain(message)
    doc = nlp.make_doc(plain.text)
    doc._.message = message
    doc._.plain = plain
    return nlp(doc)
