"""Style sheets, scripts and the icon: files of ours and vendored ones, nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Depends
from fastapi.responses import FileResponse

from backend.access import public
from backend.errors import NotFound

router = APIRouter()
FOLDER = Path(__file__).with_name("static").resolve()
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@router.get(
    "/static/{name:path}",
    include_in_schema=False,
    dependencies=[Depends(public("looks and scripts are the same for everybody"))],
)
def asset(name: str) -> FileResponse:
    """One file of the folder; anything else does not exist."""
    if "\0" in name:  # no file can be called so, and asking the disk for it is an error
        raise NotFound
    path = (FOLDER / name).resolve()
    if not path.is_relative_to(FOLDER) or path.suffix not in TYPES or not path.is_file():
        raise NotFound
    return FileResponse(path, media_type=TYPES[path.suffix], headers={"Cache-Control": "public, max-age=3600"})
