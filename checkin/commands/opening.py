"""Opening the house for one command: settings, logs, runtime, and errors in words instead of tracebacks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import OperationalError, ProgrammingError

from checkin import models
from checkin.domain.errors import CheckinError, Refused
from checkin.logs import configure
from checkin.runtime import Runtime, make_runtime
from checkin.settings import Settings, SettingsIncomplete, load_settings
from checkin.tenants.refusals import FileRefused
from checkin.tenants.sentences import say

assert models.TABLES  # noqa: S101 - foreign keys between packages are by name: every table must be known

IN_WORDS = {
    "email_wrong": "That is not an e-mail address.",
    "email_taken": "Somebody has an account with that e-mail address already.",
    "name_missing": "Give a name with --name: colleagues see it beside what this person does.",
    "password_short": "That password is too short: 12 characters or more.",
    "password_long": "That password is too long.",
    "password_easy": "That password is too easy to guess.",
    "no_tenants": "There are no tenants to ask.",
    "import_busy": "Somebody else is importing tenants. Wait a minute and try again.",
    "no_such_week": "Write the week as 2026-W47.",
}


class SettingsWrong(click.ClickException):
    """Settings are missing or wrong: all of them are named."""

    exit_code = 2

    def format_message(self) -> str:
        """Say it with every name on a line of its own."""
        return f"these settings are missing or wrong:\n{self.message}\nSee docs/settings.md."


def settings() -> Settings:
    """Read the settings and set up the logs."""
    try:
        read = load_settings()
    except SettingsIncomplete as error:
        raise SettingsWrong(str(error)) from None
    configure(read.log_level)
    return read


@contextmanager
def opened(given: Settings | None = None) -> Iterator[Runtime]:
    """Open the house; close its connections afterwards. What the rules refuse becomes a sentence and exit code 1."""
    house = make_runtime(given or settings())
    try:
        yield house
    except Refused as refused:
        raise click.ClickException(IN_WORDS.get(refused.code, refused.code)) from None
    except SettingsIncomplete as error:
        raise SettingsWrong(str(error)) from None
    except FileRefused as refused:
        raise click.ClickException(say(refused.remark)) from None
    except CheckinError as error:
        raise click.ClickException(str(error)) from None
    except (OperationalError, ProgrammingError) as error:
        raise click.ClickException(f"the database says no: {error.orig}\nTry `checkin doctor`.") from None
    finally:
        house.engine.dispose()
        house.redis.close()
