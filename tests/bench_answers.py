"""An action server that answers at once, so that Rasa's own part of a turn can be measured: ``… PORT``."""

from __future__ import annotations

import sys
import warnings
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from sanic import HTTPResponse, Request, Sanic, response

ANSWER: dict[str, Any] = {
    "events": [{"event": "slot", "name": "open_question", "value": "story", "timestamp": None}],
    "responses": [
        {"response": "utter_ask_story", "buttons": []},
        {"custom": {"question": "story"}, "buttons": []},
    ],
}


def main(port: int) -> None:
    """Serve until told to stop."""
    app = Sanic("bench-answers", configure_logging=False)

    @app.post("/webhook")
    async def webhook(_: Request) -> HTTPResponse:
        return response.json(ANSWER)

    app.run(host="127.0.0.1", port=port, single_process=True, motd=False, access_log=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))
