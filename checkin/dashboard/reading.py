"""Even lezen: texts that nobody understood yet, until a person says what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from checkin import flow
from checkin.aftercare import referrals
from checkin.aftercare.models import Organisation
from checkin.dashboard.conversation import conversation_around
from checkin.domain.errors import Refused
from checkin.domain.marking import marked
from checkin.domain.replies import Meaning, Reading, read_text
from checkin.outreach import queries, readers
from checkin.outreach.learning import phrases_of
from checkin.outreach.models import Reply
from checkin.outreach.queries import ReadReply, UnreadReply
from checkin.staff.colleague import signed_in
from checkin.tenants.queries import search_tenants
from checkin.web.addresses import row_number
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

SHOWN = 10
"""So many of those that follow are listed."""
FOUND = 10
REASONS = 3
"""So many of the words that led to a suggestion are named; all of them are marked."""
READ_BY_ALL = frozenset({"nl", "en"})
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
    Meaning.UNCLEAR,
)
CHOSEN_AS = {Meaning.YES: Meaning.CHAT}
"""A bare yes has no key of its own: who says yes wants to be rung."""
BUTTONS = tuple(Button(meaning, str(place)) for place, meaning in enumerate(CHOICES, start=1))
ALLOWED = frozenset(CHOICES)


@reading.get("/reading")
def show() -> ResponseReturnValue:
    """Show the text that should be read first, or the one that was chosen, and those that follow."""
    waiting = queries.unread(session(), limit=readers.LOOKED_THROUGH)
    chosen = _chosen(waiting)
    search = request.args.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    following = [reply for reply in waiting if chosen is None or reply.id != chosen.id][:SHOWN]
    count = queries.count_unread(session())[0]
    return render_template(
        "outreach/reading.html",
        reply=chosen,
        following=following,
        more=max(0, count - len(following) - 1),
        count=count,
        buttons=BUTTONS,
        last=_last(),
        search=search,
        found=search_tenants(session(), search).tenants[:FOUND] if search else (),
        **(_around(chosen) if chosen else {}),
    )


def _around(chosen: UnreadReply) -> dict[str, Any]:
    """Give what helps to understand a text: the words that led to our suggestion, and what else was said."""
    phrases, reading = phrases_of(chosen.because), _reading(chosen)
    nothing_asked, suggestion = reading.automatic and not chosen.urgent, chosen.suggestion or Meaning.UNCLEAR
    return {
        "pieces": marked(chosen.text, phrases),
        "phrases": phrases[:REASONS],
        "reading": reading,
        "nothing_asked": nothing_asked,
        "suggestion": Meaning.UNCLEAR if nothing_asked else CHOSEN_AS.get(suggestion, suggestion),
        "foreign": "" if reading.language in READ_BY_ALL else reading.language,
        "conversation": conversation_around(session(), chosen),
        "organisation": _organisation(chosen),
        "also_read_by": chosen.shown_name if _with_another(chosen) else "",
    }


def _reading(chosen: UnreadReply) -> Reading:
    return read_text(chosen.text, now=chosen.received_at, zone=runtime().zone)


def _with_another(chosen: UnreadReply) -> bool:
    return readers.is_with_another(chosen, staff_id=signed_in().id, now=now())


def _organisation(chosen: UnreadReply) -> str:
    """Name the organisation that this text may be an answer about."""
    reply = session().get(Reply, chosen.id)
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
    return chosen or readers.next_for(waiting, staff_id=signed_in().id, now=now())


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
        return _refused(refused, reply_id)
    readers.keep_next(session(), staff_id=signed_in().id, now=now())
    return redirect(url_for("reading.show", last=reply_id))


def _refused(refused: Refused, reply_id: int) -> ResponseReturnValue:
    if refused.code == "tenant_needed":
        flash(refusal(refused), "warning")
        return redirect(url_for("reading.show", reply=reply_id))
    before = queries.find_read(session(), reply_id)
    mine = before is not None and before.reader_id == signed_in().id
    if not mine:
        flash(refusal(refused), "warning")
        readers.keep_next(session(), staff_id=signed_in().id, now=now())
    # A button that was pressed twice says what the first press did.
    return redirect(url_for("reading.show", last=reply_id if mine else None))


@reading.post("/reading/<int:reply_id>/again")
def read_again(reply_id: int) -> ResponseReturnValue:
    """Decide again after a wrong key."""
    try:
        flow.read_again(session(), reply_id=reply_id, staff_id=signed_in().id, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
        return redirect(url_for("reading.show"))
    readers.keep(session(), reply_id=reply_id, staff_id=signed_in().id, now=now())
    return redirect(url_for("reading.show", reply=reply_id))
