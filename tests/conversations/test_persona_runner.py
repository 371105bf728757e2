"""The persona runner, against a scripted server that asks, waits and refuses as Front Door does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from backend.command.converse import converse
from backend.command.expectations import check_record
from backend.command.persona import Persona, PersonaError
from tests.door.stubs import free_port, serving

RECORD = {
    "people": [
        {"name": "Ann Hill", "age": 40, "relation": "mother"},
        {"name": "Bo Hill", "age": 14, "relation": "son"},
    ],
    "postcode": "TN13 1AA",
    "needs": {"education": "asserted", "housing": "negated"},
    "agencies": ["Hill Road School", "Kent Police"],
    "lead_professional": {"state": "no", "name": None},
    "consent": {"state": "given", "events": []},
    "assessment": {"verdict": "eligible"},
    "route": {"stream": "fip", "path": None, "added_support": ["mentoring"]},
}


class Script:
    """Asks one question after the other, whatever is said; danger interrupts."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.questions: list[dict[str, Any]] = [
            {"question": "danger"},
            {"question": "story"},
            {"question": "clarify", "about": ["crime_asb", "housing"]},
            {"question": "summary"},
        ]

    def application(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/api/token", self.token, methods=["POST"]),
                Route("/api/chat/messages", self.message, methods=["POST"]),
                Route("/api/nominations/{reference}", lambda _: JSONResponse(RECORD)),
            ]
        )

    async def token(self, request: Request) -> Response:
        return JSONResponse({"access_token": (await request.form())["username"]})

    async def message(self, request: Request) -> Response:
        self.heard.append((await request.json())["text"])
        if "knife" in self.heard[-1]:
            return JSONResponse(
                [{"text": "Ring 999.", "custom": {"safety": "immediate", "outcome": "escalated_danger"}}]
            )
        if not self.questions:
            return JSONResponse([{"text": "Sent.", "custom": {"outcome": "submitted", "reference": "FD-1"}}])
        reply: dict[str, Any] = {"text": "Next?", "custom": self.questions.pop(0)}
        if reply["custom"]["question"] == "summary":
            reply["buttons"] = [{"title": "Yes, send it", "payload": "opaque-1"}]
        return JSONResponse([reply])


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def url(script: Script) -> Iterator[str]:
    with serving(script.application(), free_port()) as address:
        yield address


PERSONA: dict[str, Any] = {
    "channel": "web",
    "programme": "sevenoaks",
    "nominator": {"kind": "professional", "name": "A", "role": "teacher", "agency": "School"},
    "answers": {
        "danger": "no",
        "story": ["first part", "second part"],
        "clarify:crime_asb": "no police",
        "clarify:housing": "no arrears",
        "summary": "yes, send it",
    },
    "events": [{"after": "danger", "say": "he has a knife", "expect": {"safety": "immediate", "text": "999"}}],
    "expect": {"outcome": "submitted", "eligible": True, "route": "fip", "record": {"people": 2}},
}


def _play(tmp_path: Path, url: str, **changes: Any) -> tuple[int, list[str]]:
    path = tmp_path / "ann.yml"
    path.write_text(yaml.safe_dump({**PERSONA, **changes}))
    result = CliRunner().invoke(converse, [str(path), "--url", url])
    return result.exit_code, result.output.splitlines()


def test_plays_a_persona_to_the_end(tmp_path: Path, script: Script, url: str) -> None:
    code, lines = _play(tmp_path, url)
    assert code == 0, lines
    assert script.heard[1:4] == ["no", "he has a knife", "first part"]
    assert script.heard[-1] == "opaque-1"
    line = json.loads(lines[-1])
    assert line["persona"] == "ann"
    assert (line["outcome"], line["reference"], line["safety"]) == ("submitted", "FD-1", "immediate")
    assert set(line["expect"].values()) == {"ok"}
    assert "events.0.safety" in line["expect"]


def test_a_group_of_questions_is_answered_together(tmp_path: Path, script: Script, url: str) -> None:
    _play(tmp_path, url, answers={**PERSONA["answers"], "story": "one"})
    assert "no police no arrears" in script.heard


def test_a_failed_expectation_fails_the_command(tmp_path: Path, url: str) -> None:
    code, lines = _play(tmp_path, url, expect={"outcome": "stopped_no_consent"})
    assert code == 1
    assert json.loads(lines[-1])["expect"] == {"outcome": "failed", "events.0.safety": "ok", "events.0.text": "ok"}


def test_what_went_wrong_is_shown_with_what_is_there_instead(tmp_path: Path, url: str) -> None:
    _, lines = _play(
        tmp_path, url, expect={"eligible": False, "route": "caseworker", "record": {"postcode": "ME14 1AA"}}
    )
    assert json.loads(lines[-1])["wrong"] == {
        "eligible": {"wanted": False, "found": "eligible"},
        "route": {"wanted": "caseworker", "found": {"stream": "fip", "path": None, "added_support": ["mentoring"]}},
        "record.postcode": {"wanted": "ME14 1AA", "found": "TN13 1AA"},
    }


def test_words_typed_and_time_taken_are_counted_and_a_press_is_no_word(tmp_path: Path, url: str) -> None:
    _, lines = _play(tmp_path, url)
    line = json.loads(lines[-1])
    opening, no, knife, parts = 8, 1, 4, 4
    assert (line["words"], line["longest"]) == (opening + no + knife + parts, opening)
    assert 0 < line["ms"]["median"] <= line["ms"]["p95"]


def test_several_personas_end_in_a_line_of_totals(tmp_path: Path, url: str) -> None:
    paths = [tmp_path / name for name in ("ann.yml", "bea.yml")]
    for path in paths:
        path.write_text(yaml.safe_dump(PERSONA))
    result = CliRunner().invoke(converse, [*map(str, paths), "--url", url, "--quiet"])
    *lines, last = result.output.splitlines()
    assert [json.loads(line)["persona"] for line in lines] == ["ann", "bea"]
    together = json.loads(last.removeprefix("Totals: "))
    assert together["personas"] == 2
    assert together["outcome"] == {"right": 2, "of": 2, "share": 1.0}


def test_a_careless_typist_makes_other_words_of_it_and_still_presses_buttons(
    tmp_path: Path, script: Script, url: str
) -> None:
    path = tmp_path / "ann.yml"
    story = "the police came twice this year and the younger boys are hardly ever at school any more"
    path.write_text(yaml.safe_dump({**PERSONA, "answers": {**PERSONA["answers"], "story": story}}))
    result = CliRunner().invoke(converse, [str(path), "--url", url, "--careless", "5"])
    assert result.exit_code == 0, result.output
    assert story not in script.heard
    assert script.heard[-1] == "opaque-1"


def test_a_service_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    code, lines = _play(tmp_path, f"http://127.0.0.1:{free_port()}")
    assert code == 1
    assert "cannot be reached" in lines[-1]


@pytest.mark.parametrize(
    ("expect", "ok"),
    [
        ({"people": 2}, True),
        ({"people": [{"name": "bo hill", "age": 14}, {"relation": "mother"}]}, True),
        ({"people": [{"name": "bo hill", "age": 14}]}, False),
        ({"people": [{"age": 14}, {"age": 14}]}, False),
        ({"postcode": "tn131aa"}, True),
        ({"needs": ["education"]}, True),
        ({"needs": ["housing"]}, False),
        ({"needs": {"housing": "negated"}}, True),
        ({"needs": {"housing": ["historical", "negated"]}}, True),
        ({"needs": {"crime_asb": None}}, True),
        ({"needs": {"education": None}}, False),
        ({"agencies": ["police"]}, True),
        ({"agencies": ["CAMHS"]}, False),
        ({"lead_professional": "no"}, True),
        ({"lead_professional": "yes"}, False),
        ({"consent": "given"}, True),
        ({"consent": {"state": "refused"}}, False),
    ],
)
def test_what_is_expected_of_the_record_is_compared_field_by_field(expect: dict[str, Any], ok: bool) -> None:
    assert set(check_record({"record": expect}, None, "none", RECORD).values()) == {"ok" if ok else "failed"}
    assert set(check_record({"record": expect}, None, "none", None).values()) == {"failed"}


@pytest.mark.parametrize(("route", "ok"), [("fip", True), (["fip", "mentoring"], True), ("caseworker", False)])
def test_a_route_is_a_stream_a_path_or_added_support(route: Any, ok: bool) -> None:
    assert check_record({"route": route}, None, "none", RECORD) == {"route": "ok" if ok else "failed"}


@pytest.mark.parametrize("data", [{"colour": "red"}, {"channel": "pigeon"}, {"nominator": {"kind": "dog"}}])
def test_a_file_that_cannot_be_played_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(PersonaError):
        Persona.from_data("x", data)
