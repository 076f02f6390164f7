"""Danger is heard in every subject, tense and order in which people tell it, and not in what only sounds like it."""

from __future__ import annotations

from itertools import chain, cycle, product

import pytest

from checkin.domain.meanings import Meaning
from checkin.domain.replies.measuring import CLOSING, label_of
from checkin.domain.replies.reading import read_text

Row = tuple[str, ...]
"""Places of a sentence, one behind the other; each is filled with one of the words between bars, or with none."""

ANOTHER = "mijn man|mijn vrouw|moeder|mn vader|de buurvrouw|oma|mijn dochter"
HE = "hij|ze|mijn man|moeder|de buurman"
NOW = "|net|vannacht|weer"

DANGERS: dict[str, tuple[Row, ...]] = {
    "fall": (
        ("|ik ben|ben", NOW, "gevallen|uitgegleden|gestruikeld", "|in de badkamer|van de trap|over de drempel|uit bed"),
        (ANOTHER, "is", NOW, "gevallen|van de trap gevallen|onderuit gegaan", "|en ligt op de grond|en bloedt"),
        ("net|vannacht|vanmorgen", "ben ik|is mijn man|is ma", "gevallen|onderuitgegaan|uit bed gevallen"),
        ("ik viel|ik ben gegleden|moeder viel", "van de trap|in de douche|uit bed|van mijn stoel|op de stoep"),
        ("ik lig|lig|ze ligt|hij ligt|ma ligt", "|nog|al een uur|hier", "op de grond|op de vloer|onder aan de trap"),
        ("al een uur|sinds vannacht", "lig ik|ligt hij|ligt moeder", "op de grond|op de koude vloer|in de gang"),
        (
            "ik kan|kan|ik kom|hij kan|ze komt|mijn vrouw kan",
            "niet|niet meer|nie meer|haast niet",
            "overeind|omhoog|opstaan|uit bed|uit bad|uit mijn stoel|van de wc af|van de grond",
            "|komen",
        ),
        ("overeind|omhoog|opstaan|rechtop", "kom ik niet|kan ik niet meer|lukt niet|lukt me niet|gaat niet meer"),
        ("opstaan|overeind komen|omhoog komen", "lukt niet|lukt niet meer|gaat niet|kan ik niet|is onmogelijk"),
        ("ik krijg|wij krijgen|krijg", "hem|haar|mijn man|moeder", "niet overeind|niet meer omhoog|niet van de grond"),
        ("hij|ze|mijn man|moeder", "krijg ik niet", "overeind|omhoog|van de vloer"),
        (
            "mijn|zijn|haar|me",
            "heup|been|arm|pols|enkel",
            "is gebroken|gebroken|staat scheef na een val|ligt er raar bij",
        ),
        ("heb|ik heb|ze heeft|hij heeft", "mijn heup|haar been|zijn arm|een pols", "gebroken|gebroken denk ik"),
    ),
    "chest": (
        (
            "|heb|ik heb|hij heeft|moeder heeft",
            "pijn|druk|veel pijn|steken",
            "op mijn borst|op de borst|in de borst|in de borststreek",
        ),
        ("mijn borst|me borst|zijn borst", "doet pijn|doet zeer|drukt zo|steekt|voelt zwaar"),
        ("mijn hart|me hart|zijn hart", "bonst zo|slaat over|doet raar|gaat tekeer|staat stil|doet zeer|hapert"),
        (
            "|ik denk|ik geloof|misschien",
            "een hartaanval|hartaanval|een hartinfarct",
            "|heb ik|heeft mijn man|heeft hij",
        ),
        (
            "pijn|een pijn|uitstraling",
            "in mijn linkerarm|in mijn kaak|in de linker arm",
            "|en zweten|en misselijk|en benauwd",
        ),
    ),
    "breath": (
        (
            "ik krijg|krijg|hij krijgt|ze krijgt|mijn man krijgt",
            "|bijna|haast",
            "geen lucht|geen adem|te weinig lucht|slecht lucht",
        ),
        (
            "geen lucht|geen adem|bijna geen lucht|nauwelijks lucht",
            "krijg ik|krijgt hij|krijgt moeder|meer",
            "|hier|help",
        ),
        ("lucht krijgen|ademen|adem halen|ademhalen|adem krijgen", "lukt niet|lukt niet meer|gaat niet|gaat moeilijk"),
        ("lucht krijgen|ademen|ademhalen", "lukt haast niet|kan ik niet|kan hij niet meer|wordt moeilijk|doet pijn"),
        ("ik kan|kan|hij kan|mijn vrouw kan", "niet|niet meer|bijna niet|haast niet", "ademen|ademhalen|adem halen"),
        ("ik ben|ben|hij is|moeder is", "|zo|heel|erg|vreselijk", "benauwd|kortademig|buiten adem"),
        (
            "|heb|hij heeft",
            "astma|copd",
            "en geen pufje|en mijn pufje is leeg|en mijn puffer is op|en krijg geen lucht",
        ),
        ("ik stik|hij stikt|moeder stikt|ik stik bijna|ze heeft zich verslikt en stikt|stik de moord", ""),
        ("hij|ze|mijn man|papa", "ademt niet|ademt niet meer|haalt geen adem|ademt bijna niet|hapt naar adem"),
    ),
    "stroke": (
        (
            "mijn|zijn|haar|me|de",
            "mond|gezicht|mondhoek",
            "hangt scheef|staat scheef|hangt|trekt scheef|is scheef|zakt scheef",
        ),
        ("scheve mond|scheef gezicht|een scheve mond", "|heeft hij|heb ik|heeft moeder"),
        (
            "kan|ik kan|hij kan|ze kan",
            "mijn arm|zijn linkerarm|haar rechterarm|mijn been",
            "niet bewegen|niet meer bewegen|niet optillen|niet meer gebruiken",
        ),
        (
            "mijn arm|zijn linkerarm|haar been|me rechterbeen",
            "doet niks meer|doet niks|is verlamd|is slap|is lam|wil niet meer",
        ),
        (
            "ik voel|voel|hij voelt|ze voelt",
            "mijn arm|de helft van het lichaam|een kant|mijn linkerkant|zijn been|de rechterkant",
            "niet|niet meer",
        ),
        (HE, "praat|spreekt|praat ineens", "raar|wartaal|onduidelijk|met dubbele tong|onverstaanbaar"),
        (
            "|ik denk|volgens mij",
            "een beroerte|beroerte|een tia|een herseninfarct",
            "|heb ik|heeft hij|bij mijn man|denk ik",
        ),
        ("ik zie|zie|hij ziet|mijn vrouw ziet", "ineens|plotseling|opeens", "niks meer|niks|dubbel|niets meer"),
        (
            "ik zie|zie|hij ziet",
            "niks meer|niets meer|niks",
            "ineens|opeens|met een oog|met mijn linkeroog|aan een kant",
        ),
        ("ineens|plotseling", "kan ik|kan hij|kan mijn vrouw", "niet meer praten|niks meer zeggen|niet meer zien"),
        ("ik kom|hij komt|moeder komt", "niet|niet meer", "uit mijn woorden|uit zijn woorden|uit haar woorden"),
    ),
    "unconscious": (
        (ANOTHER, "is", "bewusteloos|flauwgevallen|buiten westen|buiten bewustzijn|weggevallen|niet aanspreekbaar"),
        (ANOTHER, "reageert|reageerd", "niet|niet meer|nergens op|nergens meer op|niet op mij"),
        (ANOTHER, "wordt|word", "niet wakker|niet meer wakker|maar niet wakker"),
        (
            "ik krijg|krijg|wij krijgen|ze krijgen",
            "hem|haar|mijn man|opa",
            "niet wakker|niet meer wakker|maar niet wakker",
        ),
        (ANOTHER, "beweegt|ademt", "niet|niet meer"),
        (
            HE,
            "geeft geen antwoord|geeft geen antwoord meer|antwoordt niet",
            "|en ligt in bed|en ligt op de bank|en is bleek",
        ),
        ("hij|ze|mijn man|moeder", "ligt", "stil|levenloos|bewusteloos|roerloos", "in bed|in de stoel|op de bank"),
        (HE, "is", "in elkaar gezakt|weggezakt|onwel geworden|niet bij kennis|buiten kennis|van zijn stokje gegaan"),
    ),
    "fire": (
        (
            "er is|er is hier|hier is|we hebben|",
            "brand|brand uitgebroken",
            "|in de keuken|in de flat|bij de buren|op zolder",
        ),
        (
            "de keuken|mijn huis|het gordijn|de schuur|de meterkast|het bed|de bank|de frituurpan",
            "staat in brand|brandt|staat in de fik|vliegt in brand|staat in vlammen|heeft vlam gevat",
        ),
        (
            "in de keuken|op de galerij|bij de buren|in de berging",
            "brandt het|is brand|staat alles in brand|zijn vlammen",
        ),
        (
            "het brandt|het fikt|vlammen",
            "in de keuken|bij de buren|op het balkon|hier|in het trappenhuis|uit het raam",
        ),
        ("vlam in de pan|de pan staat in brand|pan in brand", "|help"),
    ),
    "smoke": (
        ("er is|er komt|ik zie|ik ruik|zie|ruik|veel", "rook|zwarte rook|rook en stank", "|in de gang|uit de muur"),
        (
            "rook",
            "uit de meterkast|in het trappenhuis|onder de deur door|in huis|bij de buren|uit het stopcontact",
        ),
        (
            "het huis|de keuken|de gang|alles|het trappenhuis",
            "staat vol rook|hangt vol rook|zit vol rook|is vol rook|staat blauw van de rook",
        ),
        ("ik ruik|wij ruiken|ruik|het is een", "brandlucht|schroeilucht|brand|iets verbrands"),
        ("het ruikt|het stinkt|hier ruikt het", "naar brand|naar rook|verbrand|aangebrand in de meterkast"),
        ("de rookmelder|het rookalarm|brandmelder", "gaat af|gaat maar door|piept en ik ruik brand|loeit"),
        ("het stopcontact|de stekker|de meterkast|de oven", "rookt|vonkt|smelt|smeult|knettert en rookt"),
    ),
    "gas": (
        (
            "ik ruik|ruik|we ruiken|ze ruikt|er is",
            "gas|gaslucht|een gaslucht|een gasgeur",
            "|in de keuken|hier|in de gang",
        ),
        ("het ruikt|het stinkt|hier ruikt het|hier stinkt het", "naar gas|zo naar gas", "|in huis|bij het fornuis"),
        ("|er is een|een|denk een", "gaslek|gaslekkage|gas lek", "|in de keuken|bij de buren"),
        ("gas", "ruik ik|ruiken we hier|lekt|ontsnapt|staat open"),
        ("het gas|de gaskraan|gaspit", "staat open|krijg ik niet dicht|staat nog open|lekt"),
        ("de gasleiding|gasleiding|de gasslang", "is kapot|lekt|is lek|is geraakt|is gebroken"),
        ("naar gas", "ruikt het hier|stinkt het hier|ruikt het"),
    ),
    "monoxide": (
        (
            "|de|het|mijn",
            "koolmonoxidemelder|co melder|co-melder|koolmonoxide alarm|co alarm",
            "gaat af|piept|loeit|slaat alarm|gaat tekeer",
        ),
        (
            "|ik denk|misschien|er is",
            "koolmonoxide|koolmonoxidevergiftiging|kolendamp|co vergiftiging",
            "|in huis|uit de geiser",
        ),
        ("we zijn|ik ben|iedereen is", "misselijk|duizelig|suf", "van de geiser|van de kachel|en de geiser walmt"),
        (
            "hoofdpijn en misselijk|allemaal hoofdpijn|duizelig en misselijk",
            "en de geiser brandt raar|sinds de kachel aan is|door de geiser|van de kachel",
        ),
    ),
    "violence": (
        (
            "mijn man|mijn zoon|hij|mijn ex|de buurman|mn kleinzoon",
            "slaat|schopt|bedreigt|mishandelt|wurgt|duwt",
            "mij|me|ons|mijn moeder",
        ),
        (
            "mijn man|mijn zoon|hij|mijn dochter",
            "heeft me|heeft mij|heeft haar",
            "geslagen|geschopt|bedreigd|mishandeld|geduwd|gewurgd",
        ),
        ("ik word|word|moeder wordt|ik ben", "geslagen|mishandeld|bedreigd|gestalkt|in elkaar geslagen"),
        (
            "ik ben|ben|ze is|moeder is",
            "bang voor|zo bang voor|doodsbang voor",
            "mijn man|mijn zoon|haar man|de buurman|hem",
        ),
        (
            "hij|de buurman|mijn zoon|iemand",
            "heeft een mes|staat met een mes voor de deur|dreigt met een mes|heeft een pistool|zwaait met een mes",
        ),
        ("hij|mijn ex|de buurman", "wil me|gaat me|dreigt me te", "vermoorden|doodmaken|doodslaan|slaan"),
        ("hij|mijn ex|de buurman", "zegt dat hij me", "dood maakt|dood slaat|vermoordt|wat aandoet"),
        ("me|mij", "slaat|slaan", "doet hij|doet mijn zoon|doet hij elke dag"),
        ("geslagen|bedreigd", "word ik|ben ik|heeft hij me", "|door mijn zoon|door de buurman"),
        (
            "de buren|ze|buurman en zijn vrouw",
            "vechten|slaan elkaar|slaan elkaar en gillen",
            "|op de galerij",
        ),
    ),
    "burglar": (
        (
            "er is|er staat|er loopt|er zit",
            "een inbreker|een vreemde man|iemand|een vreemde",
            "in mijn huis|in de gang|in mijn tuin|in de keuken",
        ),
        ("er wordt|er is|er word", "ingebroken", "|bij mij|bij de buren|nu|net|vannacht"),
        (
            "iemand|een man|een vreemde vent",
            "breekt in|probeert binnen te komen|probeert de deur open te breken|morrelt aan mijn deur|staat binnen",
        ),
        ("er staat|er staan", "iemand|een man|mannen|jongens", "op mijn deur te bonken|aan de deur te rammelen"),
        (
            "een inbreker|inbrekers|een dief|dieven",
            "in huis|in de kelder|bij de buren|binnen|op het balkon|aan het raam",
        ),
    ),
    "threat": (
        ("ik word|word|wij worden|mijn vrouw wordt", "bedreigd|lastiggevallen en bedreigd|afgeperst|achtervolgd"),
        ("hij|de buurman|een man|mijn kleinzoon", "bedreigt|dreigt|chanteert", "mij|me|ons"),
        ("ik durf|durf|we durven", "niet naar buiten|het huis niet uit|niet naar huis", "vanwege hem|hij wacht me op"),
        ("hij dreigt|ze dreigen|de buurman dreigt", "me te slaan|mijn huis in brand te steken|me iets aan te doen"),
    ),
    "despair": (
        ("ik wil|wil|ik wou|mijn man wil|moeder wil", "dood|liever dood|niet meer leven|er niet meer zijn|doodgaan"),
        (
            "dood|niet meer leven|er niet meer zijn|liever dood",
            "wil ik|wil ik zijn|wil moeder|dat wil ik|wil hij",
        ),
        ("ik wil|wil|ik wil echt", "niet meer|zo niet verder|zo niet langer|niet verder leven"),
        ("ik zie|zie|ze ziet|hij ziet|mijn man ziet", "het niet meer|het leven niet meer", "zitten"),
        ("het hoeft|hoeft|het leven hoeft", "voor mij|voor mij allemaal|van mij", "niet meer"),
        ("voor mij|van mij", "hoeft het niet meer|hoeft het allemaal niet meer|hoeft dit leven niet meer"),
        (
            "ik maak|ik ga|hij wil|ze wil|mijn zoon wil",
            "er een eind aan|er een einde aan maken|een eind aan mijn leven maken|er een eind aan maken",
        ),
        ("hij wil|mijn zoon wil|ze wil", "zich van kant maken|zelfmoord plegen|eruit stappen|van het dak springen"),
        (
            "hij zegt|moeder zegt|ze zegt|mijn man zegt",
            "dat hij|dat ze",
            "dood wil|eruit wil stappen|niet meer wil leven",
        ),
        (
            "ik heb|heb|hij heeft|mijn dochter heeft",
            "al mijn pillen|een pot pillen|te veel pillen|al haar slaappillen|een hele strip pillen",
            "genomen|geslikt|ingenomen|in een keer genomen",
        ),
        ("het leven", "heeft geen zin meer|is zinloos|is op|is mij te zwaar|hoeft niet meer|heeft voor mij geen zin"),
        ("was ik maar|ik was liever|had ik maar|ik wou dat ik", "dood|dood geweest|dood was", ""),
        (
            "niemand|geen mens",
            "mist me|zal me missen|mist mij|heeft mij nodig",
            "als ik er niet meer ben|als ik dood ben",
        ),
        ("iedereen|mijn kinderen|ze|jullie", "is beter af|zijn beter af", "zonder mij"),
        ("ik", "spring", "van het balkon|van de flat|uit het raam|voor de trein|in het kanaal"),
    ),
    "food": (
        ("ik heb|heb|we hebben|moeder heeft", "|al twee dagen|al dagen", "niks gegeten|niets gegeten|niet gegeten"),
        ("al drie dagen|dagen|sinds zondag", "niet gegeten|niks gegeten|niks te eten|geen eten|geen eten gehad"),
        (
            "ik heb|heb|wij hebben|er is|moeder heeft",
            "geen eten|niks te eten|niets te eten",
            "|meer|meer in huis|in huis",
        ),
        ("geen eten|niks te eten|niets te eten", "heb ik|hebben we|heeft moeder|meer", "|in huis"),
        ("het eten|mijn eten|al het eten", "is op", "|en geen geld|en ik kan niet naar buiten"),
        ("ik heb|heb|wij hebben|de kinderen hebben", "honger|zo'n honger|honger en geen geld", "|en niks in huis"),
        (
            "geen geld",
            "voor eten|om eten te kopen|voor boodschappen en niks te eten|meer voor eten|voor medicijnen",
        ),
        ("ik eet|moeder eet|hij eet", "al dagen niet|niet meer|al een week niks|niets meer", ""),
    ),
    "medicine": (
        (
            "mijn|de|zijn|moeders",
            "insuline|medicijnen|hartpillen|medicatie|bloedverdunners|zuurstof",
            "is op|zijn op|is bijna op en apotheek dicht|zijn op sinds gisteren",
        ),
        (
            "ik heb|heb|hij heeft|moeder heeft",
            "geen insuline|geen medicijnen|geen hartpillen|geen zuurstof",
            "|meer|meer in huis",
        ),
        ("geen insuline|geen medicijnen", "meer|heb ik meer|in huis|heeft hij", ""),
        ("zonder insuline|zonder medicijnen|zonder zuurstof", "zit ik|zitten we|zit hij al dagen"),
        ("door mijn|door de|door zijn", "insuline|medicijnen|hartpillen", "heen|heen en apotheek is dicht"),
    ),
    "frost": (
        (
            "de verwarming|verwarming|de kachel|cv",
            "is stuk|doet het niet|is kapot|is uitgevallen",
            "en het vriest|en het vriest binnen|en het is 5 graden|en ik bevries",
        ),
        ("het vriest|ik bevries|binnen vriest het|het vriest in huis", "en de verwarming is stuk|en geen kachel"),
        ("geen verwarming|geen kachel|verwarming weg", "en het vriest|met die vorst|bij deze vorst|het vriest binnen"),
        ("het is|binnen is het", "6 graden|8 graden|2 graden", "in huis|binnen|en de kachel is kapot"),
    ),
    "water": (
        (
            "het water|water",
            "komt door het plafond|stroomt naar binnen|spuit uit de muur|loopt over de vloer|stroomt de trap af",
        ),
        (
            "er komt|er stroomt|er spuit|er loopt",
            "water",
            "door het plafond|uit de muur|langs de lamp|uit de meterkast",
        ),
        (
            "de keuken|mijn huis|de kelder|de badkamer|alles|de woning",
            "staat blank|staat onder water|loopt onder|loopt vol|loopt vol water|is ondergelopen",
        ),
        (
            "de waterleiding|een leiding|leiding|de boiler",
            "is gesprongen|gesprongen|is geknapt|is kapot en het water spuit",
        ),
        ("het plafond|plafond|het dak", "komt naar beneden|valt naar beneden|stort in|is ingestort|zakt door"),
        ("door het plafond|uit de muur|uit het plafond", "komt water|stroomt water|spuit water|gutst het water"),
    ),
    "locked": (
        (
            "ik zit|zit|wij zitten|moeder zit|we staan",
            "|al een uur",
            "vast in de lift|opgesloten in de lift|opgesloten|opgesloten in de wc|vast in de badkamer",
        ),
        (
            "de lift|lift",
            "staat stil|zit vast|is blijven hangen|hangt stil",
            "en ik zit erin|met ons erin|wij zitten erin",
        ),
        (
            "ik kan|kan|we kunnen|ik kom|moeder kan",
            "de berging|de badkamer|de wc|de kelder|de lift|de kamer",
            "niet uit|niet meer uit",
        ),
        ("in de lift|in de kelder|op het balkon|in de badkamer", "zit ik vast|zitten we vast|zit ik opgesloten"),
        (
            "ik ben|ben|wij zijn",
            "buitengesloten op het balkon|opgesloten|ingesloten|opgesloten door mijn zoon|buitengesloten en het vriest",
        ),
        (
            "ik kan|we kunnen|kan",
            "er niet uit|niet naar buiten",
            "deur zit klem|de deur zit op slot|sleutel is afgebroken|opgesloten",
        ),
    ),
    "bleeding": (
        ("ik bloed|hij bloedt|het bloedt|moeder bloedt", "|erg|hevig|uit haar hoofd", "|en het stopt niet"),
        ("het bloed|bloeding|het bloeden", "stopt niet|houdt niet op|krijg ik niet gestopt|blijft komen"),
        ("veel|overal|heel veel", "bloed", "|in de badkamer|verloren|uit mijn neus"),
    ),
    "lost": (
        (
            "mijn man|moeder|vader|oma",
            "is",
            "weggelopen|zoek|vermist|kwijt|verdwaald",
            "|en is dement|en heeft alzheimer",
        ),
        ("mijn demente|onze demente", "moeder|vader|man", "is weg|is weggelopen|is zoek", "|sinds vanmorgen"),
    ),
    "call": (
        ("|bel|bel snel|stuur|graag", "112|een ambulance|ambulance|de brandweer|politie", "|aub|snel"),
        ("help|help help|noodgeval|sos|spoed", "kom snel|ik ben in gevaar|bel 112|ambulance|dringend"),
    ),
}
"""What people tell of each kind of danger, by the parts of which they make it."""

MANNERS = (
    "{}",
    "Goedemorgen mevrouw, {}",
    "{} aub",
    "help {}",
    "{}!!",
    "sorry dat ik stoor maar {}",
    "{}, kunt u iemand sturen?",
    "hallo met jansen {}",
    "{} wat moet ik doen",
    "alles goed maar {}",
    "beste mensen {} groetjes",
)


def sentences(rows: tuple[Row, ...]) -> list[str]:
    """Spell out every row in all its ways."""
    told = chain.from_iterable(product(*(place.split("|") for place in row)) for row in rows)
    return list(dict.fromkeys(" ".join(word for word in words if word) for words in told))


def missed(texts: list[str]) -> list[str]:
    return [text for text in texts if read_text(text).meaning is not Meaning.URGENT]


@pytest.mark.parametrize("kind", DANGERS)
def test_danger_is_heard_in_every_way_of_telling_it(kind: str) -> None:
    assert missed(sentences(DANGERS[kind])) == []


@pytest.mark.parametrize("kind", DANGERS)
def test_danger_is_heard_behind_and_before_manners(kind: str) -> None:
    manners = cycle(MANNERS)
    assert missed([next(manners).format(text) for text in sentences(DANGERS[kind])]) == []


@pytest.mark.parametrize("manner", ["vorig jaar {}", "{} maar dat was vroeger", "haha {}", "{} in de film"])
def test_danger_of_long_ago_or_in_jest_closes_nobody(manner: str) -> None:
    texts = [manner.format(text) for rows in DANGERS.values() for text in sentences(rows)[::5]]
    read = [(text, read_text(text)) for text in texts]
    assert [text for text, one in read if one.sure and label_of(one.meaning) in CLOSING] == []
