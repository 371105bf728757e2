"""What a message states about a family, however it is said, and what it does not state."""

import pytest

from nlu.pipeline import make_document, make_pipeline
from nlu.reader import Reader


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("kicked out of school 3 times this term and now hes back", {"education": "asserted"}),
        ("actually dad does work, he drives for a courier firm", {"worklessness": "negated"}),
        ("? psychosis", {"mental_health": "uncertain"}),
        ("mam says he'll no go tae the school", {"education": "asserted"}),
        ("The case stepped down from CP to CIN last week", {"children_need_help": "asserted"}),
        ("mi husband him a beat mi", {"domestic_abuse": "asserted"}),
        ("Neither mum nor her partner is in paid work", {"worklessness": "asserted"}),
        ("CAMHS and the police", {}),
        ("Agencies: school, CAMHS, police, housing, health visitor", {}),
        ("Send it to me by email please", {}),
    ],
)
def test_needs(reader: Reader, text: str, needs: dict[str, str]) -> None:
    assert reader.read(text).needs == needs


def test_an_exclusion_that_ended_is_not_permanent(reader: Reader) -> None:
    mentions = reader.read("kicked out of school 3 times this term").mentions
    assert {m.indicator for m in mentions} == {"fixed_term_exclusion"}


def test_who_it_is_about_decides_between_parent_and_child(reader: Reader) -> None:
    parent = reader.read("Mum has depression").mentions
    child = reader.read("Her daughter has depression").mentions
    assert {m.indicator for m in parent} == {"parent_mental_health"}
    assert {m.indicator for m in child} == {"child_mental_health"}


def test_the_document_shows_the_mentions_as_spans_of_tokens() -> None:
    doc = make_document(make_pipeline(), "Dad lost his job but he never drinks.")
    spans = {(span.label_, span._.status) for span in doc.spans["mentions"]}
    assert ("nobody_working", "asserted") in spans
    assert ("parent_substance_misuse", "negated") in spans
    assert len(doc.spans["clauses"]) == 2


def test_the_words_of_a_message_are_forgotten(reader: Reader) -> None:
    reader.read("Zebedina Quillfeather lives with us")
    assert "zebedina" not in reader._pipeline.vocab.strings


def test_a_long_message_is_read_in_a_moment(reader: Reader) -> None:
    import time

    story = ("Mum is unemployed, he hit her last year and the boys never go to school. " * 60)[:4000]
    began = time.process_time()
    reader.read(story)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("He and his stepdad clash every single day, they do not speak", "family_relationships"),
        ("Dad is on dialysis three times a week", "physical_health"),
    ],
)
def test_needs_that_bear_the_name_of_their_only_fact_are_read(reader: Reader, text: str, need: str) -> None:
    assert reader.read(text).needs.get(need) == "asserted"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chloe is only in school about 70 per cent of the time", "asserted"),
        ("Leon: attendance 79%, autumn term", "asserted"),
        ("Mia's attendance is 97%, teachers pleased", "negated"),
        ("Absence stands at 21% since Easter", "asserted"),
    ],
)
def test_attendance_is_told_by_its_share(reader: Reader, text: str, status: str) -> None:
    assert reader.read(text).needs["education"] == status
