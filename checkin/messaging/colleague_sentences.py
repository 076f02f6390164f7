"""What a colleague hears on the telephone, in Dutch and English; nobody records these."""

from __future__ import annotations

DUTCH = {
    "hello": ("Dag, dit is {org}.",),
    "unknown key": ("Die toets ken ik niet.",),
    "no key": ("U heeft nog niets gekozen.",),
    "alarm": ("Er is spoed.", "Een huurder vraagt om hulp.", "Pakt u dit op?", "Toets een."),
    "alarm is yours": ("Dank u.", "Het gaat om {name}.", "U vindt alles boven aan de werklijst.", "Bij gevaar: 112."),
    "alarm of a colleague": ("Dank u.", "Uw collega {colleague} spreekt nu met {name}.", "Neem contact met haar op."),
    "alarm of a text": ("Dank u.", "Het bericht staat boven aan bij Even lezen.", "Bij gevaar: 112."),
    "alarm goes on": ("Wij bellen nu iemand anders.", "Dag!"),
    "too late": ("Dit is al klaar.", "U hoeft niets te doen.", "Dag!"),
    # A bridged call.
    "wants a chat": ("{name} wil graag een praatje.",),
    "wants help": ("{name} wil graag hulp.",),
    "is urgent": ("{name} heeft snel iemand nodig.",),
    "wants contact": ("{name} wil graag gebeld worden.",),
    "talk with": ("U gaat bellen met {name}.",),
    "put through key": ("Toets een, en ik verbind u.",),
    "connecting": ("Ik verbind u.",),
    "not connected": ("Ik verbind u nu niet.", "In het scherm kunt u het opnieuw proberen.", "Dag!"),
    "engaged": ("{name} is nu al met ons aan de telefoon.", "Probeer het over een paar minuten opnieuw.", "Dag!"),
    "no answer": ("{name} nam niet op.", "Schrijf het in het scherm op.", "Dag!"),
    "busy": ("{name} is in gesprek.", "Schrijf het in het scherm op.", "Dag!"),
    "number dead": ("Dit nummer bestaat niet meer.", "Schrijf het in het scherm op.", "Dag!"),
    "no connection": ("Ik kreeg geen verbinding.", "In het scherm kunt u het opnieuw proberen.", "Dag!"),
}
ENGLISH = {
    "hello": ("Hello, this is {org}.",),
    "unknown key": ("I do not know that key.",),
    "no key": ("You have not chosen yet.",),
    "alarm": ("This is urgent.", "A tenant asks for help.", "Will you take this?", "Press one."),
    "alarm is yours": (
        "Thank you.",
        "It is about {name}.",
        "You find everything on top of the work list.",
        "In danger: 112.",
    ),
    "alarm of a colleague": (
        "Thank you.",
        "Your colleague {colleague} is speaking with {name} now.",
        "Please contact them.",
    ),
    "alarm of a text": ("Thank you.", "The text is on top of the list to read.", "In danger: 112."),
    "alarm goes on": ("We are ringing somebody else now.", "Goodbye!"),
    "too late": ("This has been dealt with.", "You need not do anything.", "Goodbye!"),
    # A bridged call.
    "wants a chat": ("{name} would like a chat.",),
    "wants help": ("{name} would like help.",),
    "is urgent": ("{name} needs somebody soon.",),
    "wants contact": ("{name} would like to be called.",),
    "talk with": ("You are about to call {name}.",),
    "put through key": ("Press one, and I will connect you.",),
    "connecting": ("I am connecting you.",),
    "not connected": ("I will not connect you now.", "You can try again on the screen.", "Goodbye!"),
    "engaged": ("{name} is on the telephone with us already.", "Please try again in a few minutes.", "Goodbye!"),
    "no answer": ("{name} did not answer.", "Please note it on the screen.", "Goodbye!"),
    "busy": ("The line of {name} is busy.", "Please note it on the screen.", "Goodbye!"),
    "number dead": ("This number does not exist any more.", "Please note it on the screen.", "Goodbye!"),
    "no connection": ("I could not get a connection.", "You can try again on the screen.", "Goodbye!"),
}
COLLEAGUE_SENTENCES = {"nl": DUTCH, "en": ENGLISH}
