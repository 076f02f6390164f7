"""Dutch words of danger, and the everyday sayings that only sound like it."""

from __future__ import annotations

CLASSES = {
    "plek": (
        "badkamer wc toilet douche kelder berging balkon lift kast schuur garage trappenhuis tuin zolder meterkast"
        " doucheruimte hokje keuken gang hal slaapkamer"
    ),
    "ding": (
        "stopcontact meterkast wasmachine droger oven keuken apparaat magnetron tv televisie koelkast stekker"
        " stekkerdoos lamp waterkoker geiser ketel kachel cv muur lader telefoon snoer kabel schakelaar stoppenkast"
        " vaatwasser computer dak pan"
    ),
    "lig": "lig ligt ligge liggen leg legt lag ligd lich lik legge lis",
    "bodem": "grond vloer zeil tegels mat tapijt vloerbedekking parket laminaat",
    "kannietop": "opstaan opstoan overeind omhoog rechtop rechtkomen uitbed gaanstaan recht",
    "ledemaat": (
        "heup been arm pols enkel rug nek knie schouder bekken pink sleutelbeen rib ribben vinger dijbeen kaak"
    ),
    "halve": (
        "arm been hand gezicht mond oog kant helft linkerarm rechterarm linkerbeen rechterbeen linkerkant rechterkant"
    ),
    "niet": "niet nauwelijks amper niks nergens",
    "geen": "geen gein nauwelijks amper bijna weinig",
    "ruik": "ruik ruikt ruiken geur stinkt stinken ruikte meur meurt",
    "thuis": (
        "keuken huis flat woning gang hal kamer slaapkamer woonkamer schuur kelder berging portiek trappenhuis "
        "galerij zolder badkamer balkon"
    ),
    "mens": (
        "man vrouw moeder vader ma pa mama papa mam pap oma opa zoon dochter kind kleinkind kleinzoon kleindochter"
        " buurman buurvrouw buren zus broer hij zij ze tante oom partner vriend vriendin kinderen"
        " mevrouw meneer ex schoonzoon"
    ),
    "mij": "mij me ons haar hem mijn",
    "pillen": (
        "pillen tabletten medicijnen slaappillen medicatie pijnstillers paracetamol pijnstillers doosje tabletjes "
        "pilletjes"
    ),
    "medicijn": (
        "medicijn medicijnen medicatie medicamenten insuline pillen hartpillen bloedverdunners zuurstof inhalator"
        " bloeddrukpillen pufjes hartmedicijnen pijnstillers morfine"
    ),
    "water": "water lekkage lek lekt regenwater",
    "stroomding": (
        "stopcontact lamp lampen meterkast stoppenkast schakelaar schakelaars stopkontakt elektra groepenkast tl "
        "stroom elektriciteit"
    ),
    "einde": "einde eind ent end",
    "leven": "leven bestaan",
    "gezin": "kind kleinkind kleinkinderen kinderen man vrouw moeder vader oma opa zoon dochter",
    "hulp": "hulp help iemand dokter arts huisarts",
    "doen": (
        "stofzuigen tillen bukken strijken koken wassen aankleden douchen traplopen snoeien maaien vegen "
        "dweilen zemen lopen lezen"
    ),
    "lijf": (
        "hart borst arm linkerarm rechterarm gezicht mond mondhoek tong keel kaak hand linkerhand rechterhand "
        "spraak hoofd oog"
    ),
    "vreemd": (
        "raar vreemd gek scheef slap lam doof gevoelloos verlamd tintelt tintelen tintelend hangt verdoofd "
        "zwelt opgezwollen dubbel drukt knelt beklemd"
    ),
    "tegenleven": (
        "op klaar genoeg haat zat moe beu hel stop stoppen einde eind zinloos waardeloos over voorbij "
        "uitgeleefd niks geen hoeft opgeven ondraaglijk verschrikkelijk"
    ),
    "indringer": "mannen vent kerel kerels types gasten figuren vreemde vreemden onbekende onbekenden jongens iemand",
    "nu": "nu direct meteen onmiddellijk snel gauw vlug dringend spoedig asap",
}

DANGER = """
    water <> stroomt/stromen/gutst/gutsen/spuit/spuiten/klettert/golft, niet [meer] van/uit/af [de/het/mijn]
    vloer/grond/wc/toilet/bed/bad/bank, niet [meer] van de wc af, kan/kom/krijg/kunnen ... niet van/uit
    de/het/mijn vloer/grond/wc/toilet/stoel/bed/bad, huis/woning/kamer/flat binnen [te]
    komen/gekomen/gedrongen/gelopen/gestapt, binnen gekomen en, naar binnen wil/willen, door mijn/de/me
    enkel/knie/heup/been gegaan, zak/zakt/zakken ... weg, fikkie, warm/heet/hitte <>
    flauw/flauwgevallen/flauwval/onwel, flauwval, liefst was ik dood, brood/eten/voorraad ... op en, voel
    ik/hij niet $, @lijf voel/voelt ik/hij/ze niet, halve gezicht, haal hulp, haal iemand,

    viel/vielen ... van/uit/over, ^ dief $, ^ dieven $, dief dief, vreemde in [mijn/de/het]
    gang/huis/tuin/hal/kamer/woning/keuken, een vreemde in, kan/kon ... @niks/niet meer
    zien/horen/voelen/praten, ineens ... niks zien, bloedneus ... uur, aan/op/tegen [mijn/de] deur/raam ...
    gerammeld/gebonkt/gebonsd/getrapt/gemorreld/gerommeld/geschopt/geramd, deur ...
    ingetrapt/geforceerd/opengebroken, knettert, knetteren, er uit ... stappen, wil eruit stappen,

    lamme/slappe/dode/dove/verlamde/gevoelloze arm/armen/been/benen/hand/kant/mond/gezicht, is/hangt/komt ...
    rook, zoveel rook, geen/amper hartslag/pols/ademhaling/bewustzijn/hartslag, te veel/teveel
    ingenomen/genomen/geslikt/gespoten/gedronken en, te veel ingenomen/geslikt/gespoten, teveel
    ingenomen/geslikt/gespoten, polsen/aders/keel ... gesneden/doorgesneden/snijden, mezelf/mijzelf gesneden,
    maag ... leeg, niks [meer] in huis en, niks in [de/mijn] kast/koelkast, stroomstoot, stroom gehad/gekregen
    van, plafond/dak/balkon/muur/schoorsteen ... komt/komen/kwam/valt/vallen/stort ... beneden/omlaag/in,
    schoppen/bonzen/trappen/schopt/bonst/trapt/rammen tegen/op mijn/de deur, te grazen, me/mij pakken, pakken
    me/mij, laat/laten mij/me ... niet gaan, bovenop mij gevallen, bliksem ... ingeslagen, ingeslagen ...
    rook/brand, boom ... gevallen en,

    val ... van/uit, sinds/na/door de/mijn/een/die val, gasalarm, gasmelder, gas alarm, alarm/melder/sirene
    gaat af,

    help mij/me overeind/omhoog/op, [kan/kom] [mijn/het/me] bed niet uit/af, krijg
    @mens/hem/haar/mij/me/mezelf niet [meer] van/omhoog/overeind/op/uit/wakker/getild, woorden ... niet [meer]
    uit, niet [meer] uit mijn/zijn/haar woorden, praat/praten dubbel, pijn tussen mijn/de/zijn/haar
    schouderbladen, vast in mijn/de/zijn/haar keel, bij de/mijn/haar keel, keel gepakt/dichtgeknepen/geknepen,
    heeft/had/krijgt een toeval, schuimt, schuim op/uit ... mond, vergif/gif ...
    gegeten/ingenomen/gedronken/gesmeerd, gas ... sissen/sist/ruist/spuit, hoor ... gas, gasleiding ...
    kapot/lek/gestoten/stuk/gebroken/gesprongen/geraakt,
    suf/misselijk/duizelig*/hoofdpijn/slaperig/bewusteloos ... geiser/kachel/cv/ketel/gashaard/haard,
    geiser/kachel/ketel/gashaard ... misselijk/duizelig*/hoofdpijn/slaperig, zit aan mij/me, misbruik*,
    handtastelijk*, te lijf, intimideer*, intimidatie, losse handjes, handen niet thuis, een
    mep/dreun/stomp/kopstoot/oplawaai, klappen gekregen/geven/geeft, aangevlogen, bivakmuts*, gemaskerd*,
    insluip*, kolendamp*, co meter, lijkenlucht, accu ... brandt/rookt/heet/gloeit/ontploft/fik, valpartij,
    een smak, gegleden uit/van, gerold uit/van, uit bed gerold, rolde/gleed uit, op mijn/me
    kont/gat/stuitje/achterste/rug/hoofd/gezicht/knie/knieen gevallen, kan/kom/ken ... @niet ...
    opkomen/opkrabbelen/rechtkruipen/oprichten, kan/ken ... niet [meer] staan, niet [meer/weer] in/op de been
    komen, kan niet op mijn/me been/benen/voet/voeten, slap/lam/doof/verdoofd/gevoelloos/dood ...
    arm/been/gezicht/hand/kant, puffer/puf/inhaler/inhalator/zuurstoffles ... leeg/op/kwijt/kapot, @medicijn
    niet gehad/gekregen/geleverd/gehaald/genomen/gespoten, vergeten ... insuline/hartpillen, @pillen van
    mijn/een/de/zijn/haar man/vrouw/ander/buurvrouw/buurman/moeder/zus, levert ... @medicijn niet, dagen/weken
    zonder eten/drinken/voedsel/water/medicijnen, enkel/alleen nog water/brood, geen geld ...
    eten/brood/medicijnen/medicatie, geen kruimel/korst/boterham, lege maag,
    hoofdkraan/waterslang/vulslang/slang/leiding/boiler ... gesprongen/geknapt/afgebroken/geklapt, water
    klettert/plenst/golft/stort/gutst/spuit/raast, voel/voelt ... handen/voeten/vingers/tenen/benen ... niet,
    handen/voeten/vingers/tenen/benen niet [meer] voel/voelt/voelen, blauw van de kou, zonnesteek,
    hitteberoerte, oververhit*, deur uit gelopen ... jas/dement, gelopen ... dement, dement ... gelopen,
    dement ... buiten, hoor ... roepen/kreunen/kermen/kloppen/gillen, kan net mear, mijn/mien hert ... raar,
    lig/ligt/liggen ... stil en, levensbedreigend, kom vlug, wil ... vermoorden/doodmaken/doden/dood,
    maakt/maken mij/me/ons dood/af,

    hijg, word/wordt/werd [helemaal/heel] blauw, branderige lucht, @ruik ... branderig, op de/mien/mijn
    burst/bos/bost, pijn ... burst, dringend* ... pijn, staat/staan in vuur en vlam,
    hij/zij/ze/man/vrouw/moeder/vader valt/zakt/raakt weg,

    niet gevallen/benauwd/gewond maar mijn/de/onze/haar @mens/@gezin wel, laat/laten mij/me niet uit/naar ...
    huis/buiten/weg,

    mij/me/ons/haar/hem/hen slaat/slaan/schopt/schoppen/trapt/trappen/stompt/wurgt/duwt/knijpt/bijt/bedreigt,
    mij/me/ons ... geduwd/gestompt/geknepen/gewurgd/gebeten/geschopt/gestoken, heeft ...
    geduwd/gestompt/geknepen/gewurgd/gebeten, branden, brandend, dief in/aan/bij, dieven in/aan/bij/binnen, er
    is een dief, een dief, binnen gedrongen, rommelt/morrelt/peutert/wrikt/friemelt ... slot/deur/raam,
    morrelt, aan [mijn/het/de] slot ... rommelen/morrelen/peuteren, @niks [meer] [kunnen]
    eten/gegeten/gedronken/drinken [al] ... dagen, eet/drink/eten/drinken ... dagen @niks/niet, dagen ...
    @niks/niet ... gegeten/gedronken/eten/drinken, @niks/niet [meer] binnen houden, niks binnenhouden, niet
    binnenhouden, bevries, bevriezen hier, doodgevroren, bevangen door, bevangen van, rook ik/je/we ...
    gas/brand/brandlucht/verbrand, vast in bad/douche/wc/toilet/lift/kelder/kast, [zit/zitten/zat] ... op
    [de/het] wc/toilet/balkon vast, zit/sta/zitten/staan in de lift en, lippen ... blauw, blauwe
    lippen/vingers, @lig ... dood, gevonden dood, dood gevonden, dood in bed, dood op de @bodem, dood in
    [de/zijn/haar] @plek/stoel/bank/bed, ernstig ongeluk/ongeval, ongeluk/ongeval gebeurd/gehad, aangereden,
    aanrijding, @lig op straat, @mens/iemand ... @lig op [de/het] stoep/straat/oprit/pad/weg,
    raar/vreemd/licht/draaierig in mijn/het/me hoofd en, word/wordt/werd ... raar in mijn/het/me hoofd, word
    ineens/plotseling/opeens, stikbenauwd*, doodsbenauwd*, laat/laten mij/me/ons ... niet uit/weg/naar
    buiten/naar, laat me het huis niet uit, houdt/houden me/mij vast, kreeg/krijg/kregen/heb/had ... schok
    van, adem/lucht [te] kort, kort van adem, slecht/moeilijk/zwaar/amper/lastig lucht/adem, slechte/moeilijke
    ademhaling, @thuis/huis ... loopt/lopen/liep onder, water ... stijgen/stijgt/hoger, water ...
    woonkamer/slaapkamer/huiskamer/zitkamer, stop ... met ademen, hij/zij/ze/man/vrouw stopt met ademen,
    trap/bed/fiets/stoel/ladder of vallen, geraak/graak/kgeraak ... @niet ...
    recht/op/omhoog/overeind/opgestaan/uit, trapje gedonderd/gelazerd/gevallen, gedonderd van, van ...
    gedonderd/gelazerd/geflikkerd/gekukeld/geduveld/gesodemieterd/getuimeld/gekieperd, getuimeld, gekukeld, in
    elkaar geslagen, plas/urine ... bloed, bloed in [mijn/de/het/zijn] plas/urine/ontlasting/poep,

    mijn/me/de pillen/medicijnen ... op $, pillen/medicijnen voor ... zijn op, pillen/medicijnen ... zijn
    op, @lig/teveel/te veel pillen/medicijnen in [mijn/me/het] [lijf/lichaam/maag] $, teveel medicijnen,
    te veel medicijnen, brand $, omgevallen brand, dak ... eraf gewaaid/gewaaid/waait,

    ge vale/vallen/valle, geenlucht, pijnopdeborst, pijn opde borst,

    @mens/@gezin ... @lig ... in de
    gang/keuken/hal/badkamer/douche/tuin/schuur/portiek/trappenhuis/kamer/straat, @mens zakt ... weg, zakt
    steeds/telkens weg, zakt weg, hartslag ... onregelmatig/snel/hoog/laag/raar, pols ...
    onregelmatig/zwak, helemaal van de wereld, is/ben/lijkt/raakt/was van de wereld, insult, een insult,
    wartaal, sta niet meer
    op mijn/me benen, niet meer op mijn/me benen staan, benen dragen mij niet, door mijn rug gegaan en,
    kan me ... niet omdraaien/bewegen, kan mij niet omdraaien, diep gesneden, houdt niet op ... bloeden,
    bloeden ... houdt niet op, gesneden ... houdt niet op, lelijk gesneden, geen hap gegeten, dagen niks
    gegeten, geen hap ... gegeten, al dagen geen eten, niks meer in ... koelkast, koelkast ... leeg, lege
    koelkast, geen cent ... eten, geen drinkwater, geen geld voor eten/medicijnen, brandje, een brandje,
    rotte eieren, zoemt ... heet, wordt heet, gloeiend heet, rood gloeiend, roodgloeiend, lift hangt,
    hangen in de lift, met een hamer/mes/bijl/stok/wapen/pistool, met hamer/bijl/stok, om hulp roepen,
    roept om hulp, roepen om hulp, om hulp schreeuwen, schreeuwt om hulp, vreemde ...
    binnengelopen/binnen, iemand binnengelopen/binnengekomen, binnengelopen, binnengevallen, hulp @nu,
    stuur hulp, stuur ... hulp, co2 melder ... tekeer/af/alarm, melder gaat tekeer, alarm gaat tekeer,
    dement*/dementerend/alzheimer ... weg/kwijt/zoek/vermist/verdwenen/weggelopen/nergens, @gezin ... al
    sinds/uren weg, mijn @gezin is zoek/weg en, al sinds ... weg en dement, sinds
    vanochtend/gisteren/vannacht weg, niet meer gezien sinds, omgevallen en, gevallen en, val gemaakt, ik
    was gevallen, ben eruit gevallen, keihard gevallen, lelijk gevallen, gevallen
    vannacht/vanmorgen/gisteren/net/vandaag, heb me verbrand, brandwonden, verbrand aan, stoom over, heet
    vet over, olie in brand, hoofdpijn ... heftig/ergste/explosief, ergste hoofdpijn, plotselinge
    hoofdpijn, nek ... stijf en koorts, pijn op/in de/mijn borst, druk op de/mijn borst, strakke band om
    ... borst, band om mijn borst, uitstraling naar, zweet ... pijn, misselijk en pijn ... arm/borst, voel
    me wegzakken, zak weg, ik zak weg, zwart voor ... ogen, alles zwart voor, val bijna flauw, bijna
    flauwgevallen, word niet goed, werd niet goed, onwel worden, niet lekker geworden en, snij wond,
    gestikt in, iets in mijn keel, blijft steken in ... keel, brok in de keel ... stik, allergie ... keel,
    bijensteek ... dik, slangenbeet, gebeten door,

    kaars ... omgevallen, omgevallen kaars, brand ... kaars,

    kom er niet [meer] uit, kan er niet [meer] uit, kan niet meer praten, kan niet [goed] praten ...
    arm/mond/gezicht/hangt, kaars/kaarsen ... omgevallen, teveel/te veel medicijnen/pillen/tabletten
    [in/op/genomen],

    ging/ga/gaat/ben ... onderuit, onderuit gegaan/gegleden/gevallen, onderuitgegaan, help ik val, ik val $,
    smak gemaakt, lelijk ... terecht gekomen, terechtgekomen, tegen de vlakte, omgekukeld, omgekieperd, plat
    op mijn gezicht/rug/buik, op mijn hoofd ... terecht/gevallen, @lig achter ... deur, @lig ... hulpeloos,
    @lig onder, @lig [hier/nog/al/nu] ... te wachten, door mijn been/benen/heup/knieen/knie gezakt,
    been/voet/arm ligt ... raar, uit de kom, kan/kom ... @niet ... van de/het wc/toilet/vloer/grond/stoel/bed
    ... af, kan/kom ... @niet ... uit [mijn/de] stoel/bed/bad, gat in [mijn/zijn/haar] hoofd, klap op ...
    hoofd, hoofd ... klap, hoofdwond, hoofd bloedt, hart ...
    snel/tekeer/razend/fladder*/jaagt/racet/bonken/bonzen/overslaan, hart ... over, pijn ... hart, hartpatient
    ... pijn, tintel* ... arm/gezicht, arm/gezicht ... tintel*/verdoofd/gevoelloos, koud zweet, ademt ...
    raar/moeilijk/zwaar/snel/slecht/vreemd, adem* ... raar/moeilijk/zwaar/piept, reutelt, reutelende, hijgt,
    hijgen, haalt geen adem, adem stokt, lucht tekort, tekort aan lucht, te weinig lucht, saturatie, piepende
    ademhaling, borst ... drukt/strak/zwaar/pijn, schokken, schokt, ligt te
    schokken/schudden/trillen/stuiptrekken, trekt met, niet meer praten, spreekt niet meer, zie/ziet
    ineens/opeens/plots/plotseling, ineens/opeens/plots/plotseling ...
    niks/niet/slecht/wazig/dubbel/blind/doof/verlamd/verward/scheef, ineens heel/erg ...
    raar/duizelig/misselijk, halfzijdig, herkent/herkend ... mij/me/ons/niemand niet/meer/niks, weet niet
    [meer] waar/wie ik/hij/ze ben/is, valt/val steeds weg, weggevallen, valt weg, suf en, heel suf, niet aan
    te spreken, niet bij te krijgen, bloedneus ... stopt/niet, stopt niet met bloeden, bloed
    overgeven/opgeven/spugen/ophoesten/spuug/braken, braakt bloed, hoest ... bloed, overgeven ... bloed, geeft
    bloed over, diepe/grote snee/wond/snijwond, open wond, vinger/teen ... eraf/afgesneden, flink/hard
    gebloed, hevig/hevige bloeden/bloeding, doodbloed*, pillen/medicijnen/medicatie ... door elkaar, dubbele
    dosis, te veel/teveel [van] [mijn/de] medicijnen/pillen/medicatie/slaappillen/insuline/paracetamol,
    overdosis, pillen klaar*, pillen ... klaar, pillen ...
    klaarliggen/opgespaard/gespaard/verzameld/ingenomen/geslikt/op, spaar* ... pillen, @medicijn ...
    op/kwijt/kapot, @medicijn is/zijn op, raakt op ... zuurstof, suiker ... hoog/laag, insuline ... niet, keel
    ... dik/dicht/zwelt, tong ... dik, ingeslikt, schoonmaakmiddel/chloor/gif/bleek ... gedronken/binnen/op,
    nierfalen, longembolie, longontsteking, trombose, darmafsluiting, hersenvlies*, bloedprop,
    kaars/kaarsen/lamp omgevallen, omgevallen ... brand, rookt ... @ding, @ding ...
    rookt/smeult/gloeit/schroeit/vonkt/fikt/smelt, vonkt, vlam gevat, vlamgevat, vat vlam, gloeit, smeult,
    smeulen, walm, pan ... vergeten, aangestoken, brandstichting, gaskraan/gas ... open, gas ... aan
    [laten/gelaten], gas ... aangelaten, gasfles, benzine, krijg ... stroom van, krijg ... schok*, schok
    gekregen, schokken van, onder spanning, spanning op, stroomdraad, draden ... bloot/los, water ...
    @stroomding, lekt ... @stroomding, @stroomding ... nat, water ... tot mijn/de/aan ... enkels/knieen, water
    stijgt, water loopt ... binnen/naar beneden/plafond/muur, stroomt ... naar binnen/beneden,
    kelder/keuken/badkamer/huis/kamer/woning ... blank, water ... naar binnen, water ... door ...
    plafond/muur/dak/lamp, plafond ... los/door, balken ... gescheurd/kraken/vallen/gevallen/los/beneden, muur
    ... ingestort/scheurt, vast in [de/het/mijn] @plek, [zit/zitten/zat] vast op [de/het] wc/toilet/balkon,
    kunnen er niet uit, komt er niet uit, kan [de/het/mijn] @plek niet uit, kan niet van [het/mijn] balkon,
    buitengesloten ... balkon, bonkt/bonst/bonken/bonzen/rammen/ramt/schopt/trapt/beukt/beuken/slaat ...
    deur/raam/ramen, op/tegen de/mijn deur ... bonken/bonst/bonkt/rammen/schoppen/trappen/slaan/beuken/bonzen,
    iemand binnen, er is iemand binnen, loopt iemand, er loopt iemand, iemand ... in mijn/de
    tuin/huis/kamer/schuur/gang, vreemde man/vent/mannen, ingegooid, steen door, knuppel, honkbalknuppel,
    bijl, hamer ... dreigt, vernielt ..., slaat alles kapot, gooit ... spullen/servies, durf ... niet ...
    hij/zij/ze/man/zoon/ex, hij/ze/man/zoon/ex staat ... beneden/buiten/deur, staat ... voor de deur te
    schreeuwen, ruzie ... uit de hand, uit de hand ..., mag ... huis niet uit, pakt mijn geld/pinpas, steelt
    mijn geld/pinpas, geld afgepakt, afgeperst, afpers*, chanteert, chantage, bloot*, opgedrongen, dwingt mij,
    zakkenroller, straatroof, tas gestolen, geroofd, belager, al uren weg, niet thuisgekomen, niet thuis
    gekomen, kan ... niet vinden @gezin, kan @gezin/hem/haar ... niet vinden, kan mijn @gezin ... niet vinden,
    dokter/arts/huisarts moet/laten/gauw/snel/bellen, moet een dokter, een dokter nodig, arts nodig, naar de
    eerste hulp, eerste hulp, seh, ga ik dood, op sterven, lig op sterven, sterft, nu iemand sturen/komen,
    stuur iemand nu/snel/direct/gauw, stuur nu iemand, kom me halen, haal me hier, nu komen, kom alstublieft
    [snel/nu], kom alsjeblieft, iemand moet nu komen, bel 1 1 2, alarm ... afgegaan, alarmknop ... gedrukt,
    reddingsdienst, help ik, help brand, help gevallen, help mijn man/vrouw/moeder,

    112, 1 1 2, een een twee, noodgeval, noodsituatie, nood, in nood, spoedgeval, sos, 🆘, 🚑, 🚒, 🔥,
    ambulance*, ziekenauto, ziekenwagen, brandweer, politie, levensgevaar*, gevaar, in gevaar, ^ red
    mij/me/ons [alstublieft] $, help help, help [mij/me] @nu, @nu @hulp, kom @nu, komt u/allen @nu, @nu
    komen, @nu hier, huisartsenpost, spoedeisende hulp, hulpdienst*, spoedeisend*, spoedpost,
    traumahelikopter, reanim*, dokter nodig, dokter/huisarts komen, @nu [een/de]
    dokter/arts/huisarts/ambulance, dokter/arts/huisarts @nu, bel/stuur/roep/haal/waarschuw ...
    dokter/arts/huisarts, help ... ga dood, noodtoestand, alarmnummer, red ons, mayday,

    gevall*, ge vallen, ik ben vallen, ben/was/is neergevallen, omgevallen, neergevallen, ingevallen,
    ondersteboven gevallen, uitgegleden, gestruikeld, uitgegleje, weggegleden, ten val, val/vallen ...
    steeds/telkens/voortdurend/om/neer, valt ... steeds/telkens/voortdurend om/neer, valt om/neer,
    steeds/telkens val/valt/vallen, lelijke val, viel/vielen ...
    @bodem/trap/bed/bad/stoel/hoofd/straat/fiets/douche, viel/donder/donderde/donderden/gleed/duikel* ... trap/uit/neer,
    trap gedonderd/gelazerd/gesodemieterd/gerold, gegleden, @lig ... @bodem, op [de/den/mijn/een/koude]
    @bodem, @lig ... naast ... bed, @lig beneden/onderaan ... trap, @lig [al] uren/urenlang,
    kan/kom/komt/kunnen/krijg/komen/ken ... @niet ... opstaan/overeind/omhoog/rechtop/rechtkomen, @niet
    ... overeind/omhoog/opstaan/rechtop komen/krijgen/kan/kom/komt, kan/kom ... @niet ... uit
    bed/bad/stoel/douche, kan/ken ... @niet ... bewegen/verroeren, @ledemaat ... gebroken, gebroken
    @ledemaat, brak ... @ledemaat, @ledemaat breuk, hoofd open, hoofd gestoten, ernstig gewond, gewond,
    zwaargewond, zwaar gewond, gewonde, hersenschudding, kan/ken ... @niet ... opstaan, kan @niet bij ...
    telefoon,

    borst, borstpijn, borstkas, borststreek, borstbeen, hartaanval, hart aanval/infarct/stilstand,
    hartinfarct, hartstilstand, hartklopping*, hartritme*, infarct, hartfalen, pijn ...
    hart/linkerarm/kaak, hartpijn, steek/steken ... hart/borst, hart ...
    tekeer/bonst/bonkt/bonst/hol/raar/vreemd/gek/slaat/stopt/fladdert/onregelmatig/begeeft, linkerarm,
    hart doet raar, benauwd*, benauwdheid, benauwdheit, kortademig, kort ... adem, ademnood, ademtekort,
    adem* ... @niet/moeilijk/slecht/zwaar, @geen ... lucht/adem, @niet ... adem*/ademen/ademhalen, adem*
    ... @niet, ademt @niet, snak/snakken/snakt ... adem/lucht, hap/happen/hapt naar lucht/adem, happen
    naar adem/lucht, moeite ... ademen/ademhalen/adem, stik, stikt, stikken, stikte, gestikt,
    stik/stikt/stikken/stikte ... bijna, verstikk*, verslikt, verslikken, astma ... aanval, astma-aanval,
    astmaaanval, beroerte, herseninfarct, hersenbloeding, hersenbloeiing, tia, attaque, verlamd*,
    verlamming*, praat/praten/spreekt/sprak ... raar/vreemd/wartaal/onduidelijk/onverstaanbaar, brabbelt,
    mond ... scheef, scheef ... mond/gezicht/mondhoek, gezicht ... scheef, scheve mond, mondhoek ...
    hangt, mond/gezicht/oog ... hangt, arm/been/hand ... niks/niet ... doet/meer, arm/been/hand doet
    niks/niet/nix, arm/been/hand ... hangt/slap/lam/gevoelloos, voel/voelt ... arm/been/hand/benen/armen
    ... niet, kan ... arm/been/armen/benen ... niet ... optillen/bewegen/gebruiken, zie ... dubbel,
    plotseling ... blind/verlamd/verward, ineens ... blind/verlamd/verward, bewusteloos, buiten
    bewustzijn/westen/kennis, niet bij kennis/bewustzijn/zinnen, bewustzijn verloren, flauwgevallen, flauw
    gevallen, val/word/viel/valt/ging/ga ... flauw, ga/gaat/ging flauwvallen, flauwvallen, van ... stokje,
    onwel, onwel geworden, raakt ... weg, reageert/reageerd/reageren ... niet/nergens/amper, niet ...
    reageert, beweegt @niet, wordt/word @niet wakker, krijg ... niet ... wakker, niet wakker ... krijgen,
    epilep*, stuip*, stuiptrek*, in elkaar gezakt/gestort/gezegen, ingestort, zakt* in elkaar, zakte ...
    elkaar, ineengezakt, weggeraakt, weggezakt, trekking, hartmassage, geen teken ... leven, geen
    levensteken, pols ... niet ... voelen, loopt blauw aan, blauwe lippen, hij is blauw, ze is blauw,

    bloed, bloedt, bloede, bloeding*, bloeden, bloedspoed, leegbloed*, bloed ... verloren/verlies*,
    bloedverlies, slagader*, insuline, hypo, hyper, suiker ... laag/hoog/tril/trillen/trilt/tril,
    bloedsuiker ... laag/hoog, vergiftig*, vergift, gif ... gedronken/binnen, bleekmiddel/chloor
    gedronken, overdoses, verkeerde ... @pillen, @pillen ... verkeerd/dubbel ... ingenomen, te veel/teveel
    ... @pillen/insuline, alle @pillen, @pillen genomen/ingenomen/geslikt, verbrand, brandwond*, heet
    water over, kokend water over, geelektrocuteerd, elektrocut*, onderkoeld, onderkoeling, uitgedroogd,
    uitdroog*, uitdrogings*, hoge koorts, koorts ... war, 40 graden, 41 graden, ijlt, ijlen, @medicijn ...
    op, @medicijn ... opgeraakt, geen @medicijn, zonder @medicijn, zuurstof*, bloedvergiftiging, sepsis,
    allergische reactie, niet gegeten, niks gegeten, niks ... gegeten, niks ... te eten, niks te/meer
    eten, geen eten, geen voedsel, geen drinken, niks te drinken, niks gedronken, dagen niet gegeten,
    heb/hebben honger, verhonger*, honger en, honger ... geld, sterf/sterven/sterft van ... honger, niks
    ... eten ... huis, geen brood ... huis,

    brand, brandlucht, brandalarm, in de fik, in de hens, staat in lichterlaaie, lichterlaaie, uitslaande,
    fikt, brandt ... @thuis/buren/stopcontact/pan/gordijn*/bed/oven/gordijnen/afzuigkap,
    @thuis/pan/gordijn/gordijnen/oven/stopcontact/tv/bed/bank/meterkast/afzuigkap/wasmachine/droger ...
    brandt, brandt, vuur, vlam, vlammen, vlammend, ^ rook $, er is rook, rook onder, rook in, rook uit,
    rook bij, rook van/vanuit/op, rook komt, komt rook, rookt uit, rooklucht, rookontwikkeling, vol rook,
    veel rook, zwarte rook, dikke rook, ruik/ruikt/ruiken ... rook, zie/zien/ziet ... rook, stank van
    rook, rookmelder/brandmelder/rookmelders/brandmelders/rookalarm ... af/gaat/alarm, rookalarm,
    gaslucht, gaslek*, gasgeur, gaslekage, gasexplosie, gas ... lek/lekt/lekken/open/ontsnapt, lekt/lek
    ... gas, @ruik ... gas, gas ... @ruik, lucht van gas, gas ... lucht, geur van gas, naar gas,
    gasontsnapping, koolmono*, koolmonoxide*, koolmonoxyde, koolmonooxide, co melder, co alarm, comelder,
    comeldern, coalarm, co vergiftiging, covergiftiging, ontploft*, ontploff*, explosie, gas $, er is gas,
    geiser/kachel/cv ... walmt/roet, schroeilucht, schroeit, smeulend, verbrande lucht, ruik/ruikt/ruiken
    ... verbrand, stank ... verbrand, brandgeur, smelt, gesmolten,

    onder water, staat ... blank, water ... plafond, plafond ... water, plafond ... @lig ... naar beneden,
    @water ... @stroomding, @stroomding ... water, water komt, water ... spuit, water ... gutst, water ...
    stroomt, spuit ... water, gutst ... water, stroomt ... water, overstroom*, overstroming*, leiding* ...
    gesprongen, gesprongen ... leiding, waterleiding ... gesprongen/kapot/gebarsten/geknapt, plafond ...
    beneden/ingestort/instorten/scheurt/vallen/valt, instort*, stort ... in, storten in, vonk*, vonken,
    kortsluit*, onder stroom, stroom op, staat stroom op, leiding ... geknapt/gebarsten, schok ...
    stopcontact/kraan/lamp/wasmachine/stroom/apparaat/gekregen, elektrische schok, balkon
    [hangt/zit/laat/komt/raakt/is]
    los/afgebroken/instorten/scheuren, losse elektriciteitsdraden, blote/open/losse draden, waterballet,

    vast ... lift, lift ... vast, vastzit ... lift, opgesloten, ingesloten, ik zit vast, wij zitten vast,
    zit/zitten vast in/tussen, ^ zit vast, vastgelopen in lift, vastgeklemd, zit klem, bekneld, sluit ...
    mij/me op, kan ... @thuis/wc/toilet/bad/lift ... niet uit, kom ... @thuis/wc/toilet/bad/lift ... niet
    ... uit, kan ... niet ... uit @thuis/wc/toilet/bad/lift/bed/kamer, kan er niet ... uit,
    buitengesloten,

    slaat/slaan/sla/schopt/schoppen/trapt/bijt/knijpt/wurgt/stompt/duwt ...
    mij/me/mama/mam/moeder/haar/hem/ons/vrouw/kinderen, slaat @mij, slaag, geslagen, sloeg, geschopt,
    mishandel*, bedreig*, bedreich*, bedreijg*, dreig*, dreigement*, mes, messen, wapen, wapens, pistool,
    vuurwapen, hakmes, inbreker*, inbraak, ingebroken, inbreken, breekt in, breken in, braken in,
    indringer*, deur ... breken/intrappen/ingetrapt, slaan/slaat/trappen/trapt/rammen ... deur in, deur
    geramd, op ... deur ... geramd/rammen, probe* ... binnen te komen/dringen, probe* ... te breken, in te
    breken, aan [mijn/de/me] deur [te/staat/aan/het] [te]
    rammelen/bonken/bonzen/rommelen/morrelen/trekken, binnengedrongen, iemand/man/mannen/vreemde ... in
    [mijn/me] @thuis, mij/me ... iets/wat ... aandoet/aandoen, iets aandoet, overval, overvallen,
    overvaller*, beroofd, beroving, bestolen en geslagen, verkracht*, aangerand, aanrand*, aangevallen,
    vermoord*, moord, geweld, gewelddadig, huiselijk geweld, agressief ... tegen/naar mij, agressie,
    steekt, gestoken, stalk*, gestalkt, belaagd, achtervolg*, schiet, schieten, geschoten, schoten, schot
    gehoord, vechten, vecht*, vechtpartij, wurg*, gijzel*, gegijzeld, bang ... @mens, bang voor mijn, durf
    niet ... huis, durf ... niet ... naar huis, @mens ... doet me pijn, doet/doen mij/me pijn, onveilig,
    niet veilig, wacht me op, staat ... te schreeuwen, gooit ... met, vermist, @gezin ...
    kwijt/zoek/weggelopen/verdwenen, verdwaald, weet niet waar ik ben, oplichters aan de deur, staan ...
    aan/voor ... deur ... geld,

    ga/gaat/ging dood, dood aan het gaan, doodga, sterf, stervende, ga sterven, ben stervende
"""

DESPAIR = """
    zin om te leven, waarvoor/waarom nog leven, wat voor zin ... leven,

    is dood ik wil naar/bij, dood ... wil naar ... toe,

    niet meer wezen, er niet meer wezen, uitgeleefd, haat mijn leven, als ik dood was/ben/ga,
    liefst/liever/wou/wens/hoop/mocht/kon ... ik ... dood, leven is op,

    mag/wil/moet ik dood, wil er uit stappen, uit willen stappen, mag ik [alstublieft/nu/maar] dood,

    stopt ... voor mij, houdt ... voor mij op, niemand ... mij/me [nog] nodig,

    gehad met [het/dit/mijn/dat] leven, klaar met alles, zat van [het/dit/mijn/dat] leven, alles zat en,

    geen reden ... leven, geen reden [meer] [om], stoppen met [het] leven, geen mens/niemand ... missen/mist,
    afscheid genomen/nemen van iedereen/alles/allemaal/mijn, touw gekocht/gepakt/gezocht/klaargelegd, sta op
    het/een dak/brug/richel/rand, sta bij/op/langs het/de spoor/rails/treinbaan/brug, bij mijn/me
    man/vrouw/kind/moeder/vader zijn, bij ... in de hemel, last voor mijn/de/iedereen/anderen/jullie/kinderen,
    nooit geboren, tijd zit erop, hoop dat het gauw/snel/vlug/spoedig/maar voorbij/over/afgelopen, geen
    toekomst, doodsverlangen, geen uitkomst, niemand heeft mij/me nodig, nergens meer zin in, ik kan/wil net
    meer, kan/wil net meer,

    wil ... toe hij/zij/ze is dood, wil naar ... hemel,

    mezelf/mijzelf ... aandoen/aandoe, hang mij/me op, hang mezelf op, spring voor, spring in het
    kanaal/water, kan en wil niet meer, wil en kan niet meer, kan of wil niet meer, wil naar mijn/me @mens ...
    hemel, wil ... naar de hemel, einde naderen/nadert/nabij, mijn einde ... naderen/nadert, stop/stoppen ...
    met leven/[het] leven, stop er mee met leven, leven hoeft ... niet, hoeft [het/dit/mijn] leven, stop ermee
    ... leven, leven ... niet meer, mooi geweest ik ga, het is mooi geweest en, wil niet langer,

    eruitstappen $, uitstappen $,

    er uitstappen, wil uitstappen, wil ... gaan $, ik wil gaan, voor mij is het genoeg, mij is het genoeg,
    levenslust, geen levenslust, geen levensmoed, leven is mij/me te veel/teveel/zwaar, het leven is te
    zwaar, leven ... teveel/ondraaglijk, liever was ik dood, touw klaar, een touw, touw om, slapen voor
    altijd, voor altijd slapen, eeuwig slapen, altijd slapen en, niks meer te verliezen, niks meer waard,
    niet meer wakker word, bid ... niet meer wakker, hoop dat ik vannacht, hoop ... inslaap, niet meer op
    deze aarde, aarde verlaten, mijn tijd is gekomen, tijd om te gaan, tijd is op, mezelf
    verdrinken/ophangen/verhangen/snijden/doden/vermoorden/vergiftigen/verbranden/doodschieten/opsluiten/uithongeren,
    eten niet meer en wil, stop met eten en, wil niet meer eten en, wil wil niet langer, wil zo niet
    langer, kan zo niet langer, kan niet langer zo, hou er mee op ... leven, stap er uit ... leven, einde
    leven, leven beëindigen, spuitje geven, mag dood, mocht ik maar dood,

    mezelf/mijzelf/me/mij ophangen,

    was ik er [maar/maar eens/toch] niet [meer], was ik er maar niet, ik er maar niet meer was, zonder mij
    ... beter af, beter af ... zonder mij, zijn ... beter zonder mij, iedereen/jullie/kinderen ... beter
    af, niks heeft [nog/meer] zin, niks ... zin meer, geen zin meer $, heeft ... geen [enkele] zin meer,
    het/alles is zinloos, zinloos, zinloos leven, leven zinloos, hou/houd het [zo/echt/hier/allemaal] niet
    [meer/langer] [vol/uit], hou/houd ... niet meer vol/uit, hou/houd ... niet langer vol/uit, niet meer
    vol te houden, ik spring, spring eraf/eruit/ervan, ga springen, verhang*, polsen ...
    doorsnijden/snijden, snijd mezelf, vaarwel, mijn laatste bericht/dag/brief, laatste brief, niks meer
    om voor, nergens meer voor, geef [het] op, ik geef het op, wil weg van ... wereld, van deze wereld,
    eeuwige rust, genoeg van het/mijn leven, genoeg van wil dood, heb er genoeg van ... dood/leven, ik kan
    niet verder, ik wil niet verder, kan/wil niet verder [zo/leven], donkere gedachten, zwarte gedachten,
    gedachten aan de dood/zelfmoord, doodsgedachten, doodswens, eind/einde maken, einde eraan, er een
    einde/eind, dood wezen, beter dood, liever niet meer, laat me/mij inslapen, laten inslapen, wil
    inslapen, spuitje, pil van drion, waardig ... sterven, klaar om te gaan, ben op en klaar, leef/leven
    ... niet meer voor, leven niet meer waard, niet waard om te leven, voor mij is het klaar/voorbij, voor
    mij is het leven, leven ... voorbij, wil rust voor altijd, dood zou ... opluchting/beter, wou dat ik
    dood/er, ik wou dat ik ... dood was, hoop ... niet meer wakker, me van kant, me verdrinken, kanaal in,
    het water in lopen, onder de trein, voor een auto,

    niet meer leven, wil ... niet/nooit ... leven, niet ... langer ... leven, niet meer verder, niet ...
    verder leven, zo niet verder, ik wil [zo/het/echt/gewoon/allemaal/nu/eigenlijk] niet meer $, ik wil
    [echt/gewoon] niet meer hoor/mevrouw/meneer/help/verder, ik wil net meer, ik wil niks meer $, ^ wil
    [zo/het/echt/gewoon] niet meer $, wil niet meer zo, wil niet meer ... leven/wakker/hier/bestaan,

    ik wil zo ... niet meer, ik kan [echt/gewoon/zo/het/nu/hier/er] niet meer $, ^ kan
    [echt/gewoon/zo/het] niet meer $, ik kan [echt] niet meer [hoor/mevrouw/meneer/help/echt] $,
    kan/kunnen het/dit/leven ... niet meer/langer aan, kan het niet/leven aan, kan ... niet meer aan,

    nergens ... zin in, kan zo niet verder, wil/will/wou/wilde/wilt/wens ... dood, dood wil/willen/wou, liever
    dood, was/is ik/het maar dood, maar dood, dood zijn, dood zou zijn, dood willen, dood ben,

    doodgaan, doodging, zelfmoord, zelfmoord*, zelfdoding, zelfdoden, suicid*, suicide, zelfverwonding,
    mezelf/mijzelf/mijnzelf/myzelf/mij/me ... iets/wat/niks ... aan ... doen/doe, mezelf/mijzelf iets aan,
    mezelf/mijzelf wat aan, mezelf/mijzelf van kant, mezelf/mijzelf pijn, mezelf/mijzelf
    ophangen/snijden/verdrinken/verhangen/doden, snij* mezelf/mijzelf,

    @einde aan ... maken/maak, @einde aan ... leven, maak ... @einde aan, maak/maken er ... @einde, er een
    @einde, leven beeindig*, uit het leven, stap/stappen ... uit het leven, leven ... geen zin, geen zin
    ... in ... leven, geen zin ... leven, niks ... om voor te leven, niks ... voor ... leven, leven ...
    zat, leven ... moe, leven ... beu,

    zat ... leven, beu ... leven, moe ... leven, levensmoe, ben ... klaar met ... leven, klaar met leven,
    leven ... voltooid, voltooid leven, leven ... klaar, leven ... hel, leven ... niks ... waard,
    waardeloos leven,

    hoeft voor mij/me niet/allemaal/zo ... meer, hoeft van mij/me niet/allemaal ... meer, van mij/me hoeft
    ... niet meer, voor mij/me hoeft ... niet meer, hoeft allemaal niet meer, hoeft niet meer voor/van
    mij/me, hoeft niet zo nodig meer, hoeft zo niet meer, hoef niet meer $, ik hoef niet meer, het/dit
    hoeft niet meer $,

    zie/zien ... niet/nie ... zitten, zie ... geen uitweg/licht/toekomst/gat, geen uitweg, zie ... uitweg
    niet, zie ... somber in, genoeg geweest, mooi geweest ... dood, er niet meer zijn, er niet meer ben,
    wil er niet meer zijn, er niet meer te zijn, beter af zonder mij/me, beter zonder mij/me, beter als ik
    er niet/dood,

    voor de/een trein, trein springen, van het/een dak/balkon/flat ...
    spring/springen/gooi/gooien/gooit/afspring*, spring/springen ...
    balkon/dak/raam/flat/brug/trein/water, spring ... van, van het dak, van het balkon, alle pillen, te
    veel pillen, teveel pillen, pillen genomen/ingenomen/geslikt/innemen/slikken, slik ... pillen, eruit
    stappen, stap eruit, stap er uit,

    heeft geen zin meer, heeft ... allemaal geen zin, geen zin meer in ... leven, geen zin meer om ...
    leven, waarom leef ik, waarvoor leef, niemand mist mij/me, niemand zal ... missen, trek het/t/dit niet
    ... meer, trek ... niet meer, mag van mij voorbij/afgelopen, mag ... afgelopen zijn, laat ...
    afgelopen zijn,

    wakker ... worden niet, niet meer wakker, nooit meer wakker, laat mij/me maar gaan/sterven/doodgaan,
    laat mij/me gaan/sterven, naar mijn/me man/vrouw toe, naar de hemel, bij mijn man/vrouw zijn in ...
    hemel, euthanas*, levenseinde, laatstewilpil, afscheidsbrief, afscheid nemen van het leven,

    niemand ... op mij zit te wachten, ben iedereen ... tot last, alleen maar tot last, ben wanhopig,
    wanhopig, wanhoop, levensmoed, uitzichtloos, zwart gat, denk ... aan de dood, denk/denken/denkt ...
    aan de dood, denk/denken/denkt ... aan doodgaan, verlang/verlangen/verlangt ... dood, dood
    verlang/verlangen/verlangt, hoop ... dood, hoop dat ik ... dood/sterf, kon ik maar sterven, mocht ik
    maar gaan, mocht ik maar sterven, wil ... sterven, sterven wil/willen/wilt, dood mag ik
"""

ALARM = """
    ril*,

    @lijf <> @vreemd, leven <> @tegenleven, @indringer <> binnenkomen/binnendringen/inbreken/naar binnen,
    zonder/geen verwarming <> ziek/ril*/bibber*/baby/ijskoud, koud <> ril*/bibber*/ziek en, @medicijn <>
    dagen, brood/eten/voorraad ... op, geen geld <> eten/brood/honger, geen geld en brood/eten, is er iemand
    help, verward, verwardheid, zie/ziet/hoor/hoort ... beestjes, die er niet zijn,

    ^ mijn/me heup/hart/borst/hoofd/been/arm/adem/keel $, bloedneus, viel ... [op/in],
    2/3/4/5/6/7/8/9/nul/min/acht/zes/vijf graden in/binnen/hier,

    telefoon/sleutels/geld/pinpas afgepakt, niks [meer] in huis, zuurstof, ik eet niet meer, eet niet meer en,

    @mens valt/viel [steeds/vaak/weer/telkens/om/net], hij/man/zoon/vader/vriend/ex/buurman/dochter/schoonzoon
    slaat/sloeg/schopt/dreigt/wurgt/duwt/knijpt, ik heb het [wel/helemaal/echt/nu] gehad $,

    ik @lig, ^ @lig, @mens/iemand/meneer/mevrouw/bejaarde/oude ... ligt/lag, agressief*, agressie, blauwe
    plekken, ik hoor iemand/mensen/mannen/voetstappen/stemmen, sta op het dak, [het] gaat
    [helemaal/hier/echt/nu/thuis] mis, gekneusd, verstuikt, ontwricht, hartkramp, angina, pacemaker, nitro*,
    beklemd, beklemming, beklemmend, scheldt/schreeuwt/vloekt ... mij/me/uit/tegen, nepagent, nep agent, kreun*,
    schudt/schudden/trilt/trillen helemaal, zo koud dat, ijskoud en, bibber*, uitvalsverschijnselen, geen
    gevoel ... arm/been/gezicht/hand/kant, zonder jas,

    iets gebroken heb/hebt/heeft,

    hijg*, tintel*, zo/heel/erg/steeds/ineens/opeens/plotseling/vreselijk/flink/ontzettend duizelig*,
    duizelig* en, word/wordt duizelig*, val/valt/vallen ... weg,

    ril, bibber, ril ... kou, bibber ... kou, niet [meer] warm worden, plassen gaat niet, kan niet [meer]
    plassen, geen plas [meer] [kunnen/kan], hevige/heftige/verschrikkelijke/vreselijke/ondraaglijke
    buikpijn/hoofdpijn/rugpijn/pijnen/krampen, heb ... iets gebroken, wat gebroken, gaspit, ik red het niet
    meer $, red het niet meer $, net/vannacht/zojuist/zonet/vanmorgen/vanochtend ... gestorven/overleden ...
    hier/ligt, vannacht/zojuist/zonet gestorven, vrouw/man/partner is
    vannacht/zojuist/zonet/vanochtend/vanmorgen ... gestorven/overleden, word ... bestolen, ben ... bestolen,
    ongeval, ongeluk hier, ik lig hier [maar/nog] $, zit/sta in de lift,

    bloeddruk ... hoog/laag/220/200/210/230/190, heel misselijk, blijf overgeven, blijft overgeven, hele
    tijd overgeven, uitgeput en, erg ziek, heel ziek, doodziek, hoge koorts, niet lekker op de borst,
    iemand aan/voor de/mijn deur, doet ... niet open, buurvrouw/buurman/bovenbuurvrouw ... niet gezien,
    post ... puilt, al dagen niet gezien, maak ... ernstig* zorgen, gas $, rook $, help ... bang, ik ben
    bang, heel bang, erg bang, zo bang, bang ben, kermen, gekerm, hulpgeroep, geschreeuw, buren vechten,
    hoor vechten, schreeuwt om hulp, wanhopig*, radeloos, ten einde raad, zie het niet meer, zie geen,
    uitzichtloos, hopeloos, einde raad, noodgreep, levensgevaarlijk*, gevaarlijk*, brandgevaar,
    instortingsgevaar, ga eraan, kan elk moment, valt bijna naar beneden, hangt ... los ... plafond,

    acuut, spoed, met spoed, dringend, dringende, ^ dokter $, ^ huisarts $, ^ ziekenhuis $, ^ alarm $, ^
    adem $, ^ nood, ^ hart $, naar het ziekenhuis ... nu, ga dood van, doet/doen/deed ... niet open,
    neemt/nemen ... niet op, niet gezien ... gordijnen, dagen niet gezien, ernstig* zorgen, erge pijn,
    vreselijke pijn, heel veel pijn,

    verga* ... pijn, helse pijn, ontzettend* pijn, veel pijn, ondraaglijk* pijn, crepeer* ... pijn, kan
    ... niet meer van ... pijn, hele erge pijn, heb zo ... pijn, pijn ... niet ... houden, duizelig ...
    dubbel, erg duizelig, heel duizelig, ben verward, erg verward, helemaal in de war, raak in de war,
    niet aanspreekbaar,

    niet goed geworden, rook ... stopcontact/meterkast/apparaat, wegloop*, weggelopen, dement ... weg, weg
    ... dement, dwaalt, zwerft, val vaak, vaak val, ik viel, viel ik, struikel*, piept ... koolmonoxide,
    koolmonoxide ... piept, geen stroom ... zuurstof, red het niet meer ... leven, stroomstoring ...
    zuurstof,

    roep/roept/roepen om hulp, hoor ... gillen, hoor ... schreeuwen, gilt, gillen, mijn hart, vuurtje, in
    paniek, paniek, paniekaanval, doodsbang, dood bang, ik ben [zo/heel/erg] bang $, ontploffen,
    ademhaling, hyperventil*, ^ bloed, spuug bloed, plas bloed, klap gehoord
"""

SAFE = """
    hangt ... keel uit, hand boven het hoofd, leven is goed/mooi/fijn/lekker, leven zonder zorgen, leven ...
    geen klagen/klachten, verward met, eten op tafel, brood op tafel, rook uit de/een pijp/schoorsteen, leg
    ... uit, leg [dat/het/me] [eens/even] uit, kan het [allemaal] niet meer aan met, aan sms, leven niet
    altijd,

    liever niet meer smsen/bellen/gebeld/sms/appen/berichten/mailen/praten/lastig, viel ... op dat, viel
    [me/mij] ... op, viel op zijn plek/plaats, viel in de smaak/prijzen/prijs, val niet meer op, valse dief,

    bang dat ik ... val/struikel/uitglij/uitglijd/valt, bang [om] te vallen/struikelen/uitglijden, hij/die/ie
    slaat [steeds/telkens/weer] af/aan/door/uit/op/over/nergens, val van de muur,

    [ik/hij/zij/ze] @lig [al/nog/net/even/vroeg/weer/nu/lekker/gewoon] in/op [het/de/mijn/me/een/zijn/haar]
    bed/ziekenhuis/hospice/verpleeghuis/tehuis/kliniek/revalidatie/afdeling/zon/zonnebank/sofa/zetel/deuk/scheiding/kerkhof/begraven,
    [ik/hij/zij/ze] @lig [al/nog/net/even/lekker] te slapen/rusten/lezen/zonnen/dutten, @mens ... ligt/lag
    [al/nog/net/nu/weer] in/op [het/de/een/zijn/haar]
    bed/ziekenhuis/hospice/verpleeghuis/tehuis/kliniek/revalidatie/afdeling/kerkhof, @mens ... ligt/lag
    [nog/al/net] te slapen/rusten, wakker @lig, [ik] @lig [s nachts/vaak/weer/veel] wakker, [ik] @lig
    overhoop/dwars, voor pampus, ligt ... lekker, ligt aan/eraan/daar/daaraan/er, ligt bij/op de/het
    mat/deurmat/tafel/kantoor/stoep/bureau/kast, dat ligt, het ligt,
    brief/sleutel/post/pakket/krant/lijst/papier ... ligt/lag, viel [ik/mij/me/het/hij/ze] in slaap, viel
    [mij/me] [wel/best/reuze/erg] op/mee/tegen, ik viel op/in slaap/mee, [ik] brand van
    nieuwsgierigheid/verlangen/ongeduld, hart gaat [er] [van] open/uit, stik [hier] in de/het/mijn,
    werkt/werkte/zit/gewerkt bij de politie/brandweer/ambulance/ambulancedienst/marine, is ambulance*,
    boek/film/serie/verhaal/thriller ... moord/brand/geweld/dood/politie, in de lach,
    bladeren/blaadjes/kwartje/regering/kabinet/besluit/keuze/beslissing/muntje/loting is/zijn gevallen,
    gevallen bladeren/blad/engel/ster/takken/sneeuw, [is] voor haar/hem/mij/elkaar/een gevallen, van ...
    geloof gevallen, lamp/tak/plaat/plank/dakpan/schilderij/spiegel/klok/vaas/bord/tegel/boekenkast is/zijn
    [net/weer/vannacht/zomaar] gevallen, gasfles ... vervangen/leeg/bestellen/kopen, vlek ... water ...
    plafond, boterham met, korst op, zonder jas naar/lopen/weer, trilt/trillen/schudt ... wasmachine,
    wasmachine/centrifuge/droger ... trilt/schudt, geen reden [tot/voor/om te] [klagen/klacht/paniek/zorgen],
    geen reden om te klagen, de zwaartekracht,

    iedereen/vrienden/mensen/allemaal/kennissen/buren ... valt/vallen weg,
    beeld/geluid/internet/signaal/wifi/tv/zender/verbinding ... valt/val weg, [voor/in/bij]
    dringende/urgente/spoedeisende/ernstige gevallen/zaken/vragen/situaties, in dat geval, [in] vuur en vlam
    voor/haha,

    zie geen mens,

    zie [ook/bijna/haast/nooit/soms/hier] geen
    mens/hond/kip/sterveling/mensen/ziel/levende/kinderen/kleinkinderen, branden/brandend ...
    kaarsen/lampen/lampjes/lichten/lichtjes,
    kaarsen/kaarsjes/lampen/lampjes/lichten/lichtjes/gloeilampen/straatlantaarns ... branden,
    politie/ambulance/brandweer was/waren/stond/stonden/kwam/reed/is ... gisteren/vorige/geweest/weg,
    politie/ambulance/brandweer stond/was/kwam bij/in, brandend* maagzuur/zon/kwestie/vraag/van, per ongeluk,
    ongeluk gezocht, ongelukje, geluk bij een ongeluk, ingebroken in/bij ...
    berging/schuur/kelder/auto/box/schuurtje, inbrekers zijn ... niet, inbrekers ... geen last, geen
    inbreker*, geen dieven, water ... leidingen bevriezen, bang ... bevriezen, vast in [de/het]
    agenda/contract/file, [sta/zit] in de lift van,

    [in de] prijzen gevallen, bril/telefoon/schilderij/vaas/bord/gordijn/plant/kopje is/zijn [weer/net]
    gevallen, ga dood van verveling/lachen/nieuwsgierigheid, brandweer ... geweest/controle/controleren,
    gas meterstand, gasmeter, val op,

    thermostaat/ketel/cv/intercom/bel/deurbel/lift/knop/kraan/computer/telefoon/tv/afstandsbediening/scootmobiel/apparaat/verwarming/jullie/u/woningstichting/monteur/niemand/gemeente/verhuurder/die/men
    ... reageert/reageren/reageerd [niet/nergens/nooit] [op/meer], [ik] ben [zo/heel/erg] bang alleen, dit
    is de huisartsenpost/politie/brandweer/ambulance, met de politie/brandweer/huisartsenpost, niet wakker
    worden van, bang voor de tandarts,

    mezelf niet ... wassen/aankleden/redden/verzorgen/douchen, voor mezelf zorgen, mezelf zorgen, hap
    eten, brok in mijn keel van ontroering, 112 is dat gratis, is 112, met een hamer ...
    klussen/timmeren/kloppen, bos hout, wordt niet heet, niet heet, een touw ... vlaggenmast/waslijn, nu
    niet uit, kom nu niet, komt nu niet, kom je nu, wil graag gaan, wil gaan ...
    winkelen/wandelen/verhuizen, ik wil gaan verhuizen/wonen/slapen/kijken/eten, dwaalt ... gedachten,
    alles is me te veel geworden het huishouden, is voor mij genoeg, het was genoeg, ben s nachts ...
    bang, bang in het donker, bang zijn alleen,

    @ding/@thuis ... brandt niet, @thuis brandt ... niet, waakvlam ... brandt niet, gloeit niet,

    niet bang, bang voor muizen, bang dat ik stoor, bang om te storen, ben bang dat u/het/ik, niet
    gevaarlijk, val ik u lastig, val ik niet lastig, ik val in herhaling, ik val in slaap, ik val niet
    onder, val onder, kan er niet uit wijs, kom er niet uit met, kom er niet uit wijs, kom er niet uit,
    kom er niet meer uit ... formulier/brief, kan er niet meer uit wijs, uit de hand gegeven, hou het niet
    bij, houd het niet bij, hou ... niet meer bij, geef niet op, geef het niet op, geef de moed niet, geef
    de planten, er loopt iemand te maaien, zin meer in ... koken/schoonmaken/tv, geen zin meer in
    dit/die/berichten/sms, gloeilamp, gloeit ... lampje, vast ... slot, vast aan huis, bril is plots,
    onderuit op de bank, schok van de prijs, lift ... vast, kan de deur niet uit, kan het huis niet
    uit, kom de deur niet uit, kom het huis niet uit, kom er niet meer uit het huis, rookt in ...
    portiek/hal/trappenhuis/galerij/lift, buurman rookt, buren ... rookt/roken, eerste hulp cursus, ehbo,
    ademhalingsoefening*, pijn aan mijn knie/rug/voet/voeten/heup, pijn in mijn
    knie/rug/voet/voeten/heup/knieen/gewrichten, plots ... mooi weer, op sterven na dood, durf ... niet
    ... vragen/zeggen, durf het niet te, iemand aan de deur voor, kapotte/losse tegel ... bodem, alarm ...
    batterij, gebroken [ruit/raam/tegel/glas/kopje/deur],
    ruit/raam/tegel/glas/steel/stoel/bril/deur/kraan/tegels/bord ... gebroken, gebroken ruit,

    lastig gevallen, lastiggevallen, lastig vallen, slaap gevallen, slaap vallen, in duigen gevallen, stil
    gevallen, tegen gevallen, mee gevallen, af gevallen, op gevallen, binnen gevallen, in de smaak
    gevallen, uit gevallen, gevallen ... prijs, buiten de boot gevallen, kilo gevallen, val ... lastig,
    val ... in herhaling, val/valt/vallen in slaap, valt mee, valt ... mee, valt tegen, valt ... tegen,
    valt reuze mee, val ... mee, valt [steeds/telkens/weer/ook/vaak] uit, geen eten
    koken/maken/klaarmaken/bereiden/halen,

    niet gevallen, nooit gevallen, geen val, niet benauwd, geen benauwdheid, geen pijn, geen brand, geen
    gas geen brand, geen brand geen gas, geen gas/rook/vuur, geen gevaar, geen nood, geen spoed, geen
    paniek, geen haast, geen noodgeval, niet dringend, geen spoedgeval, niks gebroken, geen politie, geen
    ambulance, geen dokter, geen inbraak, geen bloed, geen honger, geen koorts, geen hypo,

    nood aan de man, als de nood, nood breekt, bij nood, in geval van nood, in nood kan, uit nood,
    noodknop, bloed prikken, bloedprikken, bloed geprikt, bloed laten prikken, bloed ... prikken, bloed
    afgenomen/afnemen/afname, bloed onderzoek, eigen vlees en bloed, bloed zweet en tranen,

    [mijn] hart [eens/even/wat] luchten, hart onder de riem, heel mijn hart, grond van ... hart, warm
    hart, hart van goud, van harte, op het hart, lieve hart, hartje, pak ... hart, goed hart, hart voor,
    doet ... hart goed, steun ... hart, warmt het hart, mijn hart gaat uit, na aan het hart, fijn hart,
    lief hart, hart vasthouden,

    kip borst, een hoge borst, borst op, op eigen benen, adem in, lange adem, nieuw leven, eigen benen,
    lucht in huis, frisse lucht, in de lucht, stikt ... van ...
    muizen/ratten/mieren/vliegen/muggen/duiven/onkruid/beesten/werk/jongeren/kinderen/papieren/fietsen/kakkerlakken/brandnetels,
    stikt hier van, stik van het lachen, stik ... lachen, stikvol,

    vuur ... uit de sloffen, uit de brand, uit de brand geholpen, brand ... los, brandt niet, brandt ...
    niet, lamp/licht/lampje/buitenlamp/lampen/verlichting ... brandt/brand/branden, brandt ...
    lamp/licht/lampje, brand los, niet roken, rook niet, rook ik niet, ik rook, wij roken, buren roken,
    rook niet meer, rookt niet, gestopt ... roken, waterkoker, brandnetel*, branden niet,
    kaarsje/kaars/kaarsen brandt/brand/branden, kachel/ketel/geiser/waakvlam ... brandt niet, waakvlam,
    brandweer/politie/ambulance ... vroeger, bij de politie gewerkt, bij de brandweer gewerkt, brandweer
    oefen*, gewerkt bij de brandweer/politie, gas en licht, gas/stroom/energie ... duur, gasrekening, gas
    water en licht, gas en elektra, gas en stroom, gas ... rekening, gas ... kosten, gas ... prijs*,
    prijs* ... gas, kosten ... gas, gasfornuis ... aansluiten, van het gas af, gas ... besparen, vol gas,
    gas terug, zonder gas,

    water ... koken, kraan water, water geven, glas water, glaasje water, geen water, water komt niet,
    komt geen water, warm water komt, water komt niet warm, warm water ... stroomt, water stroomt niet,
    stroomt niet ... door, water ... loopt/stroomt ... weg,

    boterham en een mes, mes en vork, aardappelmes, mes ... scherp, bot mes, sla/slaan/slaat ... deuren,
    slaat ... stop*, slaan ... stoppen, deuren slaan, slaat met deuren, slaan met ... deuren, slaat de
    deur, deur slaat dicht, slaat om, slaat nergens op, klok ... geslagen, sloeg ... klok, stoppen ...
    doorgeslagen, zekering* ... geslagen, stop* ... geslagen,

    dood gewoon, doodgewoon, doodmoe, verveel ... dood, lach ... dood, lach me rot, schrik ... dood,
    schrok ... dood, lachen dood, dood moe, dood van de slaap, doodeng, dood vogel*, dode vogel, dode
    muis, dode planten, plant/planten/poes/kat/hond/vogel/kanarie/parkiet ... dood, dood van ... lachen,
    dood van verveling, dood van nieuwsgierigheid, dood gegaan, doodgegaan, doodgewerkt, sinds ... dood,
    dood is, dood ging, dood was, is al ... dood, is dood, man/vrouw ... dood is,

    niet meer leven zonder, plezier in het leven, geniet van het leven, zo is het leven, t leven, het
    leven is mooi, leven is goed, ach het leven, ja het leven, goed leven, van het leven, tijdens mijn
    leven, heel mijn leven, hele leven, leven lang, mijn leven lang, leven ... lachen, mooi leven, goede
    leven, rest van mijn leven, in mijn leven, levendig, nog in leven, ben nog in leven, leven en laten
    leven, leven in de brouwerij,

    geen zin in ... praat*, geen zin in ... gesprek, zie het niet meer goed, zie niet meer goed, zie niet
    zo goed, zie het niet goed, wil niet meer gebeld, ik wil niet ... gebeld, wil niet meer werken, trap
    niet ... op, wil niet ... lukken, hoef niet ... gebeld,

    bang voor niks, bang ... storen, bang ... lastig, gevecht ..., door roeien, uit de hand gelopen,
    tegels op de grond, gordijn*/lamp/papier*/spullen ... op de grond, lig/ligt/liggen ...
    rommel/troep/vuil ... op de grond, vuil/troep/rommel/tegels/stenen/bladeren ... @lig ... op de grond,
    rommel ... @bodem, troep ... @bodem, begane grond, beganegrond, op begane grond, op de begane grond,
    grond van mijn hart, nieuwe vloer, vloer ...
    los/kapot/rot/verrot/vies/schoonmaken/dweilen/glad/kraakt/scheef/koud, kapotte vloer, losse vloer, gat
    in de vloer, vloer ... leggen, tegel* ... vloer, vloer ... tegel*, op de vloer leggen,

    wc rol op, op is op, kast zit vast, raam zit vast, knop zit vast, deur zit vast, kraan zit vast, zit
    vast aan, sleutel zit vast, zit vast aan de telefoon, sleutel ... vast ... slot, ik zit vast aan, vast
    ... in het slot, zit vast in de file, vast in file,

    u overvalt, overvalt me, hoofd boven water, hand boven water, pijn in de portemonnee, verkeerde voet,
    bang voor honden, niet ... bang, vuur werk, vuurwerk, schiet niet op, schiet op, schiet ... op, schiet
    me te binnen, schiet lekker op, schieten niet op, voetbal*, vechtscheiding, vecht ... kilo/kilos
"""

PAST = """
    van de zomer, van het jaar, hadden/had ... zomer,

    gisteren was/waren [er], was/waren [er] gisteren, er was ... gisteren,

    hongerwinter, na de oorlog, oorlogsjaren, de oorlog, in mijn jeugd, als jongen, als meisje, als klein,
    vroeger, in die tijd, in mijn jonge jaren,

    vorig/vorige jaar, jaren geleden, jaar geleden, maanden geleden, lang geleden, tijdje geleden, tijd
    geleden, vroeger, destijds, in <year>, ooit, van de winter, afgelopen
    zomer/winter/voorjaar/herfst/jaar, in de oorlog, als kind, toen ik ... was, toen wij, toen mijn, jaren
    terug, jaar terug, maanden terug,

    verleden jaar, twee jaar terug, een keer gehad, was vroeger, in januari, in februari, in maart, in
    april, in mei, in juni, in juli, in augustus, in september, van het voorjaar, vorige zomer, vorige
    winter, jaartje geleden, ooit ... gehad
"""

LATELY = "vorige week/maand, verleden week/maand, weken geleden, week geleden, maand geleden, dagen geleden, toen"

HEALED = """
    weer over, alweer over, gaat alweer, maar heb niks,

    is/zijn [gisteren/vandaag/vanmorgen/vanochtend/al/net/intussen/inmiddels/maandag/vorige/week] [week]
    gemaakt/gerepareerd/vervangen/opgelost/hersteld, kachel/verwarming/licht/lift/kraan ... doet/brandt/werkt [het]
    weer,

    [en/maar] loop weer, geblust, al lang uit,

    nu over, nu voorbij, is geblust, al geblust,

    [er] [nu/weer/al] bovenop, overheen, er weer bovenop, er goed vanaf gekomen,

    is/zijn [al/net/inmiddels/weer] [gisteren/vandaag] geweest, is [al/net/inmiddels/weer/nu] gemaakt,
    weer gemaakt, al gemaakt, is [al/nu/weer] gerepareerd, doet het weer, werkt weer, is verholpen,

    weer goed, weer prima, weer beter, weer helemaal, weer de oude, weer opgeknapt, opgeknapt, hersteld,
    genezen, is over, over gegaan, overgegaan, voorbij, nu beter, nu ... goed, gelukkig goed afgelopen,
    goed afgelopen, weer thuis, weer op de been, loopt weer, gaat weer, gaat nu weer, opgelost, loos
    alarm, vals alarm, alles weer, weer alles, weer genezen, goed hersteld, geheel hersteld, nu ... alles
    goed, maar gaat ... goed
"""

NOW = """
    nu, net, zojuist, zonet, daarnet, vannacht, vanmorgen, vanochtend, vandaag, vanmiddag, vanavond,
    gisteren, gister, gisteravond, eergisteren, help, nog steeds, nog altijd, alweer, opnieuw, steeds,
    lig, ligt, krijg, ruik, stik, bloedt, brandt, weer gevallen, doet pijn, veel pijn, nog pijn, nog veel,
    nog erg, niet meer, niet goed, heb pijn
"""

SERIOUS = "echt waar, geen grap, geen grapje, geen geintje, serieus, zonder gekheid, ik meen het, meen het echt"

JOKE = """
    op teevee, op de teevee, op t nieuws,

    op tv, op de tv, op televisie, op het nieuws, in het nieuws, in de film, in de krant, in het journaal,
    in mijn boek, gedroomd, droomde, in mijn droom,

    haha*, hahah*, hihi*, lol, grapje*, geintje*, grap, 😂, 🤣, 😜, 😝, lach ..., van het lachen, ha ha,
    grapjas, 1 april, mopje, mop, gekheid, flauwekul
"""
