"""``make audit``: wapiti and csp_evaluator against an instance that is started here and belongs to nobody else.

Prints what they find; ends with 1 when something is found that ``explained.yml`` does not explain. Half of the modules
of wapiti are left out, each with its reason in ``wapiti.yml``. Only the loopback address of the instance is ever asked.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import yaml

from tests.outside.signing_in import browser
from tests.system import FRONTDOOR, PASSWORD, ROOT, FrontDoor, front_door

HERE = Path(__file__).parent
WAPITI = ROOT / ".venv-audit" / "bin" / "wapiti"
CSP = ROOT / ".venv-audit" / "csp"
PERSONA = ROOT / "tests" / "conversations" / "personas" / "case-one-sevenoaks.yml"
KINDS = ("coordinator", "nominator", "duty", "administrator", None)
"""Whose pages are looked at; None is nobody, signed out."""
GRAVE = ("HIGH", "SYNTAX", "MEDIUM", "HIGH_MAYBE")
"""What csp_evaluator must not find. Below are maybes that depend on what is served, which explained.yml answers."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a suite found: by which suite, of which kind, where."""

    suite: str
    kind: str
    where: str
    words: str

    def __str__(self) -> str:
        return f"{self.suite}: {self.kind}: {self.where}\n    {self.words}"


def main() -> int:
    """Run both suites; the exit status."""
    explained = yaml.safe_load((HERE / "explained.yml").read_text("utf-8"))
    with tempfile.TemporaryDirectory(prefix="front-door-audit-") as name, front_door(Path(name)) as running:
        nominate(running)
        found = [*wapiti_findings(running, Path(name)), *policy_findings(running)]
    unexplained = [finding for finding in dict.fromkeys(found) if not _why(finding, explained)]
    for finding in dict.fromkeys(found):
        print(finding, f"\n    explained: {_why(finding, explained)}" if _why(finding, explained) else "")
    print(f"{len(set(found))} findings, {len(unexplained)} of them not explained")
    return 1 if unexplained else 0


def nominate(running: FrontDoor) -> None:
    """Let a persona nominate, so that there is a queue to look at."""
    subprocess.run([FRONTDOOR, "converse", PERSONA, "--url", running.url], check=True, stdout=subprocess.DEVNULL)


def wapiti_findings(running: FrontDoor, folder: Path) -> Iterator[Finding]:
    """What wapiti finds as each kind of account. An account's scan is bounded in time by wapiti.yml."""
    chosen = yaml.safe_load((HERE / "wapiti.yml").read_text("utf-8"))
    for kind in KINDS:
        report = folder / f"wapiti-{kind}.json"
        command = [
            str(WAPITI), "--url", f"{running.url}/", "--scope", "folder", "--module", ",".join(chosen["modules"]),
            "--max-scan-time", str(chosen["seconds_to_look"]), "--max-attack-time", str(chosen["seconds_a_module"]),
            "--flush-session", "--tasks", "4", "--no-bugreport",
            "--store-session", str(folder / f"session-{kind}"), "--store-config", str(folder / "config"),
            "--verbose", "0", "--format", "json", "--output", str(report),
        ]  # fmt: skip
        for path in chosen["never"]:
            command += ["--exclude", running.url + path]
        for path in chosen["start"]:
            command += ["--start", running.url + path]
        if kind is not None:
            # The cookie alone: with the token as a header too, a form whose own token was spoilt would be taken.
            command += ["--header", f"Cookie: {browser(running.url, f'{kind}@demo.example', PASSWORD)['Cookie']}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=1800)
        told = json.loads(report.read_text("utf-8"))
        print(f"wapiti as {kind or 'nobody'}: {told['infos']['crawled_pages_nbr']} pages", flush=True)
        yield from _from_wapiti(told)


def _from_wapiti(told: dict[str, Any]) -> Iterator[Finding]:
    for part in ("vulnerabilities", "anomalies"):
        for kind, entries in told[part].items():
            for entry in entries:
                path = re.sub(r"FD-[0-9A-Z]{8}|[0-9a-f-]{36}", "…", entry["path"])
                yield Finding("wapiti", kind, f"{entry['method']} {path}", entry["info"].splitlines()[0])


def policy_findings(running: FrontDoor) -> Iterator[Finding]:
    """What csp_evaluator says of the policy of every page that can be reached by links, as every kind of account."""
    seen: dict[str, str] = {}
    for kind in KINDS:
        for path, policy in policies(running, kind):
            seen.setdefault(policy, path)
    print(f"csp_evaluator: {len(seen)} different policies", flush=True)
    if "" in seen:
        yield Finding("csp_evaluator", "no policy", seen.pop(""), "a page without a policy")
    judged = subprocess.run(
        ["node", HERE / "judge_policies.cjs", CSP], input="\n".join(seen), capture_output=True, text=True, check=True
    )
    for (_, path), line in zip(seen.items(), judged.stdout.splitlines(), strict=True):
        for found in json.loads(line):
            kind = "grave" if found["severity"] in GRAVE else "perhaps"
            what = f"{found['severity']} {found['directive']} {found.get('value') or ''}".strip()
            yield Finding("csp_evaluator", f"{kind}: {what}", path, found["description"])


def policies(running: FrontDoor, kind: str | None, most: int = 60) -> Iterator[tuple[str, str]]:
    """Paths that can be reached by links from the start, each with its policy."""
    headers = browser(running.url, f"{kind}@demo.example", PASSWORD) if kind else {"Accept": "text/html"}
    waiting, known = ["/", "/sign-in", "/danger", "/no-such-page"], set[str]()
    with httpx.Client(base_url=running.url, headers=headers, timeout=30) as client:
        while waiting and len(known) < most:
            path = waiting.pop(0)
            if path in known:
                continue
            known.add(path)
            answer = client.get(path)
            yield path, answer.headers.get("content-security-policy", "")
            if "text/html" in answer.headers.get("content-type", ""):
                waiting += [link.split("#")[0] for link in re.findall(r'href="(/[^"]*)"', answer.text)]


def _why(finding: Finding, explained: list[dict[str, str]]) -> str | None:
    for entry in explained:
        if (
            entry["suite"] == finding.suite
            and re.fullmatch(entry["kind"], finding.kind)
            and re.fullmatch(entry["where"], finding.where)
        ):
            return " ".join(entry["why"].split())
    return None


if __name__ == "__main__":
    if not WAPITI.exists() or not CSP.exists() or shutil.which("node") is None:
        sys.exit(
            "make audit installs wapiti and csp_evaluator; node and npm must be there (Debian: apt-get install npm)."
        )
    os.chdir(ROOT)
    sys.exit(main())
