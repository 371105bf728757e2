"""A conversation as the interview sees it: what a person says, what is asked next, what is known."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from actions.interview import Ask, Assessment, Draft, Message, Next, Press, Programme, Thread, View, fold, next_question
from actions.interview.thread import Audience, Criterion, Json
from nlu.reader import Reader
from nlu.reading import Mention, Person, Reading, Status

SEVENOAKS = Programme(
    code="sevenoaks",
    name="Working with Families",
    area="Sevenoaks",
    consent_version="sevenoaks-1",
    purposes=("nomination", "sharing"),
    purpose_wordings=("to be nominated", "to share what is needed"),
    how_to_ask="Ask when you are alone with them.",
    criteria=(
        Criterion("education", "Education", "national", ("education",)),
        Criterion("crime", "Crime", "national", ("crime_asb",)),
        Criterion("work", "Work", "national", ("worklessness",)),
        Criterion("abuse", "Abuse", "discretionary", ("domestic_abuse",)),
    ),
    topics={
        "education": {"professional": "School?", "family": "How is school?"},
        "crime_asb": {"professional": "Police?", "family": "Any trouble?"},
    },
    emergency={"immediate": {"name": "Emergency", "number": "999", "hours": "always"}},
    districts=("TN13", "TN14", "TN15"),
    shared=("TN11",),
    out_of_area="The coordinator finds out who can help there.",
)
KINGSTON = Programme(
    code="kingston-richmond",
    name="Strengthening Families",
    area="Kingston and Richmond",
    consent_version="kr-1",
    purposes=("nomination",),
    districts=("KT1", "KT2", "TW9"),
)
SCHOOL = {"kind": "professional", "name": "Pat Lee", "role": "head of year", "agency": "Knole School"}


def mention(code: str, need: str, status: Status = "asserted", *, person: str | None = None) -> Mention:
    """A fact as the reader would find it."""
    return Mention(
        indicator=code, need=need, status=status, words=code.replace("_", " "), start=0, end=5, person=person
    )


def person(relation: str | None = None, *, name: str | None = None, age: int | None = None) -> Person:
    """Somebody as the reader would find them."""
    return Person(name=name, age=age, relation=relation)


@cache
def reader() -> Reader:
    """What reads messages in earnest."""
    return Reader(today=date(2026, 11, 20))


@dataclass
class Talk:
    """A conversation under way. ``say`` answers the id of the question that is asked next."""

    audience: Audience = "professional"
    programme: Programme | None = SEVENOAKS
    programmes: tuple[Programme, ...] = (SEVENOAKS, KINGSTON)
    nominator: Json = field(default_factory=lambda: dict(SCHOOL))
    assessment: Assessment = field(default_factory=lambda: Assessment("eligible"))
    messages: list[Message] = field(default_factory=list)

    @property
    def thread(self) -> Thread:
        return Thread(
            thread="t",
            version=1,
            audience=self.audience,
            today="2026-11-20",
            nominator=self.nominator,
            programmes=self.programmes,
            programme=self.programme,
            messages=tuple(self.messages),
        )

    @property
    def draft(self) -> Draft:
        return fold(self.messages, self.thread)

    @property
    def content(self) -> Json:
        return self.draft.to_json()

    @property
    def step(self) -> Next:
        """What comes next, the last message being the only new one."""
        draft = self.draft
        views = {programme.code: programme for programme in self.programmes}
        programme = views.get(draft.programme or "")
        news = frozenset(message.n for message in self.messages[-1:])
        return next_question(View(self.thread, draft, programme, self.assessment, news))

    @property
    def asked(self) -> str:
        """The question that is asked next; or why none is."""
        step = self.step
        if isinstance(step, Ask):
            return step.question.id
        return getattr(step, "reason", type(step).__name__.lower())

    @property
    def response(self) -> str:
        step = self.step
        assert isinstance(step, Ask)
        return step.response

    @property
    def about(self) -> tuple[str, ...]:
        step = self.step
        assert isinstance(step, Ask)
        return step.about

    def say(self, text: str, reading: Reading | None = None) -> str:
        """Say something; the question that is asked next."""
        return self._add(text, reading or Reading(), None)

    def tell(self, text: str) -> str:
        """Say something that is read in earnest; the question that is asked next."""
        return self.say(text, reader().read(text))

    def press(self, value: str, title: str = "…") -> str:
        """Press an answer's button; the question that is asked next."""
        return self._add(title, Reading(), Press("answer", value))

    def _add(self, text: str, reading: Reading, press: Press | None) -> str:
        step = self.step
        question = step.open if isinstance(step, Ask) and self.messages else None
        self.messages.append(
            Message(
                n=len(self.messages) + 1,
                text=text,
                reading=reading,
                question=question,
                press=press,
                at="2026-11-20T10:00:00+00:00",
            )
        )
        return self.asked

    def undo(self, n: int) -> None:
        """Take message ``n`` back."""
        self.messages[n - 1] = replace(self.messages[n - 1], kind="undone")


def begun(audience: Audience = "professional", **changes: object) -> Talk:
    """A talk whose first message said nothing yet: danger is the open question."""
    talk = Talk(audience=audience, **changes)  # type: ignore[arg-type]
    assert talk.say("Hello") == "danger"
    return talk


def agreed(audience: Audience = "professional", **changes: object) -> Talk:
    """A talk up to the story: nobody is in danger, consent is given in full."""
    talk = begun(audience, **changes)
    assert talk.say("No") == "consent"
    if audience == "family":
        assert talk.say("yes") == "story"
    else:
        assert talk.say("Yes, mum agreed, I asked her on 18 November at the school gate") == "story"
    return talk
