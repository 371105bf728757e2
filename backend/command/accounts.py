"""``frontdoor accounts``: real accounts, made by whoever runs the service. The first one can only come from here."""

from __future__ import annotations

import click

from backend.access.actor import ROLES, Role
from backend.accounts.accounts import create_account, find_account
from backend.audit import record
from backend.command.database import open_session
from backend.programmes import load_programmes

SHORTEST_PASSWORD = 12


@click.group()
def accounts() -> None:
    """Make accounts for staff and families."""


@accounts.command()
@click.argument("email")
@click.option("--name", required=True, help="The name that others see.")
@click.option(
    "--role", "roles", multiple=True, required=True, metavar="PROGRAMME:ROLE", help="May be given repeatedly."
)
@click.option("--job-title", help="As it appears on a nomination.")
@click.option("--agency", help="The organisation; made when it is new.")
@click.password_option(help="Asked for when it is not given.")
def add(  # noqa: PLR0917 - click hands each option over by name
    email: str, name: str, roles: tuple[str, ...], job_title: str | None, agency: str | None, password: str
) -> None:
    """Make one account.

    For example: frontdoor accounts add a.b@school.example --name "A B" --role sevenoaks:nominator --agency "Oak School"
    """
    held = [read_role(text) for text in roles]
    if "@" not in email:
        raise click.ClickException(f"{email} is not an e-mail address.")
    if len(password) < SHORTEST_PASSWORD:
        raise click.ClickException(f"The password needs at least {SHORTEST_PASSWORD} characters.")
    with open_session() as db:
        if find_account(db, email) is not None:
            raise click.ClickException("There is an account with this e-mail address already.")
        account = create_account(
            db, email=email, display_name=name, password=password, roles=held, job_title=job_title, agency=agency
        )
        for programme, role in held:
            # The audit holds no personal data: who it is stands in the account, sealed.
            record(db, None, "account-made", "account", account.id, programme, role=role)
    click.echo(f"{email} can sign in now.")


def read_role(text: str) -> tuple[str, Role]:
    """``sevenoaks:coordinator`` as a pair, or a plain refusal that lists what there is."""
    programme, _, role = text.partition(":")
    programmes = sorted(load_programmes())
    if programme not in programmes:
        raise click.ClickException(f"{text}: there is no programme {programme!r}. There are: {', '.join(programmes)}.")
    if role not in ROLES:
        raise click.ClickException(f"{text}: there is no role {role!r}. There are: {', '.join(ROLES)}.")
    return programme, role
