"""A letter from draft to sent: the decision's facts, the coordinator's words, its way, its versions, and its end."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.errors import Conflict, Invalid, NotFound
from backend.letters.models import Letter, LetterVersion
from backend.letters.service import open_letter, printed, throw_away
from backend.nominations.stopping import withdraw_consent
from backend.outbox.models import Mail
from backend.paths.service import move
from backend.paths.shapes import NewStep
from backend.rights.copies import copy_for
from tests.backend.letters.writing import MOTHER, WHY, Case
from tests.backend.threads.people import somebody


def test_a_draft_tells_whoever_nominated_what_why_next_when_whom_to_ask_and_how_to_disagree(db: Session) -> None:
    case = Case(db, "other_stream", stream="fip")
    text = case.text(case.begin())
    assert text.startswith(f"Dear {case.nominator.display_name},")
    for told in (
        f"has accepted the nomination {case.reference}",
        WHY,
        "The support: Family Intervention Project",
        "about 12 months",
        "every month",
        "due by",
        "between 9am and 5pm",
        "another person looks at it again",
        "Kent County Council",
    ):
        assert told in text


def test_what_a_programme_adds_at_the_beginning_is_not_said_again_when_that_is_over(db: Session) -> None:
    case = Case(db)
    assert "meets every month" in case.text(case.begin())
    case.row.stage = "log"
    assert "meets every month" not in case.text(case.begin())


def test_the_household_is_told_in_plain_words_and_nothing_that_others_told(db: Session) -> None:
    case = Case(db)
    letter = case.begin("person-1")
    text = case.text(letter)
    assert text.startswith(f"Dear {MOTHER},")
    assert "The answer is yes." in text
    for told in (WHY, "Ned", "excluded", "works", case.nominator.display_name, "07700", "the family"):
        assert told not in text, "nobody has worded this for her"
    for way in ("hand", "post"):
        with pytest.raises(Invalid, match="under “Why”"):
            case.send(letter, way)
    case.write(letter, reason="School and work are hard for you.")
    with pytest.raises(Invalid, match="Fill in"):
        case.send(letter, "hand")
    case.write(letter, ask="Ring 01632 960111 and ask for the coordinator.")
    case.send(letter, "hand")
    assert case.opened(letter).letter.sent_way == "hand"


@pytest.mark.parametrize(
    ("decided", "kind", "said"),
    [
        ("accept", "accepted", "has accepted"),
        ("ask", "information", "Nothing is decided"),
        ("return", "declined", "with other help"),
    ],
)
def test_each_kind_of_decision_has_its_letter(db: Session, decided: str, kind: str, said: str) -> None:
    case = Case(db, decided)
    opened = case.opened(case.begin())
    assert opened.letter.kind == kind
    assert said in opened.text.plain()


def test_a_waiting_list_and_an_end_have_theirs(db: Session) -> None:
    case = Case(db)
    for to, kind in (("waiting-list", "waiting"), ("closed-other", "ended")):
        case.row.stage = to
        if kind == "ended":
            case.row.status = "closed"
        db.flush()
        assert case.desk().kind == kind
        assert case.opened(case.begin("person-1")).text.parts[0].text


def test_there_is_nothing_to_write_about_before_a_decision(db: Session) -> None:
    case = Case(db, None)
    assert case.desk().readers == []
    with pytest.raises(Conflict, match="nothing to write about"):
        case.begin()


def test_it_is_said_in_the_conversation_of_whoever_nominated_who_gets_a_mail_without_a_word_of_it(db: Session) -> None:
    case = Case(db)
    letter = case.begin()
    case.write(letter, reason="Both schools agree.")
    case.send(letter, "chat")
    [said] = case.said()
    assert "Both schools agree." in said
    assert WHY not in said
    [mail] = db.scalars(select(Mail).where(Mail.cause == f"letter:{letter}"))
    assert mail.account_id == case.nominator.account_id


def test_a_family_that_asked_itself_reads_it_in_its_conversation_and_gets_no_mail(db: Session) -> None:
    case = Case(db, role="family", people=[{"name": MOTHER, "age": 34, "relation": "self"}, {"name": "Ned", "age": 12}])
    letter = case.begin()
    assert case.text(letter).startswith(f"Dear {MOTHER},\n\nWhat was decided\nThe answer is yes.")
    case.send(letter, "chat")
    assert len(case.said()) == 1
    assert db.scalars(select(Mail).where(Mail.cause.startswith("letter:"))).all() == []


def test_who_wrote_and_who_sent_which_version_is_kept_and_audited(db: Session) -> None:
    case = Case(db)
    other = somebody(db, "coordinator", "sevenoaks")
    letter = case.begin()
    case.coordinator, first = other, case.coordinator
    case.write(letter, reason="Both schools agree.")
    case.write(letter, reason="Both schools agree.")
    case.send(letter, "chat")
    opened = case.opened(letter)
    assert [(each.n, each.by) for each in opened.versions] == [(1, first.display_name), (2, other.display_name)]
    assert (opened.sent_by, opened.letter.last_n) == (other.display_name, 2)
    db.commit()
    noted = db.scalars(select(AuditEntry).where(AuditEntry.object_id == letter).order_by(AuditEntry.seq))
    done = [(each.action, each.detail.get("version")) for each in noted if each.action != "read"]
    assert done == [("wrote", 1), ("wrote", 2), ("sent", 2)]


def test_what_was_sent_is_never_changed_sent_again_or_thrown_away(db: Session) -> None:
    case = Case(db)
    letter = case.begin()
    case.send(letter, "chat")
    with pytest.raises(Conflict, match="was sent"):
        case.write(letter, reason="Something else.")
    with pytest.raises(Conflict, match="was sent"):
        case.send(letter, "chat")
    with pytest.raises(Conflict, match="was sent"):
        throw_away(db, case.coordinator, case.reference, letter)
    assert len(case.said()) == 1


def test_whoever_was_slower_is_told_and_changes_nothing(db: Session) -> None:
    case = Case(db)
    letter = case.begin()
    case.write(letter, seen=1, reason="The first.")
    with pytest.raises(Conflict, match="Somebody changed"):
        case.write(letter, seen=1, reason="The second.")
    assert "The first." in case.text(letter)


def test_a_draft_about_an_earlier_decision_is_not_sent_any_more(db: Session) -> None:
    case = Case(db)
    letter = case.begin()
    step: dict[str, Any] = {"to": "log", "reason": None, "written_down": {}, "version": case.row.version}
    move(db, case.coordinator, case.reference, NewStep.model_validate(step))
    with pytest.raises(Conflict, match="Begin a new one"):
        case.send(letter, "chat")
    assert "Begin a new one" in str(case.opened(letter).why_not)
    assert case.said() == []


def test_nothing_names_another_nomination_or_calls_anybody_troubled(db: Session) -> None:
    case = Case(db)
    letter = case.begin()
    for words in ("It is the same as fd-7kxm 2pq4.", "This is a troubled family.", "x" * 2_001, "Smile 😀"):
        with pytest.raises(Invalid):
            case.write(letter, reason=words)
    assert case.opened(letter).letter.last_n == 1


def test_a_draft_is_thrown_away(db: Session) -> None:
    case = Case(db)
    throw_away(db, case.coordinator, case.reference, case.begin())
    assert case.desk().rows == []
    assert db.scalars(select(LetterVersion)).all() == []


def test_letters_of_another_programme_or_nomination_are_not_there(db: Session) -> None:
    case, other = Case(db), Case(db)
    letter = case.begin()
    stranger = somebody(db, "coordinator", "maidstone")
    with pytest.raises(NotFound):
        open_letter(db, stranger, case.reference, letter, utc_now())
    with pytest.raises(NotFound):
        other.opened(letter)
    with pytest.raises(NotFound):
        printed(db, stranger, case.reference, letter, utc_now())


def test_when_the_agreement_is_taken_back_what_letters_said_is_gone(db: Session) -> None:
    case = Case(db)
    letter = case.begin("person-1")
    case.send(case.begin(), "chat")
    withdraw_consent(db, case.row, case.coordinator, "told-the-coordinator", utc_now())
    assert db.get_one(Letter, letter).recipient is None
    assert set(db.scalars(select(LetterVersion.body))) == {None}
    with pytest.raises(NotFound):
        case.opened(letter)
    told = db.scalars(select(Mail).where(Mail.cause.startswith("letter:"), Mail.given_up_at.is_(None))).all()
    assert told == []


def test_a_copy_has_the_letters_and_gives_at_once_only_what_was_sent_to_whoever_asks(db: Session) -> None:
    case = Case(db)
    letter = case.begin("person-1")
    case.begin()
    copy = copy_for(db, case.coordinator, case.reference, MOTHER, utc_now())
    assert not any("answer is yes" in entry.text for entry in copy.given())
    assert len([entry for entry in copy.held() if entry.section == "Letters"]) == 2
    case.write(letter, reason="School and work are hard for you.", ask="Ring 01632 960111.")
    case.send(letter, "hand")
    copy = copy_for(db, case.coordinator, case.reference, MOTHER, utc_now())
    assert [entry.section for entry in copy.given() if "answer is yes" in entry.text] == ["Letters"]
    assert not any("has accepted the nomination" in entry.text for entry in copy.given())
