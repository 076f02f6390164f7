"""Every page in every state that a person may meet, of a landlord whose clock stands still; for axe and pictures."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import delete
from werkzeug.serving import make_server

from checkin.cases.draft_models import ContactDraft
from checkin.db import unit_of_work
from checkin.runtime import Runtime
from checkin.staff.invitations import link_token
from tests.conftest import MovableClock, make_settings, make_test_runtime
from tests.engines import give_back
from tests.lively import Lively, accounts, furnish
from tests.quick_app import PASSWORD, quick_app
from tests.screen_story import NOW, Story
from tests.sounds import wav
from tests.town import Quiet
from workers.imports import work_on_every_import

if TYPE_CHECKING:
    from playwright.sync_api import StorageState

WIDE = {"width": 1280, "height": 900}
SAMIRA, TON, SANNE, ADA, NOBODY = "samira", "ton", "sanne", "ada", ""
TENANTS_FILE = """Relatienr.;Aanhef;Voorletters;Tussenvoegsel;Achternaam;Telefoon mobiel;Straatnaam;Huisnr;Wijk;BSN
E9001;mevr;A.;van der;Veen;06 1234 8801;Molenpad;91;Oud-Eem;123456782
E9002;dhr;B.;;Kok;06 1234 88;Molenpad;93;Oud-Eem;123456782
E9003;mevr;C.;;Wijngaarde;;Veerstraat;95;Oud-Eem;
E9004;mevr;D.;;;06 1234 8804;Veerstraat;97;Oud-Eem;
"""


@dataclass
class Door:
    """The way into one web server: browser windows in which somebody is signed in."""

    url: str
    _kept: dict[str, StorageState] = field(default_factory=dict)

    def forget(self) -> None:
        """Forget who signed in."""
        self._kept.clear()

    def enter(self, browser: Browser, who: str, **options: Any) -> BrowserContext:
        """Open a browser window in which `who` is signed in; the first time by signing in as people do."""
        if who and who not in self._kept:
            with browser.new_context(base_url=self.url, locale="nl-NL") as context:
                sign_in(context.new_page(), who)
                self._kept[who] = context.storage_state()
        given: dict[str, Any] = {"base_url": self.url, "locale": "nl-NL", "viewport": WIDE, **options}
        return browser.new_context(storage_state=self._kept.get(who), **given)


@dataclass
class House:
    """A web server on a database of its own, and everybody in it."""

    runtime: Runtime
    clock: MovableClock
    door: Door
    lively: Lively | None
    importing: threading.Event = field(default_factory=threading.Event)
    """Whether a worker is at the files of tenants."""

    @contextmanager
    def telling(self) -> Iterator[Story]:
        """Tell more of the story."""
        with unit_of_work(self.runtime) as session:
            yield Story(session, self.runtime.now())


def sign_in(page: Page, who: str) -> None:
    """Sign in as people do."""
    if "/login" not in page.url:
        page.goto("/login")
    page.get_by_label("E-mailadres").fill(f"{who}@eemland.example")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen").click()
    page.wait_for_url(lambda address: "/login" not in address)


@contextmanager
def open_house(database: Path, redis_url: str, private_key: str, data: Path, *, lively: bool = True) -> Iterator[House]:
    """Open a landlord on a Wednesday at eleven, with a busy morning or with nothing at all yet."""
    clock = MovableClock(NOW)
    server = make_server("127.0.0.1", 0, lambda _environ, _start: [], threaded=True, request_handler=Quiet)
    url = f"http://127.0.0.1:{server.server_port}"
    settings = make_settings(f"sqlite:///{database}", redis_url, private_key, data, public_url=url)
    runtime = make_test_runtime(settings, clock)
    with unit_of_work(runtime) as session:
        story = Story(session, NOW)
        told = furnish(story) if lively else None
        if not lively:
            accounts(story)
        session.flush()
        session.expunge_all()
    server.app = quick_app(runtime)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    house, closing = House(runtime, clock, Door(url), told), threading.Event()
    worker = threading.Thread(target=_import_until, args=(house, closing), daemon=True)
    worker.start()
    try:
        yield house
    finally:
        closing.set()
        worker.join()
        server.shutdown()
        server.server_close()
        thread.join()
        give_back(runtime.engine)
        runtime.redis.close()


def _import_until(house: House, closing: threading.Event) -> None:
    while not closing.wait(0.1):
        if house.importing.is_set():
            work_on_every_import(house.runtime)


@dataclass(frozen=True)
class State:
    """One page as one person meets it."""

    name: str
    who: str
    path: str
    act: Callable[[Page], None] | None = None
    """What the person does there first."""
    status: int = 200
    worker: bool = True
    """Whether a worker is there for what a person starts."""

    def address(self, house: House) -> str:
        """Make the house ready for this state, and give the address of the page."""
        (house.importing.set if self.worker else house.importing.clear)()
        with unit_of_work(house.runtime) as session:
            # What was typed in one state would be found again in the next.
            session.execute(delete(ContactDraft))
        return self.path.format(**_ids(house))

    def show(self, page: Page, house: House) -> None:
        """Go there, and do it."""
        page.goto(self.address(house))
        if self.act:
            self.act(page)


def _ids(house: House) -> dict[str, int | str | None]:
    told = house.lively
    if told is None:
        return {}
    cases = {name: getattr(told, name).id for name in ("mine", "urgent", "tons", "missed", "closed", "long")}
    cases |= {"forwarded": told.others[0].id, "skipped": told.others[2].id}
    replies = {"long_reply": told.long_reply.id, "unknown_reply": told.unknown_reply.id}
    rounds = {name: getattr(told, name).id for name in ("draft", "begins", "by_hand", "planned", "round")}
    people = {"linden": told.linden.id, "yilmaz": told.yilmaz.id}
    return {**cases, **replies, **rounds, **people} | {
        "playbook": told.playbook,
        "group": told.group.id,
        "selection": told.selection.id,
        "ton": told.ton.id,
        "invitation": f"/join/{link_token(told.invitation, house.runtime.settings.secret_key.get_secret_value())}",
    }


def _send_nothing(page: Page) -> None:
    page.get_by_role("button", name="Opslaan", exact=True).click()
    page.get_by_role("alert").wait_for()


def _choose_not_reached(page: Page) -> None:
    page.get_by_label("Niet bereikt").check()


def _talked(page: Page) -> None:
    page.get_by_label("Gesproken, klaar").check()
    for seen in ("Kinderen helpen", "Tevreden"):
        page.get_by_label(seen).check()
    for part in ("Vervolgafspraak", "Advies of doorverwijzing", "Kaart of bloemen"):
        page.locator("summary", has_text=part).click()
    page.get_by_label("Ik geef het door aan een organisatie").check()
    page.get_by_label("Bloemen").check()
    page.get_by_label("Notitie voor collega’s").fill("Mevrouw vertelde over haar zus met dementie. Graag na de koffie.")
    page.get_by_label("Blij").check()
    page.get_by_label("Zwaar", exact=True).check()


def _talked_and_forgot(page: Page) -> None:
    _talked(page)
    page.get_by_label("Waar wil de huurder het over hebben?").fill("De verbouwing")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    page.get_by_role("alert").wait_for()


def _choose_wrong_number(page: Page) -> None:
    page.get_by_label("Verkeerd nummer").check()


def _choose_deceased(page: Page) -> None:
    page.get_by_label("Overleden").check()


def _unfold(page: Page) -> None:
    page.locator("main summary").first.click()


def _organisation_without_a_name(page: Page) -> None:
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("alert").wait_for()


def _release(page: Page) -> None:
    page.get_by_text("Vrijgeven", exact=True).click()


def _wishes_to_chat(page: Page) -> None:
    page.get_by_role("button", name="Wilde graag kletsen").click()
    page.get_by_role("heading", name="Genoteerd").wait_for()


def _skip(page: Page) -> None:
    page.get_by_text("Overslaan", exact=True).click()


def _forward_to_nobody(page: Page) -> None:
    page.get_by_label("Waarom?").fill("Zij spreekt liever met een collega die haar kent")
    page.get_by_role("button", name="Stuur door").click()
    page.get_by_role("alert").wait_for()


def _wrong_password(page: Page) -> None:
    page.get_by_label("E-mailadres").fill("samira@eemland.example")
    page.get_by_label("Wachtwoord").fill("niet dit")
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("alert").wait_for()


def _menu(page: Page) -> None:
    page.locator("details.who summary").click()


def _keys(page: Page) -> None:
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()


def _round_without_a_name(page: Page) -> None:
    page.get_by_label("Naam van de belronde").fill("")
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.get_by_role("alert").wait_for()


def _words_that_are_wrong(page: Page) -> None:
    page.get_by_label("Sms met de vraag", exact=True).fill(
        "Dag {name}, u heeft huurschuld: kijk op www.eemland.nl “nu”"
    )
    page.get_by_role("button", name="Meet de teksten").click()
    page.get_by_role("alert").wait_for()


def _other_languages(page: Page) -> None:
    for name in ("Turks", "Arabisch"):
        page.locator(".others summary", has_text=name).click()


def _without_a_robot(page: Page) -> None:
    page.get_by_label("Zonder robot").check()


def _at_a_moment(page: Page) -> None:
    page.get_by_label("Op een moment dat ik kies").check()
    page.get_by_label("Minder uren").check()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.get_by_role("alert").wait_for()


def _list(page: Page) -> None:
    page.get_by_label("Een lijst met huurdernummers").check()


def _no_number(page: Page) -> None:
    page.get_by_label("Uw eigen nummer").fill("hallo")
    page.get_by_role("button", name="Probeer het op mijn telefoon").click()
    page.get_by_role("alert").wait_for()


def _no_playbook(page: Page) -> None:
    file = {"name": "iets.json", "mimeType": "application/json", "buffer": b"{}"}
    page.get_by_label("Bestand met een draaiboek").set_input_files([file])  # type: ignore[list-item]
    page.get_by_role("button", name="Haal binnen").click()
    page.get_by_role("alert").wait_for()


def upload(page: Page, content: str = TENANTS_FILE, name: str = "huurders.csv") -> None:
    """Choose a file and have it looked at."""
    file = {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
    page.get_by_label("Bestand met huurders").set_input_files([file])  # type: ignore[list-item]
    page.get_by_role("button", name="Bekijk dit bestand").click()


def agree(page: Page) -> None:
    """Agree with the columns, unless they are known from an earlier file."""
    page.wait_for_url(re.compile(r"/tenants/import/.{32}$"))
    button = page.get_by_role("button", name="Klopt, controleer het bestand")
    if button.is_visible():
        button.click()


def _columns(page: Page) -> None:
    upload(page, TENANTS_FILE.replace("Wijk;BSN", "Buurtje;BSN"))
    page.get_by_role("heading", name="Klopt dit?").wait_for()


def _being_checked(page: Page) -> None:
    upload(page)
    agree(page)
    page.get_by_role("heading", name="Wij kijken uw bestand na").wait_for()


def _preview(page: Page) -> None:
    upload(page)
    agree(page)
    page.get_by_role("heading", name="Wat er gaat gebeuren").wait_for()


def _preview_of_the_new(page: Page) -> None:
    _preview(page)
    page.get_by_role("navigation", name="Regels").get_by_role("link", name="Nieuw").click()
    page.get_by_role("row", name="Regel 2").wait_for()


def _unknown_columns(page: Page) -> None:
    upload(page, "Relatienr.;Telefoon mobiel;Straatnaam\nE1;06 12345678;Molenpad\n")
    agree(page)
    page.get_by_role("alert").wait_for()


def _empty_file(page: Page) -> None:
    upload(page, "")
    page.get_by_role("alert").wait_for()


def _imported(page: Page) -> None:
    _preview(page)
    page.get_by_role("button", name="Inlezen", exact=True).click()
    page.get_by_role("heading", name="Wat er veranderde").wait_for()


def _taken_back(page: Page) -> None:
    upload(page, TENANTS_FILE.replace("Molenpad", "Veerplein"))
    agree(page)
    page.get_by_role("button", name="Inlezen", exact=True).click()
    page.get_by_role("button", name="Terugdraaien").click()
    page.get_by_role("heading", name="Wat er terugging").wait_for()


def _recorded(page: Page) -> None:
    for pitch in (440, 550):
        sound = {"name": "vraag.wav", "mimeType": "audio/wav", "buffer": wav(2.0, pitch=pitch)}
        page.get_by_label("Opname (WAV of MP3)").set_input_files([sound])  # type: ignore[list-item]
        page.get_by_role("button", name="Bewaar en gebruik").click()
        page.get_by_text("De opname is bewaard").wait_for()


def _own_question(page: Page) -> None:
    page.get_by_role("link", name="De vraag").first.click()


def _no_sound(page: Page) -> None:
    sound = {"name": "vraag.m4a", "mimeType": "audio/mp4", "buffer": b"ftypM4A "}
    page.get_by_label("Opname (WAV of MP3)").set_input_files([sound])  # type: ignore[list-item]
    page.get_by_role("button", name="Bewaar en gebruik").click()
    page.get_by_role("alert").wait_for()


def _text_without_112(page: Page) -> None:
    page.get_by_label("Wat de huurder leest of hoort").fill("{org} belt u zo snel mogelijk. Kijk op eemland.nl")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_role("alert").wait_for()


def _text_changed_twice(page: Page) -> None:
    for words in (
        "Fijn! Toch praten of hulp? Stuur 1 of 2, of bel {phone}. {org}",
        "Mooi zo! Later toch? Stuur 1 of 2, of bel {phone}. {org}",
    ):
        page.get_by_label("Wat de huurder leest of hoort").fill(words)
        page.get_by_role("button", name="Bewaar", exact=True).click()
        page.get_by_text("Bewaard. Huurders lezen").wait_for()


def _count_a_neighbourhood(page: Page) -> None:
    page.locator("summary", has_text="Wijk").click()
    page.get_by_label("Parkwijk").check()
    page.get_by_role("button", name="Tel opnieuw").click()
    page.locator("summary", has_text="Wijk (1)").wait_for()


def _group_without_a_name(page: Page) -> None:
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("alert").wait_for()


def _selection_without_anything(page: Page) -> None:
    page.get_by_role("button", name="Bewaar dit bestand").click()
    page.get_by_role("alert").wait_for()


def _wrong_times(page: Page) -> None:
    page.get_by_label("Sms op maandag").fill("overdag")
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("alert").wait_for()


def _wrong_day(page: Page) -> None:
    page.get_by_label("Andere tijden").check()
    page.get_by_role("button", name="Voeg deze dag toe").click()
    page.get_by_role("alert").wait_for()


def _agree_on_a_day(page: Page) -> None:
    page.get_by_label("Elke week").check()
    page.get_by_label("Op welke dag?").select_option("dinsdag")
    page.get_by_label("Aan de telefoon").check()
    page.get_by_role("button", name="Bewaar de afspraak").click()
    page.get_by_role("heading", name="Afgesproken").wait_for()


def _wrong_facts(page: Page) -> None:
    page.get_by_label("Mobiel nummer").fill("06 1234 56")
    page.get_by_label("E-mailadres").fill("mevrouw van der Linden")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_role("alert").wait_for()


def _wishes(page: Page) -> None:
    page.get_by_label("Tweede nummer").fill("0318 501 234 (dochter)")
    page.get_by_label("E-mailadres").fill("linden@voorbeeld.nl")
    page.get_by_label("Hoe vragen wij het liefst?").select_option("voice")
    page.get_by_label("Wanneer bellen wij het liefst?").select_option("morning")
    page.get_by_label("Zo spreekt u de naam uit").fill("Van der Linde")
    page.get_by_label("Hoort slecht").check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_text("E-mail bekend").wait_for()


def _agree_on_nothing(page: Page) -> None:
    page.get_by_role("button", name="Bewaar de afspraak").click()
    page.get_by_role("alert").wait_for()


def _no_languages(page: Page) -> None:
    for name in ("Nederlands", "Turks"):
        page.get_by_label(name).uncheck()
    page.get_by_role("button", name="Opslaan", exact=True).click()
    page.get_by_role("alert").wait_for()


def _join_without_anything(page: Page) -> None:
    page.get_by_role("button", name="Ik doe mee").click()
    page.get_by_role("alert").wait_for()


def _a_list_of_guests(page: Page) -> None:
    page.get_by_label("Een lijst met e-mailadressen").check()


def _own_hours_without_any(page: Page) -> None:
    page.get_by_label("Op eigen tijden").check()
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_role("alert").wait_for()


def _alarm(page: Page) -> None:
    page.get_by_text("Sla alarm", exact=True).click()


def _read_one(page: Page) -> None:
    page.get_by_role("button", name="Hulp").click()
    page.get_by_role("button", name="Toch anders").wait_for()


STATES: tuple[State, ...] = (
    State("sign-in", NOBODY, "/login"),
    State("sign-in-wrong", NOBODY, "/login", _wrong_password, status=200),
    State("today", SAMIRA, "/"),
    State("today-menu", SAMIRA, "/", _menu),
    State("today-keys", SAMIRA, "/", _keys),
    State("wishes", SAMIRA, "/wishes"),
    State("wishes-found", SAMIRA, "/wishes?q=molenpad"),
    State("wishes-nobody-found", SAMIRA, "/wishes?q=zzz"),
    State("wishes-one", SAMIRA, "/wishes/{yilmaz}"),
    State("wishes-noted", SAMIRA, "/wishes/{yilmaz}", _wishes_to_chat),
    State("work-list", SAMIRA, "/worklist"),
    State("work-list-mine", SAMIRA, "/worklist?tab=mine"),
    State("work-list-call-back", SAMIRA, "/worklist?tab=callback"),
    State("work-list-late", SAMIRA, "/worklist?tab=late"),
    State("work-list-filter", SANNE, "/worklist?often=1"),
    State("work-list-nobody-found", SAMIRA, "/worklist?q=zzz"),
    State("tenant", SAMIRA, "/cases/{mine}"),
    State("tenant-not-reached", SAMIRA, "/cases/{mine}", _choose_not_reached),
    State("tenant-talked", SAMIRA, "/cases/{mine}", _talked),
    State("tenant-talked-error", SAMIRA, "/cases/{mine}", _talked_and_forgot, status=422),
    State("tenant-wrong-number", SAMIRA, "/cases/{mine}", _choose_wrong_number),
    State("tenant-deceased", SAMIRA, "/cases/{mine}", _choose_deceased),
    State("tenant-release", SAMIRA, "/cases/{mine}", _release),
    State("tenant-skip", SAMIRA, "/cases/{mine}", _skip),
    State("tenant-forwarded", SAMIRA, "/cases/{forwarded}"),
    State("tenant-skipped-often", SANNE, "/cases/{skipped}"),
    State("forward", SAMIRA, "/cases/{mine}/forward"),
    State("forward-error", SAMIRA, "/cases/{mine}/forward", _forward_to_nobody, status=422),
    State("tenant-error", SAMIRA, "/cases/{mine}", _send_nothing, status=422),
    State("tenant-waiting", SAMIRA, "/cases/{urgent}"),
    State("tenant-with-a-colleague", SAMIRA, "/cases/{tons}"),
    State("tenant-on-the-line", TON, "/cases/{tons}"),
    State("tenant-did-not-answer", TON, "/cases/{missed}"),
    State("tenant-closed", SAMIRA, "/cases/{closed}"),
    State("tenant-long", SAMIRA, "/cases/{long}"),
    State("reading", SAMIRA, "/reading"),
    State("reading-long", SAMIRA, "/reading?reply={long_reply}"),
    State("reading-unknown", SAMIRA, "/reading?reply={unknown_reply}&q=Bakker"),
    State("reading-a-wrong-key", SAMIRA, "/reading", _read_one),
    State("learning", ADA, "/reading/learning"),
    State("password", SAMIRA, "/account/password"),
    State("profile", SAMIRA, "/me"),
    State("profile-error", SAMIRA, "/me", _no_languages, status=422),
    State("join", NOBODY, "{invitation}"),
    State("join-error", NOBODY, "{invitation}", _join_without_anything, status=422),
    State("join-gone", NOBODY, "/join/nothing", status=410),
    State("colleagues", SANNE, "/colleagues"),
    State("colleague", SANNE, "/colleagues/{ton}"),
    State("colleagues-invite", SANNE, "/colleagues/invite"),
    State("colleagues-invite-list", SANNE, "/colleagues/invite", _a_list_of_guests),
    State("teams", SANNE, "/colleagues/teams"),
    State("on-call", SANNE, "/on-call"),
    State("on-call-error", SANNE, "/on-call", _own_hours_without_any, status=422),
    State("tenant-alarm", SAMIRA, "/cases/{mine}", _alarm),
    State("forbidden", SAMIRA, "/overview", status=403),
    State("not-found", SAMIRA, "/tenants-are-not-here", status=404),
    State("today-coordinator", SANNE, "/"),
    State("overview", SANNE, "/overview"),
    State("overview-round", SANNE, "/overview?campaign={round}"),
    State("overview-people", SANNE, "/overview/people?step=answered"),
    State("unreached", SANNE, "/overview/unreached"),
    State("unreached-one-reason", SANNE, "/overview/unreached?campaign={round}&why=used_to_answer"),
    State("caretaker", SANNE, "/caretaker"),
    State("rounds", SANNE, "/campaigns"),
    State("round", SANNE, "/campaigns/{round}"),
    State("round-new", SANNE, "/campaigns/new"),
    State("builder-who", SANNE, "/campaigns/{draft}/who"),
    State("builder-who-list", SANNE, "/campaigns/{draft}/who", _list),
    State("builder-who-error", SANNE, "/campaigns/{draft}/who", _round_without_a_name, status=422),
    State("builder-how", SANNE, "/campaigns/{draft}/how"),
    State("builder-how-people", SANNE, "/campaigns/{draft}/how", _without_a_robot),
    State("builder-how-languages", SANNE, "/campaigns/{draft}/how", _other_languages),
    State("builder-how-error", SANNE, "/campaigns/{draft}/how", _words_that_are_wrong, status=422),
    State("builder-when", SANNE, "/campaigns/{draft}/when"),
    State("builder-when-error", SANNE, "/campaigns/{draft}/when", _at_a_moment, status=422),
    State("builder-people", SANNE, "/campaigns/{draft}/people"),
    State("builder-check", SANNE, "/campaigns/{draft}/check"),
    State("builder-check-error", SANNE, "/campaigns/{draft}/check", _no_number, status=422),
    State("builder-by-hand-check", SANNE, "/campaigns/{by_hand}/check"),
    State("round-begins", SANNE, "/campaigns/{begins}"),
    State("round-planned", SANNE, "/campaigns/{planned}"),
    State("playbooks", SANNE, "/playbooks"),
    State("playbooks-refused", SANNE, "/playbooks", _no_playbook, status=422),
    State("playbook", SANNE, "/playbooks/heatwave"),
    State("playbook-edit", SANNE, "/playbooks/{playbook}/edit"),
    State("round-stop", SANNE, "/campaigns/{round}/stop"),
    State("round-notice-choose", SANNE, "/campaigns/{draft}/notice"),
    State("round-notice", SANNE, "/campaigns/{round}/notice"),
    State("facts", SAMIRA, "/tenants/{linden}/facts"),
    State("facts-error", SAMIRA, "/tenants/{linden}/facts", _wrong_facts, status=422),
    State("facts-masked", SANNE, "/tenants/{yilmaz}/facts"),
    State("tenant-wishes", SAMIRA, "/tenants/{linden}/facts", _wishes),
    State("standing-new", SAMIRA, "/tenants/{yilmaz}/standing"),
    State("standing-error", SAMIRA, "/tenants/{yilmaz}/standing", _agree_on_nothing, status=422),
    State("standing-one", SAMIRA, "/tenants/{linden}/standing", _agree_on_a_day),
    State("standing", SANNE, "/standing"),
    State("voice-recorded", SANNE, "/voice/nl/question", _recorded),
    State("own-voice", SANNE, "/own-voice/heatwave"),
    State("own-voice-one", SANNE, "/own-voice/round-{draft}", _own_question),
    State("voice", SANNE, "/voice"),
    State("voice-one", SANNE, "/voice/en/chat-1"),
    State("voice-error", SANNE, "/voice/nl/silent", _no_sound, status=422),
    State("text-changed", SANNE, "/texts/nl/S5", _text_changed_twice),
    State("texts", SANNE, "/texts"),
    State("texts-arabic", SANNE, "/texts/ar"),
    State("text-one", SANNE, "/texts/ar/S1"),
    State("text-menu", SANNE, "/texts/tr/question"),
    State("text-error", SANNE, "/texts/nl/S7", _text_without_112, status=422),
    State("tenants", SANNE, "/tenants"),
    State("tenants-nobody-found", SANNE, "/tenants?q=zzz"),
    State("import", SANNE, "/tenants/import"),
    State("import-empty", SANNE, "/tenants/import", _empty_file, status=422),
    State("import-columns", SANNE, "/tenants/import", _columns),
    State("import-busy", SANNE, "/tenants/import", _being_checked, worker=False),
    State("import-check", SANNE, "/tenants/import", _preview),
    State("import-check-new", SANNE, "/tenants/import", _preview_of_the_new),
    State("import-refused", SANNE, "/tenants/import", _unknown_columns),
    State("import-done", SANNE, "/tenants/import", _imported),
    State("import-taken-back", SANNE, "/tenants/import", _taken_back),
    State("groups", SANNE, "/groups"),
    State("group-new", SANNE, "/groups/new"),
    State("group-elderly", SANNE, "/groups/new?elderly"),
    State("group-counted", SANNE, "/groups/new", _count_a_neighbourhood),
    State("group-error", SANNE, "/groups/new", _group_without_a_name, status=422),
    State("group-delete", SANNE, "/groups/{group}/delete"),
    State("selections", SANNE, "/selections"),
    State("selection-new", SANNE, "/selections/new"),
    State("selection-error", SANNE, "/selections/new", _selection_without_anything, status=422),
    State("selection-erase", SANNE, "/selections/{selection}/erase"),
    State("times", SANNE, "/hours"),
    State("times-error", SANNE, "/hours", _wrong_times, status=422),
    State("roster", SANNE, "/roster"),
    State("roster-colleague", SANNE, "/roster/2"),
    State("my-hours", SAMIRA, "/my-hours"),
    State("my-hours-error", SAMIRA, "/my-hours", _wrong_day, status=422),
    State("follow-ups", SAMIRA, "/follow-ups", _unfold),
    State("follow-ups-all", SANNE, "/follow-ups?who=all"),
    State("referrals", SANNE, "/referrals", _unfold),
    State("referrals-mine", SAMIRA, "/referrals?tab=waiting"),
    State("gifts", SANNE, "/gifts"),
    State("gifts-to-send", SANNE, "/gifts?tab=to_send"),
    State("gifts-sent", SANNE, "/gifts?tab=sent"),
    State("talks", SANNE, "/talks"),
    State("corrections", SANNE, "/corrections"),
    State("organisations", SANNE, "/organisations"),
    State("organisation", SANNE, "/organisations/1"),
    State("organisation-error", SANNE, "/organisations/new", _organisation_without_a_name, status=422),
    State("observations", SANNE, "/observations"),
    State("week", SANNE, "/week/2026-W47"),
    State("week-without-anything", SANNE, "/week/2026-W30"),
)
EMPTY_STATES: tuple[State, ...] = (
    State("empty-today", SAMIRA, "/"),
    State("empty-work-list", SAMIRA, "/worklist"),
    State("empty-work-list-mine", SAMIRA, "/worklist?tab=mine"),
    State("empty-reading", SAMIRA, "/reading"),
    State("empty-today-coordinator", SANNE, "/"),
    State("empty-overview", SANNE, "/overview"),
    State("empty-unreached", SANNE, "/overview/unreached"),
    State("empty-caretaker", SANNE, "/caretaker"),
    State("empty-rounds", SANNE, "/campaigns"),
    State("empty-round-new", SANNE, "/campaigns/new"),
    State("empty-tenants", SANNE, "/tenants"),
    State("empty-groups", SANNE, "/groups"),
    State("empty-selections", SANNE, "/selections"),
    State("empty-roster", SANNE, "/roster"),
    State("empty-times", SANNE, "/hours"),
    State("empty-my-hours", SAMIRA, "/my-hours"),
    State("empty-follow-ups", SAMIRA, "/follow-ups"),
    State("empty-referrals", SANNE, "/referrals"),
    State("empty-gifts", SANNE, "/gifts"),
    State("empty-talks", SANNE, "/talks"),
    State("empty-corrections", SANNE, "/corrections"),
    State("empty-week", SANNE, "/week/2026-W47"),
)
