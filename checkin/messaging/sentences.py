"""The sentences of the telephone menu, in Dutch and English; one entry is one breath, each sentence one pause."""

from __future__ import annotations

from checkin.domain.office_hours import Daypart

GREETINGS = {
    "nl": {Daypart.MORNING: "Goedemorgen", Daypart.AFTERNOON: "Goedemiddag", Daypart.EVENING: "Goedenavond"},
    "en": {Daypart.MORNING: "Good morning", Daypart.AFTERNOON: "Good afternoon", Daypart.EVENING: "Good evening"},
}
SOON = {"nl": "zo snel mogelijk", "en": "as soon as we can"}
"""Said where no time can be promised."""

DUTCH = {
    "greeting": ("{greeting}.", "Dit is {org}, uw verhuurder.", "U hoort een automatische stem."),
    "for whom": ("Wij bellen voor {name}.",),
    "word on the card": ("Het codewoord op uw kaart is: {code_word}.",),
    "word in the text": ("Het codewoord uit onze sms is: {code_word}.",),
    "question": (
        "Wij willen graag weten hoe het met u gaat.",
        "Wilt u een praatje met een collega?",
        "Toets een.",
        "Wilt u hulp?",
        "Toets twee.",
        "Gaat alles goed?",
        "Toets drie.",
    ),
    "patient": (
        "U heeft alle tijd.",
        "Pak rustig uw telefoon erbij.",
        "Praatje: toets een.",
        "Hulp: toets twee.",
        "Alles goed: toets drie.",
        "Nog eens horen: toets nul.",
        "Liever geen telefoontjes meer: toets negen.",
    ),
    "silent": ("Het geeft niet.", "U hoeft niets te doen.", "Een collega belt u zelf nog even.", "Dag!"),
    "unknown key": ("Die toets ken ik niet.", "Ik zeg het nog een keer."),
    "chat": ("Fijn!", "Een collega belt u {when} voor een praatje.", "U ziet dan nummer {phone}.", "Tot dan."),
    "help": (
        "Dank u.",
        "Een collega belt u {when} om te helpen.",
        "Is er nu gevaar?",
        "Hang dan op en bel een, een, twee.",
        "Tot straks.",
    ),
    "fine": ("Fijn om te horen.", "Wilt u later toch iemand spreken?", "Bel {phone}.", "Een fijne dag."),
    "no more": ("Wij bellen u niet meer met deze stem.", "U kunt ons altijd bellen: {phone}.", "Dag."),
    "voicemail": (
        "{greeting}, dit is {org}, uw verhuurder.",
        "Wij waren benieuwd hoe het gaat.",
        "U hoeft niets te doen.",
        "Wilt u iemand spreken?",
        "Bel {phone}.",
        "Dag!",
    ),
    "inbound": ("U spreekt met de automatische stem van {org}.",),
    "we called": ("Wij hadden u gebeld.",),
    "unknown caller": (
        "Wilt u dat een collega u terugbelt?",
        "Toets een.",
        "Wilt u geen telefoontjes of sms meer van ons?",
        "Toets negen.",
    ),
    "not heard": ("U kunt ons ook bellen in kantoortijd: {phone}.", "Dag!"),
    "call back": ("Dank u.", "Een collega belt u {when} terug.", "U ziet dan nummer {phone}.", "Tot dan."),
    "trouble": ("Er gaat bij ons iets mis.", "Dat ligt niet aan u.", "U kunt ons bellen: {phone}.", "Dag!"),
}
ENGLISH = {
    "greeting": ("{greeting}.", "This is {org}, your landlord.", "You hear an automatic voice."),
    "for whom": ("We are calling for {name}.",),
    "word on the card": ("The code word on your card is: {code_word}.",),
    "word in the text": ("The code word in our text is: {code_word}.",),
    "question": (
        "We would like to know how you are.",
        "Would you like a chat with a colleague?",
        "Press one.",
        "Would you like help?",
        "Press two.",
        "Is all well?",
        "Press three.",
    ),
    "patient": (
        "Take your time.",
        "Chat: press one.",
        "Help: press two.",
        "All well: press three.",
        "Hear it again: press zero.",
        "No more calls: press nine.",
    ),
    "silent": ("No problem.", "You need not do anything.", "A colleague will call you.", "Goodbye!"),
    "unknown key": ("I do not know that key.", "I will say it again."),
    "chat": ("Lovely!", "A colleague will call you {when} for a chat.", "You will see number {phone}.", "Speak soon."),
    "help": (
        "Thank you.",
        "A colleague will call you {when} to help.",
        "In danger now?",
        "Hang up and call one, one, two.",
    ),
    "fine": ("Good to hear.", "Would you like to talk later?", "Call {phone}.", "Have a nice day."),
    "no more": ("We will not call you with this voice again.", "You can always call us: {phone}.", "Goodbye."),
    "voicemail": (
        "{greeting}, this is {org}, your landlord.",
        "We wondered how you are.",
        "You need not do anything.",
        "Would you like to talk?",
        "Call {phone}.",
        "Goodbye!",
    ),
    "inbound": ("This is the automatic voice of {org}.",),
    "we called": ("We had called you.",),
    "unknown caller": (
        "Would you like a colleague to call you back?",
        "Press one.",
        "Would you like no more calls or texts from us?",
        "Press nine.",
    ),
    "not heard": ("You can also call us in office hours: {phone}.", "Goodbye!"),
    "call back": (
        "Thank you.",
        "A colleague will call you back {when}.",
        "You will see number {phone}.",
        "Speak soon.",
    ),
    "trouble": ("Something is wrong at our end.", "It is not your fault.", "You can call us: {phone}.", "Goodbye!"),
}
SENTENCES = {"nl": DUTCH, "en": ENGLISH}
