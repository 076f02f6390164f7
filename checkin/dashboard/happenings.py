"""What happened to one tenant, newest first, each step as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlmodel import Session, col, select

from checkin.campaigns.models import Campaign
from checkin.cases.filters import call_moment
from checkin.domain.bridges import BridgeEnd
from checkin.domain.nudges import Rung
from checkin.domain.tongues import spoken
from checkin.messaging.models import CallEnd, Message
from checkin.outreach.models import CheckIn, Reply
from checkin.staff.models import Staff
from checkin.tenants.fact_forms import FACT_NAMES
from checkin.tenants.models import Happening, TimelineEntry
from checkin.web.words import GIFTS, KINDS, MEANINGS, OUTCOMES, REASONS, SKIP_REASONS, UNDONE, VISITS

SHOWN = 60
TOLD_BY_OTHERS = frozenset({(Happening.CHECK_IN_ENDED, "answered"), (Happening.BRIDGED, "answered")})
"""Steps that another one tells already: the answer itself, and how long the two spoke."""


@dataclass(frozen=True)
class Step:
    """One step as the page shows it."""

    at: datetime
    sentence: str
    automatic: bool
    """The system did it by itself."""
    by_person: bool
    bubble: str = ""
    ours: bool = False
    """The bubble holds our words, not the tenant's."""
    code: str = ""
    """The language of our words."""


@dataclass(frozen=True)
class Facts:
    """One entry of the timeline with what its sentence needs."""

    entry: TimelineEntry
    colleague: str
    you: bool
    campaign: str
    words: str
    code: str

    @property
    def details(self) -> dict[str, Any]:
        """The small facts of the entry."""
        return self.entry.details

    @property
    def state(self) -> str | None:
        """What the entry says that something has become."""
        return self.details.get("state") or self.details.get("what")

    def who(self) -> str:
        """Name who did it."""
        return _("U") if self.you else self.colleague or _("Een collega")


def timeline_of(session: Session, *, tenant_id: int, viewer_id: int) -> list[Step]:
    """Tell what happened to a tenant, newest first."""
    statement = (
        select(TimelineEntry, Staff.name, Campaign.name)
        .join(Staff, col(Staff.id) == col(TimelineEntry.staff_id), isouter=True)
        .join(CheckIn, col(CheckIn.id) == col(TimelineEntry.check_in_id), isouter=True)
        .join(Campaign, col(Campaign.id) == col(CheckIn.campaign_id), isouter=True)
        .where(TimelineEntry.tenant_id == tenant_id)
        .order_by(col(TimelineEntry.id).desc())
        .limit(SHOWN)
    )
    rows = session.exec(statement).all()
    texts = _texts(session, [entry for entry, _name, _campaign in rows])
    facts = [
        Facts(entry, name or "", entry.staff_id == viewer_id, campaign or "", *texts.get(_key(entry), ("", "")))
        for entry, name, campaign in rows
    ]
    return [_step(one) for one in facts if (one.entry.happening, one.state) not in TOLD_BY_OTHERS]


def _key(entry: TimelineEntry) -> tuple[str, Any]:
    if entry.happening is Happening.TEXT_SENT:
        return "message", entry.details.get("message_id")
    return "reply", entry.details.get("reply_id") if entry.happening is Happening.REPLIED else None


def _texts(session: Session, entries: list[TimelineEntry]) -> dict[tuple[str, Any], tuple[str, str]]:
    """Fetch the words of every text and reply on the page in two questions, with the language of ours."""
    keys = [_key(entry) for entry in entries]
    messages = [key for kind, key in keys if kind == "message" and key]
    replies = [key for kind, key in keys if kind == "reply" and key]
    found: dict[tuple[str, Any], tuple[str, str]] = {}
    sent = sa.select(col(Message.id), col(Message.text), col(Message.language)).where(col(Message.id).in_(messages))
    for one, text, language in session.execute(sent):
        found["message", one] = text, spoken(language)
    for number, text in session.execute(sa.select(col(Reply.id), col(Reply.text)).where(col(Reply.id).in_(replies))):
        found["reply", number] = text, ""
    return found


def _step(facts: Facts) -> Step:
    written = facts.entry.happening is Happening.REPLIED and facts.details.get("channel") == "text"
    sent = facts.entry.happening is Happening.TEXT_SENT
    theirs = facts.entry.happening in {Happening.REPLIED, Happening.CALLED_US, Happening.CALL_ANSWERED}
    by_itself = facts.entry.staff_id is None or facts.entry.happening is Happening.ALARM_RANG
    return Step(
        at=facts.entry.at,
        sentence=SENTENCES[facts.entry.happening](facts),
        automatic=by_itself and not theirs,
        by_person=not by_itself,
        bubble=facts.words if written or sent else "",
        ours=sent,
        code=facts.code,
    )


def _replied(facts: Facts) -> str:
    if facts.details.get("channel") == "text":
        return _("Antwoordde per sms")
    meaning = MEANINGS.get(facts.details.get("meaning", ""), "")
    return _("Drukte op toets %(keys)s: %(meaning)s", keys=facts.words or "?", meaning=meaning)


CALL_ENDS: dict[str, Callable[[], str]] = {
    CallEnd.COMPLETED: lambda: _("Het telefoongesprek met het keuzemenu is klaar"),
    CallEnd.BUSY: lambda: _("Gebeld: in gesprek"),
    CallEnd.NO_ANSWER: lambda: _("Gebeld: niet opgenomen"),
    CallEnd.REJECTED: lambda: _("Gebeld: weggedrukt"),
    CallEnd.FAILED: lambda: _("Bellen lukte niet"),
    CallEnd.NUMBER_DEAD: lambda: _("Gebeld: dit nummer bestaat niet meer"),
    CallEnd.CANCELLED: lambda: _("Het telefoontje ging niet door"),
    CallEnd.VOICEMAIL: lambda: _("Gebeld: voicemail"),
}


def _call_ended(facts: Facts) -> str:
    return CALL_ENDS.get(facts.details.get("end", ""), CALL_ENDS[CallEnd.COMPLETED])()


BRIDGES: dict[str, Callable[[Facts], str]] = {
    "started": lambda facts: _("%(who)s belt via het systeem", who=facts.who()),
    "accepted": lambda facts: _("%(who)s nam op en werd doorverbonden", who=facts.who()),
    "rang": lambda _facts: _("De telefoon van de huurder ging over"),
}
BRIDGE_ENDS: dict[str, Callable[[Facts], str]] = {
    BridgeEnd.SPOKEN: lambda facts: _spoken(facts, facts.details.get("minutes", 0)),
    BridgeEnd.NO_ANSWER: lambda _facts: _("Niet bereikt: niet opgenomen"),
    BridgeEnd.BUSY: lambda _facts: _("Niet bereikt: in gesprek"),
    BridgeEnd.REJECTED: lambda _facts: _("Niet bereikt: weggedrukt"),
    BridgeEnd.NUMBER_DEAD: lambda _facts: _("Niet bereikt: dit nummer bestaat niet meer"),
    BridgeEnd.VOICEMAIL: lambda _facts: _("Niet bereikt: voicemail"),
    BridgeEnd.COLLEAGUE_LEFT: lambda facts: _("%(who)s hing op voordat de huurder opnam", who=facts.who()),
    BridgeEnd.NOT_PICKED_UP: lambda facts: _("%(who)s nam niet op; de huurder is niet gebeld", who=facts.who()),
    BridgeEnd.NOT_ACCEPTED: lambda facts: _("%(who)s drukte geen toets in; de huurder is niet gebeld", who=facts.who()),
    BridgeEnd.ENGAGED: lambda _facts: _("De huurder is niet gebeld: die was al met ons aan de telefoon"),
    BridgeEnd.WITHDRAWN: lambda _facts: _("De huurder is niet gebeld: het was niet meer nodig"),
    BridgeEnd.FAILED: lambda _facts: _("De huurder is niet gebeld: er kwam geen verbinding"),
}


def _spoken(facts: Facts, minutes: int) -> str:
    return ngettext(
        "%(who)s sprak %(num)s minuut met de huurder",
        "%(who)s sprak %(num)s minuten met de huurder",
        minutes,
        who=facts.who(),
    )


def _bridged(facts: Facts) -> str:
    told = BRIDGES.get(facts.details.get("what", "")) or BRIDGE_ENDS[facts.details.get("end") or BridgeEnd.FAILED]
    return told(facts)


def _not_asked(facts: Facts) -> str:
    reason = REASONS.get(facts.details.get("reason", ""), "")
    return _("Niet gevraagd in belronde %(campaign)s: %(reason)s", campaign=facts.campaign, reason=reason)


def _check_in_ended(facts: Facts) -> str:
    reason = facts.details.get("reason") or ""
    return _("Check-in klaar: %(reason)s", reason=REASONS.get(reason, reason))


def _promised(facts: Facts) -> str:
    before = datetime.fromisoformat(facts.details["promised_before"])
    return _("Belofte: een collega belt vóór %(when)s", when=call_moment(before))


def _apologised(facts: Facts) -> str:
    before = datetime.fromisoformat(facts.details["promised_before"])
    return _("Excuus per sms: een collega belt vóór %(when)s", when=call_moment(before))


NUDGED: dict[str, Callable[[int], str]] = {
    Rung.COLLEAGUE: lambda people: ngettext(
        "%(num)s collega herinnerd aan de belofte", "%(num)s collega’s herinnerd aan de belofte", people
    ),
    Rung.TEAM: lambda people: ngettext(
        "De tijd is om: %(num)s collega gewaarschuwd", "De tijd is om: %(num)s collega’s gewaarschuwd", people
    ),
    Rung.COORDINATOR: lambda _people: _("De coördinator gewaarschuwd: de belofte is niet gehaald"),
}


def _nudged(facts: Facts) -> str:
    return NUDGED[facts.details.get("rung", Rung.TEAM)](int(facts.details.get("people", 1)))


def _alarm_answered(facts: Facts) -> str:
    if facts.details.get("how") == "key":
        return _("%(who)s drukte op een toets en pakt de spoed op", who=facts.who())
    return _("%(who)s pakt de spoed op", who=facts.who())


def _number_closed(facts: Facts) -> str:
    if facts.details.get("reason") == "dead":
        return _("Dit nummer bestaat niet meer; wij gebruiken het niet meer")
    return _("Dit nummer is van iemand anders; wij gebruiken het niet meer")


IMPORTED: dict[str, Callable[[], str]] = {
    "deceased": lambda: _("Volgens de ingelezen lijst overleden: alles stopt"),
    "lease_ended": lambda: _("Volgens de ingelezen lijst is de huur gestopt"),
    "opted_out": lambda: _("Volgens de ingelezen lijst geen sms of automatisch telefoontje meer"),
    "number_stopped": lambda: _("Op dit nummer is eerder gevraagd om te stoppen"),
}


def _imported(facts: Facts) -> str:
    told = IMPORTED.get(facts.details.get("reason", ""))
    return told() if told else _("Ingevoerd uit een bestand")


def _standing(facts: Facts) -> str:
    sentences = {
        "started": _("Vaste check-in begonnen"),
        "changed": _("Vaste check-in veranderd"),
        "paused": _("Vaste check-in staat stil"),
        "resumed": _("Vaste check-in gaat verder"),
    }
    return sentences.get(facts.details.get("what", ""), _("Vaste check-in gestopt"))


def _facts_changed(facts: Facts) -> str:
    names = [str(FACT_NAMES[name]) for name in facts.details.get("facts", ()) if name in FACT_NAMES]
    return _("%(who)s wijzigde: %(facts)s", who=facts.who(), facts=", ".join(names))


def _follow_up(facts: Facts) -> str:
    if facts.details.get("what") in {"planned", "moved"}:
        agreed = datetime.fromisoformat(facts.details["at"])
        return _("Vervolgafspraak: %(who)s belt %(when)s", who=facts.who(), when=call_moment(agreed))
    sentences = {
        "taken_up": _("De vervolgafspraak is er: weer op de werklijst"),
        "done": _("Vervolgafspraak nagekomen"),
    }
    return sentences.get(facts.details.get("what", ""), _("Vervolgafspraak afgezegd"))


def _referral(facts: Facts) -> str:
    who, what = facts.who(), facts.details.get("what", "")
    sentences = {
        "agreed": _("%(who)s verwees door, met toestemming", who=who),
        "planned": _("%(who)s laat later nog eens vragen of de organisatie er was", who=who),
        "asked": _("Gevraagd of de organisatie de huurder sprak"),
        "calling": _("Een collega vraagt of de organisatie de huurder sprak"),
        "helped": _("De organisatie sprak de huurder: de doorverwijzing is klaar"),
        "not_helped": _("De organisatie sprak de huurder nog niet"),
        "unanswered": _("Onbekend of de organisatie de huurder sprak: een collega kijkt ernaar"),
    }
    return sentences.get(what, _("De doorverwijzing is niet meer nodig"))


def _gift(facts: Facts) -> str:
    kind, who = str(GIFTS.get(facts.details.get("kind", ""), "")), facts.who()
    sentences = {
        "proposed": _("%(who)s vroeg een attentie aan: %(kind)s", who=who, kind=kind.lower()),
        "approved": _("%(who)s keurde de attentie goed", who=who),
        "refused": _("%(who)s keurde de attentie niet goed", who=who),
        "sent": _("Attentie verstuurd: %(kind)s", kind=kind.lower()),
        "returned": _("De attentie kwam terug"),
        "again": _("De attentie gaat nog een keer uit"),
    }
    return sentences.get(facts.details.get("what", ""), _("De attentie gaat niet door"))


def _read(facts: Facts) -> str:
    meaning = facts.details.get("meaning", "")
    if not meaning:
        return _("%(who)s koos per ongeluk verkeerd en leest het bericht opnieuw", who=facts.who())
    return _("%(who)s las het bericht: %(meaning)s", who=facts.who(), meaning=MEANINGS.get(meaning, ""))


SENTENCES: dict[Happening, Callable[[Facts], str]] = {
    Happening.PLANNED: lambda facts: _("Gekozen voor belronde %(campaign)s", campaign=facts.campaign),
    Happening.NOT_ASKED: _not_asked,
    Happening.TEXT_SENT: lambda _facts: _("Sms verstuurd"),
    Happening.TEXT_DELIVERED: lambda _facts: _("Sms aangekomen"),
    Happening.TEXT_FAILED: lambda _facts: _("Sms niet aangekomen"),
    Happening.CALL_STARTED: lambda _facts: _("Gebeld"),
    Happening.CALL_ANSWERED: lambda _facts: _("Nam de telefoon op"),
    Happening.CALL_ENDED: _call_ended,
    Happening.BRIDGED: _bridged,
    Happening.CALLED_US: lambda _facts: _("Belde ons zelf"),
    Happening.CHAT_LINE: lambda facts: _("%(who)s nam het telefoontje aan", who=facts.who()),
    Happening.OUTCOME_UNKNOWN: lambda _facts: _("Niet zeker of het aankwam; het gaat niet vanzelf opnieuw uit"),
    Happening.REPLIED: _replied,
    Happening.READ: _read,
    Happening.STOPPED: lambda _facts: _("Gestopt op eigen verzoek: geen sms of automatisch telefoontje meer"),
    Happening.STARTED: lambda _facts: _("Wil weer sms en telefoontjes krijgen"),
    Happening.STANDING: _standing,
    Happening.NUMBER_CLOSED: _number_closed,
    Happening.CHECK_IN_ENDED: _check_in_ended,
    Happening.WISHED: lambda facts: (
        _("%(who)s hoorde in een ander gesprek: wilde graag kletsen", who=facts.who())
        if facts.details.get("kind") == "chat"
        else _("%(who)s hoorde in een ander gesprek: heeft hulp nodig", who=facts.who())
    ),
    Happening.CASE_OPENED: lambda facts: _(
        "Op de werklijst: %(kind)s", kind=KINDS.get(facts.details.get("kind", ""), "")
    ),
    Happening.PROMISED: _promised,
    Happening.CLAIMED: lambda facts: (
        _("U heeft dit opgepakt") if facts.you else _("%(who)s heeft dit opgepakt", who=facts.who())
    ),
    Happening.GIVEN_BACK: lambda facts: _("%(who)s zette dit terug op de lijst", who=facts.who()),
    Happening.SKIPPED: lambda facts: _(
        "%(who)s sloeg dit over: %(reason)s",
        who=facts.who(),
        reason=str(SKIP_REASONS.get(facts.details.get("reason", ""), "")).lower(),
    ),
    Happening.FORWARDED: lambda facts: (
        _("%(who)s stuurde dit door naar een team", who=facts.who())
        if facts.details.get("team_id")
        else _("%(who)s stuurde dit door naar een collega", who=facts.who())
    ),
    Happening.UNDONE: lambda facts: _(
        "%(who)s maakte ongedaan: %(what)s", who=facts.who(), what=UNDONE.get(facts.details.get("what", ""), "")
    ),
    Happening.CLAIM_EXPIRED: lambda facts: (
        _("Terug op de lijst: de collega is gestopt")
        if facts.details.get("why") == "left"
        else _("Terug op de lijst: er was te lang niets gedaan")
    ),
    Happening.CONTACTED: lambda facts: _(
        "%(who)s belde: %(outcome)s",
        who=facts.who(),
        outcome=str(OUTCOMES.get(facts.details.get("outcome", ""), "")).lower(),
    ),
    Happening.CASE_CLOSED: lambda _facts: _("Van de werklijst af"),
    Happening.CASE_REOPENED: lambda _facts: _("Weer op de werklijst"),
    Happening.APOLOGISED: _apologised,
    Happening.PROMISE_LAPSED: lambda _facts: _("De belofte is verlopen zonder telefoontje"),
    Happening.NUDGED: _nudged,
    Happening.ALARM_RAISED: lambda facts: (
        _("%(who)s sloeg alarm", who=facts.who()) if facts.entry.staff_id else _("Woorden van gevaar: alarm")
    ),
    Happening.ALARM_RANG: lambda facts: _("Gebeld over spoed: %(who)s", who=facts.who()),
    Happening.ALARM_ANSWERED: _alarm_answered,
    Happening.ALARM_UNANSWERED: lambda _facts: _("Niemand nam op bij spoed; de coördinatoren kregen een sms"),
    Happening.VISIT_PLANNED: lambda _facts: _("Op de lijst van de huismeester: aanbellen"),
    Happening.VISITED: lambda facts: _(
        "Aangebeld: %(outcome)s", outcome=str(VISITS.get(facts.details.get("outcome", ""), "")).lower()
    ),
    Happening.IMPORTED: _imported,
    Happening.FACTS_CHANGED: _facts_changed,
    Happening.FOLLOW_UP: _follow_up,
    Happening.REFERRAL: _referral,
    Happening.GIFT: _gift,
}
