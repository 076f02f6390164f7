"""The `checkin` command: a table of commands, of which only the one that is called is imported."""

from __future__ import annotations

import importlib

import click

COMMANDS = {
    "demo": ("checkin.commands.demo:demo", "Start the whole system with fictional tenants."),
    "run": ("checkin.commands.running:run", "Start the web, the workers and the reconciler on this machine."),
    "web": ("checkin.commands.running:web", "Start the web server alone."),
    "phonenet": ("checkin.commands.phonenet:phonenet", "Start the local phone network alone."),
    "db": ("checkin.commands.records:db", "Look after the database."),
    "staff": ("checkin.commands.records:staff", "Look after the accounts of colleagues."),
    "tenants": ("checkin.commands.tenants:tenants", "Look after the tenants."),
    "round": ("checkin.commands.records:rounds", "Ask tenants how they are."),
    "report": ("checkin.commands.records:report", "Say what happened."),
    "interpret": ("checkin.commands.replies:interpret", "Read messages, one a line, and say what each means."),
    "replies": ("checkin.commands.replies:replies", "Measure how replies are read."),
    "rehearse": ("checkin.commands.rehearsing:rehearse_command", "Rehearse a round with simulated neighbours."),
    "status": ("checkin.commands.health:status", "Say how the service is doing, in numbers."),
    "doctor": ("checkin.commands.health:doctor", "Check what the service needs, and say what to do."),
}


class Table(click.Group):
    """A group whose commands are imported when they are called: the house takes a second, `--help` should not."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """List the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        found = getattr(importlib.import_module(module), attribute)
        assert isinstance(found, click.Command)  # noqa: S101 - a test goes through the table
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=Table, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="checkin")
def main() -> None:
    """Asks tenants how they are, and has a person ring back everyone who would like a chat or some help."""
