"""Serve the backend on the loopback interface: ``python -m backend.command.serve PORT``."""

from __future__ import annotations

import sys

import uvicorn

from backend.application import create_application
from backend.keys.handover import keep_out_of_dumps
from backend.settings import Settings, WrongSetting, own_files_only


def main(port: int) -> None:
    """Serve until told to stop. Access logs are the application's own: uvicorn's would print query strings."""
    own_files_only()
    keep_out_of_dumps()
    try:
        application = create_application(Settings.from_environment())
    except WrongSetting as wrong:
        sys.exit(f"Error: {wrong}")
    uvicorn.run(
        application,
        host="127.0.0.1",
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
