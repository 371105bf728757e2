"""``frontdoor telegram``: the Telegram channel alone, for whoever starts each process by other means than ``run``."""

from __future__ import annotations

import os
import sys

import click

NEEDED = ("TELEGRAM_BOT_TOKEN", "FRONTDOOR_PORT", "FRONTDOOR_BACKEND_URL", "FRONTDOOR_SERVICE_TOKEN")


@click.command()
def telegram() -> None:
    """Talk with Telegram until Ctrl-C. ``frontdoor run`` does it too, if TELEGRAM_BOT_TOKEN is set."""
    missing = [name for name in NEEDED if not os.environ.get(name)]
    if missing:
        raise click.ClickException(f"{', '.join(missing)} must be set; docs/wire.md says what each means.")
    os.execv(sys.executable, [sys.executable, "-m", "bot.telegram"])  # noqa: S606 - our own  # nosec B606
