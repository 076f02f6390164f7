"""The words by which replies are understood, for a coordinator to read and to add to.

Everything is written in small letters, without accents or punctuation, as `replies.py` sees it.

`WHOLE` holds whole messages: only when a reply says exactly this, and nothing more, does it act alone.
The other tables hold phrases to look for anywhere in a reply: they alarm or suggest, and never close anything.
In a phrase `a/b` means a or b, a `*` any ending, `...` up to three words in between, `^` and `$` the beginning
and the end of the reply.
"""

from __future__ import annotations

from checkin.domain.meanings import Meaning


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


DIGIT_WORDS = {
    "1": Meaning.CHAT,
    "een": Meaning.CHAT,
    "one": Meaning.CHAT,
    "2": Meaning.HELP,
    "twee": Meaning.HELP,
    "two": Meaning.HELP,
    "3": Meaning.FINE,
    "drie": Meaning.FINE,
    "three": Meaning.FINE,
    "9": Meaning.STOP,
    "negen": Meaning.STOP,
    "nine": Meaning.STOP,
}
BEFORE_A_DIGIT = frozenset({"nr", "nummer", "number", "optie", "option", "keuze", "toets", "antwoord", "cijfer"})

POLITE = _phrases("""
    aub, a u b, alstublieft, alsjeblieft, svp, please, dank u wel, dank u, dank je wel, dank je, dankuwel,
    dankjewel, bedankt, dank, thanks, thank you, hoor, mevrouw, meneer, dag, hallo, hoi, goedemorgen, goedemiddag,
    goedenavond, groet, groetjes, 😊, 🙂, 😀, 😃, 😄, 👍, 🙏, 🌹, 💐, ❤, 😘
""")
"""Politeness around a whole message, which changes nothing."""
WILLING = ("graag", "maar")
"""As above, but only around a wish: “stop maar”, “hulp graag”; “nee graag” is not clear at all."""

WHOLE = {
    Meaning.YES: _phrases("""
        ja, jaa, jawel, ja ja, graag, ja graag, yes, yes please, ja dat wil ik, bel, bel mij, bel me, ja bel mij,
        ja bel, doe, ja doe
    """),
    Meaning.CHAT: _phrases("""
        praatje, een praatje, graag een praatje, ja graag een praatje, ja een praatje, ik wil een praatje,
        ik wil graag een praatje, chat, a chat, a chat please
    """),
    Meaning.HELP: _phrases("""
        hulp, help, ja hulp, ik wil hulp, ik wil graag hulp, ik heb hulp nodig, hulp nodig, graag hulp,
        ja graag hulp, i want help, i need help
    """),
    # Not “goed”, “prima” or “oke”: after “een collega belt u” those only mean “understood”.
    Meaning.FINE: _phrases("""
        nee, neen, no, nee niet nodig, nee hoeft niet, alles goed, alles is goed, alles gaat goed,
        met mij alles goed, met mij gaat alles goed, het gaat goed, het gaat goed met mij, alles prima,
        alles in orde, alles is in orde, all is well, all good
    """),
    Meaning.STOP: _phrases("""
        stop, stopp, stoppen, afmelden, uitschrijven, unsubscribe, stop sms, ik wil stoppen, ik wil me afmelden,
        ik wil mij afmelden
    """),
    Meaning.START: _phrases("""
        start, aanmelden
    """),
}

AUTOMATIC = _phrases("""
    automatisch* antwoord, automatisch* bericht, automatic* reply, auto reply, autoreply, out of office,
    afwezigheidsbericht*, afwezigheidsassistent, ik rijd nu, ik rij nu, ik ben aan het rijden,
    ben aan het autorijden, im driving, i am driving, while driving, tijdens het rijden, ik ben op vakantie,
    ik ben afwezig, im on holiday, ik zit in ... vergadering, im in a meeting
""")

ASKS_WHO = _phrases("""
    wie is dit, wie bent u, wie ben je, wie ben jij, wie zijn jullie, van wie is dit, ken u niet,
    ken dit nummer niet, ken jullie niet, nep, is dit echt, phishing, fishing, oplicht*, fraude, scam, spam,
    vertrouw ... niet, betrouwbaar, who is this, who are you, is this real, fake, kto to, kimsiniz
""")

DESPAIR = _phrases("""
    niet/nie/ni meer/mer leven, niet/nie meer verder, ik wil ... niet/nie meer $, ^ wil niet/nie meer $,
    wil niet meer zo, ik kan niet/nie meer $, ^ kan niet/nie meer $, kan het/t niet/nie meer aan,
    nergens ... zin in, kan zo niet verder, wil/wou/wilde ... dood, dood wil, liever dood, was ik maar dood,
    dood zijn, dood willen, doodgaan, zelfmoord, zelfdoding, suicid*, mezelf iets aan, mijzelf iets aan,
    mezelf wat aan, mezelf van kant, einde/eind aan ... maken, einde/eind aan ... leven, maak er een einde/eind aan,
    uit het leven, leven ... geen zin, geen zin ... in het leven, geen zin ... leven, niks ... om voor te leven,
    niets ... om voor te leven, leven ... zat, leven ... moe, leven ... beu, levensmoe,
    hoeft voor mij/me/mij niet/nie meer, hoeft van mij/me niet/nie meer, hoeft allemaal niet meer,
    hoeft niet meer voor/van mij, zie/zien ... niet/nie meer zitten, zie ... geen uitweg, zie ... somber in,
    genoeg geweest, er niet meer zijn, er niet meer ben, wil er niet meer zijn, beter af zonder mij, voor de trein,
    van het dak, van het balkon, alle pillen, te veel pillen, pillen genomen, pillen ingenomen, eruit stappen,
    heeft geen zin meer, waarom leef ik, niemand mist mij, trek het niet meer, trek t niet meer,
    mag van mij voorbij, mag van mij afgelopen, wil niet meer wakker worden, laat mij maar gaan, kill myself,
    want to die, wanna die, end my life, end it all, no reason to live, dont want to live, olmek istiyorum,
    yasamak istemiyorum, nie chce zyc, chce umrzec
""")

DANGER = {
    "nood": _phrases("""
        112, 1 1 2, een een twee, nood, noodgeval, noodsituatie, spoed, spoedgeval, sos, 🆘, 🚑, 🚒, 🔥, ambulance*,
        ambulans*, ziekenauto, ziekenwagen, brandweer, politie, gevaar, levensgevaar, acuut, red mij, help help,
        help me nu, kom snel, kom gauw, direct hulp, meteen hulp, snel hulp, nu hulp, huisartsenpost, dokter nodig,
        dokter komen, bel de dokter, bel een dokter, emergency, police, imdat, acil, pogotowie, ratunku, pomocy,
        notfall, النجده, النجدة, اسعاف
    """),
    "gevallen": _phrases("""
        gevall*, gevale*, gevaln, ingevall*, omgevall*, neergevall*, uitgegleden, gestruikeld, ten val,
        lig/ligt/ligge/liggen ... grond, lig/ligt/ligge/liggen ... vloer, op de grond, op de vloer,
        val/vallen steeds, val gemaakt, kan/kom ... niet/nie/ni ... opstaan, kan/kom ... niet/nie/ni ... omhoog,
        kan/kom ... niet/nie/ni ... overeind, kan/kom ... niet/nie/ni ... uit bed, kan ... niet/nie ... bewegen,
        heup gebroken, been gebroken, arm gebroken, pols gebroken, fell, fallen, fallen down, cant get up, dustum,
        upadl*
    """),
    "hart, adem, hoofd": _phrases("""
        borst, borstpijn, borstkas, hartaanval, hartinfarct, hartstilstand, hartklopping*, infarct, pijn ... hart,
        benauwd*, benauwt, benauwdheid, benouwd*, adem*, geen lucht, stik, stikt, stikken, verstikk*, verslikt,
        beroerte, herseninfarct, hersenbloeding, tia, attack, verlamd, praat/praten ... raar,
        praat/praten ... vreemd, mond ... scheef, gezicht ... scheef, scheve mond,
        arm/been/hand doet niks/niets/niet/nix, arm/been hangt, voel ... arm niet, voel ... been niet, bewusteloos,
        buiten bewustzijn, buiten westen, flauwgevall*, val/word/viel flauw, onwel,
        reageert/reageerd niet/nie/nergens, beweegt niet/nie, wordt niet/nie wakker, krijg ... niet/nie wakker,
        epilep*, stuip*, in elkaar gezakt, linkerarm, chest, breathe, breathing, heart attack, my heart, stroke,
        mijn/mn hart, unconscious, nie moge oddychac, nefes alamiyorum, gogsum agriyor, gogsumde
    """),
    "bloed, gif, medicijn": _phrases("""
        bloed, bloedt, bloede, bloeding*, bleeding, blood, insuline, hypo, vergiftig*, overdosis, overdose,
        verbrand, krew, kanama, kan kaybi
    """),
    "brand, gas, rook": _phrases("""
        brand, brant, in de fik, in de hens, brandt ... keuken/huis/flat/woning/buren, brandlucht, brandalarm, vuur,
        vlam, vlammen, ^ rook $, er is rook, rook onder, rook in, rook uit, rook komt, rookt uit, rooklucht,
        rookontwikkeling, vol rook, veel rook, ruik ... rook, zie ... rook, rookmelder ... af, rookalarm, gaslucht,
        gaslek*, gas ... lek, lek ... gas, ruik/ruikt/ruiken/ruuk/stinkt ... gas, gas ... ruik*, lucht van gas,
        koolmono*, koolmonooxide, co melder, co alarm, comelder, ontploft*, ontploff*, explosie, fire, smoke,
        smell gas, gas leak, yangin, gaz kokusu, gaz, pozar, pali sie, feuer, حريق
    """),
    "water, stroom, instorten": _phrases("""
        onder water, water ... plafond, water ... lamp, water ... stopcontact, water ... meterkast, water komt,
        water spuit, water gutst, water stroomt, overstroom*, overstroming*, leiding gesprongen, gesprongen leiding,
        waterleiding gesprongen, plafond ... naar beneden, plafond ... ingestort, ingestort, instort*, vonk*,
        kortsluit*, onder stroom, stroom op, leiding ... geknapt, leiding ... gebarsten, staat stroom op,
        schok ... stopcontact, schok ... kraan, geelektrocuteerd, flood*, su basti
    """),
    "opgesloten": _phrases("""
        vast ... lift, lift ... vast, vastzit ... lift, opgesloten, ingesloten, ik zit vast, zit vast in,
        ^ zit vast, stuck
    """),
    "geweld": _phrases("""
        slaat/slaan ... mij/me/mn/mijn/mama/moeder/haar/hem/ons/vrouw/kinderen, krijg slaag, geslagen, sloeg,
        mishandel*, bedreig*, bedreich*, dreig*, mes, messen, wapen, pistool, inbreker*, inbraak, ingebroken,
        inbreken, breekt in, deur ... breken, mij/me iets aandoet, mij/me wat aandoet, overval, overvallen,
        verkracht*, aangevallen, vermoord*, geweld, steekt, gestoken, stalk*, schiet, schieten, geschoten, knife,
        beats me, hits me, threat*, burglar*, bicak, dovuyor, bije mnie, bang voor mijn/mn man,
        bang voor mijn/mn zoon, bang voor mijn/mn vrouw, vermist, kind ... kwijt
    """),
}

NOT_WANTED = _phrases("""
    geen hulp, geen praatje, geen gesprek, geen problemen, geen monteur, no problem, niet/nie/geen 1/2/3
""")
"""What a reply says it does not want is not looked for as a wish."""

SUGGESTIONS = {
    # The first that fits is suggested: “alles goed maar stop” is a stop, “ja maar morgen” is later.
    Meaning.WRONG_NUMBER: _phrases("""
        verkeer* nummer, verkeer* verbonden, verkeer* adres, verkeer* persoon, verkeert nummer, fout nummer,
        wrong number, wrong person, zly numer, yanlis numara, overleden, is dood, woon/woont ... niet meer,
        verhuisd, verpleeghuis, verzorgingstehuis, verzorgingshuis, huis is opgezegd, huur opgezegd,
        zakelijk nummer, koopwoning, dit nummer pas, nieuw nummer, niet de huurder, huurder niet, geen huurder,
        ken geen, u spreekt met
    """),
    Meaning.STOP: _phrases("""
        stop*, sotp, afmeld*, uitschrij*, unsubscribe, verwijder*, niet/nie/ni meer/mer bel*,
        niet/nie/ni meer/mer stur*, niet meer gebeld, niet meer app*, niet meer sms*, geen sms*, geen bericht*,
        geen telefoontjes, met rust, hou/houd ... op, opzouten, rot op, kap dermee, kap ermee, niet van gediend,
        gaat jullie niks aan, gaat u niks aan, avg, laat me, no more, przestan
    """),
    Meaning.HELP: _phrases("""
        hulp*, hulo, help*, lek, lekt, lekken, lekkage*, drup*, drip*, verstop*, stuk, kapot, kepot, kaduuk, kachel,
        verwarming, cv, ketel, geen warm water, monteur, schilder*, keuken, dak, afvoer, riool, wc, toilet, douche,
        badkamer, kraan, schimmel, vocht*, tocht*, raam, deur, slot, sleutel*, licht doet, lamp*, trap, lift,
        drempel, rolstoel, rollator, beugel, bel doet, formulier*, brief, huurtoeslag, toeslag*,
        betalingsachterstand, achterstand, schuld*, betalen, huur, rekening*, internetbank*, thuiszorg,
        boodschappen, medicijn*, geopereerd, buren, overlast, herrie, muizen, ratten, verhuizen, niemand komt,
        wanneer komt, niemand doet, reparatie*, klacht over, yardim*, pomoc*, doet ... nie/niet, doet ut nie,
        loopt niet door
    """),
    Meaning.LATER: _phrases("""
        later, straks, strakjes, morgen*, morge*, morn, overmorgen, vanmiddag, vanavond, maandag, dinsdag, woensdag,
        donderdag, vrijdag, zaterdag, zondag, volgende week, volgende maand, andere keer, ander keertje,
        ander moment, nu even niet, nu niet, kan nu niet, wachten, wachte, uurtje, eind van de, einde van de, na 1*,
        na 2*, na 3, na 4, na 5, na 6, na 7, na 8, na 9, niet tussen, bel zelf, bel jullie, in de bus,
        bij de kapper, bij de dokter, tomorrow, not now, yarin, jutro
    """),
    Meaning.CHAT: _phrases("""
        praat*, praten, kletse*, klets*, gesprek, bel, belt, bellen, gebeld, gezellig*, alleen, eenzaam*, stil,
        gestorven, mis mijn/mn, verdriet*, somber*, bakkie, verhaal, zorgen, niet zo lekker, talk, call me, ja, jaa,
        joa, jaja, graag, gere, yes, evet, tak, doe maar, 🙋, ☎, 📞
    """),
    Meaning.FINE: _phrases("""
        geen hulp, geen problemen, geen klachten, goed, goet, good, prima, super, kits, gangetje, niks te klagen,
        niet klagen, red me, red mij, redden, aanspraak, tevreden, gezond, niet nodig, hoeft niet, niet beter,
        no problem, fine, allesgoed, iyi*, dobrze, nee, neen, 👍, uitstekend, best hoor
    """),
}
