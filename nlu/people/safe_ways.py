"""Whether a sentence tells us how, when, where or to whom it is safe to write or ring."""

from __future__ import annotations

import re

_DO = (
    r"(?:ring|call|(?:tele)?phone|text|write|message|e-?mail|post|whatsapp|contact|get in touch|knock|visit|come round|"
    r"reach|speak to|talk to|send|leave|use)"
)
_BE = r"(?:rung|called|phoned|texted|written to|messaged|e-?mailed|whatsapped|contacted|visited|reached|spoken to)"
_MEANS = (
    r"(?:(?:phone |text )?(?:calls?|texts?|messages?)|letters?|e-?mails?|post|visits?|voice ?mails?|whatsapps?|phone|"
    r"mobile|landline|number|mail|inbox)"
)
_NOT = r"(?:don'?t|do not|never|not|won'?t|cannot|can'?t|shouldn'?t|should not|mustn'?t|must not|doesn'?t|does not)"
_TIME = r"(?:mornings?|evenings?|afternoons?|nights?|weekends?|weekdays?|school hours|daytimes?|lunch ?times?)"
_WHEN = rf"(?:only|first|after|before|between|until|when|while|during|on|at|in|by|any ?time|{_TIME}|please)"
_WHOM = (
    r"(?:me|her|him|them|us|mum|dad|nan|gran|(?-i:[A-Z])[\w'-]+|(?:the|my|his|their|our) \w+|"
    r"a \w+|to\b|letters?|anything)"
)
_BEGINS = r"(?:^|[,;:.-]|\b(?:so|then|please|pls|always|just|only|but|and)\b)\W*"
_SAFE = r"(?:safe|safer|safest|best|better|easiest|easier|ok|okay|fine|preferred|risky|dangerous|unsafe|private)"
_HAS = (
    r"(?:reads?|checks?|opens?|goes through|looks? (?:at|through)|listens? (?:in )?to|sees|monitors?|answers|picks? up|"
    r"shares?|has|tracks?)"
)

_TELLS = re.compile(
    rf"{_BEGINS}(?:{_NOT}\s+(?:\w+\s+)??)(?:{_DO}|tell|mention|let (?:him|her|them|anyone|anybody))\b(?! it\b)"
    rf"|{_BEGINS}{_DO}\s+(?:{_WHOM}\s+)?(?:\w+\s+)??{_WHEN}\b"
    rf"|{_BEGINS}(?:leave|send) (?:a |her |him |me |them )?{_MEANS}\b"
    rf"|{_BEGINS}(?:ask for|speak to|avoid|text|whatsapp|e-?mail)\s+{_WHOM}"
    rf"|\b(?:no|nothing by)\s+(?:more\s+)?(?:phone ?)?{_MEANS}\b(?!\s+(?:from|about|of|number|since|between))"
    rf"|\bno contact (?:by|before|after|at|in|on|please|through|unless|until)\b"
    rf"|\b{_SAFE}\s+(?:\w+\s+){{0,4}}(?:{_DO}|{_BE}|{_MEANS})\b"
    rf"|\b{_SAFE}\s+(?:\w+\s+)?(?:time|times|way|{_TIME})\b|\b(?:best|safest) (?:after|before)\b"
    rf"|\bgood (?:times? (?:to|for|is|are)|way to|number)\b"
    rf"|\b(?:{_MEANS}|{_TIME}|(?:after|before|between) [\w :.]{{1,20}})\s+(?:is|are|isn'?t|aren'?t|would be|will be)\s+"
    rf"(?:\w+\s+){{0,2}}(?:{_SAFE}|good|checked|shared|read|monitored|watched|tracked|opened)\b"
    rf"|\b(?:can|could|may|should|must|to|not|cannot|can'?t|mustn'?t|shouldn'?t)\s+"
    rf"(?:only |not |never |always )?be {_BE}\b"
    rf"|\byou (?:can|could|may|should|must|cannot|can'?t|mustn'?t|shouldn'?t)\s+(?:\w+ )?{_DO}\b"
    rf"|\b(?:cannot|can'?t|can only|could only)\s+(?:use the phone|talk|speak|answer|pick up|take calls|text)\b"
    rf"|\b(?:prefers?|would rather|(?:wants?|wanted)(?: only)?)\s+(?:\w+\s+){{0,2}}(?:{_MEANS}|be {_BE})\b"
    rf"|\b(?:never|doesn'?t|does not|don'?t|do not|won'?t)\s+(?:\w+\s+)?"
    rf"(?:answers?|picks? up|opens?|reply|replies|text back)\b"
    rf"[^.]{{0,30}}\b(?:phone|door|knock|calls?|letters?|post|numbers?|texts?)\b"
    rf"|(?:^|[,;:]|\bby\b|\bplease\b)\W*{_MEANS}\s+(?:only|first|preferred)\b|(?:^|[,;:])\W*{_TIME}\s+only\b"
    r"|\b(?:not|never|only) by (?:post|letter|text|phone|e-?mail)\b"
    rf"|\b{_HAS}\s+(?:all |through )?(?:her|his|my|their|the|our|your)\s+(?:\w+\s+)?{_MEANS}\b"
    rf"|\b(?:must not|mustn'?t|may not|should not|shouldn'?t)\s+(?:know|find out|hear|see|be told)\b",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(
    r"\b(?:consent\w*|agreed|signed|referr?\w*|told (?:him|her|them|not)|ordered)\b"
    r"(?!.*\b(?:please|safe\w*|best|only)\b)",
    re.IGNORECASE,
)
"""Words of what has happened, which only seem to speak of how somebody is reached."""


def tells_how(sentence: str) -> bool:
    """Whether a sentence tells us how to reach somebody. What somebody does or did ("the police visit") does not."""
    if not re.search(r"[^\W_]", sentence):
        return False  # Four thousand commas tell nothing, and would be searched for long.
    return bool(_TELLS.search(sentence)) and not _TOLD_OF.search(sentence)
