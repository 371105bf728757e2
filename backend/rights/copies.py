"""A copy of what is held about one person of a nomination: what is shown, and what a person looks at first.

Held back until somebody has looked: other people, other people's words, where the family lives, who nominated, and
anything about safety. Whoever asks may be the one from whom the others must be kept safe.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.models import AccountRole
from backend.alerts.models import Alert
from backend.audit import record
from backend.audit.models import AuditEntry
from backend.decisions.budgets import requests_for, words_of
from backend.decisions.record import body_in as body_in_decision
from backend.decisions.record import decisions_of, reason_in
from backend.errors import KeyDestroyed, NotFound
from backend.keys import unseal
from backend.letters.record import letters_of, recipient_of, text_in, versions_of
from backend.nominations import record as nominations
from backend.nominations.models import Nomination
from backend.nominations.queue import READERS
from backend.nominations.stage import paths_for
from backend.paths.record import body_in, steps_of
from backend.programmes import indicators, load_programme, load_programmes
from backend.retention.holding import active_hold
from backend.retention.policy import hold_reasons
from backend.rights.models import RightsRequest
from backend.rights.redaction import Redaction, redaction
from backend.rights.requests import DECIDERS
from backend.telegram.chats import address_of, chat_of_account
from backend.threads.models import Thread
from backend.threads.record import body_set_aside, messages_of

_STATUS = {"asserted": "said to be so", "uncertain": "not certain", "historical": "in the past", "negated": "not so"}
_READING = ("read", "read own", "compared", "read set aside", "copied")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is held. ``held``: why it is held back (``wording.yml``, ``why_held``); None: it is given."""

    id: str
    section: str
    label: str
    text: str
    held: str | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """What is held about one person. ``entries`` is for whoever looks; :meth:`given` for whoever asked."""

    reference: str
    programme: str
    number: int
    """Of the person among those of the nomination, from 1."""
    name: str
    at: datetime
    entries: tuple[Entry, ...]
    redact: Redaction

    def given(self, released: Iterable[str] = ()) -> list[Entry]:
        """The entries that are given: what is not held back, and what somebody has looked at and released.

        Other people's names, numbers and days of birth are taken out of all of it, except where an entry that is
        about another person was itself released.
        """
        out = set(released)
        return [
            entry if entry.held == "other-person" else self._without_others(entry)
            for entry in self.entries
            if entry.held is None or entry.id in out
        ]

    def held(self) -> list[Entry]:
        """The entries to look at before the copy is given."""
        return [entry for entry in self.entries if entry.held]

    def _without_others(self, entry: Entry) -> Entry:
        if entry.held in ("where-they-live", "nominator"):
            return entry
        return Entry(entry.id, entry.section, self.redact(entry.label), self.redact(entry.text), entry.held)


def people_of(db: Session, actor: Actor, reference: str) -> list[tuple[int, str]]:
    """Number and name of the people of a nomination, to choose for whom a copy is made."""
    nomination, aside = _opened(db, actor, reference)
    people = nominations.content_of(db, nomination, aside=aside).get("people") or []
    record(db, actor, "read", "nomination", nomination.id, nomination.programme)
    return [(n, _name(person, n)) for n, person in enumerate(people, 1)]


def copy_for(db: Session, actor: Actor | None, reference: str, person: str, now: datetime) -> Copy:
    """What is held about a person, named by number or by name.

    For a coordinator or lead of the programme, or whoever runs the service (None); of a record under a hold for leads
    and them alone. NotFound out of reach, and for somebody whom the nomination does not name.
    """
    nomination, aside = _opened(db, actor, reference)
    content = nominations.content_of(db, nomination, aside=aside)
    number = _number(content, person)
    record(db, actor, "read", "nomination", nomination.id, nomination.programme, copy_for=number)
    people = content["people"]
    subject = people[number - 1]
    others = [other for n, other in enumerate(people, 1) if n != number]
    sender = nominations.nominator_of(db, nomination, aside=aside)
    consent = nominations.consent_events(db, nomination, aside=aside)
    said = [event.get(key) for event in consent for key in ("by", "asked_by")]
    named = [sender.get("name"), (content.get("lead_professional") or {}).get("name")]
    named += [(content.get("contact") or {}).get("person"), *said]
    told = _Told(db, nomination, content, subject, number, aside)
    return Copy(
        reference=nomination.reference,
        programme=nomination.programme,
        number=number,
        name=_name(subject, number),
        at=now,
        entries=tuple(told.entries()),
        redact=redaction(others, named, subject.get("name")),
    )


def note_given(db: Session, actor: Actor | None, copy: Copy, released: Iterable[str]) -> None:
    """Note that a copy was made and how much that was held back is in it; the copy itself is kept nowhere."""
    nomination = nominations.find_nomination(db, copy.reference)
    count = len({entry.id for entry in copy.held()} & set(released))
    record(
        db, actor, "copied", "nomination", nomination.id, nomination.programme, person=copy.number, released=count
    )  # fmt: skip


def _opened(db: Session, actor: Actor | None, reference: str) -> tuple[Nomination, bool]:
    nomination = nominations.find_nomination(db, reference)
    aside = nomination.set_aside_at is not None
    if actor is not None:
        actor.must_be(nomination.programme, *(("lead",) if aside else DECIDERS))
    if nomination.erased_at is not None:
        raise NotFound("This nomination was erased. Nothing about anybody is left of it.")
    return nomination, aside


def _number(content: dict[str, Any], person: str) -> int:
    people = content.get("people") or []
    wanted = person.strip().casefold()
    for n, known in enumerate(people, 1):
        if wanted in (str(n), str(known.get("name") or "").casefold()):
            return n
    raise NotFound(f"The nomination names {len(people)} people. Choose one by number, from 1, or by the whole name.")


def _name(person: dict[str, Any], n: int) -> str:
    return str(person.get("name") or person.get("relation") or f"Person {n}")


@dataclass(frozen=True, slots=True)
class _Told:
    """A nomination while the entries about one person are gathered from it."""

    db: Session
    nomination: Nomination
    content: dict[str, Any]
    subject: dict[str, Any]
    number: int
    aside: bool

    def entries(self) -> Iterator[Entry]:
        yield from self._about_them()
        yield from self._about_others()
        yield from self._facts()
        yield from self._words()
        yield from self._consent()
        yield from self._judged()
        yield from self._decided()
        yield from self._letters()
        yield from self._asked()
        yield from self._safety()
        yield from self._readers()

    def _about_them(self) -> Iterator[Entry]:
        for key, value in self.subject.items():
            if value not in (None, ""):
                yield Entry(f"you-{key}", "About you", key.replace("_", " ").capitalize(), str(value))
        if self.content.get("language"):
            yield Entry("language", "About you", "Language", str(self.content["language"]))
        home = {key: self.content.get(key) for key in ("address", "postcode")} | (self.content.get("contact") or {})
        for key, value in home.items():
            if value:
                yield Entry(f"home-{key}", "About you", key.capitalize(), str(value), "where-they-live")
        thread = self.db.get(Thread, self.nomination.thread_id) if self.nomination.thread_id else None
        chat = chat_of_account(self.db, thread.account_id) if thread else None
        if chat is not None and (number := address_of(self.db, chat)):
            # Somebody else at home may be the one who wrote.
            yield Entry("home-telegram", "About you", "Telegram chat", number, "where-they-live")
        for n, put_right in enumerate(self.content.get("corrections") or [], 1):
            about = str(put_right["field"]).startswith(f"people.{self.number - 1}.")
            text = f"{put_right['before']} → {put_right['after']} ({put_right['state']}). {put_right['reason']}"
            yield Entry(f"put-right-{n}", "Put right", put_right["label"], text, None if about else "other-person")

    def _about_others(self) -> Iterator[Entry]:
        for n, other in enumerate(self.content.get("people") or [], 1):
            if n != self.number:
                text = ", ".join(str(value) for value in other.values() if value not in (None, ""))
                yield Entry(f"person-{n}", "Others in the household", f"Person {n}", text, "other-person")

    def _facts(self) -> Iterator[Entry]:
        for n, fact in enumerate(self.content.get("indicators") or [], 1):
            known = indicators().get(fact["code"])
            label = known.professional if known else fact["code"].replace("_", " ").capitalize()
            # What is said of abuse may be how somebody else at home told of it, whoever the fact is about.
            whose = self._whose(fact.get("person")) or _private(fact["code"])
            said = f"{_STATUS[fact['status']]}; told by: {fact.get('said_by') or 'not known'}"
            text = f"{said}; {fact['date']}" if fact.get("date") else said
            section = "What was told about you and your family"
            yield Entry(f"fact-{n}", section, label, text, whose)
            if fact.get("words"):
                yield Entry(f"fact-{n}-words", section, "The words", fact["words"], whose or "words-of-another")

    def _whose(self, person: str | None) -> str | None:
        """None for a fact about the person or about nobody in particular.

        What fits somebody else of the household as well ("son" of two sons, a surname alone) is taken to be theirs.
        """
        said = {word.casefold() for word in (person or "").split()}
        people = self.content.get("people") or []
        others = set().union(*(_called(other) for n, other in enumerate(people, 1) if n != self.number))
        mine = _called(self.subject)
        return None if not said or (said <= mine and said - others) else "other-person"

    def _words(self) -> Iterator[Entry]:
        section = "What was told"
        for key in ("story", "hopes", "turnaround"):
            if self.content.get(key):
                yield Entry(key, section, key.capitalize(), str(self.content[key]), "words-of-another")
        for n, agency in enumerate(self.content.get("agencies") or [], 1):
            yield Entry(f"agency-{n}", section, "Works with the family", str(agency), "words-of-another")
        sender = nominations.nominator_of(self.db, self.nomination, aside=self.aside)
        by = ", ".join(str(sender[key]) for key in ("name", "role", "agency") if sender.get(key))
        if by:
            yield Entry("nominator", section, "Nominated by", by, "nominator")
        thread = self.db.get(Thread, self.nomination.thread_id) if self.nomination.thread_id else None
        for message in messages_of(self.db, thread) if thread else ():
            if message.direction == "out" and message.kind != "person":
                continue  # what the assistant says is the service's own wording
            text = body_set_aside(self.db, thread, message, self.nomination.data_key_id).get("text")  # type: ignore[arg-type]
            label = "In the chat" if message.direction == "in" else "A person's answer in the chat"
            if text:
                yield Entry(f"message-{message.n}", section, label, str(text), "words-of-another")

    def _consent(self) -> Iterator[Entry]:
        section = "Agreement"
        for n, event in enumerate(nominations.consent_events(self.db, self.nomination, aside=self.aside), 1):
            text = ", ".join(
                str(event[key]) for key in ("state", "date", "method", "wording_version") if event.get(key)
            )
            yield Entry(f"consent-{n}", section, str(event.get("purpose") or "Agreement"), text)
            people = ", ".join(str(event[key]) for key in ("by", "asked_by") if event.get(key))
            if people:
                yield Entry(f"consent-{n}-people", section, "Who agreed, and who asked", people, "other-person")

        for n, condition in enumerate((self.content.get("consent") or {}).get("conditions") or [], 1):
            yield Entry(f"condition-{n}", section, "On the condition", str(condition["words"]), "words-of-another")

    def _judged(self) -> Iterator[Entry]:
        programme = load_programme(self.nomination.programme, self.nomination.programme_version)
        section = "What the computer worked out"
        newest = nominations.judgements_of(self.db, self.nomination)[-1]
        body = nominations.judgement_body(self.db, self.nomination, newest, aside=self.aside)
        yield Entry("verdict", section, "Criteria", str(body["assessment"]["verdict"]).replace("_", " "))
        for criterion in body["assessment"]["criteria"]:
            known = programme.criterion(criterion["code"])
            others = [each for each in criterion.get("evidence") or [] if self._whose(each.get("person"))]
            held = "private" if known.private else "other-person" if others else None
            yield Entry(f"criterion-{known.code}", section, known.name, criterion["explanation"], held)
        stream = body["route"].get("stream")
        if stream:
            yield Entry("suggested", section, "Suggested", programme.stream(stream).name)

    def _decided(self) -> Iterator[Entry]:
        section = "What people decided"
        for n, made in enumerate(decisions_of(self.db, self.nomination), 1):
            text = f"{made.status.replace('_', ' ')}, by a {made.decider_role}, {made.at.date().isoformat()}"
            yield Entry(f"decision-{n}", section, "Decision", text)
            reason = reason_in(self.db, self.nomination, made, aside=self.aside)
            if reason:
                yield Entry(f"decision-{n}-reason", section, "The reason", reason, "words-of-another")
            visit = body_in_decision(self.db, self.nomination, made, aside=self.aside).get("first_visit")
            if visit:
                text = ". ".join(part for part in (visit["by"], visit["word"]) if part)
                yield Entry(f"decision-{n}-first-visit", section, "The first visit", text, "words-of-another")
        yield from self._money(section)
        yield from self._moved(section)
        hold = active_hold(self.db, self.nomination)
        if hold is not None:
            yield Entry("hold", section, "Kept because", hold_reasons()[hold.reason]["told"])

    def _money(self, section: str) -> Iterator[Entry]:
        for n, asked in enumerate(requests_for(self.db, self.nomination), 1):
            yield Entry(f"money-{n}", section, "Money", f"£{asked.pence / 100:.2f} asked for; {asked.state}")
            words = [each for each in words_of(self.db, self.nomination, asked, aside=self.aside).values() if each]
            if words:
                yield Entry(f"money-{n}-reason", section, "The reason", "; ".join(words), "words-of-another")

    def _moved(self, section: str) -> Iterator[Entry]:
        paths = paths_for(self.nomination)
        for step in steps_of(self.db, self.nomination):
            stage = paths.stage(step.to_stage)
            named = stage.name if stage else step.to_stage or "off its path"
            text = f"{named}, by a {step.mover_role}, {step.at.date().isoformat()}"
            # That the hub was told, and why, is looked at like an alert before it is given.
            safety = stage is not None and stage.quiet
            yield Entry(f"step-{step.n}", section, "Step", text, "safety" if safety else None)
            written = body_in(self.db, self.nomination, step, aside=self.aside)
            if written:
                held = "safety" if safety else "words-of-another"
                yield Entry(f"step-{step.n}-reason", section, "The reason", "; ".join(map(str, written.values())), held)

    def _letters(self) -> Iterator[Entry]:
        """Each letter as it was sent, or as its draft stands; given at once only to whom it was written and sent."""
        section = "Letters"
        for n, letter in enumerate(letters_of(self.db, self.nomination), 1):
            to = recipient_of(self.db, self.nomination, letter, aside=self.aside)
            text = text_in(self.db, self.nomination, versions_of(self.db, letter)[-1], aside=self.aside)
            sent = f"sent {letter.sent_at.date().isoformat()}" if letter.sent_at else "a draft, not sent"
            own = letter.sent_at is not None and to.get("code") == f"person-{self.number}"
            held = None if own else "words-of-another"
            label = f"Letter to {to.get('name') or 'whoever asked for help'}, {sent}"
            yield Entry(f"letter-{n}", section, label, text.plain() if text else "", held)

    def _asked(self) -> Iterator[Entry]:
        query = select(RightsRequest).where(RightsRequest.nomination_id == self.nomination.id)
        for n, asked in enumerate(self.db.scalars(query.order_by(RightsRequest.recorded_at)), 1):
            text = f"{asked.asked_on.isoformat()}; answer: {asked.outcome or 'not yet'}"
            # Another member of the family may have asked, and must not be given away.
            yield Entry(f"request-{n}", "What was asked about data", asked.kind, text, "other-person")

    def _safety(self) -> Iterator[Entry]:
        query = select(Alert).where(Alert.thread_id == self.nomination.thread_id).order_by(Alert.at)
        for n, alert in enumerate(self.db.scalars(query) if self.nomination.thread_id else (), 1):
            try:
                words = alert.words and unseal(
                    self.db, alert.data_key_id, alert.words, table="alerts", column="words", row=alert.id
                )
            except KeyDestroyed:
                words = None
            text = f"{alert.level}, {alert.at.date().isoformat()}: {words or ''}"
            yield Entry(f"alert-{n}", "Safety", "Alert", text, "safety")

    def _readers(self) -> Iterator[Entry]:
        query = select(AuditEntry.actor_id, AuditEntry.at).where(
            AuditEntry.object_id == self.nomination.id, AuditEntry.action.in_(_READING)
        )
        opened = self.db.execute(query.order_by(AuditEntry.seq)).all()
        roles = _roles(self.db, {actor for actor, _ in opened if actor}, self.nomination.programme)
        counted: Counter[str] = Counter()
        last: dict[str, datetime] = {}
        for reader, at in opened:
            role = roles.get(reader or "", "whoever runs the service" if reader is None else "nominator")
            counted[role] += 1
            last[role] = at
        for role, times in sorted(counted.items()):
            text = f"{times} time{'' if times == 1 else 's'}, last on {last[role].date().isoformat()}"
            yield Entry(f"reader-{role}", "Who opened the record", role.capitalize(), text)


def _called(person: dict[str, Any]) -> set[str]:
    return {word.casefold() for key in ("name", "relation") for word in str(person.get(key) or "").split()}


@cache
def _private(code: str) -> str | None:
    """Why a fact is held back that a programme never puts in writing, whoever it is about (``private``); else None."""
    criteria = (each for programme in load_programmes().values() for each in programme.criteria)
    return "private" if any(each.private and code in each.indicators for each in criteria) else None


def _roles(db: Session, accounts: set[str], programme: str) -> dict[str, str]:
    # In which they read nominations: that somebody is on duty too would tell that there was an alert.
    held = select(AccountRole.account_id, AccountRole.role).where(
        AccountRole.account_id.in_(accounts), AccountRole.programme == programme, AccountRole.role.in_(READERS)
    )
    return {row.account_id: row.role for row in db.execute(held.order_by(AccountRole.role))}
