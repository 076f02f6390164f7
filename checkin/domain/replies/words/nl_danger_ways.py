"""Dutch dangers by their parts: who, the verb in its forms, and the order in which people put them."""

from __future__ import annotations

CLASSES = {
    "ademen": "ademen adem ademhalen ademhaling lucht",
    "rijzen": "opstaan overeind omhoog rechtop opstaon",
    "lukt": "lukt gaat kom kan krijg ken kon wil krijgen kunnen komen",
    "lid": (
        "arm been hand voet linkerarm rechterarm linkerbeen rechterbeen linkerhand rechterhand linkervoet rechtervoet"
        " armen benen"
    ),
    "zijde": "helft linkerkant rechterkant linkerhelft rechterhelft linkerzijde rechterzijde",
    "uitval": "slap slappe lam doof verlamd gevoelloos krachteloos",
    "ruimte": (
        "badkamer wc toilet douche kelder berging balkon lift kast schuur garage trappenhuis zolder keuken gang"
        " slaapkamer kamer portiek"
    ),
    "woon": "kelder keuken badkamer huis woning kamer woonkamer slaapkamer gang hal flat appartement berging alles",
    "opeens": "ineens opeens plots plotseling",
    "warmte": "verwarming kachel cv ketel radiator radiatoren stadsverwarming warmte",
    "vorst": "vriest vriezen vorst bevriest bevroren min",
    "nabij": (
        "man vrouw moeder vader ma pa mama papa mam pap oma opa zoon dochter buurman buurvrouw broer zus hij ze zij"
        " partner vriend vriendin tante oom kind baby"
    ),
    "doodslag": "doodslaan doodmaken doodschieten doodsteken vermoorden afmaken doden",
    "gast": "iemand man mannen vent kerel jongens vreemde vreemden onbekende kerels",
    "smakte": (
        "smakte donderde kukelde lazerde kieperde duvelde flikkerde klapte plofte zeeg tuimelde rolde gleed stortte"
        " smak sodemieterde mieterde glee"
    ),
    "gesmakt": (
        "gesmakt neergesmakt neergegaan neergezegen neergestort neergeklapt neergeploft omgegaan omgeduveld omgetuimeld"
        " omgerold omgeslagen geduikeld gestuiterd gemieterd gesodemieterd gekletterd gekieperd geklapt weggegleje"
    ),
    "hoog": "trap ladder trapje kruk krukje stoel bed fiets balkon stoep dak scootmobiel bank toilet wc keukentrap",
    "komt": "komt kwam druipt drupt stroomt gutst regent lekt spat sijpelt loopt",
    "vuurtje": "fik fikkie vuur vuurtje vuurzee",
    "pil": (
        "pillen slaappillen tabletten medicijnen paracetamol pijnstillers slaaptabletten medicatie oxazepam strip"
        " doosje pilletjes"
    ),
}

DANGER = """
    water/lekkage ... stopcontacten, stopcontacten ... water,

    lift [is/blijft/blijf] [blijven] steken/hangen/stil/stilstaan tussen, steken/stil tussen
    <number>/twee/drie/vier/de verdiepingen/etages/en,

    brandt/smeult/rookt het/de/een/mijn snoer/stekker/draad/kabel/stekkerdoos/deken/kussen/kleed,

    boorde/boort/boren/gestoten/geraakt ... gasbuis/gasleiding/gaspijp, stroomdraad hangt los, stroom draad/draat
    hangt los, kraan/hoofdkraan/leiding afgebroken/afgebroke ... dicht/dich, hangt los boven mensen/straat/stoep,
    breken/breke bij mij/me/men/ons in, wil/wille/eist ... mijn/mien/me pincode/pinkode, halen/halt [nu] [mijn] geld
    eraf/weg, geblokkeerd in de lift, helpgeroep, help geroep, hulpgeroep, gebonk en help/hulp/geroep, stap
    [zo/dadelijk/straks] voor de trein, stijf van de kou, half af met het/de mes/broodmes, hangt aan mijn/mn/zijn
    arm ... los,

    trappen/trapt/trapen/schoppen/schopt/rammen/ramt/beuken/beukt ... deur/voordeur/achterdeur/raam in/kapot/open,
    balkondeur/deur/voordeur/achterdeur ... [in] [het] slot ... kou/vriest/koud/verkleumd/buiten,

    zich opgehangen/verhangen/verdronken/doodgeschoten/opgesneden, heeft zich opgehangen/verhangen,
    forceert/forceren ... slot/deur/raam, roept/roepen [er/iemand] om hulp, an/aan/aant t slaan help, mij/me/m kapot
    maakt/maken, me kapotmaakt/kapotmaken, eist/eisen pincode/pinpas/geld, doorzoekt/doorzoeken mijn/me/de
    kasten/laden/spullen, mijn rekening leeg, sinds @dag niks [meer] gehad/gegeten, in het slot ... kou/vriest/koud,

    iemand/ze/man/mannen/jongens/vent/kerel schiet/schieten op/met/in/door/buiten/hier,

    hulp/help hart/borst/adem/beroerte/bloed/bloeding,

    krijg/krijgt/krieg ... geen/gee/gin/gien lucht/adem/zuurstof [binnen], geen zuurstof/adem binnen,

    zwellen/zwelt/zwollen op/dik/dicht, keel/lippen/tong/gezicht ... zwelt/zwellen/opzwellen/opgezwollen/dikker,
    opzwellen, opzwelt,

    vuurwerk ... brievenbus/raam/deur/binnen, gooien/gooit vuurwerk, ben/bin/is/was vallen en, @niet
    [weer/meer/goed] in/op de/mijn been/benen/bene [komen], aan [mijn/me/zn/zijn/t/het/haar] hart en,

    slecht/moeilijk/zwaar/lastig/amper/nauwelijks ademen/ademhalen/ademend, er zit/staat/loopt/sluipt/klimt
    iemand/man/vent/jongen [op/in/bij/voor/achter/aan] [op/in/bij] mijn/het/de/me
    balkon/raam/tuin/achterdeur/dak/slaapkamerraam/achtertuin/schuur, te morrelen, te peuteren, te wrikken,
    @gast ... achterdeur/balkondeur/tuindeur,

    gas geroken/geruik/rook, heb/had/heeft alles geslikt/ingenomen/doorgeslikt, alles geslikt/ingenomen, @vorst
    [en/maar/hier] [en/ik/er/we] ... geen/zonder @warmte, @nabij is weg ... sinds/alzheimer/dement*/dementie,
    weg met [de/zijn/haar] rollator/rolstoel [al] sinds, lekt ... stroomt/gutst/spuit, plafond ...
    stroomt/gutst/spuit/stromen,

    @lukt ... @niet [meer] @rijzen, @rijzen [komen] [dat] @lukt [ik/hij/ze/het/me/mij] [haast/bijna/echt] @niet,
    @rijzen [komen] is/wordt onmogelijk/moeilijk, @nabij [kan/komt/kunnen] @niet [meer] overeind/omhoog,
    ik/hij/ze [kan/kom/komt] @niet [meer] opstaan,

    [al/sinds] uur/uren/vannacht/vanmorgen/vanochtend/gisteren/gisteravond @lig [ik/hij/ze/ma/moeder/oma/pa] ...
    vloer/grond/gang/hal/keuken/badkamer/douche/tegels/mat, onder aan de trap, onderaan de trap, blauw van [de]
    rook, kan/kom/komt/komen/kunnen [ik/hij/ze/@nabij] ... @niet ... uit [mijn/de/zijn/haar/het/me]
    stoel/bed/bad/douche/fauteuil/bank komen, komt ... @niet [meer] uit [mijn/de/zijn/haar/het/me]
    stoel/bed/bad/douche/fauteuil,

    @ademen [halen/krijgen] [dat] lukt/gaat/kan/kon/wil [ik/hij/ze/mij/me] [haast/bijna/echt] @niet, @ademen
    [halen/krijgen] lukt/gaat/wordt/is/word [erg/heel/steeds] moeilijk/moeilijker/slecht/zwaar/lastig/slechter,
    lucht/adem krijgen, ademen/ademhalen/ademhaling doet pijn/zeer, adem halen doet pijn/zeer, niet [meer/goed]
    aan/op adem komen,

    hart ... hapert/bonkt/stil/zeer/pijn/stilgestaan, uitstraling ... arm/kaak/linkerarm/rug, pijn ...
    linker/linkse arm, arm ... uitstraalt/uitstralen/straalt, straalt ... arm/kaak/linkerarm,

    voel/voelt ... @zijde/kant ... @niet, @zijde/kant ... @niet [meer] voel/voelt/voelen, @zijde/kant [van] ...
    @uitval, kan/ken ... @lid @niet [meer/goed] optillen/bewegen/gebruiken/omhoog/strekken/buigen/verroeren,
    @lid [is/voelt/wordt/hangt] [ineens/opeens/plots/plotseling/helemaal/zo/ook/hier] @uitval, @lid ...
    wil/werkt/beweegt/doet @niet [meer] [mee], @opeens ... @uitval, @opeens @niet/niks/niets [meer]
    zien/praten/horen/lopen/voelen, zie/ziet [ik/hij/ze] @niet [meer] @opeens, zie/ziet ... @niet [meer] met
    [mijn/zijn/een/het] [linker/rechter] oog/linkeroog/rechteroog, zie/ziet [ik/hij/ze] [ineens] @niet [meer]
    aan een kant, zie/ziet ... @niet meer @opeens, @opeens [zo] blind, met [een] dubbele tong, niet meer uit ...
    woorden,

    wordt/word ... @niet [meer] wakker, @niet [meer] wakker te krijgen, @nabij antwoordt/antwoord/beantwoordt
    niet/niks [meer], @nabij antwoordt/antwoord/reageert/reageerd/beweegt/ademt niet/nergens [meer] [op]
    [en/hij/ze] @lig [nog/al] in/op [het/de/zijn/haar] bed/bank/stoel, @nabij geeft geen antwoord/reactie/kik
    [meer] [en/hij/ze] @lig [nog/al] in/op [het/de/zijn/haar] bed/bank/stoel, sterft/dood/levenloos/bewusteloos
    @lig in bed, @nabij geeft/geven geen [enkel] antwoord/reactie/teken/kik/sjoege [meer], geen antwoord [meer]
    [en] @lig, @lid/heup/enkel/pols/knie ligt er [zo] raar/vreemd/scheef bij, geeft [hij/ze/zij] geen [enkel]
    antwoord/reactie/teken [meer], krijg/krijgen/kan/kunnen ... hem/haar/@nabij ... @niet wakker, @nabij
    [is/was] [helemaal/niet/nog] niet/onaanspreekbaar aanspreekbaar, onaanspreekbaar, @nabij @lig
    levenloos/roerloos, levenloos*, roerloos, bewegingloos, beweegt @nabij niet/niks [meer],

    gaskraan ... open/lekt/lek/stuk/kapot/dicht, gasleiding lekt/lek/ruist, gasslang, krijg ... gas ... dicht,
    gas krijg ... dicht, gas krijg ik niet dicht, gaspit ... open/dicht,

    @doodslag, dood maakt/maken/slaat/slaan/schiet/steekt, maakt/slaat/schiet/steekt/maken/slaan
    [me/mij/ons/haar/hem] [nog] dood, slaan elkaar, gevochten, knokpartij, gaat/wil/gaan/willen
    me/mij/haar/hem/ons slaan/wat/pakken/iets, bang voor hem, durf/durven/durft niet ... vanwege/voor/door
    hem/haar/man/zoon/buurman/ex, durf/durven/durft ... niet uit vanwege/voor/door hem/haar/man/zoon/buurman/ex,

    @gast in [mijn/onze/de/me/haar/het] keuken/huis/slaapkamer/kamer/woonkamer/gang/hal, @gast
    staat/staan/zit/zitten/is/zijn/loopt/lopen [nu] binnen, ze staan/zijn binnen $,
    dief/dieven/inbreker/inbrekers op/aan/bij/binnen,

    al haar/mijn/zijn/de @pil ... op/in/genomen/geslikt/ingenomen/opgegeten, @pil ... in een keer, @pil in een
    keer, [hele/heel/pot/potje/hand/handvol/strip/doos/doosje/bak] @pil ...
    geslikt/ingenomen/genomen/gegeten/opgegeten/doorgeslikt, heeft/heb ... hele/handvol/pot/potje ... @pil,

    door mijn/de/zijn/haar/me/onze insuline/medicijnen/hartpillen/medicatie/pillen/zuurstof/bloedverdunners
    heen, pufje/pufjes/puffer/puf/inhaler/inhalator/ventolin [is/zijn] [nu/bijna/helemaal] op/leeg/kwijt/kapot,
    geen pufje/pufjes/puffer/puf/inhaler/inhalator/ventolin/insulinepen,

    zo n honger, zon honger, vergaan/verga/sterf ... honger, @nabij eet/drinkt/eten [al/nu] [een]
    [dagen/week/weken/dag] niet/niks/niets [meer] $, eet/drink/eten/drinken/drinkt al [een]
    [twee/drie/vier/paar/2/3/4] dagen/week/weken niet/niks/niets, ik eet niks/niets [meer] $,

    @woon [staat/loopt/liep/is/zijn] [helemaal/al] ondergelopen/blank, @woon loopt/lopen/liep
    [helemaal/al/langzaam] vol/onder, @woon loopt/lopen/staat/staan [helemaal] vol [met] water, alles
    staat/loopt [hier] onder/blank/vol, staat/loopt alles [hier] onder/blank/vol, vol water gelopen, volgelopen,
    water [loopt/stroomt/komt] over [de/het/mijn] vloer/grond/drempel/trap, water [komt/loopt/druipt/sijpelt]
    uit [de/het/mijn] muur/muren/plafond/lamp/meterkast, uit [de/het] muur/plafond/meterkast
    komt/loopt/stroomt/druipt [er] [het/veel] water, plafond/dak/balkon/vloer zakt/zakken [helemaal/al]
    door/in/naar/omlaag,

    lift ... zit/zitten/zat/staan/sta/ben/zijn ... [er] in/erin, lift [is] [blijven] hangen/hangt, [in/met] lift
    ... stil en ik/wij/we, lift met ons/mij erin, met ons/mij/mama/moeder erin, kan/kunnen/kom/komen/komt
    [ik/we/wij/@nabij] [nu/ineens] de/mijn/het @ruimte niet [meer] uit, niet naar buiten <>
    slot/afgebroken/klem/opgesloten/sleutel, niet naar buiten [de] deur ... slot/klem/dicht, @ruimte
    zit/zitten/zat [ik/we/wij/hij/ze/moeder/@nabij] [al] vast/opgesloten, op het/mijn balkon
    zit/zitten/sta/staan [ik/we/wij] [al] vast/opgesloten/buitengesloten,

    @smakte [ik/hij/ze/zo/net] [zo/net] van/uit/tegen/op/in/over/neer, @gesmakt, ^ val $, [een] val
    gehad/gedaan/gemaakt, @nabij/ik/ben is/ben/was [zo/net] van [de/het/mijn/een] @hoog
    [af/afgegaan/gegaan/geknald] $, van [de/het/mijn/een] @hoog af [gevallen/gegaan/geklapt/gelazerd], van
    [de/mijn/een] @hoog gevallen/geklapt/gerold/gegleden/geknald/gelopen, ruggelings, voorover geklapt/geslagen,

    naar/om adem/lucht hap/happen/happend/snak/snakken/snakt/hapt, adem/lucht tekort, te kort aan adem/lucht,
    @zijde/kant [van] [hem/haar/mij/mijn] [lichaam/gezicht] ... doet/werkt/wil/beweegt ... niet/niks,
    @zijde/kant ... verlamd/gevoelloos/slap, kijkt [zo/ineens/helemaal] scheef, kwijl/kwijlt/kwijlen/kwijlend,
    lacht scheef, alles [wordt/werd/is] [ineens] [helemaal] zwart, zwart voor ogen, wil/wilt/kan/wou [maar] niet
    [meer] wakker worden/wordt/krijgen, @nabij ... niet wakker worden, ^ toeval $, [een] toeval
    gehad/gekregen/heeft,

    @vuurtje in/bij/onder/op/naast/achter, een fik, fik $, schoorsteenbrand, vetbrand, keukenbrand, woningbrand,
    autobrand, vuurzee, steekvlam*, fornuis/gaspit/gasfornuis/pit/oven [staat/stond/is] [nog] open/aan
    [en/hele/het/alles] ... stinkt/gas/ruikt/weg, alarm/melder/meter van [de/het] co/gas/brand/rook, co
    gehalte/waarde/alarm/meter,

    arm/pols/vinger/haren/keel/nek ... omgedraaid/omdraait/vastgepakt/dichtgeknepen/dichtknijpt, aan/bij
    mijn/me/haar haren/haar/keel/nek/strot ... getrokken/trekt/gepakt/sleurt/gegrepen/sleept, bij de strot,
    me/mij [dan/straks/vanavond] komt/komen/kwam halen/pakken/opzoeken/slaan, komt/komen me/mij
    halen/pakken/opzoeken/slaan/vermoorden, mag [er/het/huis/de] [huis/deur] niet uit, mag niet naar buiten van
    hem/haar/mijn/@nabij, sluit me/mij/haar op, iemand/ze/man/vent/jongens
    [zit/zitten/staat/staan/is/zijn/rommelt/voelt/trekt] [nu] aan mijn/de/het/me slot/deur/raam/klink/deurklink,
    betast*, zit [steeds] aan mijn/me lijf/borsten/lichaam, huisverbod, nepagent*,

    liever/graag/weer bij mijn/me/m [overleden/dode/gestorven/lieve] @nabij [zijn/wezen/in], bij mijn/me
    overleden/gestorven/dode man/vrouw/kind/zoon/dochter/moeder zijn/wezen/liggen,

    op water en brood, leef/leven/leeft op water/brood/thee, @medicijn vergeten, @medicijn ... al [een]
    week/dagen/weken op, suiker/bloedsuiker ... beef/beven/beeft/bibber/zweet/zweten/trillerig/wazig,

    regent [het] ... lamp/stopcontact/meterkast/elektra, stroomt alles, alles stroomt, plafond
    [bolt/hangt/buigt/staat/zakt/druipt/scheurt/kraakt/begint] [op/door/bol/uit/te] [van/door/te] [het/het/al]
    water/scheuren/zakken/bollen/kraken/instorten, plafond bolt, plafond hangt [helemaal/al] door, lift
    [is/blijft] [blijven] hangen tussen, hangen/hangt/blijft tussen <number>/twee/drie/vier/de
    verdiepingen/etages/en/verdieping, tussen <number> en <number> [in] [de] [lift], tussen twee
    verdiepingen/etages,

    wie/kan/kom/wil [kan/kun/je/u/iemand] mij/me redden, wie redt mij/me, redt/red mij/me $, vliezen
    gebroken/zijn, weeen, bevalling ... begonnen/begint, baby ... komt/blauw/stikt, koortsstuip*,
    @nabij/kindje/peuter/jongen heeft ... ingeslikt/doorgeslikt, wesp*/bij gestoken ...
    keel/allergisch/dik/benauwd, allergisch en gestoken/gegeten/dik, icd ... schok/schokken/klap, pacemaker ...
    piept/stopt/schok/raar, harde knal, enorme knal, knal en, kreunt, gekreun, kermt, gekerm, gegil, hoor ...
    gegil/gillen/schreeuwen/kreunen/gekreun, noodkreet
"""

ALARM = """
    gestopt/stopt/halverwege ... kan/kom [ik] er @niet [meer] af/uit, kleinkind/kleinzoon/zoon/dochter/neef zit vast
    ... geld, halen straks/zo/dadelijk geld,

    stinkt/ruikt/ruik/riekt/lucht/geur/stank ... aangebrand,

    wie/wat ben ik ... waar, hoe kom ik hier, het brent/brant, waar ben ik [hier/nu] $,

    [het] aan t/het hart [hij/ze],

    het/iets/last/pijn aan mijn/zijn/haar/me hart [nu/weer] $,
    man/vrouw/opa/oma/moeder/vader/pa/ma/mama/papa/hij/baby/partner doet niks/niets meer $, het/alles
    stroomt/gutst/spuit [hier/eruit/binnen/over/langs],

    enkel/pols/knie/heup dik en blauw/paars, @nabij [doet/praat/kijkt] [ineens/opeens/plotseling/zo] [heel/erg]
    raar/vreemd $, doet/praat/kijkt ineens/opeens/plotseling [zo/heel/erg] raar/vreemd/anders,
    hij/man/zoon/ex/die [drinkt/schreeuwt/gooit] en slaat, draaierig en, ik beef, alles draait en, buiten adem,
    @warmte <> @vorst, geen/zonder @warmte [en/met/bij] [het/deze/die/de] [is] @vorst, @warmte ... en [het]
    [buiten/hier] @vorst, koud/ijskoud/kou <> vriest/vriezen/bevriest, graden <> @warmte, geen @warmte ...
    graden, 1/2/3/4/5/6/7/8/9/10/vijf/zes/zeven/acht/negen/tien/vier/drie/een/twee/nul graden [hier/is/maar]
    [in/bij] [binnen/huis/mij/mijn/het/de], [binnen/huis/hier/binnenshuis] [is/maar] [het] [maar]
    1/2/3/4/5/6/7/8/9/vijf/zes/zeven/acht/negen/vier graden, vriest [hier/het] binnen, vriest in [mijn/ons/het]
    huis/huiskamer/slaapkamer, binnen vriest, @nabij eet/drinkt [haast/bijna/al/nu] niet/niks/niets [meer],

    @niet [meer/goed] slikken, slikken lukt/gaat [nu/bijna/ineens/opeens] @niet/slecht/moeilijk/lastig, heb/heeft
    [net/zonet/per/ongeluk] iets/wat ingenomen/geslikt/doorgeslikt,
    @nabij/kleinzoon/kleindochter/kleinkind/kleindochtertje/kleinzoontje is/zijn [al/nu] [uren/sinds]
    zoek/vermist/verdwenen, durf/durven ... niet open [te] [doen] <>
    geschreeuwd/gebonkt/gebons/bonkt/bonken/schreeuwt/schreeuwen/slaat/trapt,

    @gast [staan/staat] [hier/nu] aan/bij/voor [de/mijn/onze] deur/voordeur ...
    pinpas/pincode/bankpas/geld/weg/vertrekken/sieraden, afscheidsbrief/afscheidsbrieven/afscheidsbriefje, dagen
    [al] geen [warm/fatsoenlijk/behoorlijk] eten/drinken/maaltijd/hap [of/en] [eten/drinken] [gehad/gekregen],
    @nabij [loopt/lopen/liep/zit/staat] ... straat/buiten in [haar/zijn/d/r/een]
    pyjama/nachthemd/nachtpon/ondergoed/nachtjapon/blootje, lift [is] [blijven] steken/steekt ... ik/wij/we/erin/in
"""

DESPAIR = """
    niemand meer tot last [na/vanaf], straks/morgen/vandaag niemand [meer] tot last,

    ziet/zie [hij/ze/@nabij] het [leven/allemaal/echt] [ook] niet [meer] zitten, ziet/zien ... niet meer zitten,
    [wil/wilt/gaat/ga/wou/dreigt/zou] zich/zichzelf/hem/haar/zijn/m/r [zelf] [zelf] van kant
    [te/maken/maakt/maak], van kant maken/maak/maakt, zichzelf [iets/wat] aandoen/ophangen/verdrinken/snijden,
    zichzelf [iets/wat] aan doen, zich [iets/wat] aandoen/ophangen/verhangen/verdrinken/doodrijden, eruit/uit
    wil/wilt/wou/wilde/gaat/zal stappen, er uit wil stappen, dat/omdat/als hij/ze/zij/pa/ma/oma/opa niet/nie
    [meer/langer] wil/wilt/wou/hoeft/kan [leven/verder], niet meer wil/wilt/wou/hoeft/wilde/kan leven/verder,
    dood wil/wilt/wou/dat, ik/hij/ze wil/wilt [echt/gewoon/ook] zo niet [meer/langer/verder],

    niemand zou/zal/gaat/hoeft ... missen, als ik er niet meer was, als ik er niet meer zou, beter af zonder
    mij/me/mij, zonder mij/me beter af, pols/polsen/aders ... gesneden/doorgesneden/opengesneden/doorsnijden/snijden,
    mezelf/mijzelf/zichzelf [weer/al/net] gesneden/verwond/opgesneden, in mijn/de/haar/zijn arm/armen/pols/polsen
    gesneden
"""

SAFE = """
    vrienden/vriendinnen/kennissen/leeftijdgenoten ... weggevallen, opa/oma/vader/moeder/man/vrouw/pa/ma is in de
    hemel,

    @mens ligt [nog/weer/al] te snurken/slapen/lezen/luieren, ik lig met [een/de/mijn]
    boek/krant/tijdschrift/poes/kat/hond, sneeuw/regen/ijs/ijspegels/blad/water valt van het dak, van het dak van de
    kerk/school/overkant, [ik] lig onder de droogkap/zonnebank/deken/dekens/wol, kwijt/zoek maar lag/ligt
    in/op/onder, tanden/gebit/bril ... liggen/ligt/lag in/op [het/de], kerkklok/torenklok/klok sloeg/slaat/slaan,
    gips is eraf, gips er af, kunt/kan/kun/wilt u/je/er iemand sturen [voor/om], kaarsjes/kaarsen/kaarjses/open
    haard/kachel aangestoken, @mens valt [altijd/vaak/steeds] in slaap/slap, verstuikt maar, ik loop [nu/weer/al]
    met een stok, pantoffel/schoen/bal/sok/kussen kapot gebeten, heeft mijn pantoffel/schoen/sok/kussen kapot
    gebeten, ligt onder de/zijn auto te sleutelen/klussen, naar het/t vuur [kijken], verwarming/kachel brandt en,
    piept af en toe, liever niet meer aan mee, hier liever niet meer aan, bbq/barbecue ... balkon/tuin, er staat
    iemand aan de deur,

    kan/krijg/wil ... schoenen/kousen/sokken/jas/steunkousen/broek ... @niet [meer] aan, ik/kan/krijg ...
    jaloezie/zonwering/rolluik/zonnescherm/luxaflex @niet [meer] omhoog, rollator en ik vallen niet [meer] om,

    geen vuiltje aan de lucht, [mijn] hart ... prima/tikt/verloren/nakijken/controleren, [mijn] hart [is] gebroken
    [sinds], voor mijn hart ... [weer] thuis, man/iemand/vrouw aan de deur met/gisteren/vorige/vanmorgen ... [van],
    messen ... slijpen/slijper/la/bestek/vaatwasser, met de borst vooruit, geeft de borst, [staan/staat/stoan] op
    het/t vuur, [het] brandt lekker/gezellig/fijn/heerlijk, benzine ... duur/duurder/prijs/tanken/prijzen, @mens ...
    ligt/lig/lag op het kerkhof, ligt in de mand, ligt op de bank voetbal/tv/te,
    bril/boek/telefoon/sleutel/krant/tas/pet/post ... lag/ligt op/in/onder/bij [de/het/mijn/een], lig
    maar/veel/steeds/vaak te malen/piekeren/draaien/woelen, [ik] lig altijd/meestal [vroeg/laat/lang] in/op bed,
    oefening ... brandalarm, brandalarm ... oefening/test, pacemaker piept niet, inbrekers komen ... niet, struikel
    er [steeds/wel/vaak] [bijna/eens] over, sla mij/me [voortaan/maar/dan] over, straks struikelt er, ik ben doof
    aan een/1 kant, nummer van de huisartsenpost/politie/brandweer, schieten met [de] bal/ballen, ben gevallen voor
    jullie/uw/u/je/zijn/haar, rookmelder hangt los [aan het plafond], slot [van de/van het]
    berging/schuur/box/kelder zit vast, geen vuiltje,

    geen kip over de vloer, rookalarm/rookmelder/brandmelder tikt/piept, rolluik/zonnescherm/gordijn/deur/la zit
    klem, doof aan een/1 kant, bang om te struikelen, doof aan een/1 oor,

    krijg/kan/wil ... jaloezie/zonwering/rolluik/zonnescherm/luxaflex/gordijn/hor @niet omhoog/omlaag/dicht,
    hij/die/dat viel van de/het plafond/muur/kast/tafel/plank/vensterbank, branden ...
    kaarsjes/kaarsen/lampjes/lichtjes, ontplof/ontploffen van de/het, schrik/schrok ...
    hartaanval/beroerte/ongeluk/hoedje/bult, bloed/bloeddruk/bloedwaarden was/is/waren [weer/heel]
    prima/goed/best/uitstekend, ik red me/mij/ons, lift zat [vast] [maar] ... weer uit/eruit/uut, lekker aan het
    stikken, aan het stikken en naaien,

    lamp/licht/schilderij/plank/klok/rolhouder/houder/rek/handdoekrek/beugel/foto/spiegel/kastje/tegel/rail/roede
    ... [is/zijn] [van/naar] [de/het/mijn] [muur/plafond/wand] gevallen,
    rookmelder/melder/koolmonoxidemelder/brandmelder hangt los, batterij/batterijen ...
    rookmelder/koolmonoxidemelder/brandmelder/melder/comelder, koolmonoxidemelder/rookmelder/brandmelder
    moet/nodig/plaatsen/ophangen/vervangen/controleren/batterij, tegen inbraak/inbrekers/inbreken, slot tegen ...,
    [sist/sissen] een beetje, waakvlam, vonk doet [het] niet, springt niet aan, de stroom op [de/het] ... doet,
    struikel/val er [wel/soms/nog] eens over, insuline [volgende/morgen] ... ophalen/halen/bestellen/apotheek,
    politie ... gesproken/geforceerd/aangifte, vorige/vorig/afgelopen week/maand/jaar ... ingebroken,
    ingebroken ... vorige/vorig/afgelopen week/maand/jaar, opgesloten in mijn/mn eigen gedachten/hoofd, opgesloten
    in mezelf, hart is gebroken, gebroken hart, hart ... gebroken sinds, sterf [haast/bijna] van de/het
    verveling/nieuwsgierigheid/dorst, verdrink in mijn/het/de vrije/tijd/werk/papieren, gevallen voor
    jullie/uw/u/je/zijn/haar, val voor, als een blok in slaap, viel ... [als/in] [een] blok/slaap, vuur nog in
    me/mij, vuur in mij/me, hart laten nakijken/controleren/onderzoeken, hart ... [is/was/weer] [nog] goed, hart
    goed [volgens], van hart en longen, vallen niet [meer] om, kachel brandt [lekker/weer/fijn/goed/gezellig], niks
    verbrand, niks gebroken niks verbrand, barst/barsten van de/het energie/werk/mensen/gezelligheid, huis staat nog
    overeind, speelde/spelen om te huilen, koorts is weg, geen koorts meer, geen inbrekers, is/was er [een] brand
    geweest, hoorde/hoor [ik] [vanmorgen/vannacht/gister] [een] ambulance/sirene/politie/brandweer, moet/kan/mag ik
    112 bellen of, bent u van de brandweer/politie/ambulance, dokter zei [iets] over mijn hart, loos alarm, vals
    alarm, moord en brand, was weggelopen maar, brandweer/politie ...
    voorlichting/controle/loos/vals/oefening/rondleiding, pan/pannetje/soep/eten/aardappels op het vuur, lig
    [net/nu/even/lekker] in bad, bij brand wil, alleen bij brand, hart kan niet tegen, ik stik van de/al
    sms/smsjes/berichten/post/reclame, stik van de sms, aangifte ... stalking/politie, doe [ik] aangifte,
    kip/eten/vlees/aardappels/rijst/soep ... aangebrand, klok slaat,
    uit mijn/de stoel [van] [die/dat/het] [bericht/berichten], val ... voor uit mijn stoel,
    bloedprikken, zo'n brand in de oorlog,

    [beste/alle/mooiste/liefste/leukste/beste/oudste/rijkste/gelukkigste] ... van de wereld, alle tijd van de
    wereld, iemand/monteur/bezoek/postbode/visite aan de deur bel/belt/moment/momentje/straks/zo, komt er
    [dan/nu/nog/ook] iemand [binnen/langs], bang om te struikelen, hoor de radio,

    gaat mij/me/ons aan het hart, na aan het hart,

    voor als ik val/vallen/viel, als ik val, blaadjes/bladeren/blad [allemaal] gevallen, neus in de boter gevallen,
    neus in de boter, vertel/vertellen/praten/praat ik/je/we over de brand/oorlog, brand van <year>,
    verward/verwart/verwarren ... met een ander, daar val ik [toch] van [mijn] [stoel],
    sleutel/sleutels/krant/pakje/post ligt/lig/ligge onder de mat, doodziek/ziek van [die/deze/al/dat] [die/dat]
    @bericht/gezeur/gedoe/sms/smsjes/berichten,
    zonnescherm/zonwering/rolluik/luxaflex/gordijn/gordijnen/scherm/rolgordijn/garagedeur/screen/bureaustoel/hor
    [wil/gaat/kan/komt/krijg] [ik] ... @niet [meer] omhoog/omlaag/op/dicht/open,
    schoenen/kousen/sokken/jas/steunkousen/broek ... @niet [meer] aan,
    gesnoeid/gemaaid/geschilderd/schoongemaakt/gezeemd/gestofzuigd/tuin/heg/gras/ramen/boodschappen/huishouden ...
    kan [ik] [het] @niet [meer], gesnoeid/gemaaid/heg/tuin maar ik kan het @niet meer, brand ...
    [is/maar/alles/al/weer] [al] geblust, brand ... [al/weer/lang] [al/weer/lang] uit, lift doet het
    [nu/al/gelukkig] weer,

    bijna gevallen/gestruikeld/uitgegleden maar niks/niets/gelukkig, bijna gevallen/gestruikeld/uitgegleden maar
    gaat goed,

    [ik/we] zit/zitten/sta/staan vast in [het/een] verkeer/file, stroomt over van/mijn/het, alles stroomt vol,
    het stroomt vol mensen, stroomt goed/weer/prima/door, plafondplaat ... gevallen,

    schiet [je/u] [te/tekort] kort, schiet maar lek, schiet mij maar lek, vast in het verkeer, val van de
    gordijnen/stof/rok, tegel/tegels/tegeltje/behang/pleister/stuc/kalk/verf/schilderij/plank/lamp/klok ...
    gevallen/omlaag/beneden, kijk/keek/kijken [ik/we/naar] moord/murder, bij toeval, per toeval, toeval
    bestaat/dat/of/wel, wat een toeval, bij een vuurtje, vuur aan [de], open haard ... vuur/aan, water naar de
    zee, lach me [een] slap, de hik, lacht/lachen als een, brand van de zon, slappe lach, slappe was, zon n
    hekel, leef op, zweet van de hitte/warmte/zon, alles stroomt door, mag ... niet uit van de
    dokter/arts/specialist/fysio, mag niet naar buiten van de dokter/arts/fysio/huisarts, mag de deur niet uit
    van de dokter/arts, geeft/geven geen antwoord [op] mijn/de/een/mn
    mail/mails/brief/brieven/vraag/vragen/telefoon/berichten/klacht/sms, geeft/geven geen antwoord op,
    woningbouw/woningstichting/gemeente/monteur/jullie/kantoor/balie/huismeester/corporatie ... geeft/geven geen
    antwoord, val/vallen/viel/vielen [haast/bijna/zowat/echt] om van [de]
    slaap/moeheid/vermoeidheid/vaak/lachen, huur/huurverhoging/prijs/prijzen/kosten/servicekosten/rekening/huren
    ... omhoog [kan ik niet/kunnen wij niet], koken/kook/kookt op gas, op gas koken, gas of
    elektrisch/inductie/elektra/stroom, inductie of gas, gas en licht, gas licht en/water, gas water licht,
    bbq/barbecue <> brandt/brand/rook/vuur/aan, staat ... stil <> verhuizen, vuurkorf, ^ vuurtje $, stil [hier]
    van, [in] de/een/die film/serie/boek/programma <> brand/moord/dood/gevallen/inbreker/mes, brand in de film,
    een film <> brand/moord, lift vol, loopt vol [met] mensen/bezoek/visite, agenda loopt vol, alles loopt vol
    verwachting
"""
