"""The action server: ``python -m actions.server --port N``, on the loopback interface only.

rasa_sdk's own server listens on every interface, prints request bodies in its errors and traces with their values;
this one runs the same executor and does none of that.
"""

from __future__ import annotations

import argparse
import importlib.util
import logging
import sys
import traceback
import warnings
from typing import Any

with warnings.catch_warnings():
    # Sanic and rasa_sdk warn about themselves while they are imported.
    warnings.simplefilter("ignore", DeprecationWarning)
    from rasa_sdk.executor import ActionExecutor
    from sanic import HTTPResponse, Request, Sanic, response

    from actions import actions

if importlib.util.find_spec("sniffio") is None:
    # httpx asks for it several times a request, and Python looks through every folder each time for what is not there.
    sys.modules["sniffio"] = None  # type: ignore[assignment]

LOOPBACK = "127.0.0.1"
TROUBLE: dict[str, Any] = {"events": [], "responses": [{"response": "utter_trouble"}]}
_log = logging.getLogger(__name__)


def main() -> None:
    """Serve the actions until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(description="The action server of the interview")
    parser.add_argument("--port", type=int, required=True, help="port on the loopback interface")
    port = parser.parse_args().port
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    for noisy in ("sanic", "httpx", "rasa_sdk"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    create_app().run(host=LOOPBACK, port=port, single_process=True, motd=False, access_log=False)


def create_app() -> Sanic[Any, Any]:
    """The server with every action registered: ``POST /webhook`` as Rasa calls it, and ``GET /health``."""
    executor = ActionExecutor()
    for action in actions.ALL:
        executor.register_action(action)
    app = Sanic("actions", configure_logging=False)

    @app.get("/health")
    async def health(_request: Request) -> HTTPResponse:
        return response.json({"status": "ok"})

    @app.post("/webhook")
    async def webhook(request: Request) -> HTTPResponse:
        return await _run(executor, request)

    @app.after_server_stop
    async def close(_app: Sanic[Any, Any]) -> None:
        await actions.Connection.close()

    return app


async def _run(executor: ActionExecutor, request: Request) -> HTTPResponse:
    """Run one action. Whatever goes wrong, Rasa has something to say and the log has no values."""
    try:
        # Rasa leaves the domain out, as no action needs it; rasa_sdk would ask for it again at each turn.
        result = await executor.run({"domain": {}, **request.json})
    except Exception as error:
        frames = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:]]
        _log.error("action failed error=%s at=%s", type(error).__name__, " ".join(frames))
        return response.json(TROUBLE)
    return response.json(result.model_dump() if result else None)


if __name__ == "__main__":
    main()
