"""Moving a family along its programme's path: one stage after the other, told in plain words, each step kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.errors import Conflict, Invalid, NotFound, Refused
from backend.nominations.due import due_at
from backend.nominations.judging import capacity
from backend.nominations.models import Nomination
from backend.nominations.record import find_nomination
from backend.nominations.service import QueueFilter, open_nomination, own_nominations, queue
from backend.nominations.stopping import stop
from backend.nominations.submission import add, submit
from backend.outbox.models import Mail
from backend.paths.models import PathStep
from backend.paths.record import body_in, steps_of
from backend.paths.service import move, path_of
from backend.paths.shapes import Moved, NewStep
from backend.retention.holds import place_hold
from backend.retention.job import run
from backend.rights.requests import ask
from backend.threads.record import body_of, find_thread, keep_content, messages_of
from backend.threads.shapes import Addition
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT

WHY = "Two agencies agreed on it."
POSTCODES = {"sevenoaks": "TN13 1AA", "kingston-richmond": "KT1 1AA", "tonbridge-malling": "TN9 1AA"}
STREAMS = {"sevenoaks": None, "kingston-richmond": "expert-help", "tonbridge-malling": "early-help"}
TOLD: dict[str, Any] = {"told": "The hub, by telephone", "told_on": "2026-11-20", "consent": "without"}


class Family:
    """An accepted family, and who acts about it."""

    def __init__(self, db: Session, programme: str = "sevenoaks", *, role: Any = "nominator") -> None:
        self.db = db
        self.nominator = somebody(db, role, programme)
        self.coordinator = somebody(db, "coordinator", programme)
        content = CONTENT | {"postcode": POSTCODES[programme]}
        self.reference = submit(db, draft(db, self.nominator, programme, content).id, utc_now()).reference
        self.decide("accept", stream=STREAMS[programme])

    @property
    def row(self) -> Nomination:
        return find_nomination(self.db, self.reference)

    def decide(self, kind: Any, stream: str | None = None, reason: str | None = WHY) -> str:
        new = NewDecision(kind=kind, stream=stream, reason=reason, version=self.row.version)
        return decide(self.db, self.coordinator, self.reference, new).status

    def move(
        self, to: str, reason: str | None = WHY, *, by: Actor | None = None, now: datetime | None = None, **written: Any
    ) -> Moved:
        step = {"to": to, "reason": reason, "written_down": written, "version": self.row.version}
        return move(self.db, by or self.coordinator, self.reference, NewStep.model_validate(step), now)

    def go(self, *stages: str) -> None:
        for stage in stages:
            self.move(stage)

    def at(self) -> str | None:
        """The stage it is at."""
        return self.row.stage

    def heard(self) -> list[str]:
        """What whoever nominated was told in the chat, oldest first."""
        thread = find_thread(self.db, str(self.row.thread_id))
        return [str(body_of(self.db, thread, each)["text"]) for each in messages_of(self.db, thread, "out")]


@pytest.fixture
def family(db: Session) -> Family:
    return Family(db)


def test_an_accepted_family_begins_where_its_programme_says(db: Session, family: Family) -> None:
    seen = open_nomination(db, family.coordinator, family.reference)
    assert (seen["status"], seen["stage"]["code"]) == ("accepted", "data-check")
    assert seen["stage"]["name"] == "Check against education, police and job centre data"
    assert family.row.stage_due_at == due_at(family.row.stage_since or utc_now(), 10)
    path = path_of(db, family.coordinator, family.reference)
    assert [(step.from_stage, step.to_stage, step.role) for step in path.steps] == [(None, "data-check", "coordinator")]
    assert {each.code for each in path.next} == {"log", "closed-other", "safeguarding", "last-visit", "moved-away"}


def test_a_stage_on_which_nothing_followed_in_its_time_is_shown_in_the_queue(db: Session, family: Family) -> None:
    def overdue(days: int) -> list[bool]:
        return [row.stage_overdue for row in queue(db, family.coordinator, QueueFilter(), now=later(days))]

    def later(days: int) -> datetime:
        return utc_now() + timedelta(days=days)

    assert (overdue(7), overdue(30)) == ([False], [True])
    family.go("log")
    assert (overdue(30), overdue(60)) == ([False], [True])
    family.go("result-claimed")
    assert overdue(600) == [False]


def test_nobody_can_skip_a_stage(family: Family) -> None:
    for stage in ("allocated", "working", "closed", "data-check", "no-such-stage"):
        with pytest.raises(Invalid):
            family.move(stage)
    with pytest.raises(Invalid, match="“Allocated to a worker” cannot follow here"):
        family.move("allocated")
    assert family.at() == "data-check"
    family.go("log", "allocated", "first-visit", "working")
    assert family.row.status == "accepted"


def test_before_it_is_accepted_there_is_no_path(db: Session) -> None:
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    reference = submit(db, draft(db, nominator, "sevenoaks").id, utc_now()).reference
    assert open_nomination(db, coordinator, reference)["stage"] is None
    assert path_of(db, coordinator, reference).next == []
    with pytest.raises(Invalid, match="not accepted"):
        move(db, coordinator, reference, NewStep(to="log", version=1))


def test_the_nominator_hears_the_stages_sentence_and_never_the_reason(db: Session, family: Family) -> None:
    family.move("log", "Police data show two offences.")
    family.move("result-claimed", "Grimsdyke says attendance is above 90%.")
    told = " ".join(family.heard())
    assert "The agencies' monthly meeting talks about who can help this family." in told
    assert "The programme has reported that things are better. Its part has ended." in told
    assert "Police" not in told
    assert "Grimsdyke" not in told
    [mine] = own_nominations(db, family.nominator)
    assert (mine.status, mine.status_text) == ("closed", "Closed.")
    assert mine.next_step == "The programme has reported that things are better. Its part has ended."
    mails = db.scalars(select(Mail).where(Mail.template == "nomination-moved")).all()
    assert [mail.account_id for mail in mails] == [family.nominator.account_id] * 2


def test_a_family_that_asked_for_itself_is_told_in_the_chat_and_gets_no_mail(db: Session) -> None:
    family = Family(db, "tonbridge-malling", role="family")
    family.go("plan")
    assert family.heard()[-1].endswith("You and your worker make a plan. It says what you want and who helps.")
    assert "request" in family.heard()[-1]
    assert db.scalars(select(Mail).where(Mail.template == "nomination-moved")).all() == []


def test_a_family_is_told_in_the_language_of_its_talk(db: Session) -> None:
    family = Family(db, "tonbridge-malling", role="family")
    thread = find_thread(db, str(family.row.thread_id))
    keep_content(db, thread, CONTENT | {"talk_in": "pl"})
    family.go("plan")
    assert family.heard()[-1].endswith("Razem z pracownikiem robisz plan. Mówi, czego chcesz i kto pomaga.")


def test_a_reason_and_what_is_written_down_are_asked_for(family: Family) -> None:
    with pytest.raises(Invalid, match="Give a reason"):
        family.move("closed-other", None)
    with pytest.raises(Invalid, match="where the family went, whether the family agreed"):
        family.move("moved-away")
    family.move("log", None)
    assert family.at() == "log"


def test_what_was_written_down_is_sealed_and_read_by_those_who_read_it_whole(db: Session, family: Family) -> None:
    family.move("moved-away", "She rang from Leeds.", where="Leeds, with her sister", consent="with")
    db.commit()
    step = db.scalars(select(PathStep).where(PathStep.to_stage == "moved-away")).one()
    assert step.body
    assert b"Leeds" not in step.body
    last = path_of(db, somebody(db, "lead", "sevenoaks"), family.reference).steps[-1]
    assert (last.reason, last.written_down.where, last.written_down.consent) == (
        "She rang from Leeds.", "Leeds, with her sister", "with",
    )  # fmt: skip
    assert family.row.status == "closed"
    noted = db.scalars(select(AuditEntry).where(AuditEntry.action == "moved")).all()
    assert [entry.detail for entry in noted] == [{"to": "moved-away"}]


def test_a_step_up_to_the_hub_is_written_down_from_any_stage_and_told_nobody_by_itself(
    db: Session, family: Family
) -> None:
    family.go("log", "allocated", "first-visit")
    heard = family.heard()
    with pytest.raises(Invalid, match="who was told, when they were told, whether the family agreed"):
        family.move("safeguarding")
    with pytest.raises(Invalid, match="cannot lie ahead"):
        family.move("safeguarding", **(TOLD | {"told_on": (utc_now() + timedelta(days=9)).date().isoformat()}))
    family.move("safeguarding", "A child told a worker of a bruise.", **TOLD)
    assert family.heard() == heard
    own = open_nomination(db, family.nominator, family.reference)
    assert own["status"] == "accepted"
    assert not {"hub", "mash", "safeguarding"} & set(str(own).lower().split())
    # Stepping down brings it back to where it was, not further.
    following = {each.code for each in path_of(db, family.coordinator, family.reference).next}
    assert following >= {"social-care", "first-visit"}
    assert not following & {"working", "allocated", "log"}
    family.go("social-care", "first-visit")
    # That it is back would tell that it was there.
    assert family.heard() == heard
    family.go("working")
    assert len(family.heard()) == len(heard) + 1


def test_who_may_move_it_is_said_by_the_programme(db: Session) -> None:
    family = Family(db, "kingston-richmond")
    family.go("lead-professional", "double-check", "evidence")
    analyst, chair, lead = (
        somebody(db, role, "kingston-richmond") for role in ("analyst", "chair", "lead")
    )  # fmt: skip
    with pytest.raises(Refused):
        family.move("checkpoint", by=chair)
    assert path_of(db, chair, family.reference).next == []
    assert {each.code for each in path_of(db, lead, family.reference).next} == {"safeguarding"}
    family.move("checkpoint", by=analyst)
    family.move("level-set", by=chair)
    assert [step.role for step in path_of(db, chair, family.reference).steps][-2:] == ["analyst", "chair"]
    with pytest.raises(NotFound):
        family.move("support", by=somebody(db, "coordinator", "sevenoaks"))
    with pytest.raises(NotFound):
        path_of(db, somebody(db, "coordinator", "sevenoaks"), family.reference)


def test_two_who_move_at_once_one_wins_and_the_other_is_told(sessions: Sessions) -> None:
    with sessions.begin() as db:
        family = Family(db)
        reference, version, mover = family.reference, family.row.version, family.coordinator

    def once(to: str) -> str:
        try:
            with sessions.begin() as db:
                return move(db, mover, reference, NewStep(to=to, reason=WHY, version=version)).stage
        except Conflict as conflict:
            return conflict.message

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(once, ("log", "closed-other")))
    assert answers[0].startswith("A coordinator moved it on meanwhile, at ")
    assert answers[1] in ("log", "closed-other")
    with sessions() as db:
        assert len(steps_of(db, find_nomination(db, reference))) == 2


def test_what_has_ended_is_taken_up_again_with_a_reason(db: Session, family: Family) -> None:
    family.go("log", "result-claimed")
    with pytest.raises(Invalid):
        family.decide("other_stream", "fip")
    with pytest.raises(Invalid, match="Give a reason"):
        family.move("data-check", None)
    assert family.move("data-check", "He has been excluded again.").status == "accepted"
    assert open_nomination(db, family.coordinator, family.reference)["stage"]["code"] == "data-check"


def test_a_challenge_of_an_end_waits_for_a_decision_and_an_acceptance_begins_anew(db: Session, family: Family) -> None:
    family.go("log", "result-claimed")
    add(db, str(family.row.thread_id), Addition(message=1, challenge=True), utc_now())
    assert (family.row.status, open_nomination(db, family.coordinator, family.reference)["stage"]) == ("received", None)
    family.decide("accept")
    assert family.at() == "data-check"


def test_a_challenged_family_goes_on_where_it_was_and_a_returned_one_begins_anew(db: Session, family: Family) -> None:
    family.go("log", "allocated")
    add(db, str(family.row.thread_id), Addition(message=1, challenge=True), utc_now())
    family.decide("accept")
    assert family.at() == "allocated"
    family.decide("return")
    assert family.at() is None
    family.decide("accept")
    assert family.at() == "data-check"
    last = path_of(db, family.coordinator, family.reference).steps
    assert [step.to_stage for step in last] == ["data-check", "log", "allocated", None, "data-check"]


def test_one_that_was_accepted_before_there_were_stages_is_where_its_way_begins(db: Session, family: Family) -> None:
    db.execute(update(Nomination).values(stage=None, stage_since=None, stage_due_at=None))
    db.execute(PathStep.__table__.delete())  # type: ignore[attr-defined]
    db.expire_all()
    assert open_nomination(db, family.coordinator, family.reference)["stage"]["code"] == "data-check"
    family.go("log", "allocated")


def test_a_stage_that_the_file_has_no_longer_begins_the_path_anew(db: Session, family: Family) -> None:
    db.execute(update(Nomination).values(stage="of-an-older-file"))
    db.expire_all()
    assert open_nomination(db, family.coordinator, family.reference)["stage"] is None
    assert [each.code for each in path_of(db, family.coordinator, family.reference).next] == ["data-check"]
    family.go("data-check", "log")


def test_families_that_wait_hold_no_place_and_ended_ones_still_count(db: Session) -> None:
    before = capacity(db, "sevenoaks")
    family = Family(db)
    stream = str(family.row.stream)
    family.go("log", "waiting-for-worker")
    waiting = capacity(db, "sevenoaks")
    assert waiting.held.get(stream, 0) == before.held.get(stream, 0)
    assert waiting.waiting[stream] == 1
    family.go("allocated")
    assert capacity(db, "sevenoaks").held[stream] == before.held.get(stream, 0) + 1
    family.go("first-visit", "working", "closed")
    closed = capacity(db, "sevenoaks")
    assert (closed.held.get(stream, 0), closed.waiting.get(stream, 0)) == (before.held.get(stream, 0), 0)
    assert (closed.allocation_used, closed.taken_on) == (before.allocation_used + 1, before.taken_on + 1)


@pytest.mark.parametrize("stages", [(), ("log", "allocated"), ("last-visit",), ("log", "result-claimed")])
def test_consent_can_be_taken_back_at_every_stage_and_nothing_can_be_read(
    db: Session, family: Family, stages: tuple[str, ...]
) -> None:
    family.go(*stages)
    stop(db, str(family.row.thread_id), "withdrawn", utc_now())
    assert (family.row.status, family.row.erased_at is not None) == ("withdrawn", True)
    path = path_of(db, family.coordinator, family.reference)
    assert (path.stage, path.next, [step.reason for step in path.steps if step.reason]) == (None, [], [])
    with pytest.raises(Invalid):
        family.move("log")
    unsent = db.scalars(select(Mail).where(Mail.template == "nomination-moved", Mail.given_up_at.is_(None))).all()
    assert unsent == []


def test_a_hold_keeps_the_steps_aside_where_nobody_reads_them(db: Session, family: Family) -> None:
    lead, now = somebody(db, "lead", "sevenoaks"), utc_now()
    family.move("log", "Police data show two offences.")
    review = now.date() + timedelta(days=30)
    place_hold(db, lead, family.reference, reason="inquiry", words="Asked for", review_on=review, now=now)
    stop(db, str(family.row.thread_id), "withdrawn", now)
    assert all(step.reason is None for step in path_of(db, family.coordinator, family.reference).steps)
    kept = [body_in(db, family.row, step, aside=True) for step in steps_of(db, family.row)]
    assert {"reason": "Police data show two offences."} in kept


def test_an_objection_stops_every_step_but_that_to_the_hub(db: Session, family: Family) -> None:
    asked = {"by": "Della", "how": "phone", "words": "Do not use it", "now": utc_now()}
    ask(db, family.coordinator, family.reference, kind="objection", **asked)  # type: ignore[arg-type]
    assert family.row.paused_at
    with pytest.raises(Conflict, match="objected"):
        family.move("log")
    assert {each.code for each in path_of(db, family.coordinator, family.reference).next} == {"safeguarding"}
    family.move("safeguarding", "A bruise was seen.", **TOLD)


def test_closed_families_are_erased_in_their_time_and_not_before(sessions: Sessions) -> None:
    with sessions.begin() as db:
        long_ago = utc_now() - timedelta(days=366)
        closed, going_on = Family(db), Family(db)
        closed.move("log", now=long_ago)
        closed.move("result-claimed", now=long_ago)
        references = closed.reference, going_on.reference

    def erased(after: timedelta) -> list[bool]:
        run(sessions, utc_now() + after)
        with sessions() as db:
            return [find_nomination(db, reference).erased_at is not None for reference in references]

    assert erased(timedelta(days=4 * 365)) == [False, False]
    assert erased(timedelta(days=5 * 365 + 5)) == [True, False]
    with sessions() as db:
        assert all(step.body is None for step in steps_of(db, find_nomination(db, references[0])))
