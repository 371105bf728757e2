"""The ``frontdoor`` command: one entry, a file per subcommand, imported only when it is asked for."""

from __future__ import annotations

import os
from importlib import import_module
from keyword import iskeyword

import click

SUBCOMMANDS = {
    "run": ("run", "Start every process; Ctrl-C stops all."),
    "understand": ("understand", "Show what is read in a text, or measure the reader on labelled texts."),
    "assess": ("assess", "Judge nominations in a file: assessment and route added."),
    "programmes": ("programmes", "List, show and check the programme files."),
    "converse": ("converse", "Play personas against a running Front Door."),
    "accounts": ("accounts", "Make accounts for staff and families."),
    "import": ("importing", "Take in nominations from a file."),
    "erase": ("erase", "Destroy what identifies a nominated family."),
    "retention": ("retention", "Erase what is due, and prove that it is gone."),
    "rights": ("rights", "Answer what people ask about their data."),
    "audit": ("audit", "Check the record of who did and read what, and anchor it elsewhere."),
    "keys": ("keys", "Turn the master key over while the service runs, and check what is sealed."),
    "backup": ("backup", "Take a backup, while the service runs."),
    "restore": ("restore", "Put a backup into the database, while the service is stopped."),
    "telegram": ("telegram", "The Telegram channel alone; run starts it too, if there is a token."),
    "database": ("database", "Bring the database up to date, or check it."),
}


class LazyCommands(click.Group):
    """Looks a subcommand's module up when it is used: ``frontdoor assess`` need not load the reader."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click decides the signature
        return sorted(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        if cmd_name not in SUBCOMMANDS:
            return None
        # "import" is a word of Python's own and cannot be a function's name.
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = getattr(import_module(f"backend.command.{SUBCOMMANDS[cmd_name][0]}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 - a module that breaks the agreement is a bug
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of subcommands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, SUBCOMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="front-door", prog_name="frontdoor")
def main() -> None:
    """Front Door: conversational intake and triage for whole-family support programmes."""
    # What is written, by any command and by what it starts, is for this account of the machine alone.
    os.umask(0o077)
