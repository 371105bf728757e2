"""Nominations and alerts put into the record by the same routes that the door and the actions use."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

import httpx

from tests.backend.serving import PATIENCE, SERVICE, bearer

STORY = (
    "Tyler was excluded for three days in March.\n\n"
    "Nobody in the house works & <b>mum</b> is behind with the rent. "
    "She says <script>alert('no')</script> mornings are hard."
)
INDICATORS = [
    {"code": "fixed_term_exclusion", "status": "asserted", "person": "Tyler",
     "words": "excluded for three days in March", "said_by": "professional", "date": None},
    {"code": "nobody_working", "status": "asserted", "words": "Nobody in the house works", "said_by": "professional"},
    {"code": "rent_arrears", "status": "uncertain", "words": "behind with the rent", "said_by": "professional"},
]  # fmt: skip
CONTENT: dict[str, Any] = {
    "programme": "sevenoaks",
    "consent": {
        "state": "given",
        "events": [
            {"purpose": "nomination", "state": "given", "by": "mother", "asked_by": "Priya Shah", "date": "2015-06-02",
             "method": "face to face", "wording_version": "sevenoaks-2013-1"}
        ],
    },
    "people": [
        {"name": "Kayleigh Example", "age": 34, "relation": "mother"},
        {"name": "Tyler Example", "date_of_birth": "2014-05-06", "relation": "son", "school": "Hillview"},
    ],
    "address": "1 High Street",
    "postcode": "TN13 1AA",
    "contact": {"phone": "01632 960200", "note": "mornings only"},
    "indicators": INDICATORS,
    "agencies": ["Meadow Park School", "Housing"],
    "lead_professional": {"state": "no"},
    "assessment_in_place": False,
    "hopes": "Calmer mornings.",
    "story": STORY,
    "danger": "no",
    "answered": ["danger", "consent", "story"],
}  # fmt: skip
ASKED = {"text": "Who is in the family?", "buttons": [{"title": "Not sure", "payload": "answer:unsure"}],
            "custom": {"question": "household"}}  # fmt: skip
"""What the assistant had asked before a person was wanted."""


THREADS: dict[str, tuple[str, str]] = {}
"""Conversation and bearer token of each nomination that was made here, by reference."""


def nominate(backend: str, who: str = "nominator", *, on_page: bool = False, **changes: Any) -> str:
    """A submitted nomination of a demo account; gives its reference.

    ``on_page``: it was told on the chat page. ``changes`` replace parts of its content.
    """
    with httpx.Client(base_url=backend, headers=SERVICE, timeout=PATIENCE) as client:
        token = bearer(backend, who)["Authorization"].removeprefix("Bearer ")
        conversation = "page" if on_page else str(uuid.uuid4())
        thread = _say(client, token, conversation, "I want to nominate a family")["thread"]
        version = client.get(f"/internal/threads/{thread}").raise_for_status().json()["version"]
        content = {**CONTENT, **changes}
        client.put(
            f"/internal/threads/{thread}/draft",
            json={"version": version, "content": content, "programme": content["programme"]},
        ).raise_for_status()
        sent = client.post(f"/internal/threads/{thread}/submission").raise_for_status().json()
        THREADS[sent["reference"]] = (conversation, token)
        return str(sent["reference"])


def understand(backend: str, who: str, text: str, *words: str) -> list[str]:
    """Tell something on the chat page that is read as rent arrears in these words; the names of what was understood."""
    with httpx.Client(base_url=backend, headers=SERVICE, timeout=PATIENCE) as client:
        token = bearer(backend, who)["Authorization"].removeprefix("Bearer ")
        heard = _say(client, token, "page", text)
        thread, n = heard["thread"], heard["message"]
        read = [
            {"code": "rent_arrears", "status": "asserted", "words": each, "message": n, "said_by": "family"}
            | {"start": text.index(each), "end": text.index(each) + len(each)}
            for each in words
        ]
        version = client.get(f"/internal/threads/{thread}").raise_for_status().json()["version"]
        draft = {"version": version, "content": {**CONTENT, "indicators": read}}
        client.put(f"/internal/threads/{thread}/draft", json=draft).raise_for_status()
        return [f"rent_arrears:asserted:{n}:{each['start']}" for each in read]


def ask_for_a_person(backend: str, who: str) -> str:
    """A talk on the chat page in which a question is open and a person was asked for; the hand-over's id."""
    understand(backend, who, "We are behind with the rent", "behind with the rent")
    with httpx.Client(base_url=backend, headers=SERVICE, timeout=PATIENCE) as client:
        token = bearer(backend, who)["Authorization"].removeprefix("Bearer ")
        heard = hear(client, token, "Behind with the rent, I said")
        thread = f"/internal/threads/{heard['thread']}"
        seen = client.get(thread).json()
        body = {"version": seen["version"], "content": seen["content"], "open_question": {"id": "household"}}
        client.put(f"{thread}/draft", json=body).raise_for_status()
        said = {"thread": heard["thread"], "message": heard["message"], "replies": [ASKED]}
        client.post("/internal/replies", json=said).raise_for_status()
        asking = hear(client, token, "Can I talk to a person?")
        told = client.post(f"{thread}/hand-over", json={"message": asking["message"]}).raise_for_status().json()
        return str(told["handover"])


def hear(client: httpx.Client, token: str, text: str) -> dict[str, Any]:
    """A message on the chat page of whoever has the token."""
    return _say(client, token, "page", text)


def add(backend: str, reference: str, text: str) -> None:
    """More that the nominator says about a nomination made here."""
    conversation, token = THREADS[reference]
    with httpx.Client(base_url=backend, headers=SERVICE, timeout=PATIENCE) as client:
        heard = _say(client, token, conversation, text)
        client.post(
            f"/internal/threads/{heard['thread']}/additions", json={"message": heard["message"], "indicators": []}
        ).raise_for_status()


def withdraw(backend: str, reference: str) -> None:
    """The family takes back its consent to a nomination made here."""
    conversation, token = THREADS[reference]
    with httpx.Client(base_url=backend, headers=SERVICE, timeout=PATIENCE) as client:
        thread = _say(client, token, conversation, "The family does not want it any more")["thread"]
        client.post(f"/internal/threads/{thread}/stop", json={"reason": "withdrawn"}).raise_for_status()


def _say(client: httpx.Client, token: str, conversation: str, text: str) -> dict[str, Any]:
    message = {"credential": {"kind": "bearer", "value": token}, "conversation": conversation, "text": text}
    heard: dict[str, Any] = client.post("/internal/messages", json={**message, "reading": {}}).raise_for_status().json()
    return heard


def raise_alert(backend: str, text: str, level: str = "immediate") -> str:
    """An alert on the duty list of Sevenoaks; gives its id."""
    alert = str(uuid.uuid4())
    body = {"id": alert, "at": datetime.now(UTC).isoformat(), "programme": "sevenoaks", "level": level,
            "reasons": ["threat"], "text": text, "source": "public-page"}  # fmt: skip
    httpx.post(f"{backend}/internal/alerts", json=body, headers=SERVICE, timeout=PATIENCE).raise_for_status()
    return alert


def decide(backend: str, reference: str, kind: str, reason: str, version: int = 1) -> None:
    """A decision of the demo coordinator, made by way of the API."""
    httpx.post(
        f"{backend}/api/nominations/{reference}/decisions",
        json={"kind": kind, "reason": reason, "version": version},
        headers=bearer(backend, "coordinator"),
        timeout=PATIENCE,
    ).raise_for_status()
