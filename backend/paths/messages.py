"""Telling whoever nominated that a family goes on: in the chat the stage's sentence, by mail that there is news."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from sqlalchemy.orm import Session

from backend.nominations.models import Nomination
from backend.outbox.service import post
from backend.paths.models import PathStep
from backend.programmes.paths import Stage
from backend.threads.languages import language_of
from backend.threads.record import add_message, find_thread, language_of_talk


def tell_nominator(db: Session, nomination: Nomination, step: PathStep, stage: Stage) -> None:
    """Write into the talk what happens now; mail a professional that there is news.

    A family reads it in the language of its talk, and gets no mail: who reads along is not known. Why it was moved is
    not told: it may hold what data sets show.
    """
    if nomination.thread_id is not None:
        thread = find_thread(db, nomination.thread_id)
        spoken = language_of(language_of_talk(db, thread))
        text = step_text(nomination, stage)
        told = spoken.as_far_as_worded(text) if spoken else text
        body = {"text": told, "custom": {"status": nomination.status}}
        add_message(db, thread, "out", kind="decision", body=body)
    if nomination.account_id is not None and nomination.audience == "professional":
        post(db, [nomination.account_id], "nomination-moved", f"step:{step.id}", nomination.programme)


def step_text(nomination: Nomination, stage: Stage) -> str:
    """What happens at a stage, in plain words for the audience of the nomination."""
    sentence = stage.family if nomination.audience == "family" else stage.nominator
    return _wording()[nomination.audience].format(reference=nomination.reference, sentence=sentence)


@cache
def _wording() -> dict[str, str]:
    words: dict[str, str] = yaml.safe_load(Path(__file__).with_name("wording.yml").read_text(encoding="utf-8"))
    return words
