"""What set questions are answered with: an assessment in place, who leads, how likely a turnaround is, the language."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from nlu.clauses import Clause
from nlu.people.vocabulary import is_first_name, relation_of
from nlu.people.words_in import tokens_of
from nlu.phrases import compile_phrases, load_yaml
from nlu.reading import LeadProfessional

Turnaround = Literal["likely", "possible", "unlikely"]
_ASSESSMENT = re.compile(
    r"\b(?:cafs?|e-?cafs?|common assessment(?: framework)?|early help (?:assessment|plan|episode|module)|"
    r"early help notification|eha|ehat|tafs?|tacs?|ehm|"
    r"team around the (?:family|child|school)|family (?:action )?plan)\b"
)
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)"
_PERSON = re.compile(rf"\b(?:{_TITLE}[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?|[A-Z][a-z'’-]+\s+[A-Z][\w'’-]+)")
_ROLES = (
    r"family support worker|social worker|health visitor|school nurse|senco|headteacher|head ?teacher|"
    r"head of year|pastoral lead|early help worker|"
    r"key ?worker|housing officer|probation officer|youth worker|yot worker|midwife|gp|nursery manager|"
    r"learning mentor|teacher|support worker|camhs worker"
)
_ROLE = re.compile(rf"\b(?:{_ROLES})\b", re.IGNORECASE)
_ME = re.compile(
    r"\b(?:it's me|its me|i'm the|i am the|that's me|thats me|that would be me|i do|i coordinate|i lead|myself|me)\b"
)
_UNKNOWN = re.compile(
    r"\b(?:don't know|not sure|unsure|unknown|no idea|dunno|unclear|not known|not certain|"
    r"who(?:ever)? leads|which of)\b"
)
_NONE = re.compile(
    r"\b(?:no|not|n't|none|nobody|no-one|without|needs?|isn't|hasn't|haven't|doesn't|yet|never|left|vacant)\b"
)
_LIKELY_TOPIC = re.compile(
    r"\b(?:turn\w*|chang\w*|likel\w*|unlikel\w*|chances?|motivat\w*|improv\w*|optimis\w*|pessimis\w*|hopeful|prognosis|outlook)\b"
)
_MOST_TURNAROUND_WORDS = 8
_MOST_LANGUAGE_WORDS = 7
_SPEAKING = re.compile(
    r"\b(?:speak\w*|spoken|languages?|interpreter|interpreting|translat\w*|first language|mother tongue|"
    r"fluent|esol|eal|signs|signing|uses?|understands?|deaf)\b"
)
_NO_INTERPRETER = re.compile(
    r"\b(?:no|without an?|(?:n't|not|never) (?:need|needs|want|wants|require|requires)(?: an?| any)?) interpreter"
)
_LITTLE_ENGLISH = re.compile(
    r"\b(?:little|no|hardly any|barely any|limited|broken|poor|bad|weak|basic|some) (?:spoken |written )?english\b"
    r"|(?:\bnot|n't|\bcannot|\bhardly|\bbarely)(?: (?!only\b|just\b)\w+){0,4} english\b"
    r"|\benglish(?: is| are)?(?: not|n't)?(?: (?:very|so|really|too|quite|that))*"
    r" (?:bad|poor|weak|limited|little|basic)\b"
    r"|\benglish(?: is| are)? ?(?:not|n't)(?: (?:very|so|really|too|quite|that))*"
    r" (?:good|great|strong|enough|fluent|well)\b"
)
"""Words that say that English is not the language to speak."""
_WHEN = frozenset({"in", "since", "last", "this", "until", "by", "from", "of", "before", "after"})
_PLACE_OR_PEOPLE = re.compile(r"\b(?:family|parents|mum is|dad is|community|school|neighbours?|national|born)\b")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return compile_phrases(load_yaml(Path(__file__).with_name("words.yml"))[name])


@cache
def _weighing() -> frozenset[str]:
    return frozenset(load_yaml(Path(__file__).with_name("words.yml"))["weighing"])


def read_assessment(text: str, clauses: tuple[Clause, ...]) -> bool | None:
    """Whether a CAF, Early Help Assessment or Team Around the Family is in place; one that is closed is not.

    Where an old one is closed and a new one open, one is in place.
    """
    said = [
        _pattern("assessment_no").search(text[part[0] : part[1]]) is None
        for clause in clauses
        for part in _parts(text, clause)
        if _ASSESSMENT.search(text, *part)
    ]
    return any(said) if said else None


def _parts(text: str, clause: Clause) -> list[tuple[int, int]]:
    """A clause again cut at "but" and "now": the old and the new one stand in one."""
    cuts = [
        clause.start,
        *(m.start() for m in re.finditer(r"\b(?:but|and now|although)\b|;", text[clause.start : clause.end])),
    ]
    cuts = [clause.start] + [clause.start + cut for cut in cuts[1:] if cut > 0]
    return list(zip(cuts, [*cuts[1:], clause.end], strict=True))


def read_lead(message: str, text: str, clauses: tuple[Clause, ...]) -> LeadProfessional | None:
    """The lead professional: one (name, else role), none, or nobody knows; None where not spoken of."""
    for clause in clauses:
        words = text[clause.start : clause.end]
        if not _pattern("lead_word").search(words):
            continue
        if _UNKNOWN.search(words):
            return LeadProfessional("unknown")
        if _NONE.search(words):
            return LeadProfessional("no")
        return LeadProfessional("yes", _lead_name(message, text))
    return None


def _lead_name(message: str, text: str) -> str | None:
    """The person nearest to the words for leading; else the role; None where it is only said that there is one."""
    leading = _pattern("lead_word").search(text)
    at = leading.start() if leading else 0
    sentence = _sentence(message, at)
    found = [
        m
        for m in _PERSON.finditer(message, *sentence)
        if not re.match(r"(?i)(?:lead|key|early|team|family|the|our)\b", m.group())
    ]
    if found:
        return min(found, key=lambda m: min(abs(m.start() - at), abs(m.end() - at))).group().strip()
    first = re.search(
        r"\b(?:is|:|-|called|named|by|worker|professional|lead|,)\s*([A-Z][a-z'’-]+)\b(?!\s+(?:school|team|service))",
        message[sentence[0] : sentence[1]],
    )
    if (
        first
        and first.group(1).lower() not in {"the", "our", "a", "her", "it", "i", "yes", "lead", "key"}
        and not _ROLE.match(first.group(1))
    ):
        return first.group(1)
    if helper := _helper(message, sentence):
        return helper
    roles = [
        m for m in _ROLE.finditer(message, *sentence) if not (leading and leading.start() <= m.start() < leading.end())
    ]
    return roles[0].group() if roles else None


def _helper(message: str, sentence: tuple[int, int]) -> str | None:
    """A first name that is not a family member's ("mum is Kelly"), nor a month ("in June")."""
    tokens = [token for token in tokens_of(message) if sentence[0] <= token.start < sentence[1]]
    for place, token in enumerate(tokens):
        kin = any(relation_of(before.low) for before in tokens[max(0, place - 2) : place])
        when = place > 0 and tokens[place - 1].low in _WHEN
        if token.is_capital and is_first_name(token) and not kin and not when:
            return token.text
    return None


def _sentence(message: str, at: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends; a full stop after a title ends none."""
    ends = [m.end() for m in re.finditer(r"(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)[.!?](?=\s|$)|\n", message)]
    start = max((end for end in ends if end <= at), default=0)
    return start, min((end for end in ends if end > at), default=len(message))


def read_turnaround(text: str) -> Turnaround | None:
    """How likely a turnaround is thought to be, where the message is about that or is a short answer to it."""
    short = len(text.split()) <= _MOST_TURNAROUND_WORDS
    if short and re.search(
        r"\b(?<!not )(?<!n't )(?<!less )(?:very|quite|fairly|reasonably|pretty|highly)? ?likely\b", text
    ):
        said = re.search(
            r"(?:\bun|\bnot (?:very |that |at all |think )?|n't (?:very |that |all that |(?:think|"
            r"believe) (?:it's |it is |that |they're |they are |she's |he's )*(?:very )?)?)\s?likely",
            text,
        )
        return "unlikely" if said else "likely"
    kinds: tuple[Turnaround, ...] = ("unlikely", "possible", "likely")
    for kind in kinds:
        match = _pattern(f"turnaround_{kind}").search(text)
        if not match:
            continue
        if _LIKELY_TOPIC.search(text) or (short and _is_judgement(text, match)):
            return kind
    return None


def _is_judgement(text: str, match: re.Match[str]) -> bool:
    """ "High" as an answer, not "14 High Street": nothing but a few words of weighing stands around it."""
    around = text[: match.start()] + " " + text[match.end() :]
    return all(word in _weighing() for word in re.findall(r"[\w']+", around)) and not re.search(r"\d", around)


def read_language(message: str, text: str) -> str | None:
    """The language the family speaks, where an interpreter or a language is spoken of or little else is said."""
    languages = load_languages()
    words = re.findall(r"[a-z]+", text)
    found = [languages[word] for word in words if word in languages]
    if re.search(r"\b(?:lessons?|gcse|teacher|homework|exam|class)\b", text):
        return None
    if "british sign language" in text or re.search(r"\bsign language\b", text):
        found.insert(0, "British Sign Language")
    found = ["British Sign Language" if name == "BSL" else name for name in found]
    other = [name for name in found if name != "English"]
    if not found or (not other and _LITTLE_ENGLISH.search(text)):
        return None
    if "English" in found and _NO_INTERPRETER.search(text):
        return "English"
    if _SPEAKING.search(text):
        return (other or found)[0]
    short = len(message.split()) <= _MOST_LANGUAGE_WORDS and not _PLACE_OR_PEOPLE.search(text)
    return (other or found)[0] if short else None


@cache
def load_languages() -> dict[str, str]:
    """Language in lower case → its name."""
    return {name.lower(): name for name in load_yaml(Path(__file__).with_name("languages.yml"))}
