"""What an import has to say about a file or a cell: a code with values, and one sentence for each code."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

TRANSLATIONS = Path(__file__).parent.parent / "translations"


def N_(sentence: str) -> str:  # noqa: N802 - the usual name, by which the catalog finds the sentence
    """Mark a sentence for the catalog without translating it here."""
    return sentence


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say: a code, and the values for the places in its sentence."""

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)


SENTENCES = {
    # The file
    "file_too_large": N_("Dit bestand is groter dan {megabytes} MB. Deel de lijst in stukken."),
    "file_empty": N_("Dit bestand is leeg."),
    "file_kind": N_("Dit is geen lijst die wij kunnen lezen. Bewaar de lijst als CSV, XLSX, XLS of ODS."),
    "file_html": N_("Dit is een webpagina of XML, geen lijst. Bewaar het in Excel als XLSX of CSV."),
    "file_encoding": N_("De letters in dit bestand zijn niet te lezen. Bewaar de lijst als “CSV UTF-8” of als XLSX."),
    "file_null": N_("In dit bestand staan tekens die geen tekst zijn. Bewaar de lijst opnieuw als CSV of XLSX."),
    "file_broken": N_("Dit bestand is beschadigd of niet helemaal aangekomen. Bewaar de lijst opnieuw."),
    "file_password": N_("Dit bestand heeft een wachtwoord. Bewaar het zonder wachtwoord."),
    "file_large_inside": N_("Dit werkblad is te groot. Kopieer alleen de gevulde rijen naar een nieuw bestand."),
    "file_gone": N_("Dit bestand is er niet meer. Kies het opnieuw."),
    "import_failed": N_("Dit ging mis, en er is niets veranderd. Probeer het opnieuw, of vraag de beheerder."),
    "import_half_done": N_(
        "Dit ging mis toen een deel al was ingelezen. Lees het bestand nog een keer in: dan komt de rest erbij."
    ),
    "undo_half_done": N_("Dit ging mis toen een deel al was teruggedraaid. Draai de rest ook terug."),
    "import_busy": N_("Een collega leest net een lijst in. Wacht een minuut en probeer het opnieuw."),
    "quotes": N_('In regel {row} staat een aanhalingsteken (") te veel of te weinig. Verbeter die regel.'),
    "cell_too_long": N_('Een vakje bevat meer dan 32.767 tekens. Meestal ontbreekt er een aanhalingsteken (").'),
    "too_many_columns": N_("Dit bestand heeft meer dan {columns} kolommen. Bewaar alleen de kolommen over huurders."),
    "too_many_rows": N_("Dit bestand heeft meer dan {rows} regels. Deel de lijst in stukken."),
    "selection_header": N_("Wij zoeken twee kolommen: Huurdernummer (of Relatienummer) en Datum."),
    "only_header": N_("Onder de kop staan geen huurders."),
    "no_header": N_("Wij herkennen geen kolomnamen, zoals Achternaam en Mobiel. Wij vonden: {found}"),
    "no_last_name": N_("Er is geen kolom met de achternaam. Wij vonden: {found}"),
    "column_refused": N_("De kolom ‘{value}’ lezen wij niet in: die gegevens hebben wij niet nodig."),
    "no_phone_column": N_("Er is geen kolom met een telefoonnummer. Wij vonden: {found}"),
    # The telephone numbers
    "no_number": N_("Geen telefoonnummer. De huurder komt in de lijst, maar is niet te bereiken."),
    "phone_cut_off": N_("‘{value}’: Excel heeft dit nummer afgekapt. Vul het opnieuw in, als tekst."),
    "phone_formula": N_("‘{value}’ is een formule en geen telefoonnummer."),
    "phone_letters": N_("In ‘{value}’ staan letters tussen de cijfers."),
    "phone_extension": N_("‘{value}’ heeft een toestelnummer. Dat kunnen wij niet bellen."),
    "three_numbers": N_("Er is geen plaats voor nog een nummer. Kies “Gegevens wijzigen” en haal er een weg."),
    "phone_one_short": N_("‘{value}’ is één cijfer te kort."),
    "phone_short": N_("‘{value}’ is {count} cijfers te kort."),
    "phone_one_long": N_("‘{value}’ is één cijfer te lang."),
    "phone_long": N_("‘{value}’ is {count} cijfers te lang."),
    "phone_not_in_use": N_("‘{value}’ bestaat niet als telefoonnummer."),
    "phone_not_personal": N_("‘{value}’ is geen nummer van een persoon. Dit soort nummers bellen wij nooit."),
    "phone_country": N_("‘{value}’ is een buitenlands nummer. Dat staat niet aan bij de instellingen."),
    "phone_unreadable": N_("‘{value}’ is geen telefoonnummer."),
    "phone_machine": N_("‘{value}’ is een nummer voor apparaten. Is dit echt van de huurder?"),
    "phone_own": N_("‘{value}’ is uw eigen nummer."),
    "phone_left_over": N_("‘{value}’ is een nummer te veel: er is plaats voor drie."),
    "number_stopped": N_("Op dit nummer is om stoppen gevraagd. De huurder krijgt geen automatische berichten."),
    "number_closed": N_("Dit nummer bleek eerder niet (meer) van de huurder te zijn."),
    # The person
    "last_name_missing": N_("De achternaam ontbreekt."),
    "too_long": N_("‘{value}’ is langer dan {limit} tekens."),
    "row_too_long": N_("Deze regel heeft meer vakjes dan de kop. Misschien staat er een scheidingsteken in de tekst."),
    "duplicate": N_("Deze huurder staat ook op regel {other}. Wij nemen die één keer op."),
    "other_data": N_("Deze huurder staat ook op regel {other}, met andere gegevens. Wij gebruiken regel {other}."),
    "ambiguous": N_("Wij kennen meer huurders met deze naam en dit nummer. Zet het relatienummer erbij."),
    "deceased": N_("De huurder is overleden. Wij nemen deze regel niet op en benaderen de huurder niet meer."),
    "heirs": N_("‘{value}’: dit zijn erfgenamen. Wij nemen deze regel niet op."),
    "contract_ended": N_("Het huurcontract is geëindigd op {value}. Wij slaan deze regel over."),
    "contract_over": N_("Het huurcontract loopt niet meer (‘{value}’). Wij slaan deze regel over."),
    "contract_notice": N_("Het huurcontract is opgezegd (‘{value}’)."),
    "contract_unknown": N_("‘{value}’ kennen wij niet als status van een contract."),
    "role_not_tenant": N_("‘{value}’ is geen huurder. Wij slaan deze regel over."),
    "opted_out": N_("De huurder wil niet benaderd worden. Dat houden wij aan."),
    "opted_out_unclear": N_("Bij ‘niet benaderen’ staat ‘{value}’. Voor de zekerheid benaderen wij de huurder niet."),
    "post_only": N_("De huurder wil alleen post: wij bellen en sms’en niet."),
    "email_wrong": N_("‘{value}’ is geen e-mailadres."),
    "postcode_wrong": N_("‘{value}’ is geen postcode."),
    "birth_year_wrong": N_("‘{value}’ is geen geboortedatum."),
    "date_wrong": N_("‘{value}’ is geen datum."),
    "channel_unknown": N_("‘{value}’ kennen wij niet als manier om te benaderen."),
    "language_unknown": N_("‘{value}’ kennen wij niet als taal. Wij gebruiken Nederlands."),
    "language_fallback": N_("Deze taal spreken wij nog niet automatisch. Uw collega ziet de taal."),
    "note_sensitive": N_("In de opmerking staat ‘{value}’. Is het nodig om dat te bewaren?"),
}  # fmt: skip


def say(remark: Remark, language: str = "nl") -> str:
    """Say a remark in words, in the language of the reader."""
    return _catalog(language).gettext(SENTENCES[remark.code]).format(**remark.values)


@lru_cache(maxsize=8)
def _catalog(language: str) -> gettext.NullTranslations:
    return gettext.translation("messages", TRANSLATIONS, [language], fallback=True)
