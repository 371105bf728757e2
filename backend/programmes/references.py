"""What a schema cannot see: whether the codes that a programme file uses exist, once, and can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from string import Formatter
from typing import Any

from backend.programmes.build import indicator_code
from backend.programmes.paths_check import wrong_paths
from backend.programmes.problems import Problem
from backend.programmes.vocabulary import indicators, needs

Data = Mapping[str, Any]

REASON_WORDS = frozenset({"national", "local", "discretionary", "agencies"})
"""What a reason may say in braces: how many criteria of a scope hold, how many agencies are involved."""


def wrong_references(data: Data) -> list[Problem]:
    """What does not fit together in a file whose shape is right."""
    return [
        *_duplicates(data),
        *_dates(data),
        *_criteria(data),
        *_questions(data),
        *_thresholds(data),
        *_streams(data),
        *_coordinators(data),
        *_placeholders(data),
        *_rules(data),
        *_meeting(data),
        *_escalation(data),
        *_areas(data),
        *_dispositions(data),
        *_identified(data),
        *wrong_paths(data["paths"], data["next_steps"]),
        *_sources(data, data["documents"], ""),
    ]


def _unknown(key: str, what: str, code: str, known: Iterable[str]) -> Problem:
    return Problem(key, f"expected {what} that exists, found {code!r}; there are: {', '.join(sorted(known))}")


def _codes(entries: Iterable[Data]) -> set[str]:
    return {str(entry["code"]) for entry in entries}


def _duplicates(data: Data) -> Iterator[Problem]:
    lists = {
        "criteria": data["criteria"],
        "streams": data["streams"],
        "figures": data["figures"],
        "coordinators": data.get("coordinators", []),
        "budgets": data.get("budgets", []),
        "paths.stages": data["paths"]["stages"],
        "consent.purposes": data["consent"]["purposes"],
        "prioritisation.parts": data["prioritisation"]["parts"],
    }
    for key, entries in lists.items():
        yield from _twice(key, "code", entries)
    yield from _twice("thresholds", "scope", data["thresholds"])


def _twice(key: str, field: str, entries: Iterable[Data]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, entry in enumerate(entries):
        code = entry[field]
        if code in first:
            yield Problem(
                f"{key}[{index}].{field}",
                f"expected a {field} of its own, found {code!r} again (first in {key}[{first[code]}])",
            )
        first.setdefault(code, index)


def _dates(data: Data) -> Iterator[Problem]:
    if data["effective"]["from"] > data["effective"]["to"]:
        yield Problem("effective.to", "expected a date after effective.from")


def _criteria(data: Data) -> Iterator[Problem]:
    for index, criterion in enumerate(data["criteria"]):
        key = f"criteria[{index}]"
        yield from _known(f"{key}.about", "a need", criterion["about"], needs())
        listed = [indicator_code(entry) for entry in criterion["indicators"]]
        yield from _known(f"{key}.indicators", "an indicator", listed, indicators())
        if criterion.get("recorded") and "unrecorded" not in criterion["sentences"]:
            yield Problem(f"{key}.sentences", "expected the key unrecorded, as the criterion has to be recorded")


def _questions(data: Data) -> Iterator[Problem]:
    for index, criterion in enumerate(data["criteria"]):
        key = f"criteria[{index}]"
        raised_by = criterion.get("raised_by", {}).get("indicators", [])
        yield from _known(f"{key}.raised_by.indicators", "an indicator", raised_by, indicators())
        listed = {indicator_code(entry) for entry in criterion["indicators"]}
        for place, code in enumerate(raised_by):
            if code in listed:
                at = f"{key}.raised_by.indicators[{place}]"
                yield Problem(at, f"expected an indicator that does not make the criterion true already: {code}")
        if raised_by and "raised" not in criterion["sentences"]:
            yield Problem(f"{key}.sentences", "expected the key raised, as some facts only lead to the question")


def _known(key: str, what: str, codes: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    known = set(known)
    for index, code in enumerate(codes):
        if code not in known:
            yield _unknown(f"{key}[{index}]", what, code, known)


def _thresholds(data: Data) -> Iterator[Problem]:
    for index, threshold in enumerate(data["thresholds"]):
        number = sum(criterion["scope"] == threshold["scope"] for criterion in data["criteria"])
        if threshold["at_least"] > number:
            key = f"thresholds[{index}].at_least"
            yield Problem(key, f"expected at most {number}, the number of {threshold['scope']} criteria")


def _streams(data: Data) -> Iterator[Problem]:
    streams = _codes(data["streams"])
    routing = data["routing"]
    for index, rule in enumerate(routing["streams"]):
        if rule["stream"] not in streams:
            yield _unknown(f"routing.streams[{index}].stream", "a stream", rule["stream"], streams)
    if routing["otherwise"]["stream"] not in streams:
        yield _unknown("routing.otherwise.stream", "a stream", routing["otherwise"]["stream"], streams)
    yield from _known("levels", "a stream", data["levels"], streams)
    step_down = data.get("standing", {}).get("step_down")
    if step_down and step_down["stream"] not in streams:
        yield _unknown("standing.step_down.stream", "a stream", step_down["stream"], streams)


def _coordinators(data: Data) -> Iterator[Problem]:
    entries = data.get("coordinators", [])
    if entries and not any(_takes_everybody(entry) for entry in entries):
        yield Problem("coordinators", "expected one without languages and places, who takes up everybody else")


def _takes_everybody(coordinator: Data) -> bool:
    return not {"languages", "places", "postcode_sectors"} & set(coordinator)


def _placeholders(data: Data) -> Iterator[Problem]:
    for index, figure in enumerate(data["figures"]):
        if figure["value"] is None and not figure.get("placeholder"):
            yield Problem(f"figures[{index}].value", "expected a number, or placeholder: true")
    if data["area"].get("placeholder") and data["area"]["postcodes"]:
        yield Problem("area.placeholder", "expected no postcodes while the districts are a placeholder")


def _rules(data: Data) -> Iterator[Problem]:
    routing = data["routing"]
    for kind in ("streams", "added_support", "paths"):
        for index, rule in enumerate(routing[kind]):
            key = f"routing.{kind}[{index}]"
            yield from _condition(data, f"{key}.when", rule["when"])
            yield from _braces(f"{key}.reason", rule["reason"], REASON_WORDS)
            if kind == "paths" and rule["path"] not in data["next_steps"]:
                yield Problem(f"next_steps.{rule['path']}", f"expected a sentence, as {key}.path leads there")
    yield from _braces("signposting.elsewhere", data["signposting"]["elsewhere"], {"programme", "area"})
    for index, part in enumerate(data["prioritisation"]["parts"]):
        yield from _braces(f"prioritisation.parts[{index}].sentence", part["sentence"], {"value"})


def _condition(data: Data, key: str, condition: Data) -> Iterator[Problem]:
    ((operator, operand),) = condition.items()
    key = f"{key}.{operator}"
    if operator in ("all", "any"):
        for index, inner in enumerate(operand):
            yield from _condition(data, f"{key}[{index}]", inner)
    elif operator == "not":
        yield from _condition(data, key, operand)
    elif operator in ("any_indicator", "said_with"):
        yield from _known(f"{key}.codes", "an indicator", operand["codes"], indicators())
    elif operator == "any_need":
        yield from _known(key, "a need", operand, needs())
    elif operator in ("criterion_met", "only_problems", "main_problem"):
        yield from _known(key, "a criterion", operand, _codes(data["criteria"]))


def _braces(key: str, sentence: str, known: Iterable[str]) -> Iterator[Problem]:
    known = set(known)
    try:
        words = [word for _, word, _, _ in Formatter().parse(sentence) if word is not None]
    except ValueError:
        yield Problem(key, "expected every brace to be closed")
        return
    for word in words:
        if word not in known:
            yield Problem(key, f"expected only {', '.join(sorted(known))} in braces, found {word!r}")


def _meeting(data: Data) -> Iterator[Problem]:
    parts = _codes(data["prioritisation"]["parts"])
    yield from _known("meeting.ranks_by", "a part of the priority", data["meeting"]["ranks_by"], parts)
    for index, part in enumerate(data["prioritisation"]["parts"]):
        if part["measure"] == "turnaround" and part["use"] == "ranks":
            yield Problem(
                f"prioritisation.parts[{index}].use", "expected breaks_ties or shown: turnaround never ranks alone"
            )


def _areas(data: Data) -> Iterator[Problem]:
    whole = set(data["area"]["postcodes"])
    for index, district in enumerate(data["area"]["shared_postcodes"]):
        if district in whole:
            yield Problem(
                f"area.shared_postcodes[{index}]", f"expected a district that is not in area.postcodes: {district}"
            )


def _dispositions(data: Data) -> Iterator[Problem]:
    for index, year in enumerate((data["allocation"] or {"years": []})["years"]):
        if "dispositions" not in year:
            continue
        total = sum(entry["families"] for entry in year["dispositions"])
        if total != year.get("identified"):
            key = f"allocation.years[{index}].dispositions"
            yield Problem(key, f"expected families to add up to {year.get('identified')} identified, found {total}")


def _identified(data: Data) -> Iterator[Problem]:
    for index, table in enumerate(data.get("identified", [])):
        key = f"identified[{index}].matched"
        codes = [entry["criterion"] for entry in table["matched"]]
        yield from _known(key, "a criterion", codes, _codes(data["criteria"]))
        for place, entry in enumerate(table["matched"]):
            if entry["families"] > table["families"]:
                yield Problem(f"{key}[{place}].families", f"expected at most {table['families']}, all that were found")


def _escalation(data: Data) -> Iterator[Problem]:
    chain = data["duty"]["chain"]
    for index, (before, entry) in enumerate(pairwise(chain), 1):
        for level, minutes in entry["minutes"].items():
            if minutes < before["minutes"][level]:
                yield Problem(
                    f"duty.chain[{index}].minutes.{level}",
                    f"expected at least {before['minutes'][level]}, when the one before is told, found {minutes}",
                )


def _sources(value: Any, documents: Data, key: str) -> Iterator[Problem]:
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _sources(entry, documents, f"{key}[{index}]")
    if not isinstance(value, Mapping):
        return
    for name, entry in value.items():
        inner = f"{key}.{name}".removeprefix(".")
        if name == "source" and isinstance(entry, Mapping) and entry["document"] not in documents:
            yield _unknown(f"{inner}.document", "a document", entry["document"], documents)
        else:
            yield from _sources(entry, documents, inner)
