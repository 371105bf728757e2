"""The PDF: tagged for screen readers, with every letter of families' names, and with words that stay words."""

from __future__ import annotations

import re
import zlib
from datetime import UTC, datetime

from backend.letters.pdf import Printed, as_pdf, unprintable
from backend.letters.text import Part, Text

NAMES = "Ľubica Šťastná-Ďurčáková, Řehoř Žižka, Łucja Żółć-Gęś, Ștefan Țurcanu-Bălănescu"


def printed(words: str, *, is_draft: bool = False) -> bytes:
    text = Text(
        "A letter from us", "Us", f"Dear {NAMES},", (Part("decision", "What was decided", words),), "Yours\nCouncil"
    )
    paper = Printed([NAMES, "1 High Street"], datetime(2026, 11, 23, tzinfo=UTC), "FD-7KXM2PQ4", is_draft)
    return as_pdf(text, paper)


def signs(pdf: bytes) -> set[str]:
    """Every sign that can be copied out of the PDF, read off its fonts' tables."""
    found: set[str] = set()
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            table = zlib.decompress(stream).decode("latin-1")
        except zlib.error:
            continue
        for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
            for code in re.findall(r"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>", block):
                found |= set(bytes.fromhex(code).decode("utf-16-be"))
    return found


def test_every_sign_of_the_names_is_in_it() -> None:
    assert set(NAMES) - signs(printed("Yes.")) - {" "} == set()


def test_it_is_tagged_and_says_its_language_and_title() -> None:
    pdf = printed("Yes.")
    assert pdf.startswith(b"%PDF-")
    for mark in (b"/StructTreeRoot", b"/Lang", b"pdfuaid:part", b"A letter from us"):
        assert mark in pdf


def test_what_is_typed_is_never_an_order_to_the_typesetter() -> None:
    for words in ('#panic("stop")', '#read("/etc/passwd")', "$ unclosed", "*bold _and", '</w:t> \\ " { [ ]'):
        assert printed(words).startswith(b"%PDF-")
    assert "#" in signs(printed('#read("/etc/passwd")'))


def test_a_sign_that_no_font_has_is_named_before_it_is_printed() -> None:
    text = Text("A letter", "Us", "Hello,", (Part("decision", "What was decided", "Yes 😀"),), "Yours\nCouncil")
    assert unprintable(text) == "😀"
    assert unprintable(text.with_texts({"decision": "Yes"})) is None


def test_a_draft_says_so_on_the_paper() -> None:
    assert len(printed("Yes.", is_draft=True)) != len(printed("Yes."))
