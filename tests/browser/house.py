"""The house in front of a browser: the real backend behind the real door; only what Rasa says is scripted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from bot.door.application import create_application as create_door
from bot.door.settings import Settings as DoorSettings
from nlu.reader import Reader
from tests.backend.serving import SERVICE_TOKEN, backend_in
from tests.door.stubs import Rasa, free_port, serving

QUESTION = [
    {"text": "Is there an assessment in place, for example a CAF?", "buttons": [
        {"title": "Yes, there is one", "payload": "answer:yes"},
        {"title": "No", "payload": "answer:no"},
        {"title": "Not sure", "payload": "answer:unsure"},
    ], "custom": {"question": "assessment"}},
]  # fmt: skip


@dataclass
class House:
    """A running house: ``origin`` is the door's address, as people reach it; ``backend`` is behind it."""

    origin: str
    backend: str
    rasa: Rasa
    application: FastAPI
    """The backend's, for what no page shows: the text of a mail."""
    stop_backend: Callable[[], None] = field(default=lambda: None)

    def will_say(self, *replies: dict[str, Any]) -> None:
        """What Rasa answers to every message from now on."""
        self.rasa.says = list(replies)


@contextmanager
def house_in(folder: Path) -> Iterator[House]:
    """A house with the demonstration's accounts and programmes, empty of nominations."""
    rasa = Rasa(says=QUESTION)
    with ExitStack() as running, ExitStack() as backend_running:
        backend, application = backend_running.enter_context(backend_in(folder))
        rasa_url = running.enter_context(serving(rasa.application(), free_port()))
        settings = DoorSettings(
            backend_url=backend,
            rasa_url=rasa_url,
            actions_url=rasa_url,
            data=folder,
            spool_key=os.urandom(32),
            service_token=SERVICE_TOKEN,
        )
        door = running.enter_context(serving(create_door(settings, Reader()), free_port()))
        yield House(door, backend, rasa, application, stop_backend=backend_running.close)
