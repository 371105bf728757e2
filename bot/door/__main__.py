"""``python -m bot.door``: serve the door on the loopback interface."""

from __future__ import annotations

import os
import sys

import uvicorn

from bot.door.application import create_application
from bot.door.connection import CarefulConnection
from bot.door.logs import configure_logs
from bot.door.settings import Settings, SettingsError, handed_over


def main() -> None:
    """Serve until told to stop; requests being answered have ten seconds to end."""
    configure_logs()
    try:
        settings = Settings.from_environment(handed_over(os.environ))
    except SettingsError as error:
        sys.exit(f"The door cannot start: {error}")
    from nlu.reader import Reader

    uvicorn.run(
        create_application(settings, Reader()),
        host="127.0.0.1",
        port=settings.port,
        log_config=None,
        http=CarefulConnection,
        access_log=False,
        server_header=False,
        # Only what terminates https in front of us may say who the caller is.
        proxy_headers=settings.behind_tls,
        timeout_graceful_shutdown=10,
    )


if __name__ == "__main__":
    main()
