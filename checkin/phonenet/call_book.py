"""Every call of the network, by name and by telephone, and where it is kept."""

from __future__ import annotations

from checkin.phonenet.calls import Call, Live
from checkin.phonenet.exchange import Exchange


class CallBook:
    """Looks calls up and writes them down."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._calls: dict[str, Call] = {}
        self._by_handset: dict[str, list[Call]] = {}

    def load(self) -> list[Call]:
        """Take up the calls of an earlier run."""
        for row in self._exchange.store.all("call"):
            self._enter(Call(**row, live=Live(self._exchange.speech_rate)))
        return self.all()

    def find(self, call_uuid: str) -> Call | None:
        return self._calls.get(call_uuid)

    def all(self) -> list[Call]:
        return list(self._calls.values())

    def of(self, handset: str) -> list[Call]:
        return list(self._by_handset.get(handset, []))

    def handsets(self) -> list[str]:
        return list(self._by_handset)

    def add(self, call: Call) -> None:
        self._enter(call)
        self.save(call)

    def save(self, call: Call) -> None:
        self._exchange.store.put("call", call.uuid, call.row())

    def forget(self) -> None:
        """Forget all calls; those that were live end without a word."""
        for call in self._calls.values():
            call.state = "completed" if not call.is_over else call.state
        self._calls.clear()
        self._by_handset.clear()

    def _enter(self, call: Call) -> None:
        self._calls[call.uuid] = call
        self._by_handset.setdefault(call.handset, []).append(call)
