"""Every route with the rows of somebody else: another programme's staff, another nominator, another family.

The routes are walked, so that a new one is tried as soon as it is there. Whoever adds one with a new name in its path
says in ``THINGS`` what that is, and whoever adds a body says in ``BODIES`` what is sent.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access.walk import declared_routes
from backend.accounts.accounts import as_actor
from backend.accounts.invitations import invite
from backend.accounts.models import Account
from backend.consent.links import make_link
from backend.database.base import new_id, utc_now
from backend.decisions.budgets import ask_for
from backend.handovers.asking import hand_over
from backend.letters.models import Letter
from backend.letters.record import add_version, keep_recipient
from backend.letters.text import Part, Text
from backend.nominations.models import Nomination
from backend.nominations.record import find_nomination
from backend.nominations.saved import save
from backend.retention.holds import place_hold
from backend.rights.requests import ask
from backend.threads.conversations import thread_for
from tests.backend.serving import SERVICE
from tests.browser.records import THREADS, nominate, raise_alert
from tests.threats.conftest import Backend, every_role

HERE, ELSEWHERE = "sevenoaks", "maidstone"
NAMES = ("Quenby", "Ashgrove", "17 Larkspur Rise", "01632 960277", "burnt porridge", "Pellworth")
CONTENT: dict[str, Any] = {
    "people": [{"name": "Quenby Ashgrove", "age": 34, "relation": "mother"}, {"name": "Pellworth Ashgrove", "age": 9}],
    "address": "17 Larkspur Rise",
    "contact": {"phone": "01632 960277"},
    "story": "There was burnt porridge on the stove and nobody works.",
}
BODIES: dict[str, dict[str, Any]] = {
    "POST /api/nominations/{reference}/judgements": {"version": "2013"},
    "POST /api/nominations/{reference}/decisions": {"kind": "ask", "reason": "Who agreed?", "version": 1},
    "POST /api/nominations/{reference}/steps": {"to": "log", "reason": "They agreed.", "version": 1},
    "PUT /api/nominations/{reference}/owner": {"to": "me"},
    "POST /api/alerts/{alert}/acknowledgement": {"note": "mine"},
    "POST /api/alerts/{alert}/notes": {"text": "mine"},
    "POST /api/alerts/{alert}/closing": {"outcome": "no-danger", "text": "mine"},
    "POST /api/nominations/{reference}/family/{other}": {"verdict": "same"},
    "POST /api/nominations/{reference}/passing-on": {
        "programme": "maidstone",
        "consent": {"by": "mum", "date": "2026-11-20", "method": "phone"},
        "version": 1,
    },
    "POST /api/handovers/{handover}/messages": {"text": "Who agreed, and when?"},
}
FORM = {
    "version": "1",
    "person": "0",
    "kind": "ask",
    "reason": "Who agreed, and when?",
    "stream": "fip",
    "note": "mine",
    "text": "mine",
    "outcome": "no-danger",
    "act": "take",
    "verdict": "same",
}
OF_ONES_OWN = ("/sign-out", "/chat/new", "/chat/unfinished", "/account/")
"""Where what is sent changes nothing but the caller's own: there is no row in the path to reach for."""


@pytest.fixture(scope="module")
def things(backend: Backend) -> dict[str, str]:
    """What stands in the paths: all of it belongs to Sevenoaks and its people."""
    reference = nominate(backend.origin, **CONTENT)
    other = nominate(backend.origin, **CONTENT)
    alert = raise_alert(backend.origin, "Quenby Ashgrove is afraid, 17 Larkspur Rise")
    account = backend.account("priya@sevenoaks.example", *every_role(HERE), name="Pellworth Priya")
    today = utc_now()
    with backend.application.state.sessions.begin() as db:
        priya = as_actor(db, db.get_one(Account, account), session_id="")
        words = "Quenby Ashgrove asked for it"
        hold = place_hold(
            db, priya, reference, reason="legal-claim", words=words,
            review_on=today.date() + timedelta(days=30), now=today,
        )  # fmt: skip
        saved = save(db, priya, "Pellworth's own", {"list": "mine"})
        asked = ask(db, priya, reference, kind="access", by="Quenby Ashgrove", how="on paper", words=words, now=today)
        invited = invite(db, priya, "pellworth@sevenoaks.example", [(HERE, "lead")], None)
        money = ask_for(db, priya, reference, budget="family-support-fund", pence=4500, reason=words, now=today).id
        thread = db.scalars(select(Nomination.thread_id).where(Nomination.reference == reference)).one()
        wanted = hand_over(db, str(thread), 1, today).handover
        link = make_link(db, thread_for(db, priya, "web", "a talk that waits", HERE).id, "http://here", today)
        made: dict[str, Any] = {"link": link, "hold": hold, "asked": asked, "invitation": invited, "handover": wanted}
        made |= {"filter_id": saved, "budget": money}
        made["letter"] = _letter(db, reference, account)
        ids = {name: thing if isinstance(thing, str) else thing.id for name, thing in made.items()}
    named = {"reference": reference, "other": other, "alert": alert, "account": account}
    return {**named, "thread": "none", "name": "none", **ids}


@pytest.fixture(scope="module")
def strangers(backend: Backend) -> dict[str, dict[str, str]]:
    """People with every role there is in another programme, and colleagues with rows of their own in this one."""
    backend.account("all@maidstone.example", *every_role(ELSEWHERE))
    backend.account("other@sevenoaks.example", (HERE, "nominator"))
    backend.account("family@sevenoaks.example", (HERE, "family"))
    return {email: backend.bearer(email) for email in (
        "all@maidstone.example", "other@sevenoaks.example", "family@sevenoaks.example",
    )}  # fmt: skip


def _letter(db: Session, reference: str, account: str) -> str:
    """A draft of a letter to somebody of the household."""
    nomination = find_nomination(db, reference)
    letter = Letter(
        id=new_id(), nomination_id=nomination.id, programme=HERE, kind="accepted", reader="person", about_version=1,
        last_n=0, begun_by=account, begun_at=utc_now(),
    )  # fmt: skip
    keep_recipient(db, nomination, letter, {"code": "person-1", "name": "Quenby Ashgrove", "address": []})
    db.add(letter)
    db.flush()
    words = Part("decision", "What was decided", "There was burnt porridge on the stove.")
    text = Text("A letter", "Us", "Dear Quenby Ashgrove,", (words,), "Us")
    add_version(db, nomination, letter, text, editor=account, at=utc_now())
    return letter.id


def test_no_route_shows_or_changes_what_is_somebody_elses(
    backend: Backend, things: dict[str, str], strangers: dict[str, dict[str, str]]
) -> None:
    tried = 0
    problems = []
    for route in declared_routes(backend.application):
        (rule,) = route.rules
        if rule.kind in ("public", "service"):
            continue
        for method in sorted(route.methods - {"HEAD"}):
            name = f"{method} {route.path}"
            for who, headers in strangers.items():
                if method != "GET" and route.path.startswith(OF_ONES_OWN):
                    continue
                answer = _try(backend.origin, method, route.path, things, headers)
                tried += 1
                problems += [f"{name} as {who}: {problem}" for problem in _problems(route.path, answer, things)]
    assert not problems, "\n".join(problems)
    assert tried > 40
    _unchanged(backend, things)


def _try(origin: str, method: str, path: str, things: dict[str, str], headers: dict[str, str]) -> httpx.Response:
    wanted = re.findall(r"{(\w+)(?::\w+)?}", path)
    unknown = [part for part in wanted if part not in things]
    assert not unknown, f"say in THINGS what {unknown} of {path} is, so that this route is tried with somebody else's"
    url = origin + re.sub(r"{(\w+)(?::\w+)?}", lambda found: things[found[1]], path)
    if method == "GET":
        return httpx.get(url, headers=headers)
    if path.startswith("/api/"):
        return httpx.request(method, url, headers=headers, json=BODIES.get(f"{method} {path}", {}))
    return httpx.request(method, url, headers=headers, data=FORM)


def _problems(path: str, answer: httpx.Response, things: dict[str, str]) -> list[str]:
    found = [f"shows {name}" for name in NAMES if name in answer.text]
    if "{" not in path:
        if things["reference"] in answer.text or things["alert"] in answer.text:
            found.append("shows that it exists")
        return found
    if answer.status_code not in (403, 404):
        found.append(f"answers {answer.status_code} (a 422 needs an entry in BODIES or FORM)")
    return found


def _unchanged(backend: Backend, things: dict[str, str]) -> None:
    seen = httpx.get(
        f"{backend.origin}/api/nominations/{things['reference']}", headers=backend.bearer("priya@sevenoaks.example")
    )
    assert seen.json()["version"] == 1
    assert seen.json()["status"] == "received"
    assert "Quenby Ashgrove" in seen.text
    backend.account("duty@sevenoaks.example", (HERE, "duty"))
    waiting = httpx.get(f"{backend.origin}/api/alerts", headers=backend.bearer("duty@sevenoaks.example"))
    assert things["alert"] in waiting.text


def test_a_reference_that_exists_is_told_like_one_that_does_not(
    backend: Backend, things: dict[str, str], strangers: dict[str, dict[str, str]]
) -> None:
    for headers in strangers.values():
        for path in ("/api/nominations/{}", "/nominations/{}", "/nominations/{}/compare"):
            answers = [
                httpx.get(backend.origin + path.format(reference), headers={**headers, "Accept": "application/json"})
                for reference in (things["reference"], "FD-22222222")
            ]
            assert answers[0].status_code == answers[1].status_code
            assert answers[0].text == answers[1].text


def test_references_cannot_be_counted_or_guessed(backend: Backend) -> None:
    references = [nominate(backend.origin) for _ in range(3)]
    assert len({reference[:5] for reference in references}) > 1
    assert all(re.fullmatch(r"FD-[2-9B-Y]{8}", reference) for reference in references)


def test_somebody_elses_conversation_is_not_there(
    backend: Backend, things: dict[str, str], strangers: dict[str, dict[str, str]]
) -> None:
    conversation, _ = THREADS[things["reference"]]
    for headers in strangers.values():
        body = {
            "credential": {"kind": "bearer", "value": headers["Authorization"].removeprefix("Bearer ")},
            "conversation": conversation,
            "text": "What did I tell you?",
            "reading": {},
        }
        answer = httpx.post(f"{backend.origin}/internal/messages", json=body, headers=SERVICE)
        assert answer.status_code in (403, 404)
        assert "Quenby" not in answer.text


def test_the_internal_routes_want_the_service_token_whoever_asks(
    backend: Backend, strangers: dict[str, dict[str, str]]
) -> None:
    routes = [route for route in declared_routes(backend.application) if route.path.startswith("/internal/")]
    assert len(routes) >= 8
    for route in routes:
        for method in route.methods - {"HEAD"}:
            url = backend.origin + re.sub(r"{\w+}", "x", route.path)
            for headers in [*strangers.values(), {}, {"Authorization": "Service"}, {"Authorization": "Service guess"}]:
                assert httpx.request(method, url, headers=headers, json={}).status_code == 401
