"""A stand-in for the backend's internal routes, in the shapes of ``docs/wire.md``: it keeps one thread in memory."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import uvicorn
from fastapi import FastAPI, Header, HTTPException
from fastapi.responses import JSONResponse

from nlu.reading import Reading

Json = dict[str, Any]
Shown = Annotated[str | None, Header()]
TOKEN = "service-token"


def programme() -> Json:
    """An interview view as the backend gives it."""
    return {
        "code": "sevenoaks",
        "name": "Working with Families",
        "family_name": "Working with Families",
        "area": "Sevenoaks",
        "consent": {
            "version": "sevenoaks-1",
            "purposes": [{"code": "nomination", "wording": "to be nominated"}],
            "how_to_ask": "Ask when you are alone with them.",
        },
        "criteria": [{"code": "crime", "name": "Crime", "scope": "national", "about": ["crime_asb"]}],
        "topics": {"crime_asb": {"professional": "Police?", "family": "Any trouble?"}},
        "emergency": {"immediate": {"name": "Emergency", "number": "999", "hours": "always", "placeholder": False}},
        "districts": ["TN13"],
        "self_referral": False,
        "out_of_area": "The coordinator finds out who can help there.",
    }


class Record:
    """One thread, as the backend would keep it; ``calls`` are the requests that came."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, Json]] = []
        self.conflicts = 0
        self.down = False
        self.elsewhere: str | None = None
        self.view: Json = {
            "thread": "thread-1",
            "version": 3,
            "state": "open",
            "reference": None,
            "audience": "professional",
            "nominator": {"kind": "professional", "name": "Pat Lee", "role": "head of year", "agency": "Knole School"},
            "programmes": [
                {"code": "sevenoaks", "name": "Working with Families", "area": "Sevenoaks", "districts": ["TN13"]}
            ],
            "programme": programme(),
            "today": "2026-11-20",
            "messages": [],
            "content": {},
            "open_question": None,
            "assessment": None,
            "out_of_area": False,
        }

    def hear(self, text: str, reading: Reading | None = None, press: Json | None = None) -> None:
        """A message comes in, under the question that is open."""
        self.view["messages"].append(
            {
                "n": len(self.view["messages"]) + 1,
                "at": "2026-11-20T10:00:00+00:00",
                "text": text,
                "reading": (reading or Reading()).to_json(),
                "press": press,
                "question": self.view["open_question"],
                "kind": "new",
            }
        )

    def bodies(self, method: str, ending: str) -> list[Json]:
        """The bodies of the requests to a route."""
        return [body for name, path, body in self.calls if name == method and path.endswith(ending)]

    def application(self) -> FastAPI:
        """The routes."""
        app = FastAPI()
        thread = "/internal/threads/{thread}"
        app.add_api_route(thread, self._show, methods=["GET"])
        app.add_api_route(f"{thread}/draft", self._put, methods=["PUT"], response_model=None)
        app.add_api_route(f"{thread}/draft", self._patch, methods=["PATCH"])
        app.add_api_route(f"{thread}/submission", self._submit, methods=["POST"])
        app.add_api_route(f"{thread}/stop", self._stop, methods=["POST"])
        app.add_api_route(f"{thread}/additions", self._add, methods=["POST"])
        app.add_api_route(f"{thread}/corrections", self._correct, methods=["POST"])
        app.add_api_route(f"{thread}/hand-over", self._hand_over, methods=["POST"])
        app.add_api_route(f"{thread}/consent-link", self._link, methods=["POST"])
        app.add_api_route(f"{thread}/consent-link", self._end_link, methods=["DELETE"])
        app.add_api_route(f"{thread}/another", self._part, methods=["POST"])
        app.add_api_route("/internal/alerts", self._alert, methods=["POST"])
        return app

    def _note(self, method: str, path: str, body: Json, token: str | None) -> None:
        if token != f"Service {TOKEN}":
            raise HTTPException(401)
        if self.down:
            raise HTTPException(503)
        self.calls.append((method, path, body))

    def _show(self, thread: str, authorization: Shown = None) -> Json:
        self._note("GET", thread, {}, authorization)
        return self.view

    def _put(self, body: Json, authorization: Shown = None) -> Json | JSONResponse:
        self._note("PUT", "draft", body, authorization)
        if self.conflicts or body["version"] != self.view["version"]:
            self.conflicts -= 1
            return JSONResponse({"error": {"code": "conflict", "message": "moved"}}, status_code=409)
        for message in self.view["messages"]:
            message["kind"] = body["marks"].get(str(message["n"]), message["kind"])
        self.view |= {"content": body["content"], "open_question": body["open_question"]}
        self.view["version"] += 1
        outside = not str(body["content"].get("postcode") or "TN13").startswith("TN13")
        return {
            "version": self.view["version"],
            "assessment": {"verdict": "eligible", "missing": [], "criteria": []},
            "out_of_area": outside,
            "elsewhere": self.elsewhere if outside else None,
            "programme": "sevenoaks",
        }

    def _patch(self, body: Json, authorization: Shown = None) -> Json:
        self._note("PATCH", "draft", body, authorization)
        self.view["open_question"] = body["open_question"]
        self.view["version"] += 1
        return {"version": self.view["version"]}

    def _submit(self, body: Json, authorization: Shown = None) -> Json:
        self._note("POST", "submission", body, authorization)
        self.view |= {"state": "submitted", "reference": "FD-1"}
        return {"reference": "FD-1", "status": "new", "verdict": "eligible", "next_step": "Somebody reads it."}

    def _part(self, body: Json, authorization: Shown = None) -> Json:
        """What is about another family is in a talk of its own, which is gone on with or waits."""
        self._note("POST", "another", body, authorization)
        message = next(each for each in self.view["messages"] if each["n"] == body["message"])
        goes = body["goes"] or {"text": message["text"], "reading": message["reading"]}
        other = {"n": 1, "at": message["at"], "press": None, "question": None, "kind": "new", **goes}
        gone = {"text": "", "reading": Reading().to_json(), "kind": "digression"}
        message |= gone if body["stays"] is None else body["stays"]
        self.view["version"] += 1
        self.view["another_waits"] = not body["now"]
        if body["now"]:
            fresh: Json = {"thread": "thread-2", "state": "open", "reference": None, "status": None, "content": {}}
            self.view = self.view | fresh | {"messages": [other], "open_question": None}
        return {"thread": self.view["thread"] if body["now"] else "thread-2"}

    def _stop(self, body: Json, authorization: Shown = None) -> Json:
        self._note("POST", "stop", body, authorization)
        self.view["state"] = "withdrawn" if body["reason"] == "withdrawn" else "stopped"
        return {}

    def _add(self, body: Json, authorization: Shown = None) -> Json:
        self._note("POST", "additions", body, authorization)
        for message in self.view["messages"]:
            message["kind"] = "answer" if message["n"] == body["message"] else message["kind"]
        return {"reference": "FD-1", "status": "new"}

    def _correct(self, body: Json, authorization: Shown = None) -> Json:
        self._note("POST", "corrections", body, authorization)
        return {"reference": "FD-1", "answer_by": "2026-12-21"}

    def _hand_over(self, body: Json, authorization: Shown = None) -> Json:
        self._note("POST", "hand-over", body, authorization)
        return {"handover": "1", "expected": "By noon."}

    def _link(self, body: Json, authorization: Shown = None) -> Json:
        self._note("POST", "consent-link", body, authorization)
        self.view["consent_link"] = {"state": "open", "until": "27 November 2026"}
        self.view["version"] += 1
        return {"until": "27 November 2026"}

    def _end_link(self, authorization: Shown = None) -> Json:
        self._note("DELETE", "consent-link", {}, authorization)
        self.view["consent_link"] = {"state": "revoked", "until": "27 November 2026"}
        self.view["version"] += 1
        return {"ended": True}

    def family_answers(self, state: str) -> None:
        """The family answers by its link: nothing is asked until the nominator goes on."""
        answer = {
            "state": state,
            "after": len(self.view["messages"]),
            "on": "2026-11-21",
            "declined": [],
            "reached": True,
        }
        self.view |= {"family_answers": [answer], "open_question": None}
        self.view["consent_link"]["state"] = state
        self.view["version"] += 1

    def _alert(self, body: Json, authorization: Shown = None) -> Json:
        self._note("POST", "alerts", body, authorization)
        return {"alert": body["id"]}


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def served(record: Record) -> Iterator[str]:
    """The record served on the loopback interface; its origin."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(record.application(), host="127.0.0.1", port=port, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        deadline = time.monotonic() + 20
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
