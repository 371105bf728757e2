"""The day's lists: what is in each, who has what, what stands still, what is kept as a filter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.database.base import new_id, utc_now
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.errors import Conflict, Invalid, NotFound
from backend.nominations.bulk import on_each
from backend.nominations.drift import tell_still
from backend.nominations.lists import LISTS, ListName, count_lists
from backend.nominations.models import Nomination, SavedFilter
from backend.nominations.owning import assign, assignees, give_back, take
from backend.nominations.queue import queue, queue_part
from backend.nominations.ranking import rank_unranked
from backend.nominations.saved import MOST, delete, save, saved
from backend.nominations.service import QueueFilter
from backend.nominations.stopping import stop
from backend.nominations.submission import submit
from backend.outbox.models import Mail
from backend.web.owner_page import owning
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
PROGRAMME = "sevenoaks"


@pytest.fixture
def coordinator(db: Session) -> Actor:
    return somebody(db, "coordinator", PROGRAMME)


def sent(db: Session, at: datetime = MONDAY, **changes: object) -> str:
    nominator = somebody(db, "nominator", PROGRAMME)
    return submit(db, draft(db, nominator, PROGRAMME, CONTENT | changes).id, at).reference


def row_of(db: Session, reference: str) -> Nomination:
    return db.scalars(select(Nomination).where(Nomination.reference == reference)).one()


def listed(db: Session, actor: Actor, name: ListName, now: datetime) -> set[str]:
    return {row.reference for row in queue(db, actor, QueueFilter(list=name), now=now)}


def asked_for_more(db: Session, actor: Actor, reference: str, at: datetime) -> None:
    version = row_of(db, reference).version
    decide(db, actor, reference, NewDecision(kind="ask", reason="Since when?", version=version), at)
    row_of(db, reference).moved_at = at


def test_each_list_holds_what_it_says_and_is_counted_alike(db: Session, coordinator: Actor) -> None:
    fresh, asked, mine = sent(db), sent(db), sent(db)
    asked_for_more(db, coordinator, asked, MONDAY)
    take(db, coordinator, mine, MONDAY)
    expected: dict[datetime, dict[ListName, set[str]]] = {
        MONDAY: {"new": {fresh, mine}, "due": set(), "overdue": set(), "still": set()},
        MONDAY + timedelta(days=1): {"new": {fresh, mine}, "due": {fresh, mine}, "overdue": set(), "still": set()},
        MONDAY + timedelta(days=2): {"due": set(), "overdue": {fresh, mine}, "still": set()},
        MONDAY + timedelta(days=4): {"overdue": {fresh, mine}, "still": {fresh, mine}},
        MONDAY + timedelta(days=15): {"overdue": {fresh, mine}, "still": {fresh, mine, asked}},
    }
    for now, lists in expected.items():
        always: dict[ListName, set[str]] = {"waiting": {asked}, "mine": {mine}, "unassigned": {fresh, asked}}
        found = {name: listed(db, coordinator, name, now) for name in LISTS}
        for name, references in (lists | always).items():
            assert found[name] == references, (now, name)
        counted = count_lists(db, [PROGRAMME], coordinator.account_id, now)
        assert counted == {name: len(references) for name, references in found.items()}


def test_a_page_of_the_queue_is_a_part_of_it_with_the_numbers_of_all(db: Session, coordinator: Actor) -> None:
    references = [sent(db, MONDAY + timedelta(minutes=n)) for n in range(5)]
    now = MONDAY + timedelta(days=3)
    parts = [queue_part(db, coordinator, QueueFilter(), "due", now=now, start=start, most=2) for start in (0, 2, 4, 99)]
    assert [row.reference for part in parts[:3] for row in part.rows] == references[::-1]
    assert parts[3].rows == parts[2].rows
    assert {(part.total, part.waiting, part.overdue) for part in parts} == {(5, 5, 5)}


def test_priority_orders_by_the_meetings_parts_and_shows_them(db: Session, coordinator: Actor) -> None:
    more = [*CONTENT["indicators"], {"code": "youth_offence", "status": "asserted", "said_by": "professional"}]
    pressing, plain = sent(db, indicators=more), sent(db, MONDAY + timedelta(minutes=1))
    rows = queue(db, coordinator, QueueFilter(), "priority", now=MONDAY)
    assert [row.reference for row in rows] == [pressing, plain]
    assert "Main criteria that hold: 3 of 3." in [part.text for part in rows[0].priority]


def test_what_was_judged_before_ranks_were_kept_is_ranked_at_the_start(db: Session, coordinator: Actor) -> None:
    nomination = row_of(db, sent(db))
    before = nomination.priority_rank
    nomination.priority = nomination.priority_rank = None
    db.flush()
    assert rank_unranked(db) == 1
    assert nomination.priority_rank == before
    assert rank_unranked(db) == 0


def test_one_has_it_and_another_takes_nothing_from_them_by_mistake(db: Session, coordinator: Actor) -> None:
    other, lead = somebody(db, "coordinator", PROGRAMME), somebody(db, "lead", PROGRAMME)
    reference = sent(db)
    take(db, coordinator, reference, MONDAY)
    with pytest.raises(Conflict, match="meanwhile"):
        take(db, other, reference, MONDAY)
    with pytest.raises(Conflict):
        give_back(db, other, reference)
    assign(db, lead, reference, other.account_id, MONDAY)
    [row] = queue(db, other, QueueFilter(list="mine"), now=MONDAY)
    assert (row.owner, row.mine) == (other.display_name, True)
    [notice] = db.scalars(select(Mail).where(Mail.template == "nomination-given"))
    assert notice.account_id == other.account_id
    give_back(db, other, reference)
    assert listed(db, other, "unassigned", MONDAY) == {reference}


def test_only_coordinators_of_the_programme_get_a_nomination(db: Session, coordinator: Actor) -> None:
    reference, elsewhere = sent(db), somebody(db, "coordinator", "maidstone")
    for nobody in (elsewhere.account_id, somebody(db, "duty", PROGRAMME).account_id, new_id()):
        with pytest.raises(Invalid):
            assign(db, coordinator, reference, nobody, MONDAY)
    with pytest.raises(NotFound):
        take(db, elsewhere, reference, MONDAY)
    assert coordinator.account_id in {each.account for each in assignees(db, [PROGRAMME])}
    assert elsewhere.account_id not in {each.account for each in assignees(db, [PROGRAMME])}


def test_a_withdrawn_one_is_nobodys(db: Session, coordinator: Actor) -> None:
    reference = sent(db)
    take(db, coordinator, reference, MONDAY)
    thread = row_of(db, reference).thread_id
    stop(db, str(thread), "withdrawn", MONDAY)
    nomination = row_of(db, reference)
    assert (nomination.owner_id, nomination.priority, nomination.priority_rank) == (None, None, None)
    with pytest.raises(Conflict):
        take(db, coordinator, reference, MONDAY)


def test_what_stands_still_is_told_once_and_again_only_after_it_moved(db: Session, coordinator: Actor) -> None:
    lead, reference = somebody(db, "lead", PROGRAMME), sent(db)
    take(db, coordinator, reference, MONDAY)
    late = MONDAY + timedelta(days=4)
    assert [tell_still(db, now) for now in (late - timedelta(days=2), late, late + timedelta(days=1))] == [0, 1, 0]
    told = {mail.account_id for mail in db.scalars(select(Mail).where(Mail.template == "nomination-still"))}
    assert told == {lead.account_id, coordinator.account_id}

    asked_for_more(db, coordinator, reference, late)
    assert tell_still(db, late + timedelta(days=9)) == 0
    assert tell_still(db, late + timedelta(days=20)) == 1


def test_whom_nobody_leads_the_coordinators_are_told(db: Session, coordinator: Actor) -> None:
    sent(db)
    tell_still(db, MONDAY + timedelta(days=30))
    [mail] = db.scalars(select(Mail).where(Mail.template == "nomination-still"))
    assert mail.account_id == coordinator.account_id


def test_of_several_what_cannot_be_done_with_one_holds_up_no_other(db: Session, coordinator: Actor) -> None:
    free, taken = sent(db), sent(db)
    take(db, somebody(db, "coordinator", PROGRAMME), taken, MONDAY)
    outcomes = on_each(db, [taken, free, "FD-22222222"], lambda reference: take(db, coordinator, reference, MONDAY))
    assert {each.reference for each in outcomes if each.problem is None} == {free}
    assert listed(db, coordinator, "mine", MONDAY) == {free}


def test_filters_are_ones_own_and_their_names_sealed(db: Session, coordinator: Actor) -> None:
    kept = save(db, coordinator, "  Quillfeather's  school ", {"list": "mine", "status": ""})
    other = somebody(db, "coordinator", PROGRAMME)
    [mine] = saved(db, coordinator)
    assert (mine.name, mine.chosen) == ("Quillfeather's school", {"list": "mine"})
    assert b"Quillfeather" not in db.get_one(SavedFilter, kept).name
    assert saved(db, other) == []
    with pytest.raises(NotFound):
        delete(db, other, kept)
    save(db, coordinator, "quillfeather's school", {"list": "due"})
    assert [each.chosen for each in saved(db, coordinator)] == [{"list": "due"}]
    for n in range(MOST - 1):
        save(db, coordinator, f"Filter {n}", {})
    with pytest.raises(Conflict):
        save(db, coordinator, "One too many", {})
    with pytest.raises(Invalid):
        save(db, coordinator, " ", {})


def test_anything_that_happens_moves_it(db: Session, coordinator: Actor) -> None:
    nomination = row_of(db, sent(db, utc_now() - timedelta(days=30)))
    nomination.still_told_at = utc_now()
    before = nomination.moved_at
    nomination.version += 1
    assert nomination.moved_at > before
    assert nomination.still_told_at is None


def test_the_page_names_who_was_told(db: Session, coordinator: Actor) -> None:
    lead, reference = somebody(db, "lead", PROGRAMME), sent(db, utc_now() - timedelta(days=30))
    tell_still(db, utc_now())
    shown = owning(db, coordinator, reference)
    assert (shown["stands_still"], shown["told"], shown["may_take"]) == (True, [lead.display_name], True)
