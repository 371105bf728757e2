"""A Front Door whose clock can be moved: ``python -m tests.faults.moved_clock`` runs it with such a clock."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("clock.c")


@dataclass(frozen=True)
class MovedClock:
    """The clock of the programs that are started with it."""

    library: Path
    file: Path

    @classmethod
    def build(cls, folder: Path) -> MovedClock:
        """Compile it; the test is skipped, saying so, without a compiler."""
        compiler = shutil.which("cc")
        if compiler is None:
            pytest.skip("a moved clock needs a C compiler (cc)")
        clock = cls(folder / "clock.so", folder / "clock")
        command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(clock.library), str(SOURCE), "-ldl"]
        subprocess.run(command, check=True, capture_output=True)
        clock.file.write_bytes(struct.pack("l", 0))
        return clock

    def move(self, seconds: int) -> None:
        """Let it show so many seconds more (or fewer) than it is."""
        with self.file.open("r+b") as file:
            file.write(struct.pack("l", seconds))

    @property
    def environment(self) -> dict[str, str]:
        return {"LD_PRELOAD": str(self.library), "FAULTS_CLOCK": str(self.file)}


def main() -> None:
    """Run with the clock's two variables let through to every process."""
    from backend.command import run

    run.PASSED_ON = (*run.PASSED_ON, "LD_PRELOAD", "FAULTS_CLOCK")
    run.run(args=[])


if __name__ == "__main__":
    assert os.environ["FAULTS_CLOCK"], "names the file with the seconds"
    main()
