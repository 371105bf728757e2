"""A file system of a few megabytes of its own, which can be filled to the last byte and emptied again."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class TinyDisk:
    """Its folder, and a way to fill it."""

    folder: Path

    def fill(self) -> None:
        """Take every byte that is left."""
        with (self.folder / "ballast").open("ab", buffering=0) as ballast:
            for size in (65_536, 512, 1):
                try:
                    while True:
                        ballast.write(b"\0" * size)
                except OSError:
                    continue

    def make_room(self) -> None:
        """Give it all back."""
        (self.folder / "ballast").unlink(missing_ok=True)


@contextmanager
def tiny_disk(folder: Path, megabytes: int) -> Iterator[TinyDisk]:
    """Mount one below ``folder``; the test is skipped, saying so, where that is not allowed."""
    place = folder / "tiny"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0700", "tmpfs", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("a full disk needs the mount command")
    if done.returncode != 0:
        pytest.skip("a full disk needs the right to mount a tmpfs (root)")
    try:
        yield TinyDisk(place)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
