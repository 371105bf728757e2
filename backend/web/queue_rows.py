"""A nomination as a row of the queue page."""

from __future__ import annotations

from typing import Any

from backend.nominations.service import QueueRow
from backend.web.names import stream_name


def queue_row(row: QueueRow) -> dict[str, Any]:
    """The row with names for its codes."""
    return {
        **row.model_dump(),
        "agency": row.nominator_agency,
        "waiting": row.status == "received",
        "is_open": row.status not in ("withdrawn", "closed"),
        "stream_name": stream_name(row.programme, row.stream),
    }
