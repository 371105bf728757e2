"""Programme files on disk: ``files/<code>@<version>.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from backend.programmes.build import build
from backend.programmes.model import Programme
from backend.programmes.problems import Problem, ProgrammeInvalid, UnknownProgramme
from backend.programmes.references import wrong_references
from backend.programmes.shape import wrong_shape

FILES = Path(__file__).parent / "files"


class _OneKeyEach(yaml.SafeLoader):
    """YAML in which a key that is written twice is refused: the second would win in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"the key {key.value!r} is written twice", problem_mark=key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def read_programme(path: Path, *, under_any_name: bool = False) -> Programme:
    """The programme in this file. Raises :class:`ProgrammeInvalid` naming all that is wrong with it.

    ``under_any_name``: a draft that is only tried need not be called as the files in use are.
    """
    data = _yaml(path)
    problems = wrong_shape(data) or wrong_references(data)
    if not problems and not under_any_name:
        problems = _wrong_name(path, data)
    if problems:
        raise ProgrammeInvalid(str(path), problems)
    return build(data)


def _yaml(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), _OneKeyEach)  # noqa: S506 (a SafeLoader)  # nosec B506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ProgrammeInvalid(str(path), [Problem(f"line {line}", f"expected YAML: {error.problem}")]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ProgrammeInvalid(str(path), [Problem("file", "expected a text file that can be read")]) from error


def _wrong_name(path: Path, data: Mapping[str, Any]) -> list[Problem]:
    expected = f"{data['code']}@{data['version']}.yml"
    if path.name == expected:
        return []
    return [Problem("code, version", f"expected the file to be called {expected}")]


@cache
def _all() -> Mapping[tuple[str, str], Programme]:
    programmes = (read_programme(path) for path in sorted(FILES.glob("*.yml")))
    return MappingProxyType({(programme.code, programme.version): programme for programme in programmes})


@cache
def load_programmes() -> Mapping[str, Programme]:
    """The newest version of each programme by its code. Raises :class:`ProgrammeInvalid`."""
    newest: dict[str, Programme] = {}
    for programme in _all().values():
        known = newest.get(programme.code)
        if known is None or programme.effective_from >= known.effective_from:
            newest[programme.code] = programme
    return MappingProxyType(newest)


def load_programme(code: str, version: str | None = None) -> Programme:
    """One programme, the newest version unless one is named.

    Raises :class:`UnknownProgramme` naming the ones there are, :class:`ProgrammeInvalid` for a wrong file.
    """
    found = load_programmes().get(code) if version is None else _all().get((code, version))
    if found is None:
        known = ", ".join(f"{code}@{version}" for code, version in sorted(_all()))
        raise UnknownProgramme(f"No such programme. There are: {known}")
    return found
