"""What the words of the rules are called on screen: meanings, outcomes, reasons, steps."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext

from checkin.domain.cases import CaseKind, ContactOutcome
from checkin.domain.checkins import EndReason
from checkin.domain.feelings import Feeling, Reaction
from checkin.domain.follow_ups import FollowUpState
from checkin.domain.gifts import GiftKind, GiftState
from checkin.domain.handing_on import SkipReason, UndoKind, Unseen
from checkin.domain.referrals import OrganisationKind, ReferralState
from checkin.domain.replies import Meaning
from checkin.domain.visits import VisitOutcome
from checkin.web.forms import _

Words = Mapping[str, str]

KINDS: Words = {
    CaseKind.URGENT: _("Spoed"),
    CaseKind.HELP: _("Hulp"),
    CaseKind.CHAT: _("Praatje"),
    CaseKind.YES: _("Graag contact"),
    CaseKind.LATER: _("Liever later"),
    CaseKind.SILENT: _("Nam op, bleef stil"),
    CaseKind.PERSONAL: _("Persoonlijk bellen"),
    CaseKind.ROUND: _("Belronde"),
}
MEANINGS: Words = {
    Meaning.CHAT: _("Praatje"),
    Meaning.HELP: _("Hulp"),
    Meaning.YES: _("Graag contact"),
    Meaning.FINE: _("Alles goed"),
    Meaning.LATER: _("Later"),
    Meaning.STOP: _("Stop"),
    Meaning.START: _("Weer beginnen"),
    Meaning.WRONG_NUMBER: _("Verkeerd nummer"),
    Meaning.URGENT: _("Spoed"),
    Meaning.UNCLEAR: _("Niets nodig"),
}
OUTCOMES: Words = {
    ContactOutcome.SPOKEN: _("Gesproken, klaar"),
    ContactOutcome.SPOKEN_MORE: _("Gesproken, er is meer nodig"),
    ContactOutcome.NOT_REACHED: _("Niet bereikt"),
    ContactOutcome.CALL_BACK: _("Terugbellen op een ander moment"),
    ContactOutcome.WRONG_NUMBER: _("Verkeerd nummer"),
    ContactOutcome.MOVED: _("Verhuisd"),
    ContactOutcome.DECEASED: _("Overleden"),
    ContactOutcome.NO_MORE: _("Wil niet meer gebeld worden"),
}
SKIP_REASONS: Words = {
    SkipReason.KNOWS: _("Ik ken deze huurder persoonlijk"),
    SkipReason.LANGUAGE: _("Wij spreken niet dezelfde taal"),
    SkipReason.HEAVY: _("Dit gesprek is nu te zwaar voor mij"),
    SkipReason.OTHER_BETTER: _("Een collega kan dit beter"),
    SkipReason.NO_TIME: _("Ik heb geen tijd meer voor een gesprek"),
    SkipReason.OTHER: _("Iets anders"),
}
UNSEEN: Words = {
    Unseen.YOURSELF: _("dat bent u zelf"),
    Unseen.NOT_ACTIVE: _("werkt hier niet meer mee"),
    Unseen.NO_HOURS: _("is er de komende weken niet"),
    Unseen.TOO_LATE: _("is er pas na de belofte"),
    Unseen.TEAM_NOT_ACTIVE: _("is er niet meer"),
    Unseen.TEAM_EMPTY: _("hier zit nu niemand in"),
    Unseen.TEAM_NO_HOURS: _("de komende weken is er niemand"),
    Unseen.TEAM_TOO_LATE: _("is er pas na de belofte"),
}
UNDONE: Words = {
    UndoKind.CLAIM: _("oppakken"),
    UndoKind.GIVE_BACK: _("vrijgeven"),
    UndoKind.SKIP: _("overslaan"),
    UndoKind.FORWARD: _("doorsturen"),
    UndoKind.CONTACT: _("wat was opgeschreven"),
}
REASONS: Words = {
    EndReason.NO_NUMBER: _("geen nummer"),
    EndReason.NUMBER_DEAD: _("zonder werkend nummer"),
    EndReason.NEVER_PICKED_UP: _("nooit opgenomen"),
    EndReason.VOICEMAIL: _("voicemail"),
    EndReason.HUNG_UP: _("opgehangen"),
    EndReason.TEXT_NOT_DELIVERED: _("sms niet aangekomen"),
    EndReason.NO_ANSWER_TO_TEXT: _("geen antwoord op sms"),
    EndReason.PICKED_UP_SILENT: _("nam op, bleef stil"),
    EndReason.OUTCOME_UNKNOWN: _("onbekend of het aankwam"),
    EndReason.STOPPED: _("gestopt op eigen verzoek"),
    EndReason.WRONG_NUMBER: _("verkeerd nummer"),
    EndReason.POST_ONLY: _("wil alleen post"),
    EndReason.DECEASED: _("overleden"),
    EndReason.LEASE_ENDED: _("huur afgelopen"),
    EndReason.SAME_HOUSEHOLD: _("huisgenoot is al gevraagd"),
    EndReason.ALREADY_WAITING: _("wacht al op een telefoontje"),
    EndReason.ALREADY_ASKED: _("is al gevraagd"),
    EndReason.SPOKEN_TO: _("al gesproken"),
    EndReason.CAMPAIGN_STOPPED: _("belronde gestopt"),
}
VISITS: Words = {
    VisitOutcome.WELL: _("Gezien, het gaat goed"),
    VisitOutcome.WANTS_CALL: _("Wil gebeld worden"),
    VisitOutcome.NOT_HOME: _("Niet thuis"),
    VisitOutcome.MOVED: _("Woont hier niet meer"),
}
ORGANISATIONS: Words = {
    OrganisationKind.HOME_CARE: _("Thuiszorg"),
    OrganisationKind.WELFARE: _("Welzijn"),
    OrganisationKind.MUNICIPALITY: _("Gemeente"),
    OrganisationKind.DEBT_HELP: _("Hulp bij geldzorgen"),
    OrganisationKind.COMPANY: _("Gezelschap"),
    OrganisationKind.CRISIS: _("Bij crisis"),
    OrganisationKind.OTHER: _("Anders"),
}
REFERRALS: Words = {
    ReferralState.AGREED: _("afgesproken"),
    ReferralState.ASKED: _("gevraagd per sms"),
    ReferralState.CALLING: _("een collega vraagt het"),
    ReferralState.UNANSWERED: _("geen antwoord"),
    ReferralState.NOT_HELPED: _("nog niet gesproken"),
    ReferralState.HELPED: _("gesproken, klaar"),
    ReferralState.WITHDRAWN: _("niet meer nodig"),
}
FOLLOW_UPS: Words = {
    FollowUpState.PLANNED: _("afgesproken"),
    FollowUpState.LISTED: _("op de werklijst"),
    FollowUpState.DONE: _("gebeld"),
    FollowUpState.CANCELLED: _("afgezegd"),
}
GIFTS: Words = {
    GiftKind.CARD: _("Kaart"),
    GiftKind.FLOWERS: _("Bloemen"),
    GiftKind.CONDOLENCE: _("Condoleancekaart"),
}
GIFT_STATES: Words = {
    GiftState.PROPOSED: _("wacht op goedkeuring"),
    GiftState.TO_SEND: _("te versturen"),
    GiftState.SENT: _("verstuurd"),
    GiftState.RETURNED: _("kwam terug"),
    GiftState.REFUSED: _("niet goedgekeurd"),
    GiftState.CANCELLED: _("afgezegd"),
}
REACTIONS: Words = {
    Reaction.GLAD: _("Blij"),
    Reaction.CALM: _("Gewoon"),
    Reaction.CURT: _("Kortaf"),
    Reaction.SAD: _("Verdrietig"),
}
FEELINGS: Words = {
    Feeling.GOOD: _("Fijn"),
    Feeling.ORDINARY: _("Gewoon"),
    Feeling.HEAVY: _("Zwaar"),
}
FELL_OUT: Words = {
    **REASONS,
    "planned": _("nog te sturen"),
    "under_way": _("onderweg"),
    "no_answer_yet": _("nog geen antwoord"),
    "to_read": _("met een bericht om te lezen"),
    "waiting": _("wacht nog"),
    "busy": _("nu bezig"),
    "not_reached_yet": _("nog niet bereikt"),
    "closed": _("zonder gesprek gesloten"),
    "other": _("anders"),
    "used_to_answer": _("antwoordde eerder wel"),
    Meaning.FINE: _("alles goed"),
    Meaning.STOP: _("gestopt op eigen verzoek"),
    Meaning.START: _("meldde zich weer aan"),
    Meaning.UNCLEAR: _("gelezen, niets nodig"),
    ContactOutcome.NOT_REACHED: _("niet bereikt"),
    ContactOutcome.CALL_BACK: _("later terugbellen"),
    ContactOutcome.MOVED: _("verhuisd"),
    ContactOutcome.DECEASED: _("overleden"),
    ContactOutcome.NO_MORE: _("wil niet meer gebeld worden"),
}
"""Why somebody came no further in the funnel; the words of `checkin/dashboard/funnel.py`."""
UNREACHED_ADVICE: Words = {
    "used_to_answer": _("Zij antwoordden in een eerdere belronde, en nu niet. Begin hier."),
    EndReason.NEVER_PICKED_UP: _("De telefoon ging over, op verschillende delen van de dag."),
    EndReason.VOICEMAIL: _("Telkens de voicemail. Niemand heeft hen gesproken."),
    EndReason.HUNG_UP: _("Zij hingen meteen op. Een brief of kaart schrikt minder af."),
    EndReason.TEXT_NOT_DELIVERED: _("De sms kwam niet aan. Klopt het nummer nog?"),
    EndReason.NO_ANSWER_TO_TEXT: _("De sms kwam aan, ook de herinnering. Er kwam geen antwoord."),
    EndReason.NUMBER_DEAD: _("Het nummer bestaat niet meer. Zoek een nieuw nummer."),
    EndReason.NO_NUMBER: _("Er is geen nummer bekend. Vraag het bij het volgende contact."),
    EndReason.WRONG_NUMBER: _("Het nummer is van iemand anders. Zoek een nieuw nummer."),
    EndReason.PICKED_UP_SILENT: _("Zij namen op en zeiden niets. Een collega belt hen."),
    EndReason.OUTCOME_UNKNOWN: _("Wij weten niet of de vraag aankwam. Een collega belt hen."),
    EndReason.POST_ONLY: _("Zij willen alleen post. Stuur een brief of kaart."),
    EndReason.STOPPED: _("Zij willen geen sms en geen automatisch telefoontje meer."),
}
"""What a coordinator can do about each reason."""
STEPS: Mapping[int, str] = {
    1: _("Gekozen"),
    2: _("Verstuurd"),
    3: _("Aangekomen"),
    4: _("Antwoord"),
    5: _("Wil contact"),
    6: _("Opgepakt"),
    7: _("Gesproken"),
}
PROMISES: Words = {
    "kept": _("op tijd gebeld"),
    "broken": _("te laat gebeld of nog niet gebeld"),
    "withdrawn": _("niet meer nodig"),
    "running": _("loopt nog"),
}


def counted(counts: Mapping[str, int], words: Words, most: int = 0) -> str:
    """Say counts in one line, largest first: `12 geen nummer, 4 voicemail`; after `most` the rest as one number."""
    ordered = sorted(((code, count) for code, count in counts.items() if count), key=lambda pair: -pair[1])
    parts = [f"{count} {words.get(code, code)}" for code, count in ordered]
    if most and len(parts) > most + 1:
        rest = sum(count for _code, count in ordered[most:])
        parts = [*parts[:most], gettext("%(count)s om andere redenen", count=rest)]
    return ", ".join(parts)


FILTERS = {
    "feeling_name": lambda code: FEELINGS.get(code, code),
    "follow_up_state": lambda code: FOLLOW_UPS.get(code, code),
    "gift_name": lambda code: GIFTS.get(code, code),
    "gift_state": lambda code: GIFT_STATES.get(code, code),
    "organisation_kind": lambda code: ORGANISATIONS.get(code, code),
    "reaction_name": lambda code: REACTIONS.get(code, code),
    "referral_state": lambda code: REFERRALS.get(code, code),
    "kind_name": lambda code: KINDS.get(code, code),
    "meaning_name": lambda code: MEANINGS.get(code, code),
    "visit_name": lambda code: VISITS.get(code, code),
    "outcome_name": lambda code: OUTCOMES.get(code, code),
    "reason_name": lambda code: FELL_OUT.get(code, code),
    "skip_reason": lambda code: SKIP_REASONS.get(code, code),
    "step_name": lambda step: STEPS[step],
}
