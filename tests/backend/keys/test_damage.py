"""Whatever is changed, moved, cut or forged in the database is refused wherever it is read, and hides nothing else.

The sealed columns are read off the tables: one that is added later is tried here as well, or this fails until it is.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import Table, delete, select, update
from sqlalchemy.orm import Session

from backend.accounts.accounts import as_actor, find_account
from backend.accounts.second_factor import propose
from backend.accounts.steps import begin_step
from backend.database.base import new_id, utc_now
from backend.database.models import Base
from backend.decisions.budgets import ask_for, decide_about
from backend.errors import CannotOpen
from backend.keys.checking import Damage, check, sealed_columns
from backend.keys.sealing import close, place
from backend.letters.service import begin as begin_letter
from backend.nominations.record import find_nomination
from backend.nominations.saved import save
from backend.outbox.delivery import deliver
from backend.outbox.models import Mail
from backend.outbox.post_office import Folder
from backend.outbox.service import post
from backend.retention.holds import place_hold
from backend.rights.requests import ask, keep_answer
from backend.telegram.safe_times import choose
from backend.threads.page import page_thread
from backend.threads.record import add_message, find_thread
from tests.backend.consent.test_links import YES, Family, link, waiting
from tests.backend.serving import SERVICE, backend_in
from tests.backend.threads.talking import CONTENT, Caller, Talk, signed_in

COLUMNS = [(table, column) for table, columns in sealed_columns(Base.metadata).items() for column in columns]
WORDS = "Barnaby Thistlewood has a knife"


@dataclass
class House:
    """A backend in which something of every kind was said about two families."""

    origin: str
    application: FastAPI
    first: str
    second: str
    alert: str
    thread: str

    def session(self) -> Session:
        session: Session = self.application.state.sessions()
        return session

    def damage(self, table: str, column: str, row: dict[str, Any], value: bytes) -> None:
        """Put a value into the database as somebody would who can write there, past everything of ours."""
        of = Base.metadata.tables[table]
        with self.session() as db, db.begin():
            db.execute(update(of).where(*(of.c[name] == value for name, value in row.items())).values({column: value}))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with backend_in(tmp_path_factory.mktemp("house")) as (origin, application):
        yield furnished(origin, application)


def furnished(origin: str, application: FastAPI) -> House:
    """Two nominations, decided on; drafts with buttons; a family's own answers; alerts taken on; what accounts keep."""
    references = []
    for _ in range(2):
        talk = Talk(origin)
        talk.hear("Ned was excluded twice and no one works.")
        talk.put(CONTENT, open_question={"id": "summary"}).raise_for_status()
        talk.say({"text": "Is that right?", "buttons": [{"title": "Yes", "payload": "answer:yes"}] * 2})
        references.append(str(talk.submit().raise_for_status().json()["reference"]))
        draft = Talk(origin)
        draft.hear(WORDS)
        draft.put(CONTENT, open_question={"id": "story"}).raise_for_status()
        Family(origin).answers(link(waiting(origin)), YES)
        alert = new_id()
        body = {"id": alert, "at": utc_now().isoformat(), "thread": draft.thread, "level": "immediate", "reasons": []}
        door, duty = Caller(origin, SERVICE), signed_in(origin, "duty")
        door.post("/internal/alerts", json=body | {"text": WORDS, "source": "message"}).raise_for_status()
        duty.post(f"/api/alerts/{alert}/acknowledgement", json={"note": "rang them"}).raise_for_status()
        duty.post(f"/api/alerts/{alert}/notes", json={"text": "rang again"}).raise_for_status()
    coordinator = signed_in(origin, "coordinator")
    for reference in references:
        decision = {"kind": "ask", "reason": "Since when has nobody worked?", "about": ["worklessness"], "version": 1}
        coordinator.post(f"/api/nominations/{reference}/decisions", json=decision).raise_for_status()
        _take_forward(origin, coordinator)
    with application.state.sessions.begin() as db:
        _keep_the_rest(db, references)
    return House(origin, application, references[0], references[1], alert, draft.thread)


def _take_forward(origin: str, coordinator: Caller) -> None:
    """Another nomination, accepted and moved on by a step with its reason."""
    talk = Talk(origin)
    talk.hear("Ned was excluded twice and no one works.")
    talk.put(CONTENT, open_question={"id": "summary"}).raise_for_status()
    reference = talk.submit().raise_for_status().json()["reference"]
    accept = {"kind": "other_stream", "stream": "fip", "reason": "All three hold.", "version": 1}
    coordinator.post(f"/api/nominations/{reference}/decisions", json=accept).raise_for_status()
    steps = coordinator.get(f"/api/nominations/{reference}/steps").raise_for_status().json()
    step = {"to": steps["next"][0]["code"], "reason": "The records agree.", "version": 2}
    coordinator.post(f"/api/nominations/{reference}/steps", json=step).raise_for_status()


def _keep_the_rest(db: Session, references: list[str]) -> None:
    now = utc_now()
    for chat in ("480100100", "480100200"):
        choose(db, chat, "times:any", now)
    accounts = [find_account(db, f"{name}@demo.example") for name in ("coordinator", "lead")]
    for account in accounts:
        assert account is not None
        propose(db, account.id)
        begin_step(db, "code", {"account": account.id})
        save(db, as_actor(db, account, ""), "What is late", {"list": "overdue"})
    writer, keeper = (as_actor(db, account, "") for account in accounts)  # type: ignore[arg-type]
    for reference in references:
        money = ask_for(db, keeper, reference, budget="family-support-fund", pence=4550, reason="shoes", now=now)
        decider = as_actor(db, accounts[0], "")  # type: ignore[arg-type]
        decide_about(db, decider, reference, money.id, answer="agreed", reason="to school", now=now)
        review = now.date() + timedelta(days=30)
        place_hold(db, keeper, reference, reason="inquiry", words="asked by a court", review_on=review, now=now)
        begin_letter(db, writer, reference, "nominator", now)
        asked = ask(
            db, keeper, reference, kind="access", by="Della Quillfeather", how="letter", words="all of it", now=now
        )
        keep_answer(db, find_nomination(db, reference), asked, "sent by post")


def rows(db: Session, table: str, column: str) -> list[tuple[dict[str, Any], bytes]]:
    """Primary key and sealed value of the rows that hold one."""
    of: Table = Base.metadata.tables[table]
    found = db.execute(select(of).where(of.c[column].is_not(None))).mappings()
    return [({key.name: row[key] for key in of.primary_key}, bytes(row[of.c[column]])) for row in found if row[column]]


def test_everything_opens_before_anything_is_touched(house: House) -> None:
    with house.session() as db:
        found = check(db, Base.metadata)
    assert found.damaged == []
    assert found.opened > 60


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[".".join(each) for each in COLUMNS])
def test_a_changed_value_is_refused_and_named(house: House, table: str, column: str) -> None:
    """Bits turned, ends cut and added, places and families swapped, forged outright: each in a random row."""
    chance = random.Random(f"{table}.{column}")  # noqa: S311 - the same each time
    with house.session() as db:
        kept = rows(db, table, column)
        elsewhere = [value for other in COLUMNS if other != (table, column) for _, value in rows(db, *other)]
    assert len(kept) > 1, f"nothing is sealed in {table}.{column} here: have furnished() fill it twice"
    (row, value), (other_row, other_value) = chance.sample(kept, 2)
    turned = bytearray(value)
    turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
    where = place(table, column, ":".join(str(part) for part in row.values()))
    forgeries = {
        "turned": bytes(turned),
        "shorter": value[: chance.randrange(1, len(value))],
        "longer": value + os.urandom(1),
        "emptied": b"",
        "another row's": other_value,
        "another column's": chance.choice(elsewhere),
        "sealed with a key of the thief's": close(os.urandom(32), "all is well", where),
        "in the clear": b'j"all is well"',
        "random": os.urandom(len(value)),
    }
    damage = Damage(table, column, ":".join(str(part) for part in row.values()))
    for kind, forged in forgeries.items():
        house.damage(table, column, row, forged)
        with house.session() as db:
            assert check(db, Base.metadata).damaged == [damage], kind
    house.damage(table, column, row, value)
    house.damage(table, column, other_row, value)
    with house.session() as db:
        swapped = check(db, Base.metadata).damaged
    assert [each.table for each in swapped] == [table]
    house.damage(table, column, other_row, other_value)


@contextmanager
def damaged(house: House, table: str, column: str, **row: Any) -> Iterator[None]:
    """A value with a bit turned, put right again afterwards."""
    with house.session() as db:
        [value] = [value for key, value in rows(db, table, column) if key == row]
    house.damage(table, column, row, value[:-1] + bytes([value[-1] ^ 1]))
    yield
    house.damage(table, column, row, value)


@pytest.mark.parametrize("column", ["content", "nominator"])
def test_a_damaged_nomination_says_so_and_the_rest_of_the_queue_still_shows(house: House, column: str) -> None:
    coordinator, nominator = signed_in(house.origin, "coordinator"), signed_in(house.origin, "nominator")
    with house.session() as db:
        row = find_nomination(db, house.first).id
    with damaged(house, "nominations", column, id=row):
        queue = coordinator.get("/queue")
        assert queue.status_code == 200
        assert house.first in queue.text
        assert house.second in queue.text
        assert queue.text.count("Damaged record") == 1
        listed = coordinator.get("/api/nominations").json()["nominations"]
        assert {
            each["reference"]: each["damaged"] for each in listed if each["reference"] in (house.first, house.second)
        } == {
            house.first: True,
            house.second: False,
        }
        page = coordinator.get(f"/nominations/{house.first}")
        assert page.status_code == 500
        assert "This record is damaged" in page.text
        assert "Tell whoever runs this service" in page.text
        assert "999" in page.text
        assert "Quillfeather" not in page.text
        answer = coordinator.get(f"/api/nominations/{house.first}")
        assert answer.status_code == 500
        assert answer.json() == {"error": {"code": "damaged", "message": CannotOpen.wording}}
        assert coordinator.get(f"/nominations/{house.second}").status_code == 200
        own = nominator.get("/my-nominations")
        assert own.status_code == 200
        assert house.second in own.text
    assert coordinator.get(f"/nominations/{house.first}").status_code == 200


def test_damaged_words_of_danger_are_an_alert_all_the_same(house: House) -> None:
    door, duty = Caller(house.origin, SERVICE), signed_in(house.origin, "duty")
    first, second = new_id(), new_id()
    for alert in (first, second):
        body = {"id": alert, "at": utc_now().isoformat(), "level": "immediate", "text": f"{WORDS} {alert}"}
        door.post("/internal/alerts", json=body | {"programme": "sevenoaks", "source": "message"}).raise_for_status()
    with damaged(house, "alerts", "words", id=first):
        listed = {each["id"]: each for each in duty.get("/api/alerts").json()["alerts"]}
        assert (listed[first]["words"], listed[first]["damaged"]) == (None, True)
        assert (listed[second]["words"], listed[second]["damaged"]) == (f"{WORDS} {second}", False)
        page = duty.get("/duty")
        assert page.status_code == 200
        assert page.text.count("is damaged and cannot be shown") == 1
        assert f"{WORDS} {second}" in page.text
        assert duty.post(f"/api/alerts/{first}/acknowledgement", json={"note": "asked the school"}).status_code == 201


def test_a_forged_name_is_not_shown_and_keeps_nobody_out(house: House) -> None:
    with house.session() as db:
        account = find_account(db, "nominator@demo.example")
        assert account is not None
        row = account.id
    with damaged(house, "accounts", "display_name", id=row):
        alerts = signed_in(house.origin, "duty").get("/api/alerts?acknowledged=true").json()["alerts"]
        assert {each["said_by"] for each in alerts if each["said_by"]} == {
            "name cannot be read, Pastoral lead, Meadow Park School"
        }
        assert signed_in(house.origin, "nominator").get("/my-nominations").status_code == 200


def test_a_damaged_message_hides_itself_and_no_other(house: House) -> None:
    with house.session() as db:
        account = find_account(db, "nominator@demo.example")
        assert account is not None
        actor = as_actor(db, account, "")
        thread = page_thread(db, actor).thread
        talk = find_thread(db, thread)
        for text in ("first words", "second words"):
            add_message(db, talk, "in", body={"text": text})
        db.commit()
    with damaged(house, "thread_messages", "body", thread_id=thread, n=1), house.session() as db:
        assert [each.text for each in page_thread(db, actor).messages] == [
            "This message is damaged and cannot be shown. Tell whoever runs this service.",
            "second words",
        ]


def test_a_damaged_address_holds_up_no_other_mail(house: House, tmp_path: Path) -> None:
    sessions = house.application.state.sessions
    with sessions.begin() as db:
        accounts = [find_account(db, f"{name}@demo.example") for name in ("analyst", "chair")]
        first, second = (account.id for account in accounts if account is not None)
        db.execute(delete(Mail))
        post(db, [first, second], "nomination-waiting", "test", "sevenoaks")
        db.execute(update(Mail).where(Mail.account_id == first).values(next_try_at=utc_now() - timedelta(minutes=1)))
    with damaged(house, "accounts", "email", id=first):
        sent = deliver(sessions, Folder(tmp_path), "http://127.0.0.1:8000", utc_now() + timedelta(seconds=1))
    assert sent == 1
    [mail] = tmp_path.iterdir()
    assert "chair@demo.example" in mail.read_text()


def test_the_columns_that_are_known_today_are_all_looked_at() -> None:
    """The walk over the tables cannot quietly find nothing."""
    assert {
        ("accounts", "email"),
        ("accounts", "display_name"),
        ("threads", "content"),
        ("threads", "open_question"),
        ("threads", "judgement"),
        ("thread_messages", "body"),
        ("button_tokens", "body"),
        ("alerts", "words"),
        ("alerts", "note"),
        ("nominations", "content"),
        ("nominations", "nominator"),
        ("judgements", "body"),
        ("consent_records", "body"),
        ("decisions", "reason"),
    } <= set(COLUMNS)
