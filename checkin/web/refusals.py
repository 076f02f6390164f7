"""What the rules refuse, in the words of the screens: one sentence for each code of `Refused`."""

from __future__ import annotations

from flask_babel import gettext

from checkin.domain.errors import Refused
from checkin.web.forms import _

SENTENCES: dict[str, str] = {
    "already_read": _("%(by)s las dit bericht net voor u."),
    "already_waiting": _("Deze huurder staat al op de werklijst."),
    "call_at_needed": _("Kies een dag en een tijd om terug te bellen."),
    "call_at_past": _("Dit moment is al voorbij. Kies een later moment."),
    "campaign_changed": _("Deze belronde is intussen veranderd. Laad de pagina opnieuw."),
    "case_gone": _("Dit terugbelverzoek is er niet meer."),
    "day_far": _("Deze dag is te ver weg. Kies een dag binnen een jaar."),
    "day_past": _("Deze dag is al voorbij. Kies vandaag of een latere dag."),
    "enough_open": _("U heeft al %(count)s huurders opgepakt. Rond er eerst een af, of geef er een vrij."),
    "email_taken": _("Er is al een account met dit e-mailadres."),
    "email_wrong": _("Dit is geen e-mailadres."),
    "no_such_week": _("Deze week bestaat niet. Schrijf hem als 2026-W47."),
    "no_tenants": _("Kies minstens één huurder."),
    "not_yours": _("Dit gesprek is nu van %(by)s. Uw tekst staat hieronder, zodat u die kunt doorgeven."),
    "reply_gone": _("Dit bericht is er niet meer."),
    "playbook_gone": _("Dit draaiboek is er niet meer."),
    "playbook_large": _("Dit bestand is te groot voor een draaiboek."),
    "playbook_newer": _("Dit draaiboek is gemaakt met een nieuwere versie van checkin. Werk eerst checkin bij."),
    "playbook_no_file": _("Dit bestand is geen draaiboek. Kies een bestand dat met checkin is gemaakt."),
    "playbook_wrong": _("Dit draaiboek klopt niet: %(what)s."),
    "visit_done": _("Dit adres is al klaar. Iemand anders was u voor, of de huurder is al bereikt."),
    "visit_gone": _("Dit adres staat niet meer op de lijst."),
    "tenant_needed": _("Zoek eerst op van wie dit bericht is."),
    "times_changed": _("Iemand anders veranderde de tijden net. Kijk wat er nu staat en vul uw wijziging opnieuw in."),
    "import_stays": _("Dit is niet meer terug te draaien: er is een dag voorbij, of er is daarna nog iets ingelezen."),
    "import_busy": _("Een collega leest net een lijst in. Wacht een minuut en probeer het opnieuw."),
    "trial_no_mobile": _("Een sms kan alleen naar een mobiel nummer. Kies bellen, of vul een 06-nummer in."),
    "trial_of_a_tenant": _(
        "Dit nummer is van een huurder. Wat een huurder antwoordt, telt altijd. Neem uw eigen nummer."
    ),
    "trial_stopped": _("Dit nummer is gestopt of werkt niet. Neem een ander nummer."),
    "list_needed": _("Kies eerst wie u vraagt: vul huurdernummers in of kies een selectiebestand."),
    "start_past": _("Dit moment is al voorbij. Kies een later moment, of start nu."),
    "name_missing": _("Vul een naam in."),
    "password_easy": _("Dit wachtwoord is te raden. Neem een korte zin die alleen u verzint."),
    "password_long": _("Dit wachtwoord is te lang. Neem er een van hoogstens 200 tekens."),
    "password_short": _("Dit wachtwoord is te kort. Neem er een van minstens 12 tekens, bijvoorbeeld een korte zin."),
    "no_longer_yours": _(
        "U had deze huurder te lang niet bijgewerkt; hij staat weer op de lijst. Druk op Ik bel en sla opnieuw op."
    ),
}
SENTENCES |= {
    "reading_stands": _("Dit is niet meer te veranderen. Open de huurder en pas het daar aan."),
    "invitation_gone": _("Deze uitnodiging werkt niet meer. Vraag de coördinator om een nieuwe."),
    "last_administrator": _("Dit is de enige beheerder. Maak eerst iemand anders beheerder."),
    "not_yourself": _("U kunt uw eigen account niet sluiten. Vraag een andere coördinator."),
    "role_too_high": _("Alleen een beheerder kan dit."),
    "team_taken": _("Er is al een team met deze naam."),
    "group_gone": _("Deze doelgroep is er niet meer."),
    "group_in_use": _("De doelgroep “%(group)s” laat deze huurders weg. Verander eerst die doelgroep."),
    "group_leaves_out": _("Deze doelgroep kunt u hier niet weglaten: dan gaan twee doelgroepen in een kring."),
    "group_name_taken": _("Er is al een doelgroep met deze naam."),
    "selection_empty": _("In dit bestand staat niemand van uw huurders met een dag die meetelt."),
    "selection_gone": _("Dit selectiebestand is gewist of hoort bij een andere belronde."),
    "sound_empty": _("Kies eerst een opname."),
    "sound_large": _("Dit bestand is te groot. Een opname is hoogstens 5 MB."),
    "sound_unknown": _("Dit is geen WAV of MP3. Bewaar de opname als WAV of MP3 en kies hem opnieuw."),
    "sound_form": _("Deze WAV kan de telefoon niet afspelen. Bewaar de opname als WAV van 16 bits, of als MP3."),
    "sound_broken": _("Dit bestand is niet heel. Bewaar de opname opnieuw."),
    "sound_short": _("Deze opname is korter dan een halve seconde. Neem de zin opnieuw op."),
    "sound_long": _("Deze opname duurt langer dan een minuut. Neem alleen de zin op die hierboven staat."),
    "standing_stopped": _("Deze huurder wil geen sms en geen automatisch telefoontje. Dat moet eerst weer mogen."),
    "standing_not_possible": _("Dit kan niet: de huurder is overleden of verhuisd."),
    "standing_no_number": _("Er is geen nummer waarop dit kan."),
    "standing_gone": _("Deze vaste check-in is er niet meer."),
    "pause_wrong": _("De pauze moet na de eerste dag eindigen, en niet al voorbij zijn."),
    "facts_changed": _("Er is net iets veranderd bij deze huurder. Kijk of uw wijziging nog klopt en bewaar opnieuw."),
    "facts_not_yours": _("U kunt de gegevens wijzigen van een huurder die u belt. Druk eerst op Ik bel."),
    "words_changed": _("Een collega veranderde deze tekst net ook. Kijk wat er nu staat en vul uw tekst opnieuw in."),
    "words_wrong": _("In deze tekst ontbreekt iets dat erin moet blijven. Kijk wat eronder staat."),
    "recording_gone": _("Deze opname is er niet meer."),
    "recording_changed": _("Een collega veranderde deze opname net ook. Kijk hoe het er nu staat."),
}
SENTENCES |= {
    "bridge_elsewhere": _("U bent al in een gesprek via het systeem. Maak dat eerst af."),
    "bridge_under_way": _("U bent nog in gesprek via het systeem. Hang eerst op."),
    "no_telephone": _("Wij weten niet op welk nummer wij u kunnen bellen. Zet uw telefoonnummer bij uw gegevens."),
    "number_gone": _("Dit nummer is intussen veranderd of gesloten. Kijk welk nummer er nu staat."),
    "tenant_engaged": _("De huurder is nu al met ons aan de telefoon. Probeer het over een paar minuten."),
}
SENTENCES |= {
    "consent_needed": _(
        "Vraag eerst of de huurder het goed vindt. Zonder toestemming leggen wij alleen vast dat u advies gaf."
    ),
    "follow_up_gone": _("Deze afspraak staat al op de werklijst of is voorbij."),
    "gift_moved_on": _("Een collega deed net iets met deze attentie. Kijk hoe het er nu staat."),
    "list_full": _("De lijst is vol. Haal eerst een regel weg."),
    "no_corrections": _("Er zijn geen nieuwe correcties."),
    "observation_gone": _("Dit signaal staat niet meer op de lijst."),
    "observation_taken": _("Dit signaal staat al op de lijst."),
    "organisation_gone": _("Deze organisatie staat niet meer op de lijst. Kies een andere."),
    "organisation_taken": _("Er staat al een organisatie met deze naam op de lijst."),
    "referral_gone": _("Deze doorverwijzing is al klaar."),
    "talk_gone": _("Dit gesprek staat niet op de lijst."),
}
SENTENCES |= {
    "skip_words_needed": _("Schrijf kort waarom u deze huurder overslaat."),
    "forward_reason_needed": _("Schrijf kort waarom. De ander leest dit als eerste."),
    "forward_yourself": _("Dat bent u zelf. Kies een collega of een team."),
    "forward_not_active": _("Deze collega werkt hier niet meer mee. Kies een ander."),
    "forward_no_hours": _("Deze collega is er de komende weken niet. Kies een ander."),
    "forward_too_late": _("Deze collega is er pas na het beloofde moment. Kies een ander."),
    "forward_team_not_active": _("Dit team is er niet meer. Kies een ander."),
    "forward_team_empty": _("In dit team zit niemand die nog meewerkt. Kies een ander."),
    "forward_team_no_hours": _("Van dit team is er de komende weken niemand. Kies een ander."),
    "forward_team_too_late": _("Van dit team is er pas iemand na het beloofde moment. Kies een ander."),
    "tenant_gone": _("Deze huurder staat niet meer in het systeem."),
    "tenant_deceased": _("Deze huurder is overleden."),
    "undo_gone": _("Dit is niet meer ongedaan te maken. Het is te lang geleden."),
    "undo_left": _("Dit is niet meer ongedaan te maken: er is al een bericht naar de huurder gegaan."),
    "undo_followed": _("%(by)s deed daarna al iets met deze huurder. Daarom blijft het zo."),
}
UNKNOWN = _("Dit kan nu niet. Ga terug om te zien hoe het er voor staat.")


def sentence(code: str, **details: object) -> str:
    """Say what was refused; details fill the places in the sentence."""
    somebody = {name: value or gettext("Een collega") for name, value in details.items() if name == "by"}
    return str(SENTENCES.get(code, UNKNOWN)) % {**details, **somebody}


def refusal(error: Refused) -> str:
    """Say an error of the rules in words."""
    return sentence(error.code, **error.details)
