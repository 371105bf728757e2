"""Requests about data: recorded, due in a month, answered by a person, with what follows at once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.alerts.service import open_alerts, raise_alert
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.errors import Conflict, Invalid, NotFound
from backend.nominations.comparing import compare
from backend.nominations.models import Nomination
from backend.nominations.record import find_nomination, judgements_of
from backend.nominations.service import QueueFilter, judge_again, open_nomination, own_nominations, queue
from backend.nominations.stopping import withdraw_consent
from backend.nominations.submission import submit
from backend.outbox.models import Mail
from backend.outbox.post_office import Folder
from backend.outbox.worker import work
from backend.retention.check import still_readable
from backend.retention.holds import holds, lift_hold, place_hold, read_set_aside
from backend.rights.answering import Answer, answer
from backend.rights.kept import kept_sentences
from backend.rights.requests import ask, open_requests, requests_about
from backend.rights.term import answer_by
from backend.threads.models import Thread
from backend.threads.page import page_thread
from backend.threads.record import content_of, messages_of
from backend.threads.service import say
from backend.threads.shapes import Reply
from backend.threads.view import thread_view
from tests.backend.alerts.test_alerts import alert
from tests.backend.nominations.test_erasing import TOLD
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 11, 23), date(2026, 12, 23)),
        (date(2026, 1, 31), date(2026, 3, 2)),  # 28 February 2026 is a Saturday
        (date(2026, 11, 25), date(2026, 12, 29)),  # Christmas, Boxing Day's substitute, a weekend
        (date(2026, 10, 7), date(2026, 11, 9)),
    ],
)
def test_an_answer_is_due_in_a_month_on_a_working_day(asked: date, due: date) -> None:
    assert answer_by(asked) == due


class Case:
    """A submitted nomination with the people around it."""

    def __init__(self, db: Session, audience: str = "nominator", content: dict[str, Any] = CONTENT) -> None:
        self.sender = somebody(db, "family" if audience == "family" else "nominator", "sevenoaks")
        self.coordinator = somebody(db, "coordinator", "sevenoaks")
        self.lead = somebody(db, "lead", "sevenoaks")
        self.administrator = somebody(db, "administrator", "sevenoaks")
        self.duty = somebody(db, "duty", "sevenoaks")
        self.thread = draft(db, self.sender, "sevenoaks", content).id
        self.reference = submit(db, self.thread, utc_now()).reference

    def asks(self, db: Session, kind: str, by: Actor | None = None, **more: Any) -> str:
        said: dict[str, Any] = {"by": "Della Quillfeather", "how": "phone", "words": "About the Quillfeathers"}
        return ask(db, by or self.coordinator, self.reference, kind=kind, now=utc_now(), **said, **more).id

    def answered(self, db: Session, request: str, outcome: str, **more: Any) -> Any:
        return answer(db, self.coordinator, request, Answer(outcome, "Because of Ned.", **more), utc_now())

    def hold(self, db: Session) -> str:
        review = utc_now().date() + timedelta(days=60)
        words = "The Quillfeather inquiry"
        return place_hold(
            db, self.lead, self.reference, reason="inquiry", words=words, review_on=review, now=utc_now()
        ).id


def mails(db: Session) -> list[tuple[str, str]]:
    """Template and account of what waits to be sent."""
    return [(mail.template, mail.account_id) for mail in db.scalars(select(Mail)) if mail.given_up_at is None]


def test_a_request_waits_where_those_who_answer_look_and_they_are_told(sessions: Sessions) -> None:
    with sessions.begin() as db:
        case = Case(db)
        case.asks(db, "access", by=case.lead)
    with sessions.begin() as db:
        assert ("request-waiting", case.coordinator.account_id) in mails(db)
        for reader in (case.coordinator, case.lead):
            [row] = open_requests(db, reader, utc_now())
            assert (row.kind, row.reference, row.overdue, row.said) == ("access", case.reference, False, {})
        [late] = open_requests(db, case.coordinator, utc_now() + timedelta(days=40))
        assert late.overdue
        assert open_requests(db, somebody(db, "coordinator", "rotherham"), utc_now()) == []
        [row] = requests_about(db, case.coordinator, case.reference, utc_now())
        assert row.said["by"] == "Della Quillfeather"
        with pytest.raises(NotFound):
            case.asks(db, "access", by=somebody(db, "coordinator", "rotherham"))
        with pytest.raises(NotFound):
            case.asks(db, "access", by=somebody(db, "nominator", "sevenoaks"))


def test_what_the_family_asks_for_is_not_shown_to_whoever_nominated(db: Session) -> None:
    case = Case(db)
    case.asks(db, "erasure")
    assert requests_about(db, case.sender, case.reference, utc_now()) == []
    case.asks(db, "access", by=case.sender)
    assert [row.kind for row in requests_about(db, case.sender, case.reference, utc_now())] == ["access"]


def test_a_correction_keeps_what_it_was_and_is_judged_again(db: Session) -> None:
    case = Case(db)
    request = case.asks(db, "correction")
    with pytest.raises(Invalid):
        case.answered(db, request, "granted", field="people.9.name", value="x")
    with pytest.raises(Invalid):
        case.answered(db, request, "granted", field="people.1.age", value="twelve and a half")
    case.answered(db, request, "granted", field="indicators.1.status", value="negated")
    seen = open_nomination(db, case.coordinator, case.reference)
    assert seen["indicators"][1]["status"] == "negated"
    [put_right] = seen["corrections"]
    assert (put_right["before"], put_right["after"], put_right["state"]) == ("asserted", "negated", "corrected")
    assert [judgement["cause"] for judgement in seen["judgements"]] == ["submission", "correction"]
    assert seen["judgements"][-1]["verdict"] != "eligible" == seen["judgements"][0]["verdict"]
    with pytest.raises(Conflict):
        case.answered(db, request, "refused")
    [row] = requests_about(db, case.coordinator, case.reference, utc_now())
    assert (row.outcome, row.reason, row.decided_role) == ("granted", "Because of Ned.", "coordinator")


def test_a_corrected_name_recognises_the_family_and_the_wrong_one_no_longer(db: Session) -> None:
    case = Case(db)
    case.answered(db, case.asks(db, "correction"), "granted", field="people.1.date_of_birth", value="2013-01-02")
    case.answered(db, case.asks(db, "correction"), "granted", field="postcode", value="TN14 5AA")
    wrong = Case(db)
    right = Case(
        db,
        content={
            **CONTENT,
            "postcode": "TN14 5AA",
            "people": [CONTENT["people"][0], {**CONTENT["people"][1], "date_of_birth": "2013-01-02"}],
        },
    )
    known = [open_nomination(db, each.coordinator, each.reference)["known_before"] for each in (wrong, right)]
    assert known == [[], [case.reference]]


def test_who_nominated_does_not_learn_a_new_address_and_who_corrected_it_does(db: Session) -> None:
    case = Case(db)
    case.answered(db, case.asks(db, "correction"), "granted", field="address", value="The refuge")
    own = open_nomination(db, case.sender, case.reference)
    assert (own["address"], "refuge" in str(own)) == ("7 Larkspur Rise", False)
    assert open_nomination(db, case.coordinator, case.reference)["address"] == "The refuge"
    asked = case.asks(db, "correction", by=case.sender)
    case.answered(db, asked, "granted", field="contact.phone", value="07700 900999")
    assert open_nomination(db, case.sender, case.reference)["contact"]["phone"] == "07700 900999"
    assert open_nomination(db, case.sender, case.reference)["address"] == "7 Larkspur Rise"


def test_a_disputed_value_stays_with_what_is_said_against_it(db: Session) -> None:
    case = Case(db)
    case.answered(db, case.asks(db, "correction"), "partly", field="indicators.0.status", value="It was once")
    seen = open_nomination(db, case.coordinator, case.reference)
    assert seen["indicators"][0]["status"] == "asserted"
    assert [(each["state"], each["after"]) for each in seen["corrections"]] == [("disputed", "It was once")]


def test_an_objection_pauses_everything_until_a_person_has_answered(db: Session) -> None:
    case = Case(db)
    request = case.asks(db, "objection")
    assert find_nomination(db, case.reference).paused_at
    accept = NewDecision(kind="accept", reason=None, version=find_nomination(db, case.reference).version)
    with pytest.raises(Conflict, match="objected"):
        decide(db, case.coordinator, case.reference, accept)
    with pytest.raises(Conflict, match="objected"):
        judge_again(db, case.coordinator, case.reference, "2013")
    with pytest.raises(Conflict, match="objected"):
        compare(db, case.coordinator, case.reference, utc_now())
    assert case.answered(db, request, "refused").record == "stays"
    nomination = find_nomination(db, case.reference)
    assert nomination.paused_at is None
    assert [each.cause for each in judgements_of(db, nomination)] == ["submission", "resumed"]
    decide(db, case.coordinator, case.reference, accept.model_copy(update={"version": nomination.version}))


def test_an_objection_that_is_right_ends_it(db: Session) -> None:
    case = Case(db)
    assert case.answered(db, case.asks(db, "objection"), "granted").record == "erased"
    [row] = own_nominations(db, case.sender)
    assert row.status_text == "Ended. Somebody in the family objected, and nothing more is done with it."
    assert ("nomination-ended", case.sender.account_id) in mails(db)


def test_an_erasure_says_truthfully_what_stays(db: Session) -> None:
    case = Case(db, "family")
    raise_alert(db, alert(thread=case.thread))
    done = case.answered(db, case.asks(db, "erasure", by=case.sender), "granted")
    assert (done.record, done.outcome) == ("erased", "granted")
    told = " ".join(kept_sentences(done.kept, "sevenoaks", "family"))
    assert done.kept[0] == "safety-alerts"
    assert "It goes after 6 years." in told
    assert "Your account to sign in stays, with your name and e-mail address." in told
    assert open_alerts(db, case.duty)[0].words
    seen = open_nomination(db, case.coordinator, case.reference)
    assert not [word for word in TOLD if word in str(seen)]
    assert [row.reason for row in requests_about(db, case.sender, case.reference, utc_now())] == [None]
    assert "request-answered" in [message.notice for message in messages_of(db, db.get_one(Thread, case.thread))]
    # A family reads no mail of ours: who reads along is not known.
    assert case.sender.account_id not in {account for _, account in mails(db)}


def test_every_request_needs_a_person_a_reason_and_an_answer_that_fits(db: Session) -> None:
    case = Case(db)
    request = case.asks(db, "erasure")
    for given in (Answer("granted", " "), Answer("perhaps", "x"), Answer("partly", "x")):
        with pytest.raises(Invalid):
            answer(db, case.coordinator, request, given, utc_now())
    for other in (case.administrator, case.sender, somebody(db, "coordinator", "rotherham")):
        with pytest.raises(NotFound):
            answer(db, other, request, Answer("granted", "x"), utc_now())
    assert case.answered(db, request, "refused").record == "stays"
    assert find_nomination(db, case.reference).erased_at is None


def everywhere(db: Session, case: Case) -> str:
    """All that anybody can read of a nomination by any way there is, as one text."""
    nomination = find_nomination(db, case.reference)
    thread = db.get_one(Thread, case.thread)
    views: list[Any] = [
        open_nomination(db, reader, case.reference) for reader in (case.coordinator, case.lead, case.sender)
    ]
    views += [
        queue(db, case.coordinator, QueueFilter(reference=case.reference), now=utc_now()),
        own_nominations(db, case.sender),
    ]
    talk = thread_view(db, thread, utc_now())
    views += [[talk[key] for key in ("messages", "content", "open_question", "assessment")], content_of(db, thread)]
    views += [requests_about(db, case.coordinator, case.reference, utc_now())]
    views += [say(db, thread.id, 1, [Reply(text="[[status]] [[summary]]", custom={"fill": ["status", "summary"]})])]
    assert nomination.status == "withdrawn"
    return str(views)


@pytest.mark.parametrize("held", [False, True])
def test_consent_taken_back_stops_everything_everywhere_at_once(sessions: Sessions, tmp_path: Path, held: bool) -> None:
    with sessions.begin() as db:
        case = Case(db)
        decide(db, case.coordinator, case.reference, NewDecision(kind="ask", reason="Ned Quillfeather?", version=1))
        case.asks(db, "correction")
        later = Case(db)
        danger = raise_alert(db, alert(thread=case.thread))
        raise_alert(db, alert(thread=case.thread, level="none", text="Ring the Quillfeathers"))
        hold = case.hold(db) if held else ""
        assert set(mails(db)) >= {("nomination-decided", case.sender.account_id)}
    with sessions.begin() as db:
        nomination = find_nomination(db, case.reference, lock=True)
        withdraw_consent(db, nomination, case.coordinator, "told-the-coordinator", utc_now())
        withdraw_consent(db, nomination, case.coordinator, "told-the-coordinator", utc_now())

    with sessions.begin() as db:
        told = everywhere(db, case)
        assert not [word for word in TOLD if word in told]
        version = find_nomination(db, case.reference).version
        with pytest.raises(Invalid):
            decide(db, case.coordinator, case.reference, NewDecision(kind="return", reason="x", version=version))
        with pytest.raises(Conflict):
            judge_again(db, case.coordinator, case.reference, "2013")
        with pytest.raises(NotFound):
            compare(db, case.coordinator, case.reference, utc_now())
        assert open_nomination(db, later.coordinator, later.reference)["known_before"] == []
        assert [row.id for row in open_alerts(db, case.duty)] == [danger]
        assert "Quillfeather" not in str(open_alerts(db, case.duty, acknowledged=True))
        assert not {"nomination-decided", "information-added"} & {template for template, _ in mails(db)}
        assert still_readable(db, utc_now()) == []
    work(sessions, Folder(tmp_path), "https://front-door.example", utc_now())
    sent = sorted(file.read_text() for file in tmp_path.glob("*.eml"))
    assert any("A nomination you made has ended" in text for text in sent)
    assert not any("see what was decided" in text for text in sent)
    if held:
        _held_until_lifted(sessions, case, hold)


def _held_until_lifted(sessions: Sessions, case: Case, hold: str) -> None:
    with sessions.begin() as db:
        kept = read_set_aside(db, case.lead, hold)
        assert kept["content"]["story"] == CONTENT["story"]
        for other in (case.administrator, case.coordinator, case.sender):
            with pytest.raises(NotFound):
                read_set_aside(db, other, hold)
        [by_lead], [by_administrator] = (holds(db, each, utc_now()) for each in (case.lead, case.administrator))
        assert (by_lead.words, by_administrator.words) == ("The Quillfeather inquiry", None)
        assert by_administrator.set_aside
        with pytest.raises(Conflict):
            case.hold(db)
    with sessions.begin() as db:
        assert lift_hold(db, case.administrator, hold, utc_now()) is True
    with sessions() as db:
        nomination = find_nomination(db, case.reference)
        assert (nomination.erased_at is not None, nomination.content, nomination.set_aside_at) == (True, None, None)
        assert still_readable(db, utc_now()) == []
        with pytest.raises(NotFound):
            read_set_aside(db, case.lead, hold)
        whys = [entry.detail["why"] for entry in db.scalars(select(AuditEntry)) if entry.action == "erased"]
        assert whys == ["consent-withdrawn"]


def test_erasing_what_is_held_is_told_as_it_is(db: Session) -> None:
    case = Case(db, "family")
    case.hold(db)
    done = case.answered(db, case.asks(db, "erasure", by=case.sender), "granted")
    assert (done.outcome, done.record, done.kept[0]) == ("partly", "kept", "hold:inquiry")
    told = kept_sentences(done.kept, "sevenoaks", "family")
    assert "An inquiry or a review may need the record." in told[0]
    assert db.scalars(select(Nomination)).one().set_aside_at


def test_nobody_is_told_that_a_record_was_erased_which_a_hold_has_kept_since_it_was_taken_back(db: Session) -> None:
    case = Case(db, "family")
    case.hold(db)
    withdraw_consent(db, find_nomination(db, case.reference), case.sender, "chat", utc_now())
    done = case.answered(db, case.asks(db, "erasure", by=case.sender), "granted")
    assert (done.outcome, done.record, done.kept[0]) == ("partly", "kept", "hold:inquiry")
    [row] = requests_about(db, case.sender, case.reference, utc_now())
    assert (row.outcome, row.kept[0]) == ("partly", "hold:inquiry")


def test_a_hold_needs_a_reason_a_day_for_its_review_and_somebody_who_may(db: Session) -> None:
    case = Case(db)
    soon = utc_now().date() + timedelta(days=30)
    for changed in ({"reason": "because"}, {"words": " "}, {"review_on": utc_now().date()},
                    {"review_on": soon + timedelta(days=400)}):  # fmt: skip
        wanted: dict[str, Any] = {"reason": "complaint", "words": "x", "review_on": soon, "now": utc_now(), **changed}
        with pytest.raises(Invalid):
            place_hold(db, case.lead, case.reference, **wanted)
    for other in (case.coordinator, case.sender, somebody(db, "lead", "rotherham")):
        with pytest.raises(NotFound):
            place_hold(db, other, case.reference, reason="complaint", words="x", review_on=soon, now=utc_now())


def test_a_set_aside_talk_goes_on_without_showing_a_word(db: Session) -> None:
    case = Case(db, "family")
    case.hold(db)
    thread = db.get_one(Thread, case.thread)
    thread.page = True
    withdraw_consent(db, find_nomination(db, case.reference), case.sender, "chat", utc_now())
    say(db, thread.id, 1, [Reply(text="It is withdrawn.")])
    [why, last] = [message.text for message in page_thread(db, case.sender).messages]
    assert "The law says that we must keep your record for now." in why
    assert last == "It is withdrawn."
