"""Rasa's training examples, as the tests of its data and wording read them."""

from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]


def examples() -> dict[str, list[str]]:
    """Every training example by intent."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "nlu/intents").glob("*.yml")):
        for group in yaml.safe_load(path.read_text())["nlu"]:
            if "intent" not in group:
                continue
            lines = [line.removeprefix("- ").strip() for line in group["examples"].splitlines()]
            found.setdefault(group["intent"], []).extend(lines)
    return found
