"""The builder: a campaign in five steps, each a plain form, kept at every step and left without losing anything."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from sqlalchemy.orm.attributes import set_committed_value

from checkin.campaigns import drafts, estimates, library, queries, trials
from checkin.campaigns.builder_forms import LIST, NO_ROBOT, HowForm, PeopleForm, TrialForm, WhenForm, WhoForm
from checkin.campaigns.choosing import first_asked
from checkin.campaigns.estimates import Counts
from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.notice_queries import told
from checkin.campaigns.playbook import Playbook, read_playbook
from checkin.campaigns.rulers import house_sample, rulers_of
from checkin.campaigns.who import choice_of, choice_of_who
from checkin.domain.attempts import AskedBy
from checkin.domain.errors import Refused
from checkin.domain.rehearsal import NeverEnds
from checkin.groups.queries import Moment, offered
from checkin.staff.colleague import signed_in
from checkin.tenants import phones
from checkin.tenants.models import Channel
from checkin.web.context import now, runtime, session
from checkin.web.forms import Form
from checkin.web.refusals import refusal

SHOWN_NAMES = 5
USUAL_HOURS = 2
"""Hours a week in which a colleague rings back, as long as nobody said otherwise."""
STAY = "stay"
"""The button that keeps a step without going on: to see what it comes to."""

builder = Blueprint("builder", __name__)


def reader() -> str:
    """Give the language of the screen, for titles and talk guides."""
    locale = get_locale()
    return "en" if locale is not None and locale.language == "en" else "nl"


@builder.get("/campaigns/new")
def new() -> ResponseReturnValue:
    """Offer the playbooks to begin with."""
    shelf = library.everything(session())
    tenants = queries.count_tenants(session())
    return render_template("builder/new.html", shelf=shelf, language=reader(), tenants=tenants)


@builder.post("/campaigns/new")
def begin() -> ResponseReturnValue:
    """Begin a draft from a playbook."""
    playbook = library.find(session(), request.form.get("playbook", "")) or abort(HTTPStatus.NOT_FOUND)
    draft = drafts.new_draft(
        session(),
        playbook=playbook,
        language=reader(),
        staff_id=signed_in().id,
        now=now(),
        words=runtime().words,
    )
    return redirect(url_for("builder.who", campaign_id=draft.id))


def _draft(campaign_id: int) -> Campaign:
    return session().get(Campaign, campaign_id) or abort(HTTPStatus.NOT_FOUND)


def _moment() -> Moment:
    return Moment(now(), runtime().zone)


def _page(step: str, campaign: Campaign, form: Form | None = None, **more: Any) -> ResponseReturnValue:
    if campaign.state is not CampaignState.DRAFT:
        return redirect(url_for("campaigns.show", campaign_id=campaign.id))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form is not None and form.errors else HTTPStatus.OK
    page = render_template(f"builder/{step}.html", campaign=campaign, step=step, form=form, **more)
    return page, status


def _kept(campaign: Campaign, step: str) -> ResponseReturnValue:
    """Go on to the next step, or stay to look."""
    where = step if request.form.get("then") == STAY else drafts.STEPS[drafts.STEPS.index(step) + 1]
    return redirect(url_for(f"builder.{where}", campaign_id=campaign.id))


def _who_form(campaign: Campaign, *, sent: bool = False) -> WhoForm:
    form = WhoForm() if sent else WhoForm(formdata=None)
    form.only_selections = drafts.needs_a_selection(campaign)
    files = queries.free_selections(session())
    if not sent:
        newest = files[0][0] if files else None
        form.show(campaign, needs_list=drafts.needs_a_list(campaign), newest=newest)
    form.offer_all(offered(session()), queries.saved_groups(session()), files)
    return form


def _who_page(campaign: Campaign, form: WhoForm) -> ResponseReturnValue:
    return _page("who", campaign, form, counted=_counted(campaign, form), list_first=drafts.needs_a_list(campaign))


def _counted(campaign: Campaign, form: WhoForm) -> Counts | None:
    """Count what stands in the form at this moment; nothing when something in it is not right yet."""
    if form.errors.keys() - {"name"} or not form.chosen or (form.who.data == LIST and not form.listed()):
        return None
    choice = choice_of_who(session(), form.meant(), campaign, runtime().settings)
    return estimates.count(session(), choice, _moment())


@builder.get("/campaigns/<int:campaign_id>/who")
def who(campaign_id: int) -> ResponseReturnValue:
    """Step 1: whom to ask, with the number that this comes to."""
    campaign = _draft(campaign_id)
    return _who_page(campaign, _who_form(campaign))


@builder.post("/campaigns/<int:campaign_id>/who/count")
def count_who(campaign_id: int) -> ResponseReturnValue:
    """Count what stands in the form at this moment: the part of the page that follows what is filled in."""
    campaign = _draft(campaign_id)
    form = _who_form(campaign, sent=True)
    form.accepted()
    return render_template("groups/_count.html", counted=_counted(campaign, form))


@builder.post("/campaigns/<int:campaign_id>/who")
def keep_who(campaign_id: int) -> ResponseReturnValue:
    """Keep step 1."""
    campaign = _draft(campaign_id)
    form = _who_form(campaign, sent=True)
    if not form.accepted() or _unknown_in(form):
        return _who_page(campaign, form)
    who = form.meant().as_json()
    drafts.keep(session(), campaign, step="who", now=now(), name=form.name.data, who=who)
    return _kept(campaign, "who")


def _unknown_in(form: WhoForm) -> bool:
    unknown = queries.unknown_references(session(), form.meant().rule.references)
    if unknown:
        form.refuse_unknown(unknown)
    return bool(unknown)


def _how_page(campaign: Campaign, form: HowForm) -> ResponseReturnValue:
    house = runtime()
    return _page(
        "how",
        campaign,
        form,
        rulers=rulers_of(form, house.words, house.settings),
        others=estimates.others_of(campaign, estimates.counts_of(session(), campaign, house, _moment())),
        house_says=lambda code: house_sample(code, house.words, house.settings),
    )


@builder.get("/campaigns/<int:campaign_id>/how")
def how(campaign_id: int) -> ResponseReturnValue:
    """Step 2: the channel and the words, each text with its ruler."""
    campaign, form = _draft(campaign_id), HowForm(formdata=None)
    form.show(campaign, drafts.playbook_of(campaign))
    return _how_page(campaign, form)


@builder.post("/campaigns/<int:campaign_id>/how")
def keep_how(campaign_id: int) -> ResponseReturnValue:
    """Keep step 2; the button *Meet* only measures."""
    campaign, form = _draft(campaign_id), HowForm()
    if not form.accepted() or request.form.get("then") == "measure":
        return _how_page(campaign, form)
    robot = form.channel.data != NO_ROBOT
    channel = Channel(form.channel.data) if robot else Channel.VOICE
    playbook = reworded(drafts.playbook_of(campaign), form.words(), channel=channel.value, robot=robot)
    drafts.keep(
        session(),
        campaign,
        step="how",
        now=now(),
        channel=channel,
        robot=robot,
        portion=form.portion.data,
        refill_below=form.refill_below.data,
        playbook=playbook.as_json(),
    )
    return _kept(campaign, "how")


def reworded(playbook: Playbook, words: dict[str, dict[str, Any]], **changes: Any) -> Playbook:
    """Give a playbook with other words."""
    content = playbook.as_json() | changes
    for language, said in words.items():
        content["languages"][language]["words"] = said
    return read_playbook(content)


def _when_page(campaign: Campaign, form: WhenForm) -> ResponseReturnValue:
    house = runtime()
    return _page("when", campaign, form, text_hours=house.text_hours.hours, call_hours=house.call_hours.hours)


@builder.get("/campaigns/<int:campaign_id>/when")
def when(campaign_id: int) -> ResponseReturnValue:
    """Step 3: when it starts, in which hours, and how often it tries."""
    campaign, form = _draft(campaign_id), WhenForm(formdata=None)
    form.show(campaign, drafts.playbook_of(campaign), runtime().zone)
    return _when_page(campaign, form)


@builder.post("/campaigns/<int:campaign_id>/when")
def keep_when(campaign_id: int) -> ResponseReturnValue:
    """Keep step 3."""
    campaign, form, house = _draft(campaign_id), WhenForm(), runtime()
    accepted = form.accepted() and form.accept_start(house.zone, now())
    hours = form.accept_hours(house.text_hours.hours, house.call_hours.hours) if accepted else None
    if hours is None:
        return _when_page(campaign, form)
    ladder = form.ladder(campaign.playbook.get("ladder", {}))
    content = campaign.playbook | {"text_hours": hours[0], "call_hours": hours[1], "ladder": ladder}
    starts_at = form.starts_at(house.zone, now())
    drafts.keep(session(), campaign, step="when", now=now(), playbook=content, starts_at=starts_at)
    return _kept(campaign, "when")


def _people_page(campaign: Campaign, form: PeopleForm) -> ResponseReturnValue:
    counts = estimates.counts_of(session(), campaign, runtime(), _moment())
    house, settings = runtime(), runtime().settings
    work = estimates.work_of(session(), campaign, settings, asked=counts.asked)
    week = house.duty.minutes_between(now(), now() + timedelta(days=7)) / 60
    start = house.office_hours.next_open(max(campaign.starts_at or now(), now()))
    try:
        played, endless = estimates.rehearsal_of(session(), campaign, settings, asked=counts.asked, start=start), False
    except (NeverEnds, ValueError):
        played, endless = None, True
    return _page(
        "people",
        campaign,
        form,
        asked=counts.asked,
        work=work,
        days=estimates.days_of(played.outcome, talk_minutes=settings.talk_minutes) if played else [],
        endless=endless,
        roster_hours=round(week),
        rehearsed=played and played.outcome,
        played=played.played if played else 0,
        experience=queries.experience(session()),
        talk_minutes=settings.talk_minutes,
    )


@builder.get("/campaigns/<int:campaign_id>/people")
def people(campaign_id: int) -> ResponseReturnValue:
    """Step 4: who rings back, and whether that is enough for what will come."""
    campaign, form = _draft(campaign_id), PeopleForm(formdata=None)
    proposed = {"people": max(queries.active_staff(session()), 1), "hours": USUAL_HOURS} | campaign.helpers
    form.people.data, form.hours.data = proposed["people"], proposed["hours"]
    if campaign.state is CampaignState.DRAFT:
        # What is proposed is worked out at once; it is kept when the coordinator keeps it.
        set_committed_value(campaign, "helpers", proposed)
    return _people_page(campaign, form)


@builder.post("/campaigns/<int:campaign_id>/people")
def keep_people(campaign_id: int) -> ResponseReturnValue:
    """Keep step 4."""
    campaign, form = _draft(campaign_id), PeopleForm()
    if not form.accepted():
        return _people_page(campaign, form)
    helpers = {"people": form.people.data, "hours": form.hours.data}
    drafts.keep(session(), campaign, step="people", now=now(), helpers=helpers)
    return _kept(campaign, "people")


def _check_page(campaign: Campaign, form: TrialForm, refused: str = "") -> ResponseReturnValue:
    settings, moment = runtime().settings, _moment()
    counts = estimates.counts_of(session(), campaign, runtime(), moment)
    likely, most = estimates.cost_of(campaign, counts, runtime())
    choice = choice_of(session(), campaign, settings)
    return _page(
        "check",
        campaign,
        form,
        counts=counts,
        names=first_asked(session(), choice, moment, limit=SHOWN_NAMES),
        rings_first=choice.rings_first,
        likely=likely,
        most=most,
        others=estimates.others_of(campaign, counts),
        prices=estimates.prices(settings),
        work=estimates.work_of(session(), campaign, settings, asked=counts.asked),
        playbook=drafts.playbook_of(campaign),
        trials=trials.newest_trials(session(), campaign.id or 0),
        list_needed=drafts.needs_a_list(campaign),
        told=told(session(), campaign_id=campaign.id or 0),
        refused=refused,
    )


@builder.get("/campaigns/<int:campaign_id>/check")
def check(campaign_id: int) -> ResponseReturnValue:
    """Step 5: exactly who would be asked, what it costs, a try on oneself, and the start."""
    return _check_page(_draft(campaign_id), TrialForm(formdata=None))


@builder.post("/campaigns/<int:campaign_id>/try")
def try_it(campaign_id: int) -> ResponseReturnValue:
    """Send the campaign's own text or call to the coordinator's own telephone."""
    campaign, form, me = _draft(campaign_id), TrialForm(), signed_in()
    cell = phones.read_phone(form.number.data, runtime().settings.phone_countries)
    if form.accepted() and not cell.phones:
        form.number.errors = [*form.number.errors, _("Dit is geen telefoonnummer dat wij kunnen bellen.")]
    if form.errors:
        return _check_page(campaign, form)
    try:
        trials.try_campaign(
            session(),
            runtime(),
            campaign=campaign,
            staff_id=me.id,
            number=cell.phones[0].number,
            channel=AskedBy(form.by.data),
            language=form.language.data,
            name=me.name,
            now=now(),
        )
    except Refused as refused:
        form.number.errors = [*form.number.errors, refusal(refused)]
        return _check_page(campaign, form)
    flash(_("Onderweg naar uw telefoon. Antwoord zoals een huurder dat zou doen."))
    return redirect(url_for("builder.check", campaign_id=campaign_id, _anchor="trial"))


@builder.post("/campaigns/<int:campaign_id>/start")
def start(campaign_id: int) -> ResponseReturnValue:
    """Start the draft now; a double click starts one."""
    campaign = _draft(campaign_id)
    if campaign.started_at is not None:
        return redirect(url_for("campaigns.show", campaign_id=campaign_id))
    try:
        with session().begin_nested():
            drafts.start(session(), runtime(), campaign, now=now())
    except Refused as refused:
        return _refused(campaign, refused)
    flash(_("De belronde is begonnen."))
    return redirect(url_for("campaigns.show", campaign_id=campaign_id))


@builder.post("/campaigns/<int:campaign_id>/schedule")
def schedule(campaign_id: int) -> ResponseReturnValue:
    """Let the draft start by itself at the moment of step 3."""
    campaign = _draft(campaign_id)
    try:
        drafts.schedule(session(), campaign, at=campaign.starts_at or now(), now=now())
    except Refused as refused:
        return _refused(campaign, refused)
    flash(_("De belronde staat gepland en begint vanzelf."))
    return redirect(url_for("campaigns.show", campaign_id=campaign_id))


def _refused(campaign: Campaign, refused: Refused) -> ResponseReturnValue:
    session().refresh(campaign)
    page = _check_page(campaign, TrialForm(formdata=None), refusal(refused))
    return (page[0], HTTPStatus.CONFLICT) if isinstance(page, tuple) else page


@builder.post("/campaigns/<int:campaign_id>/change")
def change(campaign_id: int) -> ResponseReturnValue:
    """Take a planned campaign back to the drawing board."""
    drafts.back_to_draft(session(), _draft(campaign_id))
    flash(_("De belronde is weer een concept. Zij begint niet vanzelf."))
    return redirect(url_for("builder.check", campaign_id=campaign_id))


@builder.post("/campaigns/<int:campaign_id>/discard")
def discard(campaign_id: int) -> ResponseReturnValue:
    """Throw a draft away."""
    drafts.throw_away(session(), _draft(campaign_id))
    flash(_("Het concept is weggegooid."))
    return redirect(url_for("campaigns.show_all"))
