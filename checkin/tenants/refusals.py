"""Why a whole file is refused."""

from __future__ import annotations

from checkin.domain.errors import CheckinError
from checkin.tenants.sentences import Remark


class FileRefused(CheckinError):
    """A file that cannot be read, or must not be: `code` names the sentence to show, `values` fill its places."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    @property
    def remark(self) -> Remark:
        """Give the refusal as something to say."""
        return Remark(self.code, self.values)
