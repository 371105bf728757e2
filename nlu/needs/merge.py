"""Two readings of a message made one: what the lists found, and what the trained encoder makes of the same words.

The encoder finds what the lists miss, and judges how all of it is said; the lists are a voice that it hears. Where both
find a fact the words are those of the lists, otherwise those that the encoder looked at. Without an encoder the lists
read alone.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from nlu.clauses import Clause
from nlu.encoder.network import STATUSES
from nlu.encoder.pretrained import Array
from nlu.encoder.read import Encoder, Part, encoder
from nlu.needs.dates import date_in
from nlu.needs.lexicon import needs_by_indicator, unmeant
from nlu.needs.persons import person_of
from nlu.needs.places import Span, addresses_in, is_mostly_in, whole_words
from nlu.needs.services import is_list_of_services
from nlu.phrases import load_yaml
from nlu.plain import Plain
from nlu.reading import STRENGTH, Mention, Status
from nlu.sought import all_of
from nlu.together import sentences_of

Located = tuple[int, int, Mention]
"""Where a mention stands in the plain text, and the mention."""


_ASSERTED, _UNCERTAIN = STATUSES.index("asserted"), STATUSES.index("uncertain")


@dataclass(frozen=True, slots=True)
class Sure:
    """What makes a mention likely to be right, in logits: spoken of at all, said so, found by the lists."""

    spoken_of: float
    said_so: float
    listed: float
    height: float


@dataclass(frozen=True, slots=True)
class Weights:
    """How the two readings are weighed, all in logits but ``plausible`` and ``own``, which are chances.

    ``heard``: what the lists' finding a need adds to how sure it is; ``unheard``: what their silence takes away. What
    the lists find is never dropped: people see it with its words, and take it out with a touch.
    ``agreed``: what the lists' status adds to that status; ``by_rule``: the same for needs that a rule over several
    facts decides, which the lists know and the encoder guesses.
    ``asserted``: what plain statements are given more than in the corpora, whose shares are not those of life.
    ``vague``: the least chance of the likeliest indicator for a need to be told at all. ``own``: from here an indicator
    that the lists did not find is told, ``besides``: beside one that they found.
    ``unsure``: below this share, what only the encoder sees is doubtful if it would be so, else not told.
    ``doubted``: below this chance of being spoken of at all, what only the lists find is doubtful if it would be so.
    ``sure``: from those chances to how often a mention is right (docs/model-card.md).
    """

    heard: float
    unheard: float
    agreed: float
    by_rule: dict[str, float]
    asserted: float
    vague: float
    own: float
    besides: float
    unsure: float
    doubted: float
    sure: Sure


@cache
def weights() -> Weights:
    """What ``merging.yml`` says."""
    told = load_yaml(Path(__file__).with_name("merging.yml"))
    return Weights(**{**told, "sure": Sure(**told["sure"])})


@dataclass(frozen=True)
class Message:
    """A message with its plain text and clauses, as the mentions of it need them."""

    written: str
    plain: Plain
    clauses: tuple[Clause, ...]

    @cached_property
    def addresses(self) -> tuple[Span, ...]:
        """Where addresses stand in the message as written."""
        return addresses_in(self.written)

    def tells(self, item: Located) -> bool:
        """Whether the words can state a fact: those of an address cannot ("Brown Street")."""
        return not is_mostly_in((item[2].start, item[2].end), self.addresses)

    def means(self, need: str, item: Located) -> bool:
        """Whether words that only the encoder found are none of those that just look like the need."""
        text = self.plain.text
        return not is_mostly_in(item[:2], tuple(m.span() for m in all_of(unmeant(need).possible_in(text), text)))

    def is_service(self, item: Located) -> bool:
        """Whether the words stand in a mere list of services ("CAMHS and the police"), which says nothing of needs."""
        sentence = next((s for s in sentences_of(self.clauses) if s[0] <= item[0] < s[1]), None)
        return sentence is not None and is_list_of_services(self.plain.text[sentence[0] : sentence[1]])

    def located(self, indicator: str, span: tuple[int, int]) -> Located:
        """A mention of an indicator by the whole words at ``span``; its status is still open."""
        span = whole_words(self.written, span)
        origin = self.plain.origin
        start = max(0, bisect_right(origin, span[0]) - 1)
        end = min(len(self.plain.text), max(start + 1, bisect_right(origin, span[1] - 1)))
        clause = max((c for c in self.clauses if c.start <= start), key=lambda c: c.start, default=self.clauses[0])
        person, _ = person_of(start, clause, self.plain.text)
        mention = Mention(
            indicator=indicator,
            need=needs_by_indicator()[indicator],
            status="asserted",
            words=self.written[span[0] : span[1]],
            start=span[0],
            end=span[1],
            person=person,
            date=date_in(self.plain.text[clause.start : clause.end]),
        )
        return start, end, mention


def merge(whole: Message, listed: list[Located], parts: tuple[Part, ...]) -> list[Located]:
    """The mentions of a message, of both readings. ``parts`` is the message as the encoder read it, if it did."""
    listed = [item for item in listed if whole.tells(item)]
    second = encoder()
    if second is None or not parts:
        return listed
    # What lies beyond the parts that were read stays as the lists found it.
    merged = [item for item in listed if not any(part.start <= item[2].start < part.end for part in parts)]
    for part in parts:
        here = [item for item in listed if part.start <= item[2].start < part.end]
        for need in dict.fromkeys(needs_by_indicator().values()):
            merged += _of_need(second, part, need, [item for item in here if item[2].need == need], whole)
    return sorted(merged, key=lambda item: (item[0], item[1], item[2].indicator))


def _of_need(second: Encoder, part: Part, need: str, listed: list[Located], whole: Message) -> list[Located]:
    """The mentions of one need in one part; none where it is more likely not spoken of at all."""
    mentioned = _logit(part.chance(need)) + (weights().heard if listed else -weights().unheard)
    if not listed and mentioned < 0:
        return []
    said = max((item[2].status for item in listed), key=STRENGTH.__getitem__, default=None)
    shares = _shares(second.statuses(part, need), said, need)
    found = list(listed)
    more = [whole.located(indicator, part.words(indicator)) for indicator in _more(part, need, found)]
    found += [item for item in more if whole.tells(item) and whole.means(need, item) and not whole.is_service(item)]
    if not found:
        return []
    chances = [_own_shares(second, part, need, item, listed) for item in found]
    would_be_so = int(np.argmax(shares)) == _ASSERTED
    wavers = not listed and np.max(shares) < weights().unsure
    if wavers and not would_be_so:
        return []
    if would_be_so and (wavers or part.chance(need) < weights().doubted):
        shares = _doubted(shares)
    sure = _sure(part.chance(need), float(np.max(shares)), listed=bool(listed))
    statuses = _aligned(chances, int(np.argmax(shares)))
    return [
        (start, end, replace(mention, status=STATUSES[status], confidence=round(sure, 2)))
        for (start, end, mention), status in zip(found, statuses, strict=True)
    ]


def _doubted(shares: Array) -> Array:
    """Asserted made uncertain: people are asked about what one of the two sees and the other doubts."""
    doubted = shares.copy()
    doubted[_ASSERTED], doubted[_UNCERTAIN] = 0, shares[_ASSERTED]
    return doubted


def _sure(spoken_of: float, said_so: float, *, listed: bool) -> float:
    """How often such a mention is right."""
    sure = weights().sure
    return _sigmoid(
        sure.spoken_of * _logit(spoken_of) + sure.said_so * _logit(said_so) + sure.listed * listed + sure.height
    )


def _more(part: Part, need: str, found: list[Located]) -> list[str]:
    """The indicators that only the encoder sees; if nobody names one, the likeliest."""
    told = {item[2].indicator for item in found}
    least = weights().besides if told else weights().own
    more = [i for i in _indicators(need) if i not in told and part.chance(i) >= least]
    likeliest = max(_indicators(need), key=part.chance)
    return more if more or told or part.chance(likeliest) < weights().vague else [likeliest]


def _own_shares(second: Encoder, part: Part, need: str, item: Located, listed: list[Located]) -> Array:
    mention = item[2]
    if item in listed:
        statuses = second.statuses(part, mention.indicator, (mention.start, mention.end))
        return _shares(statuses, mention.status, need)
    return _shares(second.statuses(part, mention.indicator), None, need)


def _shares(statuses: Array, said: Status | None, need: str) -> Array:
    """The chances of each status, with what is added for plain statements and for what the lists say."""
    scores = np.log(statuses + 1e-9)
    scores[STATUSES.index("asserted")] += weights().asserted
    if said is not None:
        scores[STATUSES.index(said)] += weights().by_rule.get(need, weights().agreed)
    raised = np.exp(scores - scores.max())
    shares: Array = raised / raised.sum()
    return shares


def _aligned(chances: list[Array], strongest: int) -> list[int]:
    """A status for each mention; none is stronger than the need's own, and at least one is as strong."""
    statuses = [min(int(np.argmax(one)), strongest) for one in chances]
    if strongest not in statuses:
        likeliest = max(range(len(chances)), key=lambda at: float(chances[at][strongest]))
        statuses[likeliest] = strongest
    return statuses


@cache
def _indicators(need: str) -> tuple[str, ...]:
    return tuple(indicator for indicator, own in needs_by_indicator().items() if own == need)


def _logit(chance: float) -> float:
    bounded = min(max(chance, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))
