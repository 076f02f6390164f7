"""Teksten: everything that tenants read and hear, in every language, each sentence to be changed and put back."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.domain.errors import Refused
from checkin.domain.tongues import FALLBACK, LANGUAGES, tongue
from checkin.domain.words import Lines
from checkin.messaging import ruler
from checkin.messaging.house_words import MENU, ORIGINAL
from checkin.messaging.own_words import SPOKEN as OWN_SPOKEN
from checkin.messaging.own_words import TEXTS as OWN_TEXTS
from checkin.messaging.word_rules import kind_of, needed_places, places_of
from checkin.messaging.wording import most_parts
from checkin.staff.colleague import signed_in
from checkin.texts import queries, service
from checkin.texts.forms import PHRASES, TEXTS, HouseWordsForm, name_of, place_meaning
from checkin.web.context import now, runtime, session
from checkin.web.languages import language_name
from checkin.web.refusals import refusal

texts = Blueprint("texts", __name__, url_prefix="/texts")
texts.add_app_template_filter(name_of, "words_name")
SLUGS = {key.replace(" ", "-"): key for key in (*TEXTS, *MENU, *PHRASES)}
"""Everything that can be changed, by what stands in its address."""
OWN_WORDS = frozenset({*OWN_TEXTS, *OWN_SPOKEN})
"""What a campaign may say in its own words, which go before those of the house."""


@texts.get("")
def start() -> ResponseReturnValue:
    """Show the words in Dutch."""
    return _list_page(FALLBACK)


@texts.get("/<language>")
def show_all(language: str) -> ResponseReturnValue:
    """Show all words in one language, and which of them were changed."""
    return _list_page(language)


def _list_page(language: str) -> str:
    _known(language)
    return render_template(
        "texts/list.html",
        tongue=language,
        tongues=_tongues(),
        shelves=((_("Sms’en"), TEXTS), (_("Aan de telefoon"), MENU), (_("Groeten en tijden"), PHRASES)),
        slugs={key: slug for slug, key in SLUGS.items()},
        said={key: _filled(runtime().words.sentences(key, language), _sample(language, key)) for key in SLUGS.values()},
        changed=queries.changed_in(session(), language),
    )


@texts.get("/<language>/<slug>")
def show(language: str, slug: str) -> ResponseReturnValue:
    """Show some words, with what may be changed in them and how they came to be."""
    key, form = _key(language, slug), HouseWordsForm(formdata=None)
    form.show(_now(language, key), _version(language, key))
    return _one_page(language, key, form)


@texts.post("/<language>/<slug>")
def change(language: str, slug: str) -> ResponseReturnValue:
    """Say other words from now on; the button *Meet* only measures."""
    key, form = _key(language, slug), HouseWordsForm()
    fine = form.accepted() and form.judge(key, language, _sample(language, key))
    if not fine or request.form.get("then") == "measure":
        return _one_page(language, key, form), HTTPStatus.OK if fine else HTTPStatus.UNPROCESSABLE_ENTITY
    return _changed(language, key, form, form.lines(key), _("Bewaard. Huurders lezen en horen dit vanaf nu."))


@texts.post("/<language>/<slug>/original")
def restore(language: str, slug: str) -> ResponseReturnValue:
    """Say the words as checkin brings them again."""
    key, form = _key(language, slug), HouseWordsForm()
    original = ORIGINAL.sentences(key, language)
    return _changed(language, key, form, original, _("De tekst is weer zoals checkin hem meebracht."))


@texts.post("/<language>/<slug>/<int:version>/back")
def back(language: str, slug: str, version: int) -> ResponseReturnValue:
    """Go back to an older version."""
    key, form = _key(language, slug), HouseWordsForm()
    older = queries.versions(session(), language=language, key=key)
    chosen = next((one for one in older if one.number == version), None) or abort(HTTPStatus.NOT_FOUND)
    return _changed(language, key, form, chosen.lines, _("De oude tekst geldt weer."))


def _changed(language: str, key: str, form: HouseWordsForm, lines: Lines, done: str) -> ResponseReturnValue:
    house = runtime()
    try:
        service.change_words(
            session(),
            house.words,
            house.settings,
            language=language,
            key=key,
            lines=lines,
            follows=form.follows.data or 0,
            staff_id=signed_in().id,
            now=now(),
        )
    except Refused as refused:
        form.form_errors.append(refusal(refused))
        form.show(form.lines(key) if form.words.data else _now(language, key), _version(language, key))
        return _one_page(language, key, form), HTTPStatus.CONFLICT
    flash(done)
    return redirect(url_for("texts.show", language=language, slug=_slug(key)))


def _one_page(language: str, key: str, form: HouseWordsForm) -> str:
    given, price = _sample(language, key), runtime().settings.price_text_part
    lines = form.lines(key)
    return render_template(
        "texts/one.html",
        tongue=language,
        tongues=_tongues(),
        key=key,
        slug=_slug(key),
        kind=kind_of(key),
        form=form,
        ruler=ruler.ruler_of(lines[0], language, given, price=price) if kind_of(key) == "text" else None,
        heard=_filled(lines, given),
        most=most_parts(language),
        wide=tongue(language).wide,
        places=[(place, place_meaning(place, key), given[place]) for place in places_of(key, language)],
        needed=needed_places(key, language),
        given=given,
        original=ORIGINAL.sentences(key, language),
        versions=queries.versions(session(), language=language, key=key),
        own_words=key in OWN_WORDS,
    )


def _version(language: str, key: str) -> int:
    return service.newest_version(session(), language=language, key=key)


def _now(language: str, key: str) -> Lines:
    newest = queries.versions(session(), language=language, key=key)
    return newest[0].lines if newest else ORIGINAL.sentences(key, language)


def _filled(lines: Lines, given: dict[str, str]) -> list[str]:
    return [ruler.filled(line, given) for line in lines]


def _sample(language: str, key: str) -> dict[str, str]:
    settings = runtime().settings
    return ruler.places(
        runtime().words, language, key=key, org=settings.organisation, phone=settings.organisation_phone
    )


def _tongues() -> dict[str, Any]:
    return {code: language_name(code) for code in LANGUAGES}


def _known(language: str) -> None:
    if language not in LANGUAGES:
        abort(HTTPStatus.NOT_FOUND)


def _key(language: str, slug: str) -> str:
    _known(language)
    if slug not in SLUGS:
        abort(HTTPStatus.NOT_FOUND)
    return SLUGS[slug]


def _slug(key: str) -> str:
    return key.replace(" ", "-")
