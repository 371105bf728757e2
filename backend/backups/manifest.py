"""What a backup says of itself: which version made it, when, of which migration, and a checksum for each part."""

from __future__ import annotations

import hmac
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from backend.backups.folder import MANIFEST, BackupRefused, write_new
from backend.backups.parts import Part

FORMAT = 1
"""Of the files. It moves when an older Front Door could not read them."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Readable without any key, and holding nothing but codes, times and counts; ``mac`` proves who wrote it."""

    id: str
    """By which the key file and the audit know the backup."""
    name: str
    """Of its folder."""
    taken_at: datetime
    version: str
    """Of Front Door."""
    migration: str
    database: str
    """``sqlite`` or ``postgresql``."""
    audit_entries: int
    """The number of the audit's last entry."""
    parts: list[Part]
    format: int = FORMAT
    mac: str = ""

    def signed(self, key: bytes) -> Manifest:
        """The same with the proof that it was written with the backup's key."""
        return replace(self, mac=hmac.digest(key, self._told().encode(), "sha256").hex())

    def is_signed_by(self, key: bytes) -> bool:
        """Whether nothing in it was changed since it was written with this key."""
        return hmac.compare_digest(self.signed(key).mac, self.mac)

    def write(self, folder: Path) -> None:
        """Write it into a new backup."""
        content = {**asdict(self), "taken_at": self.taken_at.isoformat()}
        write_new(folder / MANIFEST, json.dumps(content, indent=1).encode() + b"\n")

    def _told(self) -> str:
        content = {**asdict(self), "taken_at": self.taken_at.isoformat(), "mac": ""}
        return json.dumps(content, sort_keys=True)


def read_manifest(folder: Path) -> Manifest:
    """What a backup says of itself, not yet proved. Raises BackupRefused when it is none, or of a newer format."""
    try:
        content: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
        known = content["format"] == FORMAT
        if known:
            parts = [Part(**part) for part in content.pop("parts")]
            taken_at = datetime.fromisoformat(content.pop("taken_at"))
            return Manifest(parts=parts, taken_at=taken_at, **content)
        newer = int(content["format"]) > FORMAT
        version = str(content.get("version"))
    except (FileNotFoundError, NotADirectoryError):
        raise BackupRefused(f"{folder} is no backup of Front Door: it has no {MANIFEST}.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BackupRefused(f"This backup is damaged: {MANIFEST} cannot be read.") from None
    if newer:
        raise BackupRefused(f"This backup was made by a newer Front Door ({version}). Restore it with that version.")
    raise BackupRefused(f"This backup is damaged: {MANIFEST} cannot be read.")
