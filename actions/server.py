"""The action server: ``python -m actions.server --port N``, on the loopback interface only."""

from __future__ import annotations

import argparse
import logging
import os
import warnings

LOOPBACK = "127.0.0.1"


def main() -> None:
    """Serve the actions until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(description="The action server of the interview")
    parser.add_argument("--port", type=int, required=True, help="port on the loopback interface")
    serve(parser.parse_args().port)


def serve(port: int) -> None:
    """Serve the actions on a port of the loopback interface, in this process."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    for noisy in ("sanic.root", "sanic.server", "sanic.access", "sanic.error", "httpx", "rasa_sdk"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    os.environ.setdefault("SANIC_HIDE_BANNER", "1")
    with warnings.catch_warnings():
        # Sanic and rasa_sdk warn about themselves while they are imported.
        warnings.simplefilter("ignore", DeprecationWarning)
        from rasa_sdk.endpoint import create_app
        from rasa_sdk.executor import ActionExecutor

        from actions import actions
    executor = ActionExecutor()
    for action in (
        actions.Interview,
        actions.GoBack,
        actions.AskAgain,
        actions.Status,
        actions.Withdraw,
        actions.HandOver,
        actions.Add,
    ):
        executor.register_action(action)
    app = create_app(executor, cors_origins=[])
    app.run(host=LOOPBACK, port=port, single_process=True, motd=False, access_log=False, debug=False)


if __name__ == "__main__":
    main()
