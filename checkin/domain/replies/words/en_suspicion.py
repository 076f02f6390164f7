"""English words that together are a reason to look at once, by topic: of each list of a topic one is said."""

from __future__ import annotations

CLASSES = {
    "person": (
        "husband wife mother mum mom father dad son daughter neighbour neighbor man woman baby child he she "
        "brother sister friend grandma grandad partner lady"
    ),
    "not": "no not cant cannot dont doesnt isnt wont wouldnt never nobody",
}

TOPICS = """
    person: @person | unconscious collapsed fainted fitting bleeding choking blue drowning stabbed unresponsive
    confused wandering vanished slumped convulsing gasping wheezing,

    harm: @person me us him her | hit hits hitting punched kicked pushed slapped strangled grabbed threatens
    threatened threatening knife gun locked beats beat attacked dragged choke,

    body: head chest heart arm leg face mouth neck hip wrist ankle back foot hand eye throat tongue lips |
    broken numb drooping bleeding swollen crushed burnt burned stuck snapped cut trapped sudden suddenly tight
    racing pounding,

    breath: breath breathe breathing air | @not hard trouble gasping short struggling difficult stopped barely
    hardly,

    home: kitchen house flat oven hob tv socket bin curtain curtains neighbours hallway stairs battery heater |
    smoke flames burning fire sparks exploded smoking flaming ablaze,

    water: water ceiling pipe | pouring gushing flooding rising flooded socket electric lights collapsing,

    fall: fell fallen fall slipped tripped tumbled | stairs ladder bed floor bath chair head hip up move kerb,

    stuck: stuck trapped locked | lift elevator bath toilet bathroom balcony floor shed cellar,

    despair: life living dying dead tablets pills rope bridge train | end ending pointless goodbye jump
    swallowed overdose finish,

    intruder: door window house garden room inside bedroom | burglar intruder stranger strangers breaking
    smashing banging masked forcing,

    alone: suicide suicidal unconscious electrocuted poisoned strangling kidnapped raped drowning hypothermia
    anaphylaxis seizure
"""
"""Of each list of a topic, one word is said."""
