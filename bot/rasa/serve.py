"""Starts Rasa's REST channel on the loopback interface: ``python -m bot.rasa.serve --port N``.

What ``rasa run`` would start, without its API, its command line's imports, TensorFlow, and contents in logs and error
pages. Needs ``FRONTDOOR_ACTIONS_URL``; docs/decisions/0004-what-rasa-decides.md has the reasons.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from sanic import Sanic
    from sanic.request import Request
    from sanic.response import HTTPResponse

log = logging.getLogger("bot.rasa.serve")


def main() -> None:
    """Start the server; a missing model or address is said in one line."""
    options = _options()
    started = time.monotonic()
    if not os.environ.get("FRONTDOOR_ACTIONS_URL"):
        sys.exit("FRONTDOOR_ACTIONS_URL is not set: Rasa needs the address of the action server.")
    if not options.model.is_file():
        sys.exit(f"There is no model at {options.model}: run `make setup`, which trains it.")
    os.environ.update(
        TF_CPP_MIN_LOG_LEVEL="3",
        RASA_TELEMETRY_ENABLED="false",
        SQLALCHEMY_SILENCE_UBER_WARNING="1",
        SANIC_MOTD="false",
    )
    from bot.rasa.without_tensorflow import leave_out_tensorflow

    leave_out_tensorflow()
    import sanic  # noqa: F401  first, because importing it switches warnings on

    warnings.simplefilter("ignore")
    app = build(options.model, options.endpoints, options.credentials, started)
    app.run(host="127.0.0.1", port=options.port, debug=False, access_log=False, motd=False)


def build(model: Path, endpoints: Path, credentials: Path, started: float) -> Sanic[Any, Any]:
    """The application: one channel, an agent loaded before the first request, plain errors."""
    from rasa.core.channels.channel import UserMessage
    from rasa.core.channels.rest import RestInput
    from rasa.core.utils import AvailableEndpoints
    from rasa.shared.utils.io import read_config_file
    from sanic import Sanic

    from bot.rasa.connections import close_connections, keep_connections
    from bot.rasa.hearing import hear, notice_failures
    from bot.rasa.in_order import run_in_order
    from bot.rasa.naming import name_responses
    from bot.rasa.quiet_logs import quiet
    from bot.rasa.session_start import keep_metadata_out_of_slots
    from bot.rasa.validator import keep_validator
    from bot.rasa.without_copies import leave_out_copies

    quiet()
    keep_validator()
    keep_connections()
    leave_out_copies()
    run_in_order()
    notice_failures()
    name_responses()
    keep_metadata_out_of_slots()
    app = Sanic("front-door-rasa", configure_logging=False)
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.error_handler.add(Exception, plain_error)
    asked_for = read_config_file(credentials)
    if set(asked_for) != {"rest"}:
        sys.exit(f"{credentials} may name the REST channel only; people reach Rasa through the door.")
    available = AvailableEndpoints.read_endpoints(str(endpoints))

    async def receive(message: UserMessage) -> None:
        await hear(app.ctx.agent, message)

    app.blueprint(RestInput().blueprint(receive), url_prefix="/webhooks/rest")

    async def load(app: Sanic[Any, Any], loop: AbstractEventLoop) -> None:
        from rasa.core.agent import load_agent

        app.ctx.agent = await load_agent(model_path=str(model), endpoints=available, loop=loop)
        quiet()
        log.info("ready after %.1f s", time.monotonic() - started)

    async def close(_: Sanic[Any, Any], __: AbstractEventLoop) -> None:
        await close_connections()

    app.register_listener(load, "before_server_start")
    app.register_listener(close, "after_server_stop")
    return app


def plain_error(_: Request, exception: Exception) -> HTTPResponse:
    """An error in the shape of docs/wire.md: its status, and nothing of what is inside."""
    from sanic.response import json

    status = int(getattr(exception, "status_code", 500))
    if status >= 500:
        log.error("a request failed: %s", type(exception).__name__)
    body: dict[str, Any] = {"error": {"code": str(status), "message": "Rasa could not take this request."}}
    return json(body, status=status)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bot.rasa.serve", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--model", type=Path, default=Path("bot/models/front-door.tar.gz"))
    parser.add_argument("--endpoints", type=Path, default=Path("bot/endpoints.yml"))
    parser.add_argument("--credentials", type=Path, default=Path("bot/credentials.yml"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
