"""Friendly words that are easy to say, to read and to remember: the card holds one, and the call repeats it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_DUTCH = """
aardbei abrikoos akker appel bakker ballon banjo beuk bezem bijenkorf bloesem boerderij boot bosrand brem brug
buiten citroen dadel dauw deken dijk duif duinen egel eik eiland ezel fazant fiets fluit fontein framboos gans
gitaar goudvis gras haag haas hagelslag hangmat haver hazelnoot heide herfst herberg honing horizon iris jasmijn
kachel kajak kalender kanarie kaneel kapel kastanje kersen ketel kievit klaproos klaver klokje koekje konijn koning
korenbloem kraai kraan krokus kussen lavendel lente lepel lindeboom lucht maan madelief mandarijn marmer meeuw merel
mier molen muziek narcis noten olifant oever orgel paddenstoel papegaai parel pauw peer perron piano pinda polder
pompoen potlood prins radijs regenboog ridder rivier roodborst roos schaap schilder schip sering sneeuw spiegel
sprookje ster strand sinaasappel tafel tarwe terras theepot tomaat toren trein tulp uil veer vijver vlieger vlinder
vogel vuurtoren wandeling waterlelie weide wilg wolk wortel zadel zee zeil zilver zomer zonnebloem zwaan zwaluw
"""
_ENGLISH = """
acorn almond anchor apple apricot banjo barley beach berry birch blossom bluebell boat breeze bridge butter
butterfly candle canoe cherry clover copper cottage cushion daffodil daisy donkey duck eagle feather fiddle flower
forest fountain garden giraffe goose guitar harbour hazel hedgehog heron holly honey island ivory jasmine kettle
kitten ladder lantern lavender lemon lighthouse lily linen lobster maple marble meadow melon mirror moonlight
morning mountain nutmeg ocean olive orange orchard otter owl paddle parrot peach pebble pencil pepper piano pigeon
poppy potato pumpkin rabbit rainbow river robin rose saddle sailor seagull shadow silver snowdrop sparrow spring
squirrel summer sunflower swallow teapot thimble thunder tiger tulip turnip valley velvet violet violin walnut
waterfall whistle willow window winter
"""
DUTCH, ENGLISH = tuple(_DUTCH.split()), tuple(_ENGLISH.split())
WORDS = {"nl": DUTCH, "en": ENGLISH}


def code_word(language: str, choose: Callable[[Sequence[str]], str]) -> str:
    """Choose a word in the language in which the tenant will hear it."""
    return choose(WORDS.get(language, DUTCH))
