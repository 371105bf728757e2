"""Whether the stages of a programme's paths lead somewhere: none that cannot be reached, left, or come back from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from backend.programmes.problems import Problem

Data = Mapping[str, Any]


def wrong_paths(paths: Data, ways: Iterable[str]) -> Iterator[Problem]:
    """What does not fit together. ``ways`` are the paths that the routing can name."""
    stages: dict[str, Data] = {stage["code"]: stage for stage in paths["stages"]}
    yield from _unknown(paths, stages)
    yield from (
        Problem("paths.begins", f"expected the key {way}, as the routing names it")
        for way in sorted({"coordinator", *ways} - set(paths["begins"]))
    )
    for index, stage in enumerate(paths["stages"]):
        yield from _stage(f"paths.stages[{index}]", stage)
    yield from _cut_off(paths, stages)


def _unknown(paths: Data, stages: Mapping[str, Data]) -> Iterator[Problem]:
    there_are = ", ".join(sorted(stages))
    for way, code in paths["begins"].items():
        if code not in stages:
            yield Problem(
                f"paths.begins.{way}", f"expected a stage that exists, found {code!r}; there are: {there_are}"
            )
    for index, stage in enumerate(paths["stages"]):
        for place, code in enumerate(stage["next"]):
            if code not in stages:
                key = f"paths.stages[{index}].next[{place}]"
                yield Problem(key, f"expected a stage that exists, found {code!r}; there are: {there_are}")


def _stage(key: str, stage: Data) -> Iterator[Problem]:
    if not stage["next"] and not stage.get("goes_back"):
        what = "the stage at which it is taken up again" if stage.get("ends") else "at least one stage"
        yield Problem(f"{key}.next", f"expected {what}, found an empty list")
    if stage.get("ends") and stage.get("goes_back"):
        yield Problem(f"{key}.goes_back", "expected a stage that does not end: what has ended is taken up by next")
    if stage.get("ends") and stage.get("within"):
        yield Problem(f"{key}.within", "expected no time where the path has ended")
    if stage.get("asks") and not stage.get("reason"):
        yield Problem(f"{key}.reason", "expected true, as more than the step is written down")


def _cut_off(paths: Data, stages: Mapping[str, Data]) -> Iterator[Problem]:
    anywhere = [code for code, stage in stages.items() if stage.get("anywhere")]
    reached = _reachable([*paths["begins"].values(), *anywhere], stages)
    closing = {code for code, stage in stages.items() if stage.get("ends")}
    for index, stage in enumerate(paths["stages"]):
        if stage["code"] not in reached:
            yield Problem(f"paths.stages[{index}].code", f"expected a stage that can be reached: {stage['code']}")
        if not stage.get("goes_back") and not _reachable([stage["code"]], stages) & closing:
            yield Problem(f"paths.stages[{index}].next", f"expected a way to an end from {stage['code']}")


def _reachable(begin: Iterable[str], stages: Mapping[str, Data]) -> set[str]:
    reached: set[str] = set()
    waiting = [code for code in begin if code in stages]
    while waiting:
        code = waiting.pop()
        if code not in reached:
            reached.add(code)
            waiting += [each for each in stages[code]["next"] if each in stages]
    return reached
