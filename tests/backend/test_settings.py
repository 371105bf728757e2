"""What the environment says is read plainly, and a production start is refused with every reason at once."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from backend.application import create_application
from backend.programmes import load_programmes
from backend.settings import Settings, WrongSetting, production_problems, production_warnings
from tests.backend.serving import settings_for

KEY = base64.b64encode(bytes(range(32))).decode()


def ready(folder: Path) -> Settings:
    """Settings that lack nothing for production."""
    (folder / "keys").mkdir()
    key = folder / "keys" / "master.key"
    key.write_text(KEY)
    key.chmod(0o600)
    return Settings.from_environment(
        {
            "FRONTDOOR_ENV": "production",
            "FRONTDOOR_DATA": str(folder / "data"),
            "FRONTDOOR_DATABASE_URL": f"sqlite:///{folder / 'frontdoor.sqlite'}",
            "FRONTDOOR_MASTER_KEY_FILE": str(key),
            "FRONTDOOR_PUBLIC_URL": "https://frontdoor.example.gov.uk/",
            "FRONTDOOR_SMTP_URL": "smtp://mail.example.gov.uk:25",
        }
    )


def test_an_empty_environment_is_the_demonstration() -> None:
    settings = Settings.from_environment({"FRONTDOOR_MASTER_KEY": KEY})
    assert settings.env == "demo"
    assert settings.database_url == f"sqlite:///{Path('var').resolve() / 'frontdoor.sqlite'}"
    assert not settings.secure_cookies


def test_the_key_is_read_from_a_file_or_from_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    file.write_text(KEY + "\n")
    assert Settings.from_environment({"FRONTDOOR_MASTER_KEY_FILE": str(file)}).master_key == bytes(range(32))
    assert Settings.from_environment({"FRONTDOOR_MASTER_KEY": KEY}).master_key == bytes(range(32))


def test_an_environment_of_another_name_is_no_demonstration() -> None:
    with pytest.raises(WrongSetting, match="demo or production"):
        Settings.from_environment({"FRONTDOOR_ENV": "prod", "FRONTDOOR_MASTER_KEY": KEY})


@pytest.mark.parametrize("key", ["", "c2hvcnQ=", "not base64!", base64.b64encode(bytes(33)).decode()])
def test_a_wrong_key_opens_nothing_and_is_not_repeated_in_the_message(key: str) -> None:
    settings = Settings.from_environment({"FRONTDOOR_MASTER_KEY": key})
    with pytest.raises(WrongSetting, match="32 bytes in base64") as refusal:
        _ = settings.keyring
    assert not key or key not in str(refusal.value)


def test_printed_settings_show_no_secret() -> None:
    settings = Settings.from_environment(
        {
            "FRONTDOOR_MASTER_KEY": KEY,
            "FRONTDOOR_SERVICE_TOKEN": "token-of-the-service",
            "FRONTDOOR_DATABASE_URL": "postgresql://user:secret-of-the-database@host/db",
            "FRONTDOOR_SMTP_URL": "smtp://user:secret-of-the-mail@host",
        }
    )
    printed = repr(settings)
    for secret in ("token-of-the-service", "secret-of-the-database", "secret-of-the-mail", repr(bytes(range(32)))):
        assert secret not in printed


def test_production_starts_when_nothing_is_missing(tmp_path: Path) -> None:
    settings = ready(tmp_path)
    assert production_problems(settings, {}) == []
    assert settings.secure_cookies
    assert settings.public_url == "https://frontdoor.example.gov.uk"
    assert "SQLite" in production_warnings(settings)[0]
    assert production_warnings(replace(settings, database_url="postgresql://db/frontdoor")) == []


def test_every_reason_is_told_at_once_with_its_remedy(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "master.key").write_text("not a key")
    (data / "master.key").chmod(0o644)
    problems = production_problems(
        Settings.from_environment(
            {
                "FRONTDOOR_ENV": "production",
                "FRONTDOOR_DATA": str(data),
                "FRONTDOOR_MASTER_KEY_FILE": str(data / "master.key"),
                "FRONTDOOR_INSECURE_COOKIES": "1",
            }
        ),
        load_programmes(),
    )
    told = "\n".join(problems)
    for remedy in (
        "openssl rand -base64 32",
        "Move it elsewhere",
        "chmod 600",
        "FRONTDOOR_PUBLIC_URL must be the https://",
        "FRONTDOOR_INSECURE_COOKIES",
        "Set FRONTDOOR_SMTP_URL",
        "sevenoaks: ",
        "kingston-richmond: ",
    ):
        assert remedy in told
    assert all("\n" not in problem for problem in problems)


def test_a_placeholder_is_named_and_999_is_not_one(tmp_path: Path) -> None:
    problems = production_problems(ready(tmp_path), load_programmes())
    assert "sevenoaks: Sevenoaks duty officer is a placeholder. Write the real number in backend/programmes/files." in (
        problems
    )
    assert not any("Emergency services" in problem for problem in problems)


def test_a_database_that_served_the_demonstration_is_refused(tmp_path: Path) -> None:
    settings = replace(ready(tmp_path), env="demo")
    create_application(settings).state.engine.dispose()
    assert any("demonstration accounts" in problem for problem in production_problems(settings, {}))


def test_the_backend_itself_refuses_to_serve_unready(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting, match="cannot start in production"):
        create_application(replace(settings_for(tmp_path), env="production"))
    assert list(tmp_path.iterdir()) == []
