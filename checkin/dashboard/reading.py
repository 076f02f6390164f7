"""Even lezen: texts that nobody understood yet, until a person says what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from checkin import flow
from checkin.aftercare import referrals
from checkin.aftercare.models import Organisation
from checkin.domain.errors import Refused
from checkin.domain.marking import marked
from checkin.domain.replies import Meaning
from checkin.outreach import queries
from checkin.outreach.learning import phrases_of
from checkin.outreach.models import Reply
from checkin.outreach.queries import ReadReply, UnreadReply
from checkin.staff.colleague import signed_in
from checkin.tenants.queries import search_tenants
from checkin.web.addresses import row_number
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

SHOWN = 50
FOUND = 10
LONGEST_SEARCH = 100

reading = Blueprint("reading", __name__)


@dataclass(frozen=True)
class Button:
    """One meaning that a person may choose, with its key."""

    meaning: Meaning
    key: str


CHOICES = (
    Meaning.CHAT,
    Meaning.HELP,
    Meaning.FINE,
    Meaning.LATER,
    Meaning.STOP,
    Meaning.WRONG_NUMBER,
    Meaning.URGENT,
)
BUTTONS = tuple(Button(meaning, str(place)) for place, meaning in enumerate(CHOICES, start=1))
ALLOWED = frozenset({button.meaning for button in BUTTONS} | {Meaning.UNCLEAR})


@reading.get("/reading")
def show() -> ResponseReturnValue:
    """Show the text that should be read first, or the one that was chosen, and those that follow."""
    waiting = queries.unread(session(), limit=SHOWN)
    chosen = _chosen(waiting)
    search = request.args.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    return render_template(
        "outreach/reading.html",
        reply=chosen,
        pieces=marked(chosen.text, phrases_of(chosen.because)) if chosen else (),
        following=[reply for reply in waiting if chosen is None or reply.id != chosen.id],
        count=queries.count_unread(session())[0],
        buttons=BUTTONS,
        organisation=_organisation(chosen),
        last=_last(),
        search=search,
        found=search_tenants(session(), search).tenants[:FOUND] if search else (),
    )


def _organisation(chosen: UnreadReply | None) -> str:
    """Name the organisation that this text may be an answer about."""
    reply = session().get(Reply, chosen.id) if chosen else None
    referral = referrals.question_behind(session(), reply) if reply else None
    return session().get_one(Organisation, referral.organisation_id).name if referral else ""


def _last() -> ReadReply | None:
    """Give what this colleague decided a moment ago, so that a wrong key can be put right."""
    wanted = request.args.get("last", type=row_number)
    found = queries.find_read(session(), wanted) if wanted else None
    return found if found is not None and found.read_at is not None and found.reader_id == signed_in().id else None


def _chosen(waiting: list[UnreadReply]) -> UnreadReply | None:
    wanted = request.args.get("reply", type=row_number)
    chosen = queries.find_unread(session(), wanted) if wanted else None
    return chosen or next(iter(waiting), None)


@reading.post("/reading/<int:reply_id>")
def read(reply_id: int) -> ResponseReturnValue:
    """Let a person say what a text means, and open the next one."""
    meaning = request.form.get("meaning", "")
    if meaning not in ALLOWED:
        return redirect(url_for("reading.show", reply=reply_id))
    try:
        flow.read_reply(
            session(),
            runtime(),
            reply_id=reply_id,
            meaning=Meaning(meaning),
            staff_id=signed_in().id,
            tenant_id=request.form.get("tenant_id", type=row_number),
            now=now(),
        )
    except Refused as refused:
        flash(refusal(refused), "warning")
        again = reply_id if refused.code == "tenant_needed" else None
        return redirect(url_for("reading.show", reply=again))
    return redirect(url_for("reading.show", last=reply_id))


@reading.post("/reading/<int:reply_id>/again")
def read_again(reply_id: int) -> ResponseReturnValue:
    """Decide again after a wrong key."""
    try:
        flow.read_again(session(), reply_id=reply_id, staff_id=signed_in().id, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
        return redirect(url_for("reading.show"))
    return redirect(url_for("reading.show", reply=reply_id))
