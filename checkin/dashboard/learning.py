"""What Even lezen taught: for the administrator, how often the suggestion was right and which words misled."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from checkin.outreach import learning as queries
from checkin.web.context import now, session

SINCE = timedelta(days=90)
"""As long as the texts are kept."""

WORDS_SHOWN = 8
"""So many of the words that misled are seen at once; the others unfold."""

learning = Blueprint("learning", __name__, url_prefix="/reading/learning")


@learning.get("")
def show() -> ResponseReturnValue:
    """Show how the suggestions did."""
    return render_template(
        "outreach/learning.html",
        learned=queries.learned(session(), since=_since()),
        agrees=queries.agrees,
        days=SINCE.days,
        most=WORDS_SHOWN,
    )


@learning.get("/examples.csv")
def export() -> ResponseReturnValue:
    """Give the texts with what people made of them, without names, numbers and addresses."""
    content = queries.as_csv(queries.examples(session(), since=_since()))
    headers = {"Content-Disposition": 'attachment; filename="voorbeelden.csv"'}
    return Response(content, content_type="text/csv; charset=utf-8", headers=headers)


def _since() -> datetime:
    return now() - SINCE
