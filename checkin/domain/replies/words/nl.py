"""Dutch: how tenants say that they are well, would like a talk or help, want no more, or are not who we think."""

from __future__ import annotations

from checkin.domain.replies.language import Language
from checkin.domain.replies.senses import Sense
from checkin.domain.replies.words import nl_danger, nl_danger_ways, nl_home, nl_people, nl_real
from checkin.domain.replies.words.nl_spelling import SAME

CLASSES = {
    "goed": (
        "goed prima best uitstekend uitmuntend top toppie oke fijn lekker perfect super geweldig puik piekfijn "
        "tiptop kiplekker voortreffelijk opperbest patent heerlijk naarwens allesgoed prachtig fantastisch "
        "koekenei keigoed goedgoed piccobello good"
    ),
    "dagbegin": "ma di wo do vr za zo",
    "erg": (
        "heel erg best wel nog gewoon hartstikke hardstikke harstikke echt zo ontzettend super gelukkig momenteel "
        "nu vandaag altijd hier ook verder vrij aardig zeer helemaal gewoonweg allemaal prima bijzonder enorm tot "
        "geheel volkomen steeds dik kei alweer gelukkig even reuze ontiegelijk"
    ),
    "ons": "mij me ons",
    "ik": "ik wij ons",
    "gaat": "gaat loopt verloopt is staat verliep ging gaan",
    "met": "met bij mee mit",
    "maak": "maak maken maakt",
    "voel": "voel voelen voelt",
    "ja": "ja jawel jazeker joa jaa",
    "bellen": "bellen opbellen terugbellen telefoneren contacten",
    "bel": "bel belt bellen terugbellen",
    "kunt": "kunt kan kun kunnen wilt wil willen zou zoudt mag mogen zouden ken wul",
    "u": "u je jullie jij ge gij iemand ze men zij collega",
    "praten": (
        "praten kletsen babbelen kallen kuieren buurten keuvelen ouwehoeren bijkletsen spreken kleppen klappen "
        "bijpraten leuteren kwebbelen"
    ),
    "praatje": (
        "praatje kletspraatje babbeltje klapke gesprek gesprekje kletsje praatjes gesprekken babbel klets klap "
        "klapje kletspraat"
    ),
    "graag": "graag gaarne heelgraag",
    "bericht": (
        "sms smsjes smsje smsen berichten bericht berichtjes berichtje sms-en telefoontjes telefoontje mail mails "
        "appjes apps belletjes post contact oproepen tekstberichten"
    ),
    "niks": "niks",
    "familie": (
        "moeder vader ma pa mama papa mam pap oma opa tante oom schoonmoeder schoonvader schoonvader moeke vake "
        "bomma bompa heit mem beppe pake"
    ),
    "iemand": "mevrouw meneer hij zij ze deze die heer",
    "naaste": (
        "man vrouw zoon dochter zus zusje broer broertje vriend vriendin kind kinderen echtgenoot echtgenote "
        "partner kleinzoon kleindochter buurvrouw buurman hond kat poes hondje neef nicht"
    ),
    "overleden": "overleden gestorven heengegaan dood doodgegaan ontslapen verongelukt ingeslapen",
    "dag": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "dagdeel": (
        "ochtend middag avond morgen namiddag voormiddag ochtends middags avonds morgens nacht middaguur ochtends"
    ),
    "maand": (
        "januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr "
        "jun jul aug sept okt nov dec"
    ),
    "uurwoord": (
        "twee drie vier vijf zes zeven acht negen tien elf twaalf 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 "
        "20 21 <clock>"
    ),
    "uurtal": (
        "enen tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven vijfen tweeën "
        "zeuven tien negen"
    ),
    "aantal": (
        "een twee drie vier vijf zes paar half halve kwartier anderhalf anderhalve tien 1 2 3 4 5 6 10 15 20 30 "
        "45 <number>"
    ),
    "straks": "straks later",
}

FINE = """
    hier thuis is alles [@erg] [@erg] @goed/in orde, [ik] leef/leven als [een] god in frankrijk, niks aan d/de
    haand,

    kom niks tekort, ik kom niks tekort, [nog] [steeds] op de been en vrolijk, [@ik] red me/mij wel/wal, beter dan
    ooit,

    [ik] verveel me geen moment/minuut/dag/seconde,

    niks gebroken, niks verbrand, koorts is weg, geen brand geen inbrekers, barst van de energie,

    dik in orde, [het] [is/was] dik in orde, redt het nog [best/goed/prima/wel], [ik/wij] heb/hebben [hier] niks te
    kort, kin net better, kon net better, loop/wandel/fiets [nog] [elke/iedere] dag [mijn/een/n] rondje, skoan,

    [er is] geen vuiltje aan de lucht, [alles] tip top [in orde], alles voormekaar/vurmekaar/veurmekaar/vormekaar,
    [het] gaat mij/me [@erg] [@erg] @goed, [ik] [ben] [nog] [zo] fris/fit/gezond als een hoentje, [ik] [ben] [nog]
    [steeds/altijd] fit, [@ik] voel mij/me/ons [als] een vis in het water, ons/mij/me/hier mankeert niks, mankeert
    mij/me/ons niks, alles doet/werkt [het] [weer/nog], niks te mopperen,

    [ik/wij] [heb/hebben] het [hier] [nog] [steeds/altijd] [@erg] [@erg] naar mijn/onze/de zin,

    [ik/wij] geniet/genieten/geniete [er] [nog/volop/nog volop/lekker/elke dag], [ik/wij] geniet/genieten
    [nog] van mijn/onze/de oude dag/tuin/kleinkinderen/pensioen/zon/leven, voor de wind, gaat ons/mij voor de
    wind, het gaat ons/mij voor de wind, voel me/mij [nog] [@erg] jong/fit/sterk/kwiek/vitaal/gezond/happy,
    [mijn/onze] gezondheid is [nog] [@erg] @goed, hier geen nieuws/klachten/problemen/bijzonderheden, nog
    [@erg] zelfstandig,

    alles [is/dik/goed/prima] [dik/goed/prima] voor mekaar/elkaar, alles voor de bakker, [alles] [loopt]
    gesmeerd, alles picobello/pico/kits/jofel/dik, [zonder] geen enkel/enkele
    probleem/klacht/klachten/problemen, zonder problemen/klachten/zorgen, [ik] vermaak/amuseer me/mij
    [nog/hier] [wel/best/prima/goed/opperbest/uitstekend], verveel me/mij [nog/zeker/echt] niet, niks mis [met
    mij/met ons/hier], niks op/aan aan/op te merken, naar volle tevredenheid, [het] bevalt [hier/me/mij/ons]
    [@erg] @goed, [het] bevalt me/mij hier [@erg] @goed, [ik/wij] kom/komen niks te kort/tekort, kom niks te
    kort, mij/me ontbreekt niks, mij/ons hoor je niet klagen, geen reden tot/om klagen/te klagen, fris en
    fruitig, springlevend, gezond van lijf en leden, blij en tevreden, loopt als een zonnetje/klok, [ik/wij]
    bof/boffen, getroffen hier, alles lukt [nog/prima/zelf], lukt allemaal [nog/prima/zelf], wij/we redden
    ons, alles [gaat] zoals het hoort, als een zonnetje, druk genoeg alles @goed,

    [ik/ben/nog] [steeds/altijd] de oude,

    [ik/wij] [heb/hebben] nergens last van, alles [@gaat/is] 100/honderd procent, alles honderd procent,

    weer [helemaal] de oude,

    alles wel [hier/thuis/bij ons], met ons alletwee [@gaat] [het/alles] [@erg] @goed, [het] gaat [@erg] @goed
    met ons alletwee,

    [het] is [hier/alles/allemaal] [@erg] in orde, hier [is] [alles] [@erg] in orde,

    alles draait, met ons allebei/beiden/alle twee [goed], [het] gaat [@erg] @goed met ons
    allebei/beiden/alle twee/samen, heb alles wat mijn hartje begeert,

    geniet van elke dag, [@ik] geniet/geniete nog elke dag, lekker bezig,

    alles tof, alles in de haak, alles naar behoren, alles zoals het moet/hoort, alles gaat zoals het
    moet/hoort, alles in kannen en kruiken, mij/me mankeert niks, mankeer niks, ik mankeer niks, loopt
    allemaal [@goed], kan alles nog, ik kan alles nog, @ik kan/kunnen alles [nog] [zelf], ben/is [@erg] in
    orde, prima in orde [hier], [@erg] in orde hier, hoeft echt niet, heb niks te wensen, niks te wensen,
    ik heb/wij hebben alles wat ik/wij nodig heb/hebben, hebben alles [wat wij nodig hebben], wij hebben
    alles, ik zit er warmpjes bij, zit er warmpjes bij, [ik] geniet [nog] van elke dag/het leven/alles,
    geniet nog [volop] [van het leven], [@ik] [ben/zijn] dik tevreden, naar omstandigheden [@erg] @goed,
    [het] gaat naar omstandigheden [@erg] @goed, goed naar omstandigheden, alles loopt als een trein,
    loopt als een trein, loopt goed/lekker/prima, alles gaat zijn gang, we/wij zijn [nog] [@erg] gezond,
    [nog] alles op en top, op en top, puur goed, het leven is goed, alles pico bello, alles [is/gaat]
    zoals altijd, zoals altijd goed, goed als altijd, alles bij het goede, gaat allemaal [@erg] @goed, we
    doen het [nog] [@erg] @goed, @ik doe/doen het [nog] [@erg] @goed,

    alles [@gaat/het/gaan] [hier/bij/met/nog] [@erg] [@erg] @goed, alles [@gaat] [@erg] in orde, alles in
    [de/zijn/dn/d] orde, alles [gaat] goed goed, alles [@gaat] [nog] [naar] wens, alles naar [mijn/onze]
    zin/wens, heb het [hier] [@erg] naar mijn zin, alles onder controle, alles op rolletjes, alles loopt
    [op rolletjes], alles kits, alles kits achter de rits, alles koek en ei, koek en ei, alles pais en
    vree, alles kloar/klaar/bedaard/rustig/kalm/gezond/okido/okidoki/jofel/picobello, alles bij het oude,
    alles bij t oude, alles zijn gangetje, alles zn gangetje, alles gangetje, alles nog hetzelfde, alles
    mooi, mooi man, als goed, [hartstikke/hardstikke/heel] @goed alles, alles 👌/👍,

    hier [@gaat] [het/alles/ook] [nog] [@erg] @goed, hier [is] alles [@erg] in orde, hier [is/gaat] alles
    [@erg] @goed, hier alles rustig, alles hier [@erg] @goed, alles hier in orde, [het] [@gaat] hier
    [@erg] @goed, het [@gaat] [hier/allemaal/ons/bij ons] [@erg] [@erg] @goed [@met] [@ons] [hier/thuis],
    gaat [het/hier/allemaal/alles/ook] [@erg] [@erg] @goed [@met] [@ons], gaat hier [@erg] @goed, het gaat
    [allemaal/alles] [@erg] naar wens,

    @met @ons [@gaat] [het/alles/ook/allebei/beiden] [nog] [@erg] [@erg] @goed, @met @ons [is/gaat] alles
    [@erg] in orde, @met [mij/mijn] [en] [mijn]
    man/vrouw/kinderen/familie/moeder/vader/oma/opa/mama/papa/ma/pa/mam/pap [@gaat] [het/alles] [@erg]
    [@erg] @goed, met mijn man/vrouw en mij [@gaat] [het/alles] [@erg] @goed, met mij en mijn man/vrouw
    [@gaat] [het/alles] [@erg] @goed, met ons beiden/allebei/tweetjes/tweeen/twee [@gaat] [het/alles]
    [@erg] @goed,

    @ik @maak het [@erg] [@erg] @goed, @maak het [@erg] @goed, [mijn]
    moeder/vader/ma/pa/oma/opa/mama/papa/man/vrouw [@maak] het [@erg] goed/prima/best, @ik @voel
    me/mij/ons [@erg] [@erg] @goed, @voel me/mij/ons [@erg] [@erg] @goed, ben/zijn [@erg] [nog] gezond,
    ben/zijn/bin [beiden/allebei] [@erg] [nog] gezond/fit/gelukkig/tevreden/kerngezond/kiplekker, @ik
    ben/zijn [beiden/allebei] [@erg] [nog] gezond/fit/gelukkig/tevreden/kerngezond/kiplekker, gezond en
    wel, nog fit, nog [@erg] gezond, fit als een hoentje, zo gezond als een vis, kerngezond, kiplekker,
    [@erg] tevreden, heel tevreden [hier], tevreden met/over [mijn/de/het/alles]
    [woning/huis/appartement/flat/alles],

    mag/mogen [ook/zeker/echt] niet klagen/mopperen, mag/mogen [ook/zeker/echt] niet te klagen/mopperen,
    niet/niks [te] klagen/mopperen, niks te klagen, heb/hebben niks te klagen, heb/hebben [@ik] niks te
    klagen, klagen heeft geen zin, geen klachten, heb/hebben geen klachten, geen klagen, klaag niet, @ik
    klaag niet, te goed om te klagen, kan/kon niet beter, kon niet beter, beter kan niet, het kon niet
    beter, kan niet klagen, kunnen niet klagen, @ik kan/kunnen niet klagen,

    @ik red/redden me/mij/ons [wel/prima/nog/goed/best/uitstekend/nog wel/nog prima/zelf]
    [prima/wel/goed/best], red/redden me/mij/ons [nog] [wel/prima/goed/best/uitstekend/zelf]
    [prima/wel/goed/best], red me er mee, red het [nog] wel/prima/best, @ik red het [nog] wel/prima, @ik
    kan me/mij [nog] [@erg] goed/prima/zelf redden, kan/kunnen me/mij/ons [nog] [@erg]
    goed/prima/zelf/best/wel redden, kan/kunnen/doe/doen [nog] alles [nog] zelf, @ik kan/kunnen/doe/doen
    [nog] alles [nog] zelf, nog alles zelf, [gaat] zn/zijn gangetje, gaat zijn gangetje,

    geen problemen, geen probleem hier, alles dik/helemaal/prima/best/piekfijn/keurig in orde, alles dik
    voor elkaar, alles [goed] voor elkaar, alles prima de luxe, prima de luxe, uitstekend, voortreffelijk,
    opperbest, helemaal goed, [@erg] goed met mij/ons, goed met mij/ons, heel goed, best goed, prima
    hier/allemaal, prima met mij/ons, goed hoor, gaat lekker, gaat top, top hoor, toppie, best hoor, best
    wel goed, het is goed met mij, allesgoed, keigoed, hetgaatgoed,

    [ik] woon hier met [veel] plezier, woon hier [@erg] prettig/fijn/graag/lekker/heerlijk, heerlijk wonen
    [hier], heb/hebben het [hier] [@erg] goed/naar mijn zin/fijn, @ik heb/hebben het [hier] [@erg]
    goed/fijn, kon minder, het kon minder, kan minder, niks aan de hand, is niks aan de hand, niks
    bijzonders, geen bijzonderheden, alles gangbaar, alles wol, alles skoan, alles best, alles flex, gaat
    syn gong, alles gaat syn gong, voor nu alles goed, voorlopig alles goed, tot nu toe alles goed,
    voorlopig [gaat/is] [het/alles] goed, alles [zo/weer] @goed, alles [is/gaat] weer @goed,

    @goed en @goed
"""

NO = """
    niks kapot, niks stuk, niks gebroken, niks kapot en niks stuk,

    [ik/wij] heb/hebben/heeft nergens ... nodig, nergens hulp bij/mee/voor [nodig], [hij/ze/pa/ma] heeft niks [meer]
    nodig, heeft niks nodig, niks te kort, neuj, nee nergens,

    [ik/wij] hoef/hoeven niks [hoor], hoef niks hebben, niks te vragen/melden/vertellen/wensen, [ik/wij]
    heb/hebben geen vragen/wensen,

    nee niks, er is niks, ^ niks hoor $, nee laat maar, laat maar, neu, nah, nope, nee joh, nee hoeft niet,
    negatief, mij hoeft u niet te helpen, u hoeft [mij/me] niet te helpen, hoeft [mij] niet te helpen, heb
    niemand nodig, niemand nodig,

    geen hulp of/en praatje [nodig], geen praatje of/en hulp [nodig], geen hulp en geen praatje [nodig],

    nee, nee dank, nee hoor, nee dankuwel, nee dank u, nee bedankt, nee merci, [dat] [is/hoeft] niet
    nodig, niet nodig, is niet nodig, dat is niet nodig, niks nodig, [ik/wij/we] heb/hebben niks nodig,
    heb/hebben [hier/verder/nu] niks nodig, ik/wij heb/hebben [verder/nu] niks [meer] nodig, [dat] hoeft
    [voor/van] [mij] niet, hoeft niet, dat hoeft niet, het hoeft niet, geen hulp [nodig/hoor], [ik/wij]
    heb/hebben geen hulp nodig, geen hulp noodzakelijk, geen behoefte aan hulp, geen praatje nodig, geen
    praatje, ik heb alles, heb alles [wat ik nodig heb], nergens behoefte aan, nee niks, verder niks
    [nodig], geen vragen, geen wensen
"""

RETURNED = """
    en met u/jou/jullie [hoor/mevrouw/meneer/daar] $, en u/jij/jullie [zelf/ook] $, en hoe gaat/is het met
    u/jou/jullie $, met u/jou/jullie ook [goed/alles goed/hoop ik] $, ook alles goed met u/jou/jullie/daar $
"""

GOOD = """
    ^ 💪 $, ^ 💯 $, ^ 😀 👍 $, ^ zeer wel $, fantastisch,

    ^ 👌 $, ^ 🙂 👍 $, ^ 😊 👍 $,

    bestig, jut, welnee, beter dan ooit, op de been,

    van de energie, drink genoeg, als een blok, onkruid vergaat niet, overeind,

    piekfijn, dik in orde, in orde, beste, skoan, beter, rondje, mijn rondje, alles was [@erg] @goed/in orde,

    puik, opperbest, kiplekker, patent, het is feest, fiets/wandel/zwem/tuinier/dans [ik] [nog] [elke/iedere] dag,
    als een klok,

    geen last,

    goed, prima, top, super, lekker, best, perfect, het is goed zo, is goed zo, prima hoor, geweldig,
    gezond, wel goed, aanspraak, genoeg aanspraak, gelukkig, niet slecht, plezier, gangetje, kits, redden,
    red me, red mij, redden ons, tevreden, niet beter, klagen, mopperen, prettig, heerlijk
"""

ASIDE = """
    hulp/praatje/bezoek/aanspraak/gezelschap heb ik [al] genoeg, hulp/praatje/bezoek heb ik algenoeg,

    [de/mijn/onze] buurvrouw/buurman/buren/thuiszorg/kinderen/dochter/zoon zorgt/zorgen [heel/zo]
    [goed/geweldig/best] voor mij/me/ons, [ik] heb [mijn/de/een/onze]
    zus/zoon/dochter/kleinzoon/kleindochter/kinderen/kleinkinderen/vriendin/broer/buurvrouw op bezoek/visite/hier,

    [de/mijn/onze]
    kinderen/kleinkinderen/zoon/dochter/zus/broer/buurvrouw/zoons/dochters/kleinzoon/kleindochter
    komt/komen/belt/bellen [elke/iedere/alle] dag/dagen/week/weken/zondag/zaterdag/weekend,

    zorgt voor alles, zorgt voor mij, hulp genoeg, genoeg hulp, [ik] heb hulp genoeg, [ik] heb genoeg
    hulp, hulp heb ik genoeg, goed verzorgd, word goed verzorgd,

    geen zorgen om mij, geen zorgen over mij, maak u/je/jullie [maar] geen zorgen, geen zorgen, warmpjes,
    mijn kinderen bellen elke dag, krijg genoeg bezoek, genoeg bezoek, genoeg mensen om me heen, heb
    mensen om me heen, zie genoeg mensen, elke dag bezoek, heb mijn hobby, heb een goede buurvrouw, goede
    buren, lieve kinderen,

    ik heb [nog] genoeg/voldoende aanspraak, heb [nog] genoeg/voldoende aanspraak, genoeg/voldoende
    aanspraak, [ik/wij] heb/hebben [mijn/de/onze] kinderen [om me heen/in de buurt/dichtbij], mijn/de/onze
    dochter/zoon/kinderen/buren/buurvrouw/buurman helpt/helpen [mij/me/ons/al/goed/mee], mijn/de/onze
    dochter/zoon/kinderen/buren/familie zorgt/zorgen [goed] voor mij/me/ons, dochter/zoon/thuiszorg/hulp
    komt [elke/iedere/alle] dag/dagen/week, de/mijn thuiszorg/dochter/zoon/hulp komt [elke/iedere/alle]
    dag/dagen/week, [ik] heb al hulp [van/genoeg] [mijn] [zoon/dochter/kinderen/thuiszorg/buren], wij
    hebben elkaar nog, hebben elkaar nog
"""

BESIDE = """
    jullie ook, fijne dag, u ook fijne dag, jullie ook fijne dag, fijne dag nog,

    en met u/jou/jullie, met u/jou/jullie ook, met u ook hoop ik, hoop met u ook, hopelijk met u ook, en
    u, en jij, u ook, van hetzelfde, dus, gelukkig, hoor, dank voor uw/de/je/jullie
    belangstelling/aandacht/interesse/bericht/sms/zorg/vraag/moeite, verder, ook, nu, vandaag, op dit
    moment, momenteel, op het moment, met mij, met ons, hier, bij ons, bij mij, gezond, op mijn <number>,
    op mijn leeftijd, voor mijn leeftijd
"""

SO_SO = """
    kon slechter en beter, gaat zo zijn gangetje,

    nee ja, half om half, elf en dertigst,

    zus en zo, wisselvallig, gaat redelijk, redelijk goed, ach het gaat, wel aardig, niet meer dan dat,
    niet slecht niet goed, goed en niet goed, met horten en stoten, sukkel, sukkelen, kwakkelen, oud en
    versleten, de jaren gaan tellen, ouderdom, komt met gebreken, ouderdomskwaal*,

    is goed, dat is goed, in orde, goed zo, prima zo, dat is prima/fijn, misschien, wie weet, niet goed,
    komt wel goed, gaat niet, niet best, niet lekker, het gaat, gaat wel, het gaat wel, gaat zo, gaat zijn
    gang, gaat zn gang, zo zo, zozo, mwa, mwah, mwoah, matig, redelijk, kan beter, kon beter, kan erger,
    kon erger, kon slechter, kan slechter, met vallen en opstaan, ups en downs, wisselend, wisselt, de ene
    dag, gaat op en neer, op en neer, modderen, modder, we houden de moed, hangt er van af, hangt ervan
    af, gaat niet over, niet slecht, gaat een beetje, beetje, valt mee, gaat net, we redden het net,
    kunnen slechter, niet best niet slecht
"""

UNSURE = """
    ^ [het/dat] lukt niet $, ^ en nu $, ^ en nou $, verkeerde knop/knopje/toets/toetsje, verkeerd
    gedrukt/getikt/ingedrukt, zie alleen blokjes/vierkantjes/vraagtekens, alles goed maar toch niet, ^ okidoki $,

    ^ met u/jou/jullie ook alles goed $, ^ met u/jou/jullie ook $, ^ en met u/jou/jullie alles goed $,

    is/was er [een] brand geweest, moet/kan/mag ik 112 bellen of, hoorde ... ambulance/politie/brandweer/sirene,
    brandweer/politie ... loos/vals alarm, dokter zei iets over, moord en brand,

    wat bedoelt/bedoelen/bedoel/bedoelde u/je/jullie [met], als ik ja zeg, krijg ik [nu/dan/hier] [nu] een rekening,
    [u] bent [toch] van de gemeente/politie/bank/kerk, maar wat heb/hebben/heeft, zag/gezien/keek [ik] op tv, op tv
    van,

    @aantal kilo/pond/ons/liter/pak/pakken/gram/bos, bent/is u/dit/dat [een] [bericht] van de/het
    gemeente/bank/politie/ggd, heeft/hebt/heb u/je/jullie [dit/dat/die] ... gestuurd/gehad/ontvangen/gekregen, moet
    ik [hier/daar/er/dan] [iets/wat] [voor/aan] betalen, goed/prima/oke maar ja, maar niet heus, ^ och/ach/tja
    [ja/nee/tja] $, hoi/hallo/hee/dag mam/ma/mama/pa/pap/oma/opa/schat/lieverd/lieve, word/wordt
    morgen/zaterdag/zondag/vandaag/overmorgen <number>, wat is 1/2/3/een/twee/drie, is [om] <clock>/@uurwoord uur
    begonnen,

    brandt [er/de/het/bij] [jou/u/jullie] [de/het/nog] lamp/licht/lampje/kaars [nog], hoe gaat het met, titanic,
    [ik/we] zit/zitten/sta vast in [het/de] verkeer/file, bij de buren was [het/er] feest/barbecue/bbq/bezoek/visite,
    [de/mijn] hond moet [er/nog/nodig/eerst] uit, heb [een/net/nu] nieuwe telefoon/mobiel/bril, geen bril
    [op/bij], gat in mijn/de/haar/zijn hand, bbq/barbecue ... tuin, de weg kwijt met, valt op
    maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/zondag, schiet maar lek, zeg tegen ... dat ... klaar/thuis,
    wat/hoeveel kost dat/een praatje,

    ^ tot morgen/gauw/dan/zo/straks/ziens/kijk $, nou geweldig/fijn/prima/lekker hoor, zo'n bericht, weer zo
    n, nooit wat gevraagd,

    ^ tot @dag $,

    ^ nou ja $, ben ik iets/wat vergeten, heb ik iets/wat, bent u/jij/jullie ... mens, ben je/jij ... mens,
    heeft/hebt/hebben u/je/jullie ... nummer, wat doet stop,

    wat houdt ... in, welke hulp/praatje, ik bel niet, ja/nee/nou/goed maar $, ^ maar $, ^ en dan $, lach/lachen
    ... kapot/stuk/krom/rot,

    moet ik [nu/dan/hier/ook] stop [sturen/stuur/zeggen], wat als ik stop [stuur/zeg/sms],
    hoezo/waarom/waarvoor/wat stop, wat betekent/bedoelt stop, wat is stop,

    ik kom zaterdag/zondag/morgen/vanavond, dat ik ... kom,

    niet aanwezig, moet ik dit betalen, moet ik dit, moet ik hier, is dat gratis, is dit gratis, hoe zit
    dat, hoe kan dat, geen flauw idee, flauw idee, uitleggen, kunt u dat uitleggen, wat moet ik intoetsen,
    welke toets, wat is de bedoeling, overleggen, even overleggen, overleg,

    verkeerd getypt, hangt ervan af, koud he, koud vandaag, koud buiten,

    is dit van de/jullie/woning*, van de woningbouw/woningstichting/corporatie, zijn jullie [het] echt,
    trap er niet in, ik trap er niet, geen geintjes, is dit een grap, een grap, zeker een grap, moet ik
    wat/iets betalen, kost me dit/iets/wat, hoeveel kost, wat betekent, wat is 1/2/3, welke cijfer, welk
    cijfer, eerst mijn dochter/zoon/man/vrouw vragen, vraag het mijn zoon/dochter/man/vrouw [maar], denk
    erover na, erover nadenken, nog nadenken, kan ik/u [u/jullie/zelf] terugbellen, mag ik
    [u/jullie/zelf/ook] bellen/terugbellen, moet ik [u/jullie/zelf] bellen, welk nummer moet, praat/spreek
    ik met een mens/iemand/computer/robot, een echt mens of, verkeerde chat, kan het niet lezen, letters
    te klein, zie het niet goed, goed weekend, kom je eten, heb je, ben je, boodschappenlijst,
    kleinkinderen komen, kan er mee door, kan ermee door, gewonnen, haha, per ongeluk verstuurd,
    voicemail, spreek in na de piep, na de piep, met wie heb ik, wat wilt u weten, huh, pardon, wablief,
    watte, hoe bedoelt/bedoel, wie dan, allemaal niet, geen van allen, geen van beide, wel en niet, weet
    ik veel, weet niet zeker, erover denken, is het belangrijk, moet dit, moet ik antwoorden, moet ik
    reageren, wat als ik, krijg ik, ben ik verplicht, is dit verplicht, verplicht,

    weet niet, weet het niet, weet ik niet, geen idee, [ik] weet [ik] [het] nog niet, stop/stoppen/gestopt
    met roken/drinken/werken, stoppen met wat, waarmee stoppen, stoppen waarvoor, begrijp
    [het/dit/er/ik/u/je/dat] niet/niks, begrijp ik niet, begrijp dit/het/u niet, begrijp er niks van, snap
    [het/dit/er/ik] niet/niks, snap er niks van, snap ik niet, wat moet ik, wat moet, wat is dit, wat is
    dat, wat is stop, wat bedoelt/bedoel/bedoelen u/je/jullie, wat wilt u, wat willen jullie, waar gaat
    dit/het over/om, waarover gaat, waarom krijg ik, waarom belt/stuurt/vraagt u, hoe komt/kom/komen
    u/je/jullie aan, hoe werkt dit/het, hoe moet dat/dit/ik, wat kost [dit/dat/het], kost dit/het/dat
    [geld/iets/wat/veel], kosten aan verbonden, is het gratis, gratis, moet ik
    [hiervoor/ervoor/daarvoor/iets] betalen, betalen hiervoor, bent u een robot, ben je een robot, een
    robot, robot, een computer, met een computer, leest iemand, krijg ik antwoord, hoe laat bent/zijn
    u/jullie open, openingstijden, wat is uw/jullie/het nummer/telefoonnummer/adres/mail/mailen/mails, wat
    is jullie, wat is uw, kan ik ook mailen/appen/bellen, mag ik mailen/appen, appen, whatsapp, kan ook
    via, wanneer bel/belt u/jullie/je, wanneer word ik gebeld, hoe laat belt u, hoe laat bel, wie belt, u
    zou [toch] bellen, u zou mij bellen, waarvoor [hulp], waarmee [hulp], met wat, welk nummer, welke,
    hoezo, waarom, hoe gaat het met u, hoe is het met u/jullie, hoe is het met jou, wat voor hulp, hulp
    waarmee, hulp waarvoor, stoppen waarmee, moet ik stop, moet ik 1/2/3, moet ik een 1, heeft u hulp
    [nodig], wilt u een praatje, wilt u hulp, wil je een praatje, jaja, ach ja, moet ik
    bellen/sturen/antwoorden, mag/kan ik [ook/u/jullie] mailen/appen, grapje, geintje, per ongeluk,
    vergissing, foutje, niet voor u bedoeld, test, testje, gestopt, niet stoppen, stop niet, nee graag, ja
    nee, nee ja, ja en nee, ja of nee, 1/2/3 of 1/2/3, bericht ontvangen, ontvangen, gelezen, begrepen,
    akkoord, komt goed, we zien wel, zien we dan wel, hetzelfde, zal wel, insgelijks, gefeliciteerd,
    verjaardag, jarig, kerst, nieuwjaar, beste wensen, prettige/fijne vakantie, lekker
    weer, mooi weer, het regent, wat een weer, zeg maar tegen, zeg tegen, kom je, kom jij, ben je thuis,
    ben je al, zal ik, ik ben er zo, tot zo, tot straks, doei, kusjes, kus
"""

STOP_WHOLE = """
    annuleer, annuleren, beeindig dit/deze/de [@bericht/dienst], ik wil niet meer deelnemen/meedoen, wil niet
    meer deelnemen/meedoen, houdt u/je/jullie [er/hiermee/hier] [mee] op, houdt u op met
    [@bericht/smsen/sturen/bellen],

    stop met storen, stop met appen, ik wil niks meer ontvangen [van jullie/van u], wil niks meer
    ontvangen, ik wil niet [meer] benaderd [worden], niet meer benaderen, mijn gegevens verwijderen,
    verwijder mijn gegevens [alstublieft], schrap mij/me, uitschrijving, meld af, hou er/hier mee op, houd
    er/hier mee op, laat mij/me gerust,

    niet meer lastig vallen, val mij/me niet [meer] lastig, [wilt u] mijn nummer wissen, wis mijn
    nummer/gegevens, haal mij/me eraf, haal mijn naam/nummer van de lijst, van de lijst halen, geen sms,
    geen berichten, geen smsjes, stop direct/onmiddellijk/meteen, stop alle @bericht, ik/wij wil/willen
    geen @bericht [van jullie/van u], schrijf mij/me maar uit, meld mij/me maar af, afmelding, wil mij/me
    afmelden voor dit/deze @bericht, u/jullie hoeft/hoeven mij/me niet meer te bellen/smsen, niet meer
    bellen en smsen, geen contact meer, laat mij/me met rust met [die/deze] @bericht,

    stop [stop] [stop], stoppen, stop [maar/nu/er/hier/hiermee/ermee/daarmee/dit/alles] [maar]
    [mee/ermee/hiermee], stop met [deze/die/dit/de/al] [@bericht/bellen/sturen/dit/sms en/smsen/alles],
    stop deze/die/dit [@bericht], stop [de] @bericht, ik/wij wil/willen [hiermee/ermee/graag] stoppen, wil
    [hiermee/ermee/graag] stoppen, wil/wilt/kunt/kan u/je/jullie [hiermee/ermee] stoppen,
    wil/wilt/kunt/kan u/je/jullie stoppen met [deze/die/de/dit] [@bericht/bellen/sturen/smsen], stoppen
    met [deze/die/de] @bericht/bellen/smsen/sturen, hou/houd op, hou/houd [er/hier/hiermee/ermee] [mee]
    op, hou/houd op met [deze/die/dit] [@bericht/bellen/sturen/smsen], afmelden, meld mij/me af, ik meld
    mij/me af, ik wil mij/me [hiervoor] afmelden, wil mij/me afmelden, mij afmelden, me afmelden,
    uitschrijven, schrijf mij/me uit, ik wil mij/me uitschrijven, wil mij/me uitschrijven, unsubscribe,
    optout, opt out, geen @bericht meer [sturen/ontvangen/alstublieft], ik/wij wil/willen/wens/hoef geen
    @bericht meer [ontvangen/krijgen/te ontvangen/hebben], wil/wens/hoef geen @bericht meer
    [ontvangen/krijgen/hebben], niet meer bellen, niet meer sturen, niet meer smsen, niet meer bellen of
    sms/smsen/sturen, bel/belt [u] [mij/me/ons] niet meer, bel [mij/me] nooit meer, nooit meer bellen,
    stuur [mij/me/ons] [maar] geen @bericht meer, stuur [mij/me] [maar] niks meer, niks meer sturen,
    ik/wij wil/willen/wens niet meer gebeld [worden/te worden], wil/wens niet meer gebeld [worden/te
    worden], haal/haalt/verwijder/verwijderd/schrap/wis [mij/me] [u] [mij/me] [maar] van de lijst [af],
    haal/verwijder/wis/schrap mijn/dit/mij nummer/gegevens [eraf/weg], verwijder mij [maar], verwijder mij
    uit uw/jullie/het bestand/systeem, haal mij uit uw/jullie/het bestand/systeem, mijn/dit nummer
    verwijderen [uit uw bestand/uit uw systeem/uit jullie bestand/uit jullie systeem]
"""

STOP = """
    uitzetten alstublieft, ho maar, wis alles [van mij/over mij],

    blijf/blijft uit mijn telefoon/leven, blijf van mijn telefoon,

    kappen nou/nu, genoeg geappt/gebeld/gesmst/berichten,

    later ook niet, nooit meer $, stopt daarmee, stuur [voortaan/verder] [maar] niks,

    sjei oet/uit/uut, loat/laat mie/mij/me mit/met rust, niet meer sjikke/schicken/schikken/sturen, hoef
    [die/deze/al/de] sms/smsjes/berichten/bericht/telefoontjes ... niet [meer],

    schei/scheid uit/uut [met/nou/maar/toch], zanik*, zeur*, niet meer vragen, wil ... @bericht af, af van
    [die/deze/al/alle] [die/deze] @bericht, hoef [die/de/al/deze/geen/dat] ... @bericht niet [meer], op met
    [dat/die/dit/al] [die/dat] gedoe/gedoo/gezeur/gezeik/gedoente/@bericht, ziek/doodziek van [die/deze/dat/al]
    [die] @bericht/gezeur/gedoe,

    wil dit/deze/die [soort] @bericht niet,

    geen reclame/spam/mail/telefoontjes, ik wil hier [van] af, wil hier [van] af, hier vanaf, wil eraf, wil
    eruit $, niet meer storen, ik zeg op, zeg dit op,

    graag/liever niet meer, doe maar niet [meer], ik wens dit niet, opgehoepeld, weg ermee, basta, dienst
    opzeggen/stopzetten, laat maar zitten, hoeft niet meer $, genoeg van die/deze/jullie,

    deelnemen, beeindig*, annuleer*, annuleren, houdt ... op,

    niet meer berichten, gooi ... nummer/gegevens weg, [ik] wil er/hier/daar niks mee te maken [hebben],

    niet meer te berichten/mailen/appen/schrijven/contacten/benaderen/vragen/contacteren/storen, geen
    toestemming, toestemming ... in, toestemming intrekken,

    niet [meer] benaderd, niet benaderen, benaderd worden, niet meer benaderen, ik doe niet meer mee, doe
    niet meer mee, jullie storen, niet storen, stoor mij niet, hinderen, laat me gerust, laat mij/ons
    gerust, gerust laten, niet blij mee, niet van uw diensten, geen gebruik, hou het voor gezien, zie
    ervan af, doe mij niet, heb hier niks aan, zit er niet op te wachten, zit niet te wachten op, wil er
    niks mee te maken, niks mee te maken,

    wil niet dat u/jullie/je, ik wil niet dat, geen gebel, geen gezeur, niet meer sms, sms niet, sms niet
    meer, weg met, gegevens wissen, nummer wissen, wissen, wis mijn, ik doe ... niet aan mee, doe niet
    aan, hier niet aan mee, geen zin in [dit/deze/die/jullie], heb ik geen zin in, geen zin in $, geen
    belangstelling, niet geinteresseerd, interesseert me niet, ophoepelen, hoepel, hoef dit niet, ik hoef
    dit, hoef geen sms/berichten/bericht/telefoontjes, hoeft mij/me niet te bellen/smsen/sturen, niet te
    bellen, u hoeft niet te bellen, hoef niet gebeld, hou/houd ermee op, genoeg berichten, zoveel
    berichten, te veel berichten, steeds die berichten, steeds die sms, elke keer die, weer die sms, geen
    prijs op, verzoek u ... geen/niet, verzoek ik u, wens geen, stuur dit niet, zeur, gezeur, gedoe,
    flauwekul, onzin, bemoeizucht, bel een ander, zoek een ander, niet meer doen, lazer op, schei nou uit,
    nummer eraf, naam eraf, eraf halen, blokkeer, aangifte,

    stop, stoppen, stopt, stop ... mee, afmeld*, afgemeld, meld ... af, uitschrij*, schrijf ... uit,
    ophouden, hou/houd ... op, schei ... uit, skei ... ut, schei uit, verwijder*, haal ... lijst, haal ...
    weg/eraf, wis ... nummer/gegevens, schrap mij/me/mijn, uit ... bestand, van ... lijst, aanmelding
    intrekken, niet meer bel/bellen/belt/gebeld, niet bellen, niet [meer] bellen, bel/belt [u] [mij/me]
    niet, niet [meer] gebeld, niet ... gebeld ... worden, niet [meer] lastig, niet meer
    stuur/sturen/stuurt, niet sturen, niet meer app/appen/appjes, niet meer sms*, niet meer smsen, niet
    meer mailen, geen @bericht, geen ... @bericht [meer], niks [meer] [van] [jullie/u] [meer]
    sturen/ontvangen/horen, stuur ... niks, stuur ... geen, stuur ... niet, nooit meer ...
    bellen/sturen/sms*, hoeft ... niet meer te bellen, niet meer te bellen, geen telefoon*, geen contact,
    geen app/appen/appjes, wil dit niet, wil ik niet, dit niet meer, wil niet meer gebeld, niet gebeld,
    met rust, ik wil rust, val ... lastig, lastig gevallen, lastiggevallen, lastig te vallen, niet ...
    lastig, geen behoefte aan [deze/die/dit/@bericht/jullie], hier geen behoefte, geen behoefte, geen
    interesse, doe niet mee, niet [meer] mee doen, niet [meer] meedoen, niet aan meedoen, opzouten, rot
    [toch] op, oprotten, donder op, flikker op, sodemieter op, opdonderen, kap er/daar mee, kap dermee,
    kap ermee, kappen, niet van gediend, gaat jullie/u/je niks aan, gaat jullie/u/je geen, bemoei je,
    bemoei, avg, laat me/mij/ons, privacy, ben er klaar mee, ben klaar met, irritant, vervelend ...
    berichten, ongewenst*, ga/ga ... weg, hinderlijk, blokkeer*, geblokkeerd, schrik ervan, in de war van,
    spammen, lazer toch op, hoepel op, sta ik niet op, ik wens niet, wens ik niet, niet op prijs
"""

START = "start, aanmelden, weer aanmelden, start sms, toch wel weer"

CHAT = """
    [kom/komt/komen/langs] [eens/maar/gerust/even/u] ... langs voor [de/een] [kop/kopje/bakkie] koffie, op de koffie
    komen, iemand op de koffie, koffie komen drinken,

    aanspraak is ... welkom, beetje aanspraak, in voor een @praatje, toe aan een @praatje/gesprek, zin in een
    @praatje, hoor graag van u/jullie, iemand die luistert, naar mij luistert,

    liever telefonisch, telefonisch graag, liever ... telefoon, liever gebeld, bel liever,
    @praten/@praatje/@bellen wel, wel @praten/@praatje, @bellen is/lijkt/kan/graag, @kunt [er] @u ... @bellen,
    @kunt er @u ... @bellen, met @u ... willen @praten, met iemand willen/kunnen/mogen @praten, ^ 1/een
    [en/maar] verder/rest [is/gaat] alles,

    mijn ei kwijt, ei kwijt, verhaal kwijt,

    kom/komt ... langs ... koffie, koffie staat klaar, koffie ... klaar, op de koffie, bel me op, bel mij
    op, bellen jullie mij, bellen jullie, sociaal contact, @ik lust wel een praatje, kan wel [een/wat]
    gezelschap/praatje/gezelligheid gebruiken, gezelschap gebruiken, @praatje gebruiken, aan het woord,
    lachen met iemand, eens lachen, graag horen, zou graag horen, iemand horen, een stem, wil ... spreken,
    graag spreken, spreken graag,

    @praatje, ^ @praten, @praten [graag/maar/aub/is/mag/lijkt],
    [graag/even/wil/eens/wat/weer/liever/lekker/gezellig/ff/effe/eefkes] @praten,
    wil/zou/willen/graag/zin/behoefte ... @praten, met iemand ... @praten, met ... mens ... @praten, om
    mee te praten, om te praten, niemand ... praten, aan de praat, praat ... graag, klets ... graag,
    vertel ... graag, graag vertel*, @praten met, ik praat/klets graag, praat graag, iemand [te] spreken,
    iemand spreken, wil/graag ... spreken, mens spreken, mens praten, aan de lijn, mens aan de telefoon,
    echt mens, een mens, gesprek, gesprekje, een gesprek, behoefte aan [een]
    gesprek/praatje/contact/gezelschap/aanspraak, contact, graag contact, contact opnemen, neem contact,
    gezelschap, aanspraak missen, weinig aanspraak, geen aanspraak, mis ... aanspraak, gezelligheid,

    bel/belt ... mij/me/ons/u/mar/maar, bel [mij/me/ons/gerust/maar/even/eens/terug/gerust], ^ bel $,
    [u/je/jullie/ze] mag/mogen [mij/me] [altijd/gerust/wel] [even] @bellen, @kunt [@u]
    [mij/me/ons/haar/hem] [even/eens/een keer/misschien/aub/ook/dan] @bellen, @kunt @u ... @bellen, @kunt
    @u ... bellen, zou/zou fijn ... bellen, graag ... gebeld, gebeld ... worden, worden gebeld, word ...
    graag gebeld, word graag gebeld, gebeld worden, graag ... @bellen, @bellen graag, @bellen mag, mag
    bellen, mogen bellen, bel maar, bel gerust, bel eens, bel even, terugbellen, terug bellen,
    telefoontje, belletje, [een/graag] telefoontje, u belt, fijn ... belt, fijn als ... belt, als er
    iemand belt, als u belt, iemand [mij/me] bellen, iemand belt,

    bakje doen, kopje/kop/bakje/bakkie koffie met/komen/doen/samen, bakske, theeleuten,
    kom ... langs, langskomen voor, op bezoek, mijn verhaal, verhaal doen, hart luchten, hart ... luchten,
    luisterend oor, luisteren, stem horen, stem te horen, over vroeger, veel te vertellen, even
    ventileren, zorgen delen, hoor graag een stem, graag ... stem, samen ... praten, goed gesprek, chat,
    aandacht, telefonisch contact,

    [vind/zou/lijkt] ... praatje ... leuk/fijn/gezellig/welkom/prettig, gezellig ja, graag gezellig,
    gezellig graag, lijkt ... gezellig/leuk, ja gezellig, ^ [wel/heel/erg] gezellig $, zou ...
    leuk/fijn/gezellig/prettig/heerlijk ... vinden, zou ... leuk/fijn/gezellig/prettig zijn, vind ...
    leuk/fijn/gezellig/prettig, lijkt mij/me wel wat, wel zin in, heb ... zin in een, op prijs stellen,
    stel ... op prijs, zeer op prijs
"""

LOW = """
    mis ... elke/iedere dag, s avonds is het moeilijk/zwaar/stil/eenzaam, waren/zijn [we/wij] ... getrouwd ... er
    niet meer, niet zo n/zo'n/zon goeie week/dag/tijd/nacht,

    niet zo n/zo'n/zon beste/goede/fijne week/dag/tijd/nacht,

    geen kip/mens/hond/niemand over de vloer,

    mijn/mn/beste vriendin/vriend/buurvrouw/zus/broer ... overleden/gestorven/begraven, hart is gebroken, opgesloten
    in mijn/mn eigen, verloren zonder, voel ... verloren, buurvrouw is ook ... verhuisd,

    geen stem gehoord/gesproken, zouden [we/wij] ... getrouwd, [mijn/beste]
    vriendin/buurvrouw/zus/vriend/buren/broer/maatje/buurman ... verhuisd, sinds ... verhuisd is, mijn man/vrouw is
    [al] ... jaar [geleden] ... @overleden, mijn man/vrouw ... geleden ... @overleden, man/vrouw ... in [het/een]
    tehuis/verpleeghuis/verzorgingshuis [zit/ligt/woont], verpleeghuis/tehuis [zit/ligt/woont] mijn man/vrouw, is er
    niemand meer, moeilijk sinds,

    hoor/zie/spreek ... geen stem, moeilijk/zwaar/naar/eenzaam/rot dagje, zie ze/hem/haar
    nooit/zelden/amper/haast/nauwelijks, @dag/zondagen/avonden/savonds/nachten/winter/kerst is/zijn [het/de/mijn]
    [ergst/ergste/langst/langste/moeilijkst/zwaarst/stilst] [dag/dagen], [wat/zulke/zo] [een] lange/stille/lege
    dagen/avonden/dag/avond, @dag is het ergst, allenig*, pieker ... veel, veel ... piekeren, kinderen/dochter/zoon
    woont/wonen in <unknown>, [dan] komt/hoor er/ik niemand, er komt niemand, wonen ver/zover weg, met kerst ...
    alleen, geen aanspraak meer,

    man/vrouw/zoon/dochter/moeder/vader/broer/zus/hond/kat verloren [in] [@maand],
    slaap al ... niet,

    in de steek gelaten, aan mijn lot overgelaten, niemand denkt/vraagt/luistert/geeft/belt/kijkt/weet,
    niemand om, boos op mij/me, [er] moeilijk/zwaar/lastig mee, heb het [er] [heel/erg/best] moeilijk/zwaar,
    enige die ik spreek/zie, kon wel huilen, sip, droevig, triest, bedrukt, zie [er] tegen op, verlang naar
    gezelschap/contact/iemand, kan er niet tegen alleen, door iedereen vergeten,

    [er/ik/ben] kapot van, tel de dagen, helemaal kapot van,

    mijn/me/onze @naaste/maatje/lief/schat/liefste is er niet meer, mijn @naaste is [net/pas/gisteren/vandaag]
    ... begraven/gecremeerd, ik mis, moeilijke/zware/nare/eenzame/sombere/trieste/verdrietige
    dagen/dag/tijd/week/weken/maand/nacht/nachten/avonden/feestdagen,

    huis/woning/bed/stoel [is] [zo/erg/te/nu/zo'n] leeg, niemand die,
    zoon/dochter/kinderen/kleinkinderen/familie/broer/zus ... nooit [meer], rotweek, rotdag, rottijd, rotjaar,
    rot week, rot dag, slechte week/dag/nacht/tijd/periode, valt iedereen weg, iedereen ... valt weg, iedereen
    ... vallen weg,

    spreek/zie/hoor/ken ... geen hond/kip/sterveling/ziel, geen hond/kip/sterveling die, geen sterveling,

    zak en as, in zak en as, dagen zijn leeg, leeg gevoel, stilletjes, stilletjes hier, weinig bezoek,
    nooit bezoek, geen bezoek, sinds mijn man/vrouw weg is, sinds ... weg is, zonder mijn man/vrouw,

    afleiding, wat afleiding, geen familie [meer], familie meer, vrienden ... dood/overleden/weg, iedereen
    ... overleden, draai niet vinden, draai niet, veel aan mijn hoofd, niemand vraagt, eerste die vraagt,
    ken nog niemand, ken hier nog niemand, nieuw hier, nieuw in de flat/buurt, mensen leren kennen,
    contacten, het valt me/mij zwaar, valt zwaar, valt niet mee, valt me niet mee, gaat beroerd, niet te
    best, bang alleen, s nachts bang, ben ik bang, bang ... nacht, rouwen, in de rouw, verlies, dood van
    mijn, mijn hond/kat/poes is dood, nee niet goed, niet goed eigenlijk, slecht eigenlijk, gaat niet
    geweldig, gaat niet super, niet geweldig, niet super, tja niet best, beetje alleen, best alleen, wel
    eenzaam, soms eenzaam, soms alleen, best eenzaam, soms somber, soms verdrietig, soms moeilijk, best
    moeilijk, best zwaar, erg zwaar, heel zwaar, heel moeilijk, erg moeilijk,

    nooit iemand, komt nooit iemand, zondagen zijn,

    muren komen op mij/me/ons af, muren ... af, telefoon gaat nooit, wacht ... telefoon gaat, zit te
    wachten, niemand gesproken/gezien, geen mens gesproken/gezien/komt, [nog] niemand gesproken, spreek
    geen mens, zie geen mens, zondagen/weekenden/avonden/dagen/nachten/feestdagen ...
    lang/ergst/moeilijk/zwaar/stil/eenzaam, niet mijn dag, donkere dagen, kerst/feestdagen/oud en
    nieuw/verjaardag ... alleen/tegenop, zie ... tegenop, tegenop, geen aanloop, weinig aanloop, weinig
    mensen, weinig contact*, geen contact*, mis de gezelligheid, mis gezelligheid, iedereen is dood/weg,
    allemaal overleden/dood, ben de laatste, de laatste tijd ... niet/minder/slecht/somber, zit maar te
    zitten, zit maar, zit ik maar, voel me nutteloos, nutteloos, overbodig, niemand kijkt naar, telt
    niemand, verwaarloosd door, kinderen geen tijd, zonder haar/hem, sinds ... dood/weg/alleen, alleen
    achtergebleven, weduwe, weduwnaar, word ik vergeten, behoefte aan iemand, heb niet veel mensen, ken
    hier niemand, ken niemand hier, mijn dagen zijn, tranen, in de put, depri, futloos, kwakkel, mopper,
    boos op de wereld, niet vrolijk, niet zo vrolijk,

    eenzaam*, eenzaamheid, verlaten, vereenzaamd, ben ... alleen, voel ... alleen, zit ... alleen,
    [zo/heel/erg/vaak/altijd/veel/helemaal/maar/te/zoveel/hele dag/dagen] alleen $,
    zo/heel/erg/vaak/veel/altijd/helemaal alleen, alleen thuis, alleen zijn, alleen zit, alleen ben,
    alleen in huis, alleen in ... huis, ^ alleen $, wel alleen, moederziel alleen, alleen gelaten, alleen
    wonen, woon alleen, woon ... alleen,

    niemand om mee, heb niemand, niemand meer, zie niemand, zie [bijna/nooit/haast] niemand/iemand, zie
    nooit iemand, zie ... niemand, spreek niemand, spreek ... niemand, komt nooit [meer] iemand, komt ...
    niemand [meer] [langs/op bezoek], nooit [meer] bezoek, nooit visite, geen visite, krijg nooit,
    kinderen ... nooit, kinderen ... niet meer, kinderen ... ver, kinderen ... druk, hoor niks van, hoor
    nooit,

    dagen ... lang, dagen duren, avonden ... lang, duurt lang, dagen kruipen, het is
    [zo/wel/erg/hier/heel] stil, zo stil, stil in huis, stil hier, [wel/erg/te/heel] stil, leeg in huis,
    stilte, stille dagen,

    mis mijn/hem/haar/me/mij, mis ... erg, gemis, @naaste [is] [pas/net/vorig/vorige/in/onlangs/al/nu] ...
    @overleden, mijn @naaste ... @overleden, sinds ... overleden/overlijden/dood, na ... overlijden,
    rouw/rouwen/rouwproces, verlies van, er niet meer is, sinds ... er niet meer is,

    verdriet*, verdrietig, huil/huilen/huilt/huilbui/huilbuien, huilen, somber*, depressief, depressie,
    neerslachtig, down, ongelukkig, teneergeslagen, treurig, zwaarmoedig, pieker*, piekeren, zorgen, maak
    ... zorgen, bezorgd, gespannen, stress, overspannen, zenuwachtig, angstig, bang, angst, onrustig, kan
    niet slapen, slaap slecht, slaap niet, slapeloos, niet slapen, moedeloos, lusteloos, moe, moe van,
    uitgeput, doodmoe, niet lekker [in], niet goed [in] [mijn] vel, niet lekker in mijn vel, zit ...
    doorheen, zit in een dip, dip, niet zo lekker, voel me niet, voel me ... niet [zo/goed], gaat
    [het/wel/nu/hier/allemaal] niet [meer] [zo/erg/heel/echt/best] goed/best/lekker/geweldig/fijn/top,
    niet zo/erg/heel/echt goed/lekker/best/fijn/top/geweldig, het gaat niet, gaat even niet, niet goed met
    mij/me/ons, gaat slecht, slecht, niet best, gaat minder [goed], minder goed, wat minder, het gaat
    minder, het is zwaar/moeilijk/naar, beroerd, belabberd, ellendig, voel me naar/rot/kut/klote, klote,
    kut, heb het moeilijk/zwaar, moeilijke tijd, zware tijd, ben op, verveel*, vervelen, saai, doelloos,
    geen mens, geen doel, mensenschuw, onzeker, tel niet mee, vergeten, ben vergeten, niet gelukkig,
    heimwee, buitengesloten, geisoleerd, isolement, kom nergens, kom weinig buiten, kom ... nergens
"""

WARM = """
    koffie ... drinken, kopje koffie, kop koffie, bakje koffie, bakkie,
    tijd voor een, hebt/heeft/hebben u/je/jullie [even] tijd, over ... praten,

    gezellig, bel, belt, bellen, gebeld, praat*, klets*, 🙋, ☎, 📞, 📱, 🤙, verhaal, bezoek, alleen, stil, mag wel, dat
    mag, is goed bel, wil wel, ik wil wel, wil ik wel, zou fijn, zou leuk, lijkt me, lijkt mij, welkom, 💔,
    😢, 😭, 😞, ☹, 😔, collega, contact
"""

YES = """
    dat zou ik waarderen, dat waardeer ik, zou ik waarderen,

    [ja] laten we dat doen, ja lekker, mag best, mag altijd, altijd leuk/welkom/fijn/gezellig/goed, eentje,
    kom maar door, met alle liefde, heel lief ja, ja heel lief,

    [och/nou/ja] [ja] waarom niet, waarom [ook] niet $,

    jawis, ja wis, wis en zeker, jazeker wel,

    dolgraag, ja dolgraag, heel erg graag, alstublieft wel, ja laat maar komen,

    met [alle/veel] plezier, kom es aan, kom maar op, kom maar,

    1 dus, 1tje, oja, oja graag, oh ja, jawel graag, ja fijn, ja leuk, ja gezellig, ja mooi, ja dank u, ja
    bedankt graag, nou vooruit, jaah, ja heel fijn/graag/leuk,

    ja, ja ja ja, jaa, joa, jawel, jazeker, ja zeker, ja natuurlijk, natuurlijk, ja dat is goed, nou dat
    is goed, ja is goed, ja dat wil ik [graag/wel], ja ik wil [graag/wel/dat], ja wil ik [graag/wel], ik
    wil [graag/wel], wil ik [graag/wel], ja doe [maar], ja mag [wel/altijd], dat mag [wel], mag wel, ja
    dat mag, ja prima, zeker, zeker weten, absoluut, tuurlijk, wel ja, welja, toe maar, ga je gang, doe
    maar, doe mij maar, vooruit [dan] [maar], nou ja doe maar, nou graag, jep, jup, yep, jaha, heel graag,
    zeer graag, erg graag, graag, ja dat zou fijn/leuk/mooi/prettig/heerlijk zijn, dat zou [ik]
    [heel/erg/heel erg/zeer] fijn/leuk/mooi/prettig/heerlijk/gezellig [zijn/vinden], zou
    fijn/leuk/mooi/prettig [zijn/vinden], ja dat vind ik fijn/leuk/goed/prettig/gezellig, lijkt me/mij
    [wel] fijn/leuk/gezellig/goed/wat, dat lijkt me/mij [wel] fijn/leuk/gezellig/goed/wat, ik wil het wel,
    ja dat lijkt me/mij [wel] fijn/leuk/gezellig/goed, das goe, das goed, ja das goed, ja bel, wil graag
"""

WILLING = """
    graag, maar, maar hoor, asjeblieft graag, dan, dan maar, toch, wel, toch maar, even, eens, ook,
    eventueel, dat, toch wel, heel, heel erg, dat ik, nou, zeker
"""

NOT = "geen, niet, nooit, zonder, niks, noch, niemand"

AND = "en, &, +, of, ook, en ook, plus"

BUT = """
    maar, alleen, behalve, echter, enkel, uitgezonderd, op na, doch, toch, wel, jammer, helaas, hoewel,
    ofschoon, al is, buiten, zij het, maarja, though, slechts, wanneer
"""

UNWANTED = """
    geen [extra/verdere/andere/behoefte aan] hulp [meer] [nodig/hoor], hulp [is/hoeft] niet [nodig], hulp
    heb ik niet nodig, heb geen hulp nodig, niet nodig, niks [meer] nodig, niks [meer] ... nodig, hoeft
    niet, geen ondersteuning, geen [behoefte aan/zin in/tijd voor] [een] @praatje, praatje [hoeft/is] niet
    [nodig], niet praten, niet @praten, geen zin ... praten/praatje/gesprek, geen behoefte ...
    praten/praatje/gesprek, geen gesprek, geen problemen, geen probleem, geen klacht*, geen klachten, geen
    monteur, geen lekkage, geen overlast, geen schulden, geen huurachterstand, no problem, niet/geen
    1/2/3, niet eenzaam, niet alleen, niet somber, niet verdrietig, voel me niet eenzaam/alleen, geen
    verdriet, geen zorgen, geen last, nergens last van, hoef niet gebeld, hoeft niet ... bellen, niet
    bellen, niet gebeld, hoef geen, niet klagen, niks te klagen, niet te klagen, mag niet klagen, kan niet
    beter, kon niet beter, niet mopperen, geen contact, geen gezelschap, niet ziek, niet moe, niet slecht
"""

POLITE = """
    prettig/prettige weekend/dag/avond/middag/dagen/feestdagen/vakantie, lekker weer/weertje,
    [dat/dit] typen/tikken/smsen/appen/tekenen [op dit ding/met die vingers] lukt/gaat/kan [mij/me]
    [niet/slecht/moeilijk/lastig/zo] [goed/zo/meer/best], kan [zelf/zo/ik] [niet/slecht]
    smsen/typen/appen/tikken, ben niet handig met sms/telefoon, niet handig met,

    fijne dag nog, fijne dag verder, nog een fijne dag, goed weekend, verzonden/verstuurd/verzend
    vanaf/met/via [mijn/een]
    iphone/samsung/galaxy/android/ipad/telefoon/mobiel/tablet/smartphone/huawei/outlook ..., sent from my
    iphone/ipad/samsung/galaxy/phone ..., hoor meid, hoor meisje, meid, meisje, jongen, jongeman, lieve
    mensen, beste woningstichting, beste collega, dank u beleefd,

    aub, alstublieft, a u b, als het kan, als dat kan, graag gedaan, dank, dank u
    [wel/zeer/vriendelijk/hartelijk], dank je [wel], dankuwel, bedankt, hartelijk dank, hartelijk bedankt,
    veel dank, met dank, alvast [bedankt/dank], heel erg bedankt, heel hartelijk bedankt, bedankt
    [voor/hoor] [het/uw/de/je/jullie/alles]
    [vragen/vraag/bericht/berichtje/sms/smsje/moeite/aandacht/belangstelling/zorg/zorgen/interesse/bellen/telefoontje/goede
    zorgen/aanbod/initiatief], dank [u/je] [wel] voor [het/uw/de/je/jullie]
    [vragen/vraag/bericht/berichtje/sms/moeite/aandacht/belangstelling/zorg/interesse/aanbod], voor het
    vragen, voor uw bericht, voor de aandacht, dat u/je/jullie aan mij/me/ons denkt/denken/gedacht, dat
    u/je/jullie [het/dit/er] vraagt/vragen/belt/bellen/doet/doen, dat je het vraagt, lief [dat/van/hoor]
    [u/je/jullie], heel lief [van u/van je/van jullie], wat lief [van] [u/je/jullie] [dat] [u/je/jullie]
    [het] [vraagt/vragen], lief dat u/je/jullie [het] vraagt/vragen, lief dat u/je/jullie aan mij/me
    denkt/denken, aardig [van] [u/jullie/je], wat aardig [van] [u/jullie/je], heel aardig van u/jullie,
    heel vriendelijk [van u], vriendelijk [aanbod], vriendelijk van u, wat attent [van] [u/jullie/je],
    attent [van u/van jullie], fijn dat u/je/jullie [het/dit] vraagt/vragen/doet/doen/belt, fijn dat u
    belt, wat fijn [dat] [jullie/u/je] [dit/het] [doen/vragen/vraagt/doet], wat een
    lief/leuk/goed/mooi/aardig idee/initiatief/gebaar, leuk/mooi/goed initiatief, leuk dat u/jullie [het]
    vraagt/vragen, mooi dat u/jullie dit doen/doet, merci, thanks, thank you, ty, thx, please,

    hoor, hee, he, he he, nou, och, ach, oh, o, ah, tja, eh, uh, ehm, zeg, joh, zenne, zulle, ze, ne,
    jong, hè, he hoor, lieverd, schat, lieve mevrouw, lieve meneer, punt, komma, uitroepteken, vraagteken,
    spatie,

    dag, hallo, hoi, hai, hey, he hallo, goedemorgen, goedemiddag, goedenavond, goedendag, goeiemorgen,
    goeiemiddag, goeienavond, goeiendag, goeie, goede morgen, goede middag, goede avond, goede dag, beste,
    beste mensen, beste allemaal, beste dames, beste heer, geachte, geachte heer, geachte mevrouw, geachte
    heer mevrouw, geachte dames en heren, lieve, moi, hoi hoi, goejemorgen, gegroet, tot horens, tot
    ziens, doei, doeg, dag dag, een fijne dag, fijne dag [nog/verder], fijn weekend, prettige dag, prettig
    weekend, fijne avond, fijne middag, fijne week, nog een prettige dag, sterkte, succes, beterschap, tot
    dan, x, xx, xxx, kusje, kus
"""

ADDRESS = """
    mevrouw, meneer, mevrouwtje, dames, heren, heer, zuster, juffrouw, collega, mensen, allemaal,
    woningstichting, woonstichting, corporatie, woningbouw, stichting, vriendelijke mensen
"""

SIGNED = """
    ik ben de/haar/zijn/hun
    dochter/zoon/kleinzoon/kleindochter/schoondochter/schoonzoon/mantelzorger/buurvrouw/buurman,

    de graaf, van de graaf,

    groet, groeten, groetjes, groetje, mvg, m v g, met [een] vriendelijke/hartelijke/lieve groet/groeten,
    vriendelijke groet/groeten, hartelijke groet/groeten, lieve groet/groeten/groetjes, veel groeten, de
    groeten, hoogachtend, met hoogachting, gr, grt, grtjs, grtz, groetjes van, groeten van, groet van,
    liefs, afz, afzender, getekend, met vriendelijke groet, namens, namens mijn moeder, namens
    mijn vader, namens mevrouw, dochter van, zoon van, zoon, dochter, kleinzoon, kleindochter, haar zoon,
    haar dochter, zijn zoon, zijn dochter, kleinkind, schoondochter, schoonzoon, mantelzorger
"""

KEYS = {
    Sense.KEY_CHAT: "1, een, 1tje, 1 tje, [ik] kies [voor] [nummer] 1/een",
    Sense.KEY_HELP: "2, twee, 2tje, 2 tje, tweetje, [ik] kies [voor] [nummer] 2/twee",
    Sense.KEY_FINE: """
        3, drie, drietje, 3 tje, 3 e, 3/drie is het, driee, 3/drie graag, [ik] kies [voor] [nummer] 3/drie, voor
        [nummer] 3/drie graag
    """,
    Sense.KEY_STOP: "9, negen",
    Sense.NUMBER: """
        <number>, <year>, <clock>, 0, 4, 5, 6, 7, 8, nul, vier, vijf, zes, zeven, acht, tien, elf, twaalf,
        10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 30, 45
    """,
    Sense.BEFORE_KEY: """
        nummer, een dikke, dikke, doe mij, geef mij/me, ik wil [graag], wil, ik doe, ik zeg, sms, is het,
        wordt het, maak er, optie, keuze, toets, antwoord, cijfer, keus, nummertje, het antwoord is, mijn
        antwoord is, antwoord is, ik kies, ik kies voor, kies, kies voor, ik toets, ik druk, ik druk op, doe
        mij maar, doe maar, geef mij maar, mijn keuze is, het wordt, het is een, het is, dan, ik stuur, ik
        neem, voor mij, voor mij nummer, voor ons, voor mij de, voor ons de, een, met nummer, liefst, ik ga
        voor, ga voor, doe
    """,
}

NEDERLANDS = Language(
    "nl",
    phrases={
        Sense.DANGER: f"{nl_danger.DANGER},{nl_danger_ways.DANGER}",
        Sense.DESPAIR: f"{nl_danger.DESPAIR},{nl_danger_ways.DESPAIR}",
        Sense.ALARM: f"{nl_danger.ALARM},{nl_danger_ways.ALARM}",
        Sense.SAFE: f"{nl_danger.SAFE},{nl_danger_ways.SAFE}",
        Sense.PAST: nl_danger.PAST,
        Sense.LATELY: nl_danger.LATELY,
        Sense.HEALED: nl_danger.HEALED,
        Sense.NOW: nl_danger.NOW,
        Sense.JOKE: nl_danger.JOKE,
        Sense.SERIOUS: nl_danger.SERIOUS,
        Sense.THING: nl_home.THING,
        Sense.FAULT: nl_home.FAULT,
        Sense.HELP: nl_home.HELP,
        Sense.MATTER: nl_home.MATTER,
        Sense.WANT: nl_home.WANT,
        Sense.AUTOMATIC: nl_people.AUTOMATIC,
        Sense.ASKS_WHO: nl_people.ASKS_WHO,
        Sense.WRONG_WHOLE: nl_people.WRONG_WHOLE,
        Sense.WRONG: nl_people.WRONG,
        Sense.MOVED: nl_people.MOVED,
        Sense.DECEASED: nl_people.DECEASED,
        Sense.LATER: nl_people.LATER,
        Sense.TIME: nl_people.TIME,
        Sense.MAYBE_LATER: nl_people.MAYBE_LATER,
        Sense.FINE: FINE,
        Sense.NO: NO,
        Sense.RETURNED: RETURNED,
        Sense.GOOD: GOOD,
        Sense.ASIDE: ASIDE,
        Sense.BESIDE: BESIDE,
        Sense.SO_SO: SO_SO,
        Sense.UNSURE: UNSURE,
        Sense.STOP_WHOLE: STOP_WHOLE,
        Sense.STOP: STOP,
        Sense.START: START,
        Sense.CHAT: CHAT,
        Sense.LOW: LOW,
        Sense.WARM: WARM,
        Sense.YES: YES,
        Sense.WILLING: WILLING,
        Sense.NOT: NOT,
        Sense.AND: AND,
        Sense.BUT: BUT,
        Sense.UNWANTED: UNWANTED,
        Sense.POLITE: POLITE,
        Sense.ADDRESS: ADDRESS,
        Sense.SIGNED: SIGNED,
        **KEYS,
    },
    classes={**nl_danger.CLASSES, **nl_danger_ways.CLASSES, **CLASSES},
    same=SAME,
    real=nl_real.REAL,
    mended=True,
)
