"""What is served to a browser holds nothing reserved to gov.uk and fetches nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import backend.web

STATIC = Path(backend.web.__file__).with_name("static")
TEMPLATES = Path(backend.web.__file__).with_name("templates")
SERVED = [path for path in STATIC.rglob("*") if path.suffix in {".css", ".js", ".svg"}]


def test_nothing_reserved_to_gov_uk() -> None:
    for path in SERVED:
        text = path.read_text(encoding="utf-8")
        for reserved in ("GDS Transport", "govuk-crest", "@font-face", "crown"):
            assert reserved not in text, f"{path.name} still has {reserved}"


def test_style_sheets_fetch_nothing() -> None:
    for path in STATIC.rglob("*.css"):
        found = re.findall(r"url\([^)]*\)|@import[^;]*", path.read_text(encoding="utf-8"))
        assert found == [], f"{path.name} fetches {found}"


def test_no_script_or_style_stands_in_a_template() -> None:
    for path in TEMPLATES.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", text), path.name


def test_each_vendored_folder_keeps_its_licence() -> None:
    folders = [folder for folder in (STATIC / "vendor").iterdir() if folder.is_dir()]
    assert {folder.name for folder in folders} == {"govuk-frontend", "htmx"}
    for folder in folders:
        assert list(folder.glob("LICENSE*")), f"{folder.name} has lost its licence"
