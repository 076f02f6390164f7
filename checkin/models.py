"""All tables in one place, for migrations and for creating an empty database."""

from checkin.aftercare.models import (
    Correction,
    CorrectionFile,
    FollowUp,
    Gift,
    Impression,
    Observation,
    ObservationKind,
    Organisation,
    Referral,
)
from checkin.alarms.models import Alarm, AlarmCall, Nudge, OnCallHours
from checkin.campaigns.models import Campaign, OwnPlaybook, Trial
from checkin.campaigns.pace_notes import PaceNote
from checkin.cases.draft_models import ContactDraft
from checkin.cases.models import Case, CaseSkip, Contact, UndoStep, Wish
from checkin.chat_line.models import ChatOffer, OfferCall
from checkin.groups.models import Selection, SelectionRow, TargetGroup
from checkin.hours.models import TimesChange
from checkin.jobs import OutboxEntry
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.models import Call, Message, ProviderEvent
from checkin.messaging.pace import PaceSlot
from checkin.outreach.models import Attempt, CampaignOnHold, CheckIn, EngagedNumber, Instructions, Reply
from checkin.outreach.notice_models import CampaignNotice, Notice
from checkin.outreach.standing_models import StandingCheckIn, StandingRound
from checkin.staff.models import Invitation, RosterException, RosterHours, SignInCount, Staff, StaffSession, Team
from checkin.tenants.imported import ImportedFacts
from checkin.tenants.intake_models import ColumnChoice, ImportPage, ImportUndo, TenantImport
from checkin.tenants.models import PhoneNumber, Tenant, TimelineEntry
from checkin.texts.models import WordsChange
from checkin.visits.models import Visit
from checkin.voice.models import Recording

TABLES = (
    Tenant,
    ImportedFacts,
    TenantImport,
    ImportPage,
    ImportUndo,
    ColumnChoice,
    PhoneNumber,
    TimelineEntry,
    Staff,
    StaffSession,
    Team,
    Invitation,
    SignInCount,
    RosterHours,
    RosterException,
    TimesChange,
    WordsChange,
    Message,
    Call,
    ProviderEvent,
    PaceSlot,
    Campaign,
    OwnPlaybook,
    Trial,
    PaceNote,
    Instructions,
    TargetGroup,
    Selection,
    SelectionRow,
    CheckIn,
    CampaignOnHold,
    Attempt,
    EngagedNumber,
    Reply,
    Wish,
    Case,
    CaseSkip,
    UndoStep,
    Contact,
    ContactDraft,
    Bridge,
    OnCallHours,
    Alarm,
    AlarmCall,
    Nudge,
    ChatOffer,
    OfferCall,
    Visit,
    OutboxEntry,
    Recording,
    CampaignNotice,
    Notice,
    StandingCheckIn,
    StandingRound,
    Organisation,
    Referral,
    FollowUp,
    Gift,
    ObservationKind,
    Observation,
    Impression,
    CorrectionFile,
    Correction,
)
