"""The backend served as it is in earnest: uvicorn on a free loopback port, in a thread."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI

from backend.application import create_application
from backend.demo.accounts import PASSWORD
from backend.settings import Settings

SERVICE_TOKEN = "the-service-token-of-a-test"
PATIENCE = 60
"""Seconds; a machine that trains a model meanwhile answers late."""


def settings_for(folder: Path, database_url: str | None = None) -> Settings:
    """Demo settings with a database in the folder, or another one."""
    return Settings(
        env="demo",
        data=folder,
        database_url=database_url or f"sqlite:///{folder / 'frontdoor.sqlite'}",
        master_key=os.urandom(32),
        service_token=SERVICE_TOKEN,
    )


@contextmanager
def served(application: FastAPI) -> Iterator[str]:
    """Serve an application while the block runs; gives its origin."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application, log_config=None, access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()
        application.state.engine.dispose()


@contextmanager
def backend_in(folder: Path, database_url: str | None = None) -> Iterator[tuple[str, FastAPI]]:
    """A whole backend with the demonstration's accounts; gives its origin and the application."""
    application = create_application(settings_for(folder, database_url))
    with served(application) as origin:
        yield origin, application


def bearer(origin: str, name: str) -> dict[str, str]:
    """The header of a demo account that signed in: ``nominator``, ``coordinator``, …"""
    answer = httpx.post(
        f"{origin}/api/token", data={"username": f"{name}@demo.example", "password": PASSWORD}, timeout=PATIENCE
    ).raise_for_status()
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


SERVICE = {"Authorization": f"Service {SERVICE_TOKEN}"}
"""The header that the other processes show."""
