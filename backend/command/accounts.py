"""``frontdoor accounts``: accounts made, and people invited, by whoever runs the service.

The first administrator can only come from here.
"""

from __future__ import annotations

import click

from backend.access.actor import ROLES, Role
from backend.accounts.accounts import create_account, find_account
from backend.accounts.administration import end
from backend.accounts.invitations import invite as invite_to_roles
from backend.accounts.password_rules import objection
from backend.audit import record
from backend.command.backup import carry_into_backups
from backend.command.database import open_session
from backend.outbox.service import post
from backend.programmes import load_programmes


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
@click.option(
    "--break-glass",
    is_flag=True,
    help="Stays local although an organisation's sign-in is used: for the day on which that is away.",
)
@click.password_option(help="Asked for when it is not given.")
def add(  # noqa: PLR0917 - click hands each option over by name
    email: str,
    name: str,
    roles: tuple[str, ...],
    job_title: str | None,
    agency: str | None,
    break_glass: bool,
    password: str,
) -> None:
    """Make one account.

    For example: frontdoor accounts add a.b@school.example --name "A B" --role sevenoaks:nominator --agency "Oak School"
    """
    held = [read_role(text) for text in roles]
    _must_be_address(email)
    if problem := objection(password, email):
        raise click.ClickException(problem)
    with open_session() as db:
        if find_account(db, email) is not None:
            raise click.ClickException("There is an account with this e-mail address already.")
        account = create_account(
            db,
            email=email,
            display_name=name,
            password=password,
            roles=held,
            job_title=job_title,
            agency=agency,
            break_glass=break_glass,
        )
        for programme, role in held:
            # The audit holds no personal data: who it is stands in the account, sealed.
            record(db, None, "account-made", "account", account.id, programme, role=role)
    click.echo(f"{email} can sign in now.")


@accounts.command()
@click.argument("email")
@click.option(
    "--role", "roles", multiple=True, required=True, metavar="PROGRAMME:ROLE", help="May be given repeatedly."
)
@click.option("--agency", help="The organisation; made when it is new.")
def invite(email: str, roles: tuple[str, ...], agency: str | None) -> None:
    """Send somebody a link that works once, within 7 days; they choose their name and password themselves.

    For example: frontdoor accounts invite a.b@council.example --role sevenoaks:administrator
    """
    held = [read_role(text) for text in roles]
    _must_be_address(email)
    with open_session() as db:
        invitation = invite_to_roles(db, None, email, held, agency)
        post(db, [invitation.account_id], "invitation", f"invitation:{invitation.id}", None)
    click.echo(f"An invitation to {email} is in the outbox; the worker sends it.")


def _must_be_address(email: str) -> None:
    if "@" not in email:
        raise click.ClickException(f"{email} is not an e-mail address.")


def read_role(text: str) -> tuple[str, Role]:
    """``sevenoaks:coordinator`` as a pair, or a plain refusal that lists what there is."""
    programme, _, role = text.partition(":")
    programmes = sorted(load_programmes())
    if programme not in programmes:
        raise click.ClickException(f"{text}: there is no programme {programme!r}. There are: {', '.join(programmes)}.")
    if role not in ROLES:
        raise click.ClickException(f"{text}: there is no role {role!r}. There are: {', '.join(ROLES)}.")
    return programme, role


@accounts.command()
@click.argument("email")
def close(email: str) -> None:
    """Close an account and sign it out; of a family's account, name and address are erased as well."""
    with open_session() as db:
        account = find_account(db, email)
        if account is None or account.closed_at is not None:
            raise click.ClickException("There is no open account with this e-mail address.")
        end(db, account, None)
    carry_into_backups()
    click.echo("The account is closed.")
