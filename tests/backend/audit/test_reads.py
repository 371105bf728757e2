"""Whatever answers a family's words leaves an entry: every route of a real application is tried, with every role.

A new route is tried by itself. Where its address holds something that is not known here, say in ``Planted.known`` what
it stands for; where it needs a body, give one in ``Planted.body``.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from backend.access.actor import ROLES
from backend.access.walk import declared_routes
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.retention.models import LegalHold
from backend.rights.models import RightsRequest
from tests.backend.serving import SERVICE, backend_in
from tests.backend.threads.talking import CONTENT, Talk, _header

PLANTED = re.compile(r"Quillfeather|Larkspur|900123|TN13 1AA|no one works|2014-05-06|Grimsdyke")
ENDS = {
    "POST /internal/threads/{thread}/stop",
    "POST /sign-out",
    "POST /account/sign-ins/end",
    "POST /account/sign-ins/end-all",
    "POST /holds/{hold}/lift",
    "POST /api/handovers/{handover}/end",
    "POST /conversations/{handover}/back",
}
"""What would take away what the others are tried on."""


FILES = ("application/zip", "application/pdf")
"""What is read of a family without its words being found in it."""


class Planted:
    """A family that was nominated, decided about, and is the subject of an alert."""

    def __init__(self, client: httpx.Client, sessions: Sessions) -> None:
        self.client, origin = client, str(client.base_url).rstrip("/")
        self.origin = origin
        self.talk = Talk(origin)
        self.talk.hear("Ned was excluded twice and no one works.", delivery="d-1", conversation="page")
        self.talk.put(CONTENT).raise_for_status()
        self.talk.say({"text": "Is this right? [[summary]]", "custom": {"fill": ["summary"]}})
        self.reference = str(self.talk.submit().raise_for_status().json()["reference"])
        self.alert = str(uuid.uuid4())
        alert: dict[str, Any] = {
            "id": self.alert,
            "at": "2026-11-22T10:00:00Z",
            "thread": self.talk.thread,
            "source": "message",
        }
        alert |= {
            "programme": "sevenoaks",
            "level": "urgent",
            "reasons": ["fear"],
            "text": "Della Quillfeather is afraid",
        }
        self.talk.post("/internal/alerts", alert)
        path = f"/api/nominations/{self.reference}"
        for made, body in (
            ("decisions", {"kind": "accept", "reason": "Both hold.", "version": 1}),
            ("steps", {"to": "log", "reason": "Mrs Grimsdyke says that Ned Quillfeather was there.", "version": 2}),
            ("decisions", {"kind": "return", "reason": "Mrs Grimsdyke helps Della Quillfeather.", "version": 3}),
        ):
            self.ask("POST", f"{path}/{made}", "coordinator", json=body).raise_for_status()

        asked = {"kind": "access", "words": "Della Quillfeather wants to see it"}
        self.ask("POST", f"/my-nominations/{self.reference}/requests", "nominator", data=asked)
        with sessions() as db:
            self.asked = db.scalars(select(RightsRequest.id)).one()
        self.again = self.nominated_again()
        self.hold = self.held_and_withdrawn(sessions)
        self.handover = self.handed_over()
        self.letter = self.written()

    def written(self) -> str:
        """A draft of a letter to the household."""
        letters = f"/nominations/{self.reference}/letters"
        begun = self.ask("POST", letters, "coordinator", data={"reader": "person-1"})
        return begun.headers["location"].rpartition("/")[2]

    def nominated_again(self) -> str:
        """Another nomination of the same family."""
        talk = Talk(self.origin)
        talk.hear("Ned was excluded twice and no one works.")
        talk.put(CONTENT).raise_for_status()
        return str(talk.submit().raise_for_status().json()["reference"])

    def handed_over(self) -> str:
        """A talk in which a person is wanted."""
        talk = Talk(self.origin)
        talk.hear("Della Quillfeather wants to talk to a person")
        asked = talk.post(f"/internal/threads/{talk.thread}/hand-over", {"message": talk.last})
        return str(asked["handover"])

    def held_and_withdrawn(self, sessions: Sessions) -> str:
        """The hold of another nomination, which keeps what was told although the agreement was taken back."""
        talk = Talk(self.origin)
        review = (utc_now() + timedelta(days=30)).date().isoformat()
        held = {"reference": talk.nominated(), "reason": "complaint", "words": "Mrs Grimsdyke", "review_on": review}
        self.ask("POST", "/holds", "lead", data=held)
        talk.post(f"/internal/threads/{talk.thread}/stop", {"reason": "withdrawn"})
        with sessions() as db:
            return db.scalars(select(LegalHold.id)).one()

    def ask(self, method: str, path: str, who: str, **more: Any) -> httpx.Response:
        headers = SERVICE if who == "service" else {} if who == "nobody" else _header(self.origin, who)
        self.client.cookies.clear()
        return self.client.request(method, path, headers=headers, **more)

    @property
    def known(self) -> dict[str, str]:
        """What stands in addresses."""
        return {
            "reference": self.reference,
            "other": self.again,
            "thread": self.talk.thread,
            "alert": self.alert,
            "asked": self.asked,
            "hold": self.hold,
            "handover": self.handover,
            "letter": self.letter,
            "name:path": "front-door.css",
            "budget": "none-of-a-family",
            **dict.fromkeys(("provider", "token", "account", "invitation", "link", "filter_id"), "none-of-a-family"),
        }

    def version(self) -> int:
        """The nomination's version as it is now."""
        return int(self.ask("GET", f"/api/nominations/{self.reference}", "coordinator").json()["version"])

    def body(self, route: str) -> dict[str, Any]:
        """What is sent, where it matters."""
        heard = (
            self.talk.hear("Where is it?", conversation="page")["message"] if route == "POST /internal/replies" else 0
        )
        version = self.talk.view()["version"] if route.startswith("PUT ") else 0
        message = {"channel": "web", "credential": {"kind": "bearer", "value": self.talk.token}, "text": "Again?",
                   "conversation": "page", "delivery": "d-1", "reading": {}, "programme": "sevenoaks"}  # fmt: skip
        reply = {"text": "[[summary]] [[status]]", "custom": {"fill": ["summary", "status"]}}
        form = (
            {"version": self.version(), "kind": "ask", "reason": ""} if route == "POST /nominations/{reference}" else {}
        )
        draft = {"version": version, "marks": {}, "content": CONTENT, "programme": None}
        told = {"thread": self.talk.thread, "message": heard, "replies": [reply]}
        bodies: dict[str, dict[str, Any]] = {
            "POST /internal/messages": {"json": message},
            "POST /internal/replies": {"json": told},
            "PUT /internal/threads/{thread}/draft": {"json": draft},
            "POST /internal/threads/{thread}/additions": {"json": {"message": 1, "indicators": []}},
            "POST /api/nominations/{reference}/judgements": {"json": {"version": "2013"}},
            "POST /api/alerts/{alert}/acknowledgement": {"json": {"note": "I am calling Mrs Grimsdyke"}},
            "POST /nominations/{reference}": {"data": form},
            "POST /duty/{alert}": {"data": {"note": "x" * 5_000}},
            "POST /api/alerts/{alert}/notes": {"json": {"text": "Rang Mrs Grimsdyke"}},
            "POST /api/alerts/{alert}/closing": {"json": {"outcome": "spoken-to", "text": "Rang Mrs Grimsdyke"}},
            "POST /nominations/{reference}/family/{other}": {"data": {"verdict": "enemies"}},
            "POST /api/nominations/{reference}/family/{other}": {"json": {"verdict": "same"}},
            "POST /conversations/{handover}": {"data": {"text": ""}},
            "POST /nominations/{reference}/copy": {"data": {"person": 1}},
            "POST /nominations/{reference}/letters/{letter}": {"data": {"act": "send", "seen": 1}},
            "GET /nominations/{reference}/ask": {"params": {"point": "all"}},
            "POST /nominations/{reference}/ask": {"data": {"version": self.version(), "point": "all", "words": ""}},
        }
        return bodies.get(route, {})


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, FastAPI]]:
    folder: Path = tmp_path_factory.mktemp("backend")
    with backend_in(folder) as served:
        yield served


def entries_after(application: FastAPI, before: int) -> list[AuditEntry]:
    with application.state.sessions() as db:
        return list(db.scalars(select(AuditEntry).where(AuditEntry.seq > before)))


def newest(application: FastAPI) -> int:
    with application.state.sessions() as db:
        return db.scalar(select(func.max(AuditEntry.seq))) or 0


@pytest.fixture
def client(running: tuple[str, FastAPI]) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=running[0], timeout=60) as client:
        yield client


def test_every_route_that_answers_a_familys_words_leaves_an_entry(
    running: tuple[str, FastAPI], client: httpx.Client
) -> None:
    _, application = running
    planted = Planted(client, application.state.sessions)
    answered: set[str] = set()
    for route in declared_routes(application):
        for method in sorted(route.methods - {"HEAD", "OPTIONS"}):
            name = f"{method} {route.path}"
            if name in ENDS:
                continue
            unknown = set(re.findall(r"{([^}]+)}", route.path)) - planted.known.keys()
            assert not unknown, f"{name}: say in Planted.known what {unknown} stands for"
            path = re.sub(r"{([^}]+)}", lambda found: planted.known[found[1]], route.path)
            for who in (*ROLES, "service", "nobody"):
                if not _may_answer(route.rules[0], who):
                    continue
                body = planted.body(name)
                before = newest(application)
                answer = planted.ask(method, path, who, **body)
                if PLANTED.search(answer.text) is None and answer.headers.get("content-type") not in FILES:
                    continue
                left = [entry.action for entry in entries_after(application, before) if "sign" not in entry.action]
                assert left, f"{name} answered a family's words to {who} and left no entry"
                answered.add(name)
    assert answered >= ANSWERING, f"these answered nothing of a family, so nothing was tried: {ANSWERING - answered}"


ANSWERING = {
    "GET /internal/threads/{thread}",
    "POST /internal/messages",
    "POST /internal/replies",
    "GET /api/nominations/{reference}",
    "POST /api/nominations/{reference}/judgements",
    "GET /api/nominations/{reference}/steps",
    "GET /api/alerts",
    "POST /api/alerts/{alert}/acknowledgement",
    "GET /chat",
    "GET /chat/messages",
    "GET /chat/news",
    "GET /api/handovers/{handover}",
    "POST /api/handovers/{handover}/taking",
    "GET /conversations/{handover}",
    "GET /conversations/{handover}/news",
    "POST /conversations/{handover}",
    "GET /my-nominations",
    "GET /nominations/{reference}",
    "POST /nominations/{reference}",
    "GET /duty",
    "POST /duty/{alert}",
    "GET /nominations/{reference}/family/{other}",
    "POST /nominations/{reference}/family/{other}",
    "GET /api/nominations/{reference}/family/{other}",
    "POST /api/nominations/{reference}/family/{other}",
    "GET /nominations/{reference}/copy",
    "GET /nominations/{reference}/requests",
    "GET /nominations/{reference}/letters",
    "POST /nominations/{reference}/letters",
    "GET /nominations/{reference}/letters/{letter}",
    "POST /nominations/{reference}/letters/{letter}",
    "GET /holds",
    "GET /holds/{hold}",
}
"""Routes that must have answered something of the family here; otherwise this test tries nothing."""


def _may_answer(rule: Any, who: str) -> bool:
    if rule.kind == "service" or who == "service":
        return bool(rule.kind == "service" and who == "service")
    if rule.kind == "public" or who == "nobody":
        return bool(rule.kind == "public" and who == "nobody")
    return rule.kind == "signed_in" or who in rule.roles


def test_the_queue_and_a_comparison_leave_an_entry_though_they_show_codes_only(running: tuple[str, FastAPI]) -> None:
    origin, application = running
    reference = Talk(origin).nominated()
    for path, actions in (
        ("/queue", ["listed", "listed"]),  # the nominations, and who wants to talk to a person
        ("/api/nominations", ["listed"]),
        (f"/nominations/{reference}/compare", ["compared"]),
        (f"/nominations/{reference}/what-if?changed=crime_asb:yes", ["tried"]),
    ):
        before = newest(application)
        answer = httpx.get(origin + path, headers=_header(origin, "coordinator"), timeout=30)
        assert answer.status_code == 200
        assert [entry.action for entry in entries_after(application, before)] == actions
