"""The texts that tenants and colleagues get: Dutch and English, each within one text message, never with a link."""

from __future__ import annotations

import string
from enum import StrEnum

from checkin.domain import gsm
from checkin.messaging.own_words import HOUSE_WORDS, OwnWords


class Wording(StrEnum):
    """Which text, by its number in the script and its purpose."""

    S0_NOTICE = "S0"
    S1_CHECK_IN = "S1"
    S2_REMINDER = "S2"
    S3_CHAT = "S3"
    S4_HELP = "S4"
    S5_FINE = "S5"
    S6_STOPPED = "S6"
    S7_DANGER = "S7"
    S7B_DESPAIR = "S7b"
    S8_UNCLEAR = "S8"
    S9_LATER = "S9"
    S10_WRONG_NUMBER = "S10"
    S11_NOT_REACHED = "S11"
    S12_WHO_WE_ARE = "S12"
    S13_CLOSED = "S13"
    S14_COLLEAGUE = "S14"
    S15_STARTED = "S15"
    S16_SORRY = "S16"
    S17_REFERRAL = "S17"
    S18_REFERRAL_AGAIN = "S18"


DUTCH = {
    Wording.S0_NOTICE: (
        "Dag {name}, {org} vraagt u binnenkort hoe het gaat. Codewoord: {code_word}. Vragen? Bel {phone}. "
        "Liever niet? Stuur STOP"
    ),
    Wording.S1_CHECK_IN: (
        "Dag {name}, hier {org}. Hoe gaat het met u? Stuur 1: graag een praatje, 2: ik wil hulp, 3: alles "
        "goed. Geen sms? Stuur STOP"
    ),
    Wording.S2_REMINDER: (
        "Dag {name}, wij horen graag hoe het gaat. Stuur 1: praatje, 2: hulp, 3: alles goed. Of bel {phone}. "
        "Groet, {org}"
    ),
    Wording.S3_CHAT: (
        "Fijn! Een collega van {org} belt u {when} voor een praatje. Komt dat niet uit? Stuur ons een beter moment."
    ),
    Wording.S4_HELP: (
        "Dank u. Een collega van {org} belt u {when}. Lek of storing? Bel nu {phone}. Bij gevaar: bel 112."
    ),
    Wording.S5_FINE: "Fijn om te horen! Wilt u later toch praten of hulp? Stuur 1 of 2, of bel {phone}. Groet, {org}",
    Wording.S6_STOPPED: (
        "U krijgt van ons geen sms en automatisch telefoontje meer. Toch wel? Stuur START of bel {phone}. Groet, {org}"
    ),
    Wording.S7_DANGER: (
        "Is er nu gevaar? Bel 112. Wij lezen sms niet dag en nacht. Een collega van {org} belt u zo snel mogelijk."
    ),
    Wording.S7B_DESPAIR: (
        "Wat naar dat het zo zwaar is. Praten helpt. Bel 113 of 0800-0113, dag en nacht, gratis. Bij gevaar: "
        "112. Wij bellen u ook. {org}"
    ),
    Wording.S8_UNCLEAR: (
        "Dank voor uw sms. Een collega leest hem. Snel antwoord? Stuur 1: praatje, 2: hulp, 3: alles goed. "
        "Of bel {phone}. {org}"
    ),
    Wording.S9_LATER: (
        "Goed, wij bellen u {when}. Komt dat niet uit? Stuur ons een beter moment of bel {phone}. Groet, {org}"
    ),
    Wording.S10_WRONG_NUMBER: (
        "Sorry dat wij u stoorden. Wij halen dit nummer weg en sturen u geen sms meer. Groet, {org}"
    ),
    Wording.S11_NOT_REACHED: (
        "Dag {name}, {who} van {org} belde u net. Wij bellen {when} nog eens. Of bel ons: {phone}"
    ),
    Wording.S12_WHO_WE_ARE: (
        "Deze sms is van {org}, uw verhuurder. Wij vragen nooit om geld, codes of om op een link te klikken. "
        "Twijfel? Bel {phone}"
    ),
    Wording.S13_CLOSED: "Dank u. Ons kantoor is nu dicht. Een collega van {org} belt u {when}. Bij gevaar: bel 112.",
    Wording.S14_COLLEAGUE: "{org}: er wacht al 2 uur iemand op een telefoontje. Kijk in de werklijst.",
    Wording.S15_STARTED: (
        "U krijgt weer sms en telefoontjes van ons. Wilt u nu een praatje of hulp? Stuur 1 of 2, of bel "
        "{phone}. Groet, {org}"
    ),
    Wording.S16_SORRY: (
        "Sorry, wij belden u niet op tijd. Een collega van {org} belt u {when}. Liever nu iemand spreken? Bel {phone}."
    ),
    Wording.S17_REFERRAL: (
        "Dag {name}, heeft {who} u gesproken? Stuur 1: ja, 2: nee. Bij nee bellen wij u. Geen sms? Stuur STOP. {org}"
    ),
    Wording.S18_REFERRAL_AGAIN: (
        "Dank u, een collega leest uw sms. Heeft {who} u gesproken? Stuur 1: ja, 2: nee. Of bel {phone}. {org}"
    ),
}
ENGLISH = {
    Wording.S0_NOTICE: (
        "Hello {name}, {org} will soon ask how you are. Code word: {code_word}. Questions? Call {phone}. "
        "Rather not? Text STOP"
    ),
    Wording.S1_CHECK_IN: (
        "Hello {name}, this is {org}. How are you? Text 1: a chat please, 2: I want help, 3: all is well. No "
        "more texts? Text STOP"
    ),
    Wording.S2_REMINDER: (
        "Hello {name}, we would like to know how you are. Text 1: chat, 2: help, 3: all is well. Or call {phone}. {org}"
    ),
    Wording.S3_CHAT: (
        "Lovely! A colleague from {org} will call you {when} for a chat. Not a good time? Text us a better moment."
    ),
    Wording.S4_HELP: (
        "Thank you. A colleague from {org} will call you {when}. Leak or fault? Call {phone} now. In danger: call 112."
    ),
    Wording.S5_FINE: "Good to hear! Want a chat or help later? Text 1 or 2, or call {phone}. Kind regards, {org}",
    Wording.S6_STOPPED: (
        "We will not send you texts or automatic calls any more. Changed your mind? Text START or call {phone}. {org}"
    ),
    Wording.S7_DANGER: (
        "Are you in danger now? Call 112. We do not read texts day and night. {org} will call you as soon as we can."
    ),
    Wording.S7B_DESPAIR: (
        "We are sorry it is so hard. Talking helps. Call 113 or 0800-0113, day and night, free. In danger: "
        "112. We will call too. {org}"
    ),
    Wording.S8_UNCLEAR: (
        "Thanks for your text. A colleague will read it. Quick answer? Text 1: chat, 2: help, 3: all is "
        "well. Or call {phone}. {org}"
    ),
    Wording.S9_LATER: (
        "Fine, we will call you {when}. Not a good time? Text us a better moment or call {phone}. {org}"
    ),
    Wording.S10_WRONG_NUMBER: "Sorry we disturbed you. We will remove this number and not text you again. {org}",
    Wording.S11_NOT_REACHED: (
        "Hello {name}, {who} from {org} just called you. We will try again {when}. Or call us: {phone}"
    ),
    Wording.S12_WHO_WE_ARE: (
        "This text is from {org}, your landlord. We never ask for money, codes or to click a link. In doubt? "
        "Call {phone}"
    ),
    Wording.S13_CLOSED: (
        "Thank you. Our office is closed now. A colleague from {org} will call you {when}. In danger: call 112."
    ),
    Wording.S14_COLLEAGUE: "{org}: someone has waited 2 hours for a call. Please check the work list.",
    Wording.S15_STARTED: (
        "You will get texts and calls from us again. Would you like a chat or help now? Text 1 or 2, or call "
        "{phone}. {org}"
    ),
    Wording.S16_SORRY: (
        "Sorry, we did not call you in time. A colleague from {org} will call you {when}. Rather now? Call {phone}."
    ),
    Wording.S17_REFERRAL: (
        "Hello {name}, has {who} spoken to you? Text 1: yes, 2: no. If not, we will call you. No texts? Text "
        "STOP. {org}"
    ),
    Wording.S18_REFERRAL_AGAIN: (
        "A colleague will read your text. Has {who} spoken to you? Text 1: yes, 2: no. Or call {phone}. {org}"
    ),
}
TEXTS = {"nl": DUTCH, "en": ENGLISH}
FALLBACK_LANGUAGE = "nl"


def placeholders(template: str) -> frozenset[str]:
    """Name what a text must be filled with."""
    return frozenset(field for _, field, _, _ in string.Formatter().parse(template) if field)


def compose(
    wording: Wording,
    language: str,
    *,
    org: str,
    phone: str,
    name: str = "",
    when: str = "",
    who: str = "",
    code_word: str = "",
    own: OwnWords = HOUSE_WORDS,
) -> str:
    """Fill a text in the tenant's language, folded to the alphabet of text messages; `own` words go before the house's.

    Raises ValueError when something that the text needs is missing.
    """
    template = own.text(wording, language) or TEXTS.get(language, TEXTS[FALLBACK_LANGUAGE])[wording]
    given = {"org": org, "phone": phone, "when": when, "who": who, "code_word": code_word}
    return fill(template, what=f"text {wording}", name=name, **given)


def fill(template: str, *, what: str = "the text", name: str = "", **given: str) -> str:
    """Fill a text. The name may be missing, and goes first when it would not fit in one message; nothing is ever cut.

    Raises ValueError when something else that the text needs is missing.
    """
    values = {key: gsm.fold(" ".join(value.split())) for key, value in (given | {"name": name}).items()}
    missing = sorted(field for field in placeholders(template) - {"name"} if not values.get(field))
    if missing:
        message = f"{what} needs {', '.join(missing)}"
        raise ValueError(message)
    if values["name"] and gsm.NOT_FOLDABLE not in values["name"]:
        text = template.format(**values)
        if gsm.parts(text) == 1:
            return text
    return template.replace(" {name}", "").format(**values)
