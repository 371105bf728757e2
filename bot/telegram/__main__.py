"""``python -m bot.telegram``: talk with Telegram until told to stop."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

from bot.telegram.logs import configure_logs
from bot.telegram.process import serve
from bot.telegram.settings import Settings, SettingsError, handed_over


def main() -> None:
    """Run until a signal says stop. Whatever goes wrong is named by its kind: errors of libraries hold the token."""
    configure_logs()
    try:
        settings = Settings.from_environment(handed_over(os.environ))
    except SettingsError as error:
        sys.exit(f"The Telegram channel cannot start: {error}")
    try:
        asyncio.run(_until_stopped(settings))
    except Exception as error:  # noqa: BLE001, RUF100 - the text of an error may hold the token or a chat
        sys.exit(f"The Telegram channel ended: {type(error).__name__}")


async def _until_stopped(settings: Settings) -> None:
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    await serve(settings, stopping)


if __name__ == "__main__":
    main()
