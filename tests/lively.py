"""A landlord in the middle of a good Wednesday morning: one hundred and twenty tenants, two colleagues, one round."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import cycle, islice
from typing import Any

from sqlmodel import select

from checkin.aftercare.models import Correction, CorrectionFile, FollowUp, Gift, Impression, Organisation, Referral
from checkin.alarms import on_call
from checkin.alarms.models import Alarm, AlarmCall, Nudge
from checkin.campaigns import drafts, library
from checkin.campaigns.models import Campaign, CampaignState, Trial
from checkin.campaigns.pace_notes import PaceNote
from checkin.cases.models import Case, CaseSkip, Contact
from checkin.domain.alarms import AlarmState
from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.bridges import BridgeEnd, BridgeState
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.deliveries import DeliveryState
from checkin.domain.feelings import Feeling
from checkin.domain.gifts import GiftKind, GiftState
from checkin.domain.handing_on import SkipReason
from checkin.domain.holidays import ClosedDay
from checkin.domain.nudges import Rung
from checkin.domain.office_hours import Hours
from checkin.domain.opening_times import OpeningTimes
from checkin.domain.pacing import Because
from checkin.domain.referrals import OrganisationKind, ReferralState
from checkin.domain.replies import Meaning
from checkin.domain.target_groups import GroupRule
from checkin.domain.visits import VisitOutcome
from checkin.groups.models import Cause, LegalGround, Selection, TargetGroup
from checkin.hours.service import change_times
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.models import Call, CallPurpose, Message
from checkin.outreach.models import CheckIn, Reply
from checkin.outreach.notice_models import CampaignNotice, Notice, NoticeKind
from checkin.staff.colleagues import add_team
from checkin.staff.invitations import Guest, invite
from checkin.staff.models import Invitation, Role, Staff
from checkin.staff.roster import set_day, set_hours
from checkin.tenants.models import Happening, PhoneNumber, Salutation, Tenant
from checkin.tenants.timeline import tell
from checkin.visits.models import Visit
from tests.quick_app import PASSWORD_HASH
from tests.screen_story import Story

PREFIXES = {"Linden": "van der", "Boer": "de", "Dijk": "van", "Berg": "van den", "Meer": "van der", "Wit": "de"}
NAMES = (
    "Bakker", "Dijk", "Vermeulen", "Kuiper", "Smit", "Brouwer", "Berg", "Mulder", "Postma", "Hendriks", "Dekker",
    "Schouten", "Meer", "Koster", "Prins", "Hoekstra", "Veenstra", "Kramer", "Timmermans", "Willems", "Huisman",
    "Maas", "Verhoeven", "Peeters", "Jacobs", "Wit", "Sanders", "Kok", "Wijngaarde",
)  # fmt: skip
STREETS = (("Lindehof", "Parkwijk"), ("Esdoornlaan", "Parkwijk"), ("Molenpad", "Oud-Eem"), ("Veerstraat", "Oud-Eem"))
LONG_NAME = "Wolfeschlegelsteinhausenberger" + "dorff" * 34
"""Two hundred letters: nobody has such a name, and some file does."""
LONG_TEXT = (
    "Beste mensen, dank voor uw bericht, dat vind ik heel attent. Het gaat hier op en af. De lift doet het weer, maar "
    "de buitendeur valt nog steeds niet in het slot en dat is met dit weer niet prettig. Mijn zoon zou kijken, die "
    "woont in Groningen en komt pas over twee weken. Verder mis ik de koffie op dinsdag. Is daar al nieuws over? "
) * 5


@dataclass
class Lively:
    """Everybody whom the pages show by name."""

    samira: Staff
    ton: Staff
    sanne: Staff
    linden: Tenant
    yilmaz: Tenant
    round: Campaign
    mine: Case = field(init=False)
    urgent: Case = field(init=False)
    tons: Case = field(init=False)
    missed: Case = field(init=False)
    closed: Case = field(init=False)
    long: Case = field(init=False)
    long_reply: Reply = field(init=False)
    unknown_reply: Reply = field(init=False)
    others: list[Case] = field(default_factory=list)
    """Four more who wait."""
    group: TargetGroup = field(init=False)
    selection: Selection = field(init=False)
    draft: Campaign = field(init=False)
    by_hand: Campaign = field(init=False)
    planned: Campaign = field(init=False)
    begins: Campaign = field(init=False)
    playbook: str = field(init=False)
    invitation: Invitation = field(init=False)


def accounts(story: Story) -> tuple[Staff, Staff, Staff]:
    """Make Samira and Ton, who ring back, Sanne, who coordinates, and Ada; each with the password of the tests."""
    people = (
        ("Samira", Role.STAFF),
        ("Ton", Role.STAFF),
        ("Sanne", Role.COORDINATOR),
        ("Ada", Role.ADMINISTRATOR),
    )
    samira, ton, sanne, ada = (
        story.staff(
            name, role, email=f"{name.lower()}@eemland.example", password=PASSWORD_HASH, created_at=story.ago(days=40)
        )
        for name, role in people
    )
    for one in (samira, ton, sanne, ada):
        # The three hints of a first day are a state of their own.
        one.hints_seen = 3
    return samira, ton, sanne


def furnish(story: Story) -> Lively:
    """Tell the whole morning."""
    samira, ton, sanne = accounts(story)
    _last_round(story, sanne, ton)
    autumn = story.campaign("80+ najaar", created_by=sanne.id, started_at=story.ago(days=2, hours=1))
    linden = story.tenant(
        mobile="+31612345678",
        landline="+31318123456",
        initials="A.",
        birth_year=1942,
        street="Lindehof",
        neighbourhood="Parkwijk",
        slow_speech=True,
    )
    yilmaz = story.tenant(
        "Yilmaz", salutation=Salutation.MR, mobile=None, landline="+31318123499", neighbourhood="Oud-Eem"
    )
    lively = Lively(samira, ton, sanne, linden, yilmaz, autumn)
    _round(story, lively)
    _waiting(story, lively)
    _to_read(story, lively)
    _at_the_door(story, lively)
    _choosing(story, lively)
    _on_the_drawing_board(story, lively)
    _roster(story, lively)
    _on_the_telephone(story, lively)
    _colleagues(story, lively)
    _handed_on(story, lively)
    _danger(story, lively)
    _read_before(story, lively)
    _aftercare(story, lively)
    samira.last_seen_at = ton.last_seen_at = story.ago(minutes=1)
    story.session.add(
        PaceNote(
            at=story.now,
            because=Because.ROOM,
            per_hour=12,
            people=2,
            until=story.now.replace(hour=16, minute=0),
            waiting=9,
            expected=14,
            planned=62,
        )
    )
    return lively


def _choosing(story: Story, lively: Lively) -> None:
    """Tell which groups were saved, and two selection files: one that waits, one that is gone."""
    at = {"created_by": lively.sanne.id, "created_at": story.ago(days=3), "updated_at": story.ago(days=3)}
    elderly, moved = (
        GroupRule(age_from=80),
        GroupRule(moved_in_days=90, neighbourhoods=("Parkwijk",), never_spoken=True),
    )
    lively.group = TargetGroup(name="80 jaar en ouder", rule=elderly.as_json(), **at)
    story.session.add_all([lively.group, TargetGroup(name="Nieuw in Parkwijk", rule=moved.as_json(), **at)])
    said = {
        "since": story.ago(days=60).date(),
        "purpose": "Vragen hoe het gaat na een melding van overlast.",
        "legal_ground": LegalGround.LEGITIMATE_INTEREST,
        "created_by": lively.sanne.id,
        "tenants": 14,
    }
    gone = Selection(cause=Cause.ARREARS, created_at=story.ago(days=40), erased_at=story.ago(days=10), **said)
    story.session.add(gone)
    story.session.flush()
    lively.selection = Selection(cause=Cause.NUISANCE_REPORTED, created_at=story.ago(days=3), **said)
    story.session.add(lively.selection)
    story.session.flush()


def _on_the_drawing_board(story: Story, lively: Lively) -> None:
    """Tell of a draft that was tried, one without a robot, one that is planned, and a playbook of their own."""
    session, sanne = story.session, lively.sanne.id
    books = library.shipped()

    def begin(key: str, **more: Any) -> Campaign:
        made = drafts.new_draft(session, playbook=books[key], language="nl", staff_id=sanne, now=story.ago(hours=3))
        for name, value in {"steps_done": 5, "helpers": {"people": 5, "hours": 2}, **more}.items():
            setattr(made, name, value)
        return made

    for name, language in (("Demir", "tr"), ("Kaya", "tr"), ("Haddad", "ar")):
        story.tenant(name, name_prefix="", language=language, birth_year=1941, neighbourhood="Parkwijk")
    lively.draft = begin("heatwave")
    lively.by_hand = begin("80-plus", robot=False, name="80+ belactie")
    lively.planned = begin("holidays", state=CampaignState.SCHEDULED, starts_at=story.now + timedelta(days=20))
    lively.begins = begin("how-are-you", name="Alle huurders", state=CampaignState.RUNNING, meant=48_210, planned_to=1)
    lively.begins.started_at = story.ago(minutes=1)
    lively.playbook = library.add(session, books["outage"], staff_id=sanne, now=story.ago(days=1))
    session.flush()
    story._add(
        Trial(
            id="trial",
            campaign_id=lively.draft.id or 0,
            staff_id=sanne or 0,
            number="+31612349999",
            channel=AskedBy.VOICE,
            created_at=story.ago(minutes=5),
            answers=[{"id": "1", "said": "1", "meaning": "chat", "when": "vandaag voor 17 uur", "at": ""}],
        )
    )


def _roster(story: Story, lively: Lively) -> None:
    """Samira rings in the morning, Ton in the afternoon and not this Friday; Sanne closed a day of her own."""
    week = ((lively.samira, "mon-wed 09:00-12:00; fri 09:00-11:00"), (lively.ton, "mon-fri 13:00-16:30"))
    for staff, hours in week:
        set_hours(story.session, staff_id=staff.id or 0, hours=Hours.parse(hours), by=lively.sanne.id, now=story.now)
    friday, today = story.now.date() + timedelta(days=2), story.now.date()
    set_day(
        story.session, staff_id=lively.ton.id or 0, day=friday, hours="", by=None, today=today, now=story.ago(hours=1)
    )
    start = OpeningTimes(*map(Hours.parse, ("mon-fri 09:00-19:00", "mon-fri 09:30-17:00", "mon-fri 09:00-17:00")))
    changed = replace(start, closed_days=(ClosedDay(date(2026, 12, 28), 0, "Inventarisatie"),))
    change_times(
        story.session, times=changed, follows=0, staff_id=lively.sanne.id, now=story.ago(hours=20), postponed=12
    )


def _colleagues(story: Story, lively: Lively) -> None:
    """Put Ton in a team, let Samira speak Turkish too, and invite more colleagues."""
    team = add_team(story.session, "Wijkteam Parkwijk")
    add_team(story.session, "Leefbaarheid")
    lively.ton.team_id, lively.ton.phone = team.id, "+31612340001"
    lively.samira.spoken_languages, lively.samira.phone = "nl tr", "+31612340002"
    lively.sanne.phone = "+31612340003"
    said: dict[str, Any] = {"role": Role.STAFF, "team_id": None, "by": lively.sanne.id, "now": story.ago(days=1)}
    lively.invitation = invite(story.session, guest=None, most=35, **said)
    invite(story.session, guest=Guest("fatma@eemland.example", "Fatma Kaya"), most=1, **said)


def _read_before(story: Story, lively: Lively) -> None:
    """Tell what Ton made of texts of the last weeks, so that there is something to learn."""
    texts = (
        ("de kraan lekt al dagen", Meaning.HELP, "kraan, lekt", Meaning.HELP),
        ("die kraan is gemaakt, dank u", Meaning.HELP, "kraan", Meaning.FINE),
        ("hallo", Meaning.UNCLEAR, "", Meaning.CHAT),
        ("liever morgen", Meaning.LATER, "morgen", Meaning.LATER),
        ("bel mij maar morgen niet", Meaning.LATER, "morgen", Meaning.CHAT),
    )
    for place, (text, suggestion, because, meaning) in enumerate(texts):
        reply = story.reply(
            lively.linden, text, meaning, to_read=True, suggestion=suggestion, because=because,
            received_at=story.ago(days=8 + place),
        )  # fmt: skip
        reply.read_at, reply.read_by = story.ago(days=8 + place, minutes=-4), lively.ton.id


def _handed_on(story: Story, lively: Lively) -> None:
    """Tell of one who was forwarded, one who rang again, one who is skipped often, and one who speaks Turkish."""
    forwarded, heard, skipped, foreign = lively.others
    forwarded.meant_for, forwarded.forwarded_by = lively.samira.id, lively.ton.id
    forwarded.forwarded_at, forwarded.kept_until = story.ago(minutes=6), story.later(minutes=60)
    forwarded.hand_over = "U sprak haar vorige maand over haar zoon. Zij vraagt naar u."
    _tell_of(story, forwarded, Happening.FORWARDED, lively.ton, to=lively.samira.id)
    heard.heard_at, heard.heard_by = story.ago(minutes=3), AskedBy.VOICE
    skipped.skips, skipped.team_id = 3, lively.ton.team_id
    for place, reason in enumerate((SkipReason.HEAVY, SkipReason.OTHER_BETTER, SkipReason.OTHER)):
        words = "Ik sprak hem gisteren al, dat liep niet goed." if reason is SkipReason.OTHER else ""
        given: dict[str, Any] = {"at": story.ago(minutes=9 - place), "reason": reason, "words": words}
        story._add(CaseSkip(case_id=skipped.id or 0, tenant_id=skipped.tenant_id, staff_id=lively.ton.id or 0, **given))
        _tell_of(story, skipped, Happening.SKIPPED, lively.ton, reason=reason.value)
    story.session.get_one(Tenant, foreign.tenant_id).language = "tr"


def _tell_of(story: Story, case: Case, happening: Happening, staff: Staff, **details: Any) -> None:
    tenant = story.session.get_one(Tenant, case.tenant_id)
    _tell(story, tenant, happening, story.ago(minutes=6), case_id=case.id, staff_id=staff.id, **details)


def _danger(story: Story, lively: Lively) -> None:
    """Tell who is rung about danger, of an alarm that rings now, of one of last week, and of a promise that presses."""
    session, sanne = story.session, lively.sanne.id
    on_call.add(session, staff_id=lively.ton.id or 0, hours="", by=sanne, now=story.ago(days=9))
    weekend = "sat-sun 09:00-21:00"
    on_call.add(session, staff_id=lively.samira.id or 0, hours=weekend, by=sanne, now=story.ago(days=9))
    rings = Alarm(case_id=lively.urgent.id, tenant_id=lively.urgent.tenant_id, raised_at=story.ago(minutes=4))
    before = Alarm(
        case_id=lively.closed.id,
        tenant_id=lively.closed.tenant_id,
        raised_at=story.ago(days=6),
        state=AlarmState.CLOSED,
        answered_at=story.ago(days=6, minutes=-2),
        answered_by=lively.ton.id,
    )
    session.add_all([rings, before])
    session.flush()
    for alarm in (rings, before):
        call = Call(id=f"alarm-{alarm.id}", number=lively.ton.phone or "", due_at=story.now, created_at=story.now)
        session.add(call)
        session.flush()
        session.add(AlarmCall(call_id=call.id, alarm_id=alarm.id or 0, staff_id=lively.ton.id or 0, at=story.now))
    promised = lively.mine.promised_before
    if promised is not None:
        said = {"case_id": lively.mine.id, "promised": promised, "at": story.now}
        session.add(Nudge(staff_id=lively.samira.id, rung=Rung.COLLEAGUE, **said))


def _aftercare(story: Story, lively: Lively) -> None:
    """Tell what followed from talks: calls that were agreed, referrals, gifts, a heavy talk, and corrections."""
    people = [tenant.id or 0 for tenant in _neighbours(story, 9, first=230)]
    _agreed_calls(story, lively, people)
    _referred(story, lively, people)
    for place, (kind, cents, state) in enumerate(GIFTS):
        sent = state is GiftState.SENT
        story.session.add(
            Gift(
                tenant_id=people[place],
                kind=kind,
                cents=cents,
                state=state,
                reason="" if kind is GiftKind.CONDOLENCE else REASONS[place % 2],
                asked_by=lively.samira.id,
                asked_at=story.ago(days=place + 1),
                sent_at=story.ago(days=1) if sent else None,
                sent_by=lively.sanne.id if sent else None,
            )
        )
    for place, feeling in enumerate((Feeling.HEAVY, Feeling.ORDINARY)):
        case = story.case(story.session.get_one(Tenant, people[5 + place]), opened_at=story.ago(days=3))
        story.spoken(case, lively.ton, story.ago(days=2))
        contact = story.session.exec(select(Contact).where(Contact.case_id == case.id)).one()
        felt = {"tenant_id": case.tenant_id, "at": contact.at, "feeling": feeling}
        story.session.add(Impression(contact_id=contact.id or 0, wants_to_talk=True, **felt))
    story.session.add(CorrectionFile(at=story.ago(days=7), staff_id=lively.sanne.id, lines=3))
    for fact, value in (("email", "a@voorbeeld.nl"), ("wrong_number", "+31612340001"), ("moved", "")):
        heard = {"tenant_id": people[7], "staff_id": lively.ton.id, "at": story.ago(hours=5)}
        story.session.add(Correction(fact=fact, value=value, **heard))


def _agreed_calls(story: Story, lively: Lively, people: list[int]) -> None:
    samira, ton = lively.samira.id or 0, lively.ton.id or 0
    for tenant_id, staff_id, at, wish in (
        (lively.linden.id or 0, samira, story.later(hours=4.5), "Of de kraan is gemaakt"),
        (people[0], samira, story.later(days=6), "De nieuwe keuken, en haar zus"),
        (people[1], ton, story.later(days=1, hours=3), "Gewoon een praatje"),
    ):
        agreed = {"staff_id": staff_id, "at": at, "wish": wish, "created_at": story.ago(days=2)}
        story.session.add(FollowUp(tenant_id=tenant_id, **agreed))


def _referred(story: Story, lively: Lively, people: list[int]) -> None:
    kinds = (OrganisationKind.HOME_CARE, OrganisationKind.WELFARE)
    found = [story.session.exec(select(Organisation).where(Organisation.kind == kind)).one() for kind in kinds]
    for place, (tenant_id, state, check_at, asked_at) in enumerate(
        (
            (lively.linden.id or 0, ReferralState.AGREED, story.later(days=9), None),
            (people[2], ReferralState.UNANSWERED, story.ago(days=1), story.ago(days=6)),
            (people[3], ReferralState.NOT_HELPED, story.ago(days=2), story.ago(days=2)),
            (people[4], ReferralState.ASKED, story.later(days=3), story.ago(days=2)),
        )
    ):
        said_no = state is ReferralState.NOT_HELPED
        tenant = story.session.get_one(Tenant, tenant_id)
        words = story.reply(tenant, "nee nog niemand gezien", Meaning.HELP) if said_no else None
        referral = Referral(
            tenant_id=tenant_id,
            organisation_id=found[place % 2].id or 0,
            staff_id=lively.samira.id or 0,
            agreed="Zij bellen deze week voor een kennismaking",
            consent_at=story.ago(days=16),
            created_at=story.ago(days=16),
            state=state,
            check_at=check_at,
            asked_at=asked_at,
            reply_id=words.id if words else None,
        )
        story.session.add(referral)


REASONS = ("Zestig jaar getrouwd", "Net uit het ziekenhuis")
GIFTS = (
    (GiftKind.FLOWERS, 2000, GiftState.PROPOSED),
    (GiftKind.FLOWERS, 2500, GiftState.PROPOSED),
    (GiftKind.CARD, 300, GiftState.TO_SEND),
    (GiftKind.CONDOLENCE, 300, GiftState.TO_SEND),
    (GiftKind.CARD, 300, GiftState.SENT),
    (GiftKind.FLOWERS, 2000, GiftState.SENT),
)


def _neighbours(story: Story, count: int, first: int = 0) -> Iterator[Tenant]:
    for place, name in enumerate(islice(cycle(NAMES), first, first + count), start=first):
        street, neighbourhood = STREETS[place % len(STREETS)]
        yield story.tenant(
            name,
            salutation=Salutation.MR if place % 3 == 2 else Salutation.MRS,
            name_prefix=PREFIXES.get(name, ""),
            initials=f"{'ABCDEFGHJKLM'[place % 12]}.",
            street=street,
            house_number=str(3 + 2 * (place // 4)),
            neighbourhood=neighbourhood,
            birth_year=1930 + place % 16,
            external_ref=f"E{2000 + place}",
        )


def _last_round(story: Story, sanne: Staff, ton: Staff) -> None:
    """Tell a round of the week before: everybody answered, six had a talk."""
    began = story.ago(days=8)
    campaign = story.campaign(
        "Kennismaken Parkwijk",
        created_by=sanne.id,
        started_at=began,
        state=CampaignState.FINISHED,
        finished_at=story.ago(days=5),
    )
    for place, tenant in enumerate(_neighbours(story, 22, first=200)):
        at = story.ago(days=7, hours=-(place % 5), minutes=11 * place)
        wants = place < 6
        meaning = Meaning.CHAT if wants else Meaning.FINE
        check_in = story.answered(campaign, tenant, meaning, at, planned_at=began, asked_at=began)
        if wants:
            reply = story.reply(tenant, "1", Meaning.CHAT, received_at=at, check_in_id=check_in.id)
            case = story.case(
                tenant,
                opened_at=at,
                reply_id=reply.id,
                check_in_id=check_in.id,
                promised_before=at + timedelta(hours=3),
            )
            story.spoken(case, ton, at + timedelta(hours=1, minutes=9 * place))


def _round(story: Story, lively: Lively) -> None:
    """Tell how far the round of this week came with those who do not wait at this moment."""
    began = lively.round.started_at
    asked: dict[str, Any] = {"planned_at": began, "asked_at": story.ago(days=1, hours=2)}
    ended = {"planned_at": began, "ended_at": story.ago(days=1)}
    people = _neighbours(story, 108)

    def some(count: int) -> Iterator[Tenant]:
        return islice(people, count)

    story.session.add(
        CampaignNotice(campaign_id=lively.round.id, kind=NoticeKind.LETTER, days=3, announced_at=story.ago(days=5))
    )
    for tenant in some(4):
        unreachable = story.check_in(
            lively.round, tenant, state=CheckInState.UNREACHABLE, reason=EndReason.NO_NUMBER, **ended
        )
        letter = {"kind": NoticeKind.LETTER, "code_word": "zonnebloem", "days": 3}
        story.session.add(Notice(check_in_id=unreachable.id, campaign_id=lively.round.id, **letter))
    for tenant in some(3):
        dead = {"state": CheckInState.UNREACHABLE, "reason": EndReason.NUMBER_DEAD, **asked, **ended}
        story.asked(lively.round, tenant, AttemptEnd.NUMBER_DEAD, **dead)
        closed = story.ago(days=1)
        story.session.add(PhoneNumber(number=tenant.mobile or "", closed_at=closed, closed_reason="dead"))
    for tenant in some(11):
        story.asked(lively.round, tenant, **asked)
    for tenant in some(5):
        story.asked(lively.round, tenant, AttemptEnd.VOICEMAIL, **asked)
    for place, tenant in enumerate(some(61)):
        story.answered(lively.round, tenant, Meaning.FINE, story.ago(days=1, minutes=-9 * place), **asked)
    for place, tenant in enumerate(some(18)):
        _talked(story, lively, tenant, place)


def _talked(story: Story, lively: Lively, tenant: Tenant, place: int) -> None:
    today = place > 12
    at = story.ago(hours=2, minutes=3 * place) if today else story.ago(hours=25 - place % 3, minutes=13 * place)
    kind = CaseKind.HELP if place % 3 == 0 else CaseKind.CHAT
    check_in = story.answered(lively.round, tenant, Meaning(kind.value), at, planned_at=lively.round.started_at)
    reply = story.reply(tenant, "ja graag", Meaning(kind.value), received_at=at, check_in_id=check_in.id)
    promised = at + timedelta(hours=3)
    case = story.case(tenant, kind, opened_at=at, reply_id=reply.id, check_in_id=check_in.id, promised_before=promised)
    late = place == 5
    spoken = promised + timedelta(minutes=20) if late else at + timedelta(minutes=22 + 4 * place)
    story.spoken(case, lively.samira if place % 2 else lively.ton, spoken)
    if place == 0:
        lively.closed = case


def _at_the_door(story: Story, lively: Lively) -> None:
    """Tell of those whom no telephone reached: three the caretaker still visits, one he saw, one who used to answer."""
    gone = {"planned_at": lively.round.started_at, "state": CheckInState.UNREACHABLE, "ended_at": story.ago(hours=6)}
    people = _neighbours(story, 4, first=160)
    for place, tenant in enumerate(people):
        silent = story.asked(lively.round, tenant, AttemptEnd.NO_ANSWER, reason=EndReason.NEVER_PICKED_UP, **gone)
        visit = Visit(
            tenant_id=silent.tenant_id,
            check_in_id=silent.id,
            reason=EndReason.NEVER_PICKED_UP,
            opened_at=story.ago(hours=6),
            tries=int(place == 1),
        )
        if place == 3:
            visit.outcome, visit.last_at, visit.closed_at = VisitOutcome.WELL, story.ago(hours=1), story.ago(hours=1)
        story.session.add(visit)
    answered_before = next(_neighbours(story, 1, first=170))
    spring = story.campaign("Voorjaar", started_at=story.ago(days=200), state=CampaignState.FINISHED)
    story.answered(spring, answered_before, Meaning.FINE, story.ago(days=199), planned_at=story.ago(days=200))
    story.asked(lively.round, answered_before, AttemptEnd.VOICEMAIL, reason=EndReason.VOICEMAIL, **gone)


def _waiting(story: Story, lively: Lively) -> None:
    """Put everybody on the work list who waits now."""
    people = _neighbours(story, 9, first=130)
    _before_the_answer(story, lively)
    lively.mine = _answer(
        story, lively, lively.linden, CaseKind.CHAT, "ja graag mevrouw, de kraan drupt ook", minutes=27, left=80
    )
    _after_the_answer(story, lively)
    lively.urgent = _answer(
        story,
        lively,
        next(people),
        CaseKind.URGENT,
        "lig sinds vannacht met een lekkage, ben erg ongerust",
        minutes=52,
        left=-12,
        urgent=True,
    )
    _answer(story, lively, lively.yilmaz, CaseKind.CHAT, "1", minutes=46, left=60, channel=AskedBy.VOICE)
    lively.tons = _answer(
        story,
        lively,
        next(people),
        CaseKind.HELP,
        "wil graag dat er iemand belt over de verwarming",
        minutes=35,
        left=95,
    )
    story.claimed(lively.tons, lively.ton)
    words = ("ja hoor, gezellig", "2", "graag een praatje", "JA")
    for place, text in enumerate(words):
        kind = CaseKind.HELP if text == "2" else CaseKind.CHAT if place else CaseKind.YES
        spoken = AskedBy.VOICE if text.isdigit() else AskedBy.TEXT
        left = 130 + 20 * place
        case = _answer(story, lively, next(people), kind, text, minutes=22 - 5 * place, left=left, channel=spoken)
        lively.others.append(case)
    for name, hours in zip(people, (3, 4.5), strict=False):
        _agreed(story, lively, name, hours)
    stranger = story.tenant(
        LONG_NAME, name_prefix="van der", street="Lange Nieuwstraat buiten de Veerpoort", neighbourhood="Oud-Eem"
    )
    lively.long = _answer(story, lively, stranger, CaseKind.LATER, LONG_TEXT, minutes=3, left=200)


def _on_the_telephone(story: Story, lively: Lively) -> None:
    """Let Ton speak with one tenant through the system, after another one did not answer."""
    bakker = story.tenant("Koning", mobile="+31612345677", street="Molenpad", neighbourhood="Oud-Eem")
    lively.missed = story.claimed(
        _answer(story, lively, bakker, CaseKind.CHAT, "ja", minutes=50, left=60), lively.ton, 12
    )
    for case, state, begun, more in (
        (lively.missed, BridgeState.OVER, 11, {"end": BridgeEnd.NO_ANSWER, "over_at": story.ago(minutes=10)}),
        (lively.tons, BridgeState.TALKING, 1.5, {"answered_at": story.ago(minutes=1)}),
    ):
        case.first_rang_at = story.ago(minutes=begun)
        at, ids = story.ago(minutes=begun), [secrets.token_hex(16) for _ in range(2)]
        tenant = story.session.get_one(Tenant, case.tenant_id)
        number = tenant.mobile or tenant.landline or ""
        for one, to in zip(ids, (lively.ton.phone or "", number), strict=True):
            call = {"purpose": CallPurpose.BRIDGE, "state": DeliveryState.DELIVERED, "automatic_check": False}
            story.session.add(
                Call(id=one, number=to, due_at=at, created_at=at, rang_at=at, ended_at=more.get("over_at"), **call)
            )
        story.session.flush()
        people = {"case_id": case.id or 0, "staff_id": lively.ton.id or 0, "tenant_id": case.tenant_id}
        moments = {"started_at": at, "accepted_at": at, "rang_at": at}
        story.session.add(
            Bridge(id=ids[0], tenant_call_id=ids[1], number=number, state=state, **people, **moments, **more)
        )
        for what in ("started", "accepted", "rang", *(("over",) if "end" in more else ())):
            _tell(
                story,
                tenant,
                Happening.BRIDGED,
                at,
                staff_id=lively.ton.id,
                case_id=case.id,
                what=what,
                end=more.get("end"),
            )


def _answer(
    story: Story,
    lively: Lively,
    tenant: Tenant,
    kind: CaseKind,
    words: str,
    *,
    minutes: float,
    left: float,
    **more: Any,
) -> Case:
    channel = more.pop("channel", AskedBy.TEXT)
    at = story.ago(minutes=minutes)
    meaning = Meaning(kind.value)
    began = lively.round.started_at
    check_in = story.answered(lively.round, tenant, meaning, at, planned_at=began, asked_at=at - timedelta(minutes=12))
    reply = story.reply(tenant, words, meaning, received_at=at, channel=channel, check_in_id=check_in.id)
    _tell(story, tenant, Happening.REPLIED, at, reply_id=reply.id, channel=channel.value, meaning=meaning.value)
    return story.case(
        tenant,
        kind,
        opened_at=at,
        reply_id=reply.id,
        check_in_id=check_in.id,
        promised_before=story.later(minutes=left),
        **more,
    )


def _before_the_answer(story: Story, lively: Lively) -> None:
    """Tell what went before the answer of mevrouw Van der Linden: an earlier talk, a call, a text."""
    linden = lively.linden
    old = story.case(
        linden,
        CaseKind.PERSONAL,
        opened_at=story.ago(days=16),
        promised_before=None,
        state=CaseState.CLOSED,
        outcome=ContactOutcome.SPOKEN,
        closed_at=story.ago(days=15),
    )
    talk = story.contact(old, lively.ton, at=story.ago(days=15), note="Dochter Ans komt op zondag. Graag na de koffie.")
    asked = story.ago(minutes=39)
    question = _text(
        story,
        linden,
        "Dag mevrouw Van der Linden, hier Woonstichting Eemland. Hoe gaat het met u? Antwoord 1 praatje, 2 hulp, "
        "3 alles goed. Stoppen? Stuur STOP.",
        asked,
    )
    outcome = {"staff_id": lively.ton.id, "contact_id": talk.id, "outcome": "spoken"}
    _tell(story, linden, Happening.CONTACTED, story.ago(days=15), **outcome)
    _tell(story, linden, Happening.CALL_STARTED, story.ago(hours=20), call_id="a")
    _tell(story, linden, Happening.CALL_ENDED, story.ago(hours=20), call_id="a", end="no_answer")
    _tell(story, linden, Happening.TEXT_SENT, asked, message_id=question, wording="S1")
    _tell(story, linden, Happening.TEXT_DELIVERED, asked, message_id=question)


def _after_the_answer(story: Story, lively: Lively) -> None:
    """Tell what the promise was, and who took it up."""
    linden, case, answered = lively.linden, lively.mine, story.ago(minutes=27)
    words = "Dank u. Een collega van Woonstichting Eemland belt u vandaag voor 12.20 uur."
    promised = case.promised_before.isoformat() if case.promised_before else ""
    _tell(story, linden, Happening.PROMISED, answered, promised_before=promised)
    _tell(story, linden, Happening.TEXT_SENT, answered, message_id=_text(story, linden, words, answered), wording="S4")
    story.claimed(case, lively.samira, minutes=4)
    _tell(story, linden, Happening.CLAIMED, story.ago(minutes=4), staff_id=lively.samira.id, case_id=case.id)


def _tell(story: Story, tenant: Tenant, happening: Happening, at: datetime, **details: Any) -> None:
    tell(story.session, happening, tenant_id=tenant.id, now=at, **details)
    story.session.flush()


def _text(story: Story, tenant: Tenant, words: str, at: datetime) -> str:
    message = Message(
        id=secrets.token_hex(8),
        tenant_id=tenant.id,
        number=tenant.mobile or "",
        text=words,
        wording="S1",
        state=DeliveryState.DELIVERED,
        due_at=at,
        sent_at=at,
        created_at=at,
    )
    story.session.add(message)
    story.session.flush()
    return message.id


def _agreed(story: Story, lively: Lively, tenant: Tenant, hours: float) -> None:
    """Samira rang before and agreed on another moment."""
    case = _answer(story, lively, tenant, CaseKind.CHAT, "JA", minutes=150, left=-30)
    case.first_rang_at, case.call_at, case.tries = story.ago(minutes=70), story.later(hours=hours), 1
    story.contact(case, lively.samira, ContactOutcome.CALL_BACK, at=story.ago(minutes=70), call_at=case.call_at)
    story.session.add(case)


def _to_read(story: Story, lively: Lively) -> None:
    """Leave three texts that nobody understood yet."""
    given: dict[str, Any] = {"to_read": True, "meaning": Meaning.UNCLEAR}
    first, second = _neighbours(story, 2, first=150)
    check_ins = [_asked(story, lively, tenant) for tenant in (first, second)]
    asked = (
        "Dag, hier Woonstichting Eemland. Hoe gaat het met u? Stuur 1: graag een praatje, 2: ik wil hulp, 3: alles goed"
    )
    at: dict[str, Any] = dict.fromkeys(("created_at", "due_at", "sent_at"), story.ago(hours=5))
    said: dict[str, Any] = {"number": first.mobile, "text": asked, "wording": "S1", "state": DeliveryState.DELIVERED}
    story.session.add(Message(id="asked", tenant_id=first.id, **said, **at))
    story.reply(
        first,
        "mijn kraan doet raar en de buurvrouw is er ook niet meer",
        received_at=story.ago(minutes=18),
        suggestion=Meaning.HELP,
        because="kraan",
        check_in_id=check_ins[0].id,
        **given,
    )
    lively.long_reply = story.reply(
        second, LONG_TEXT, received_at=story.ago(minutes=9), check_in_id=check_ins[1].id, **given
    )
    lively.unknown_reply = story.reply(
        None, "wie bent u? mijn moeder slaapt", received_at=story.ago(minutes=6), **given
    )


def _asked(story: Story, lively: Lively, tenant: Tenant) -> CheckIn:
    return story.asked(lively.round, tenant, planned_at=lively.round.started_at, asked_at=story.ago(hours=1))
