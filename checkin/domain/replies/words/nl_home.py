"""Dutch words for what can need mending in and around a home, and for what else people ask help with."""

from __future__ import annotations

THING = """
    de/mijn/onze/een bel, bel beneden, bel van de,

    zonnescherm, zonwering, gordijn, rolgordijn, spoeling, gootsteenstop,

    brandblusser, stoeltjeslift, stoellift, trapstoel, elektriciteitskast,

    warmwater, douchebak, douchecabine, douchegordijn, douchedeur, spoelknop, sanibroyeur, waterslot,
    tapkraan, keukenkraan, doucheknop, badkuip, toiletbril, cv-ketel, warmtewisselaar, expansievat,
    kamerthermostaat, dakpan, dakpannen, pannen, schoorsteenpijp, hemelwaterafvoer, gevelplaat, balkonhek,
    balkonvloer, traphek, keukendeurtje, keukenblad, kastdeur, plint, plinten, laminaat, vloerluik,
    kruipruimte, kruipluik, deurdranger, deurpost, deurbel, belknop, postkast, hoofddeur, centrale deur,
    toegangsdeur, poortdeur, garagedeur, roldeur, slagboom, buitendeurslot, nachtslot, raamsluiting,
    raamgreep, hendel, rubber, tochtstrip, tochtstrips, ventilatierooster, dubbelglas, rookmelder,
    zonnepaneel, laadpaal, afzuigunit, plafonnière, kabeltelevisie, modem, router, wasdroger, buurttuin,
    bankje, vuilniscontainer, glasbak, papiercontainer, stoeptegel, stoeptegels, fietsenstalling,
    fietsenhok, stalling, parkeerplaats,

    kraan, kranen, mengkraan, buitenkraan, kraantje, wc, toilet, wcpot, wcbril, toiletpot, stortbak,
    spoelbak, douche, douchekop, douchestang, doucheputje, bad, badkamer, badkraan, wastafel, gootsteen,
    gootsteentje, aanrecht, aanrechtblad, keuken, keukenkastje*, keukenla,
    kast/kasten/kastje/kastjes/kastdeur/kastdeurtje, kastje*, la, lade,

    afvoer, afvoerputje, riool, riolering, put, putje, sifon, dak, dakgoot, goot, regenpijp, dakraam,
    schoorsteen, plafond, muur, muren, wand, gevel, vloer, vloeren, tegel*, trap, trappen, trapleuning,
    leuning, drempel, drempels, balkon, galerij, portiek, trappenhuis, hal, gang, zolder, kelder, schuur,
    schuurtje, berging, garage, box,

    verwarming*, cv, cvketel, ketel, combiketel, geiser, boiler, kachel*, radiator*, thermostaat,
    warmtepomp, vloerverwarming, stadsverwarming, warm water, heet water, warme water, moederhaard,
    gashaard, gaskachel,

    deur/deuren/deurtje/deurknop/deurdranger/deurkruk/deurslot, voordeur, achterdeur, balkondeur,
    schuifdeur, buitendeur, tussendeur, kelderdeur, portiekdeur, schuurdeur, deurklink, klink, slot,
    sloten, cilinder, sleutel*, huissleutel, tag, toegangspas, intercom, videofoon, bel, brievenbus,
    scharnier*, deuropener, huisnummerbordje,

    raam, ramen, ruit, ruiten, glas, kozijn*, rolluik*, zonwering, zonnescherm, luxaflex, hor, horren,
    venster, raampje, gordijn*, gordijnrail, vensterbank,

    lamp*, licht, verlichting, buitenlamp, buitenlicht, stopcontact*, stopkontakt, schakelaar*, zekering*,
    groep, groepenkast, meterkast, elektra, elektriciteit, stroom, tl, tlbuis, peertje, buitenverlichting,

    lift, liften, traplift, rookmelder*, brandmelder*, ventilatie*, ventilator, afzuig*, afzuiging,
    afzuigkap, mechanische ventilatie, wasmachine, wasmasjien, droger, koelkast, vriezer, fornuis, oven,
    kookplaat, gasfornuis, vaatwasser, afwasmachine, inductie*, magnetron,

    leiding*, waterleiding, waterdruk, gasleiding, buis, buizen, pijp, pijpen, internet, wifi, televisie,
    tv, telefoonlijn, antenne, kabel, schotel, schutting, hek, hekje, poort, poortje, tuin*, heg, haag,
    boom, bomen, struik*, gras, onkruid, stoep, bestrating, oprit, parkeer*, lantaarn*, container*,
    vuilcontainer, vuilnis*, afvalbak, kliko, kliko's, prullenbak,

    scootmobiel, rolstoel*, rollator*, toiletverhoger, wc verhoger, beugel*, handgreep*, handgrepen,
    douchestoel*, opstapje, oprijplaat, verhoging, alarmknop, alarmering, personenalarm, noodknop,
    hulpknop, bed, hooglaagbed, matras, bril, gehoorapparaat, hoorapparaat, telefoon, mobiel, computer,
    laptop, tablet, ipad, printer, kunstgebit, gebit, stoel, stofzuiger,

    robinet, chauffage, vuilbak, pompbak, schouw, ventilatieroosters, rooster, roosters, behang, verf,
    schilderwerk, stucwerk, pleisterwerk, vloerbedekking, voegen, kit, kitrand, kitnaad
"""

FAULT = """
    hoor ik niet [meer/goed], doet raar, sluit niet/net,

    mankement, pech, euvel, zwijgt, geen beeld/geluid/signaal/bereik, start niet, loopt vast, loopt niet weg,
    blijft staan, geeft storing/fout/alarm/geen, telkens uit,

    wil niet meer, hangt los/scheef/eraf, staat vol water,

    lauw, sleept, wiebelt, ligt los, staat los, bolt, kromgetrokken, opgezwollen, uitgezet, zwarte, bruin,
    geel uitgeslagen, uitgeslagen, past niet, ruikt, warm niet, lawaaiig, luidruchtig, te weinig, te laag,
    te donker, onveilig, gevaarlijk, blijft hangen, blijft steken, kraakt, afgebladderd, loslaat,
    gesleten, slijt, laat het afweten, afweten, gaat eraf, vol water,

    lek, lekt, lekken, lekkend*, lekte, lekkage*, drupt, druppelt, druppelen, druppen, druipt, drip*,
    stuk, kapot*, kaduuk, defect, naar de maan, naar de knoppen, naar de haaien, begeven, versleten,
    gesprongen, gebroken, afgebroken, gebarsten, barst in, gescheurd, scheur*, scheuren, verrot, rot,
    roest*, verroest, verouderd, oud en, gammel, krom, scheef,

    doet/doen [het/t] [weer/al/helemaal/bijna/nog] [nog/steeds/dagen/weken] niet, doet ... niet, doen het
    niet, doet niks, doe het niet, werkt [weer/nog/al] niet, werken niet, werkt niet ... goed,
    functioneert niet, doet raar, doet vreemd, hapert, weigert, storing*, foutmelding, foutcode, error,
    uitgevallen, valt ... uit, valt steeds uit, slaat af, slaat ... uit, uit gevallen, is uit, eruit
    gesprongen, eruit, is eruit, doorgeslagen, doorgebrand, slaan ... door, slaat ... door, springt,

    loopt niet ... door, loopt slecht door, loopt door, loopt over, spoelt niet ... door, spoelt slecht,
    spoelt ... door, blijft lopen, blijft doorlopen, trekt niet door, verstopt, verstopping, zit vast, zit
    los, zit dicht, hangt los, hangt scheef, is los, losgeraakt, los gelaten, laat los, laten los, valt
    eraf, eraf gevallen, afgevallen, klem, klemt, klemmen, piept, piepen, rammelt, tikt, bonkt, gaat
    [al/weer/nog/meer] niet [meer] [goed] dicht/open/uit/aan/op, gaat niet ... dicht/open/uit/aan, gaat
    niet ... op slot, kan niet ... dicht/open, kan niet ... op slot, kan ... niet ... dicht/open, krijg
    ... niet ... dicht/open/aan/uit, krijg ... niet ... op slot, kan ... niet ... open/dicht krijgen,
    sluit niet, sluiten niet, sluit slecht,

    niet warm, niet goed warm, blijft blijven wordt niet warm, worden niet warm, wordt niet heet, te te
    heet, niet af te stellen, geen warm water, geen water, geen verwarming, geen licht, geen stroom, geen
    elektra, geen gas, geen internet, geen tv, geen bereik, zonder warm water, zonder verwarming, zonder
    stroom, zonder licht, zonder water, geen druk,

    schimmel*, beschimmeld, vocht, vochtig*, vochtplek*, vochtprobleem, nat, natte, doorweekt, tocht,
    tochtig, tochten, stinkt, stank, stinken, ruikt vies, rioollucht, kwijt, verloren, gestolen, gejat,
    puilt uit, vies, vuil, smerig, troep, vervuild, glad, gaten, gat in, kieren, kou, koud in huis, in de
    kou, zit in de kou, ijskoud, steenkoud, te klein, te hoog, te smal, te zwaar, beslagen, ontzet,
    verzakt, verzakking, uitgelopen, leeg, batterij leeg, batterij is leeg, maakt herrie, maakt lawaai,
    maakt geluid, niet geleverd, buiten werking, buiten gebruik
"""

HELP = """
    lift/liften/traplift staat/staan/is [al/weer/steeds/nu] [weer/steeds/dagen/weken] stil,

    kom/kan/kin ... niet [meer/zelf] in [het/de/mijn] bad/douche, wie ik moet bellen/hebben voor, komt/komen de
    glazenwasser/schilder/tuinman/hovenier/loodgieter/monteur/aannemer [nog], doe doar/deur, aan huis ... hoe, kan
    er een douche/greep in,

    muizenplaag, mierenplaag, rattenplaag, wespenplaag, vliegenplaag, kan/kunnen/wil iemand/er/u ... leren, stop van
    [de/het] bad/bak/gootsteen/wasbak/wastafel/douche, alarmknop/alarm/noodknop voor/als ... val, kan/krijg ...
    schoenen/kousen/sokken/jas/steunkousen/broek ... @niet [meer] aan, moet
    gesnoeid/gemaaid/geschilderd/schoongemaakt/gezeemd maar/en,

    kan er een greep/beugel/leuning/handgreep/steun/lamp/slot,
    schoonmaakster/hulp/klusser/tuinman gezocht/gevraagd, gek/dol van ... geluid/lawaai/herrie/muziek/buren,
    hulp/thuishulp/schoonmaakster ... stopt/vertrekt/weg/ziek, uit de voeten, wacht/wachten nog op, wacht al
    op,

    moet/moeten ...
    gezeemd/gelapt/gewassen/schoongemaakt/geschilderd/gesnoeid/gemaaid/vervangen/gerepareerd/gemaakt/nagekeken,
    vraag/vraagje/vragen over/betreffende/ivm/omtrent, kan/kunnen/ken ... niet [goed/zelf]
    stofzuigen/tillen/bukken/strijken/koken/wassen/aankleden/douchen/traplopen/snoeien/maaien/vegen/dweilen/zemen/knippen/dragen,
    @doen lukt/gaat ... niet, durf niet [meer] op/in/af [de/het/mijn]
    ladder/trap/lift/bad/douche/stoel/trapje, ik sta buiten, sta buiten en, aan krijgen, niet aankrijgen, lukt
    [mij/me] niet meer,

    kan niet bellen, maar/slechts ... graden, vergeet alles/veel/steeds, blokkeren/blokkeert ...
    ingang/deur/gang/uitgang/oprit, nog niemand gezien,

    kunt/kunnen/kan/wilt/willen u/jullie/je/iemand/er ... langskomen/komen/langs, regent ... binnen, binnen
    regent, regent ... in, inregent,

    kan/kunnen ... niet meer/goed lopen, niet meer kan lopen,

    ^ 2/twee [en/maar] verder/rest [is/gaat] alles, ingebroken in/bij ...
    berging/schuur/kelder/auto/box/schuurtje,

    ^ beide [graag/aub] $, ^ allebei [graag/aub] $, 1/een en 2/twee allebei, [1/een] of [2/twee] allebei,
    bel/bellen/belt/gebeld/terugbellen/terug/contact [mij/me/ons/graag/even] over
    de/het/mijn/die/onze/deze, al ... keer gebeld, keer gebeld en/over/maar, al vaak gebeld,

    koud hier [binnen], koud binnen, al weken geen reactie, geen reactie, weken geen reactie,
    stoeltjeslift, stoelt jes lift, schulden en,

    wijkbeheerder, sociaal beheerder, buurtbeheerder, complexbeheerder, beheerder, woonconsulent,
    consulent, wijkmeester, graden binnen, graden in huis, ik vergeet alles/veel, vergeet veel,
    aanmaning*, te groot voor mij, te klein voor mij, woning te groot/klein, huis te groot/klein, hulpje,
    ^ hulpje $, niet meer voor mezelf zorgen, mezelf niet meer wassen, me geen raad, geen raad met, wie
    wil, wie zou, heb iemand nodig, verwilderd, omgewaaid, moet weg, gesnoeid, gekapt, wel hulp, dwaalt,
    in de war is, vervuilt, vervuiling, verzakt, plaag, overstromen, ondergelopen, lekkende, water onder,
    water in, er staat water, water op de vloer, nat ... muur/plafond/vloer, kapotgegaan, stukgegaan,
    begaf het, heeft het begeven, gaf de geest, uitval, stroomstoring, storing, dealen, gedeald,
    drugsoverlast, hennep, hennepplantage, wietlucht, illegaal, verkeerd geparkeerd, geparkeerd, fietsen
    in de hal, brommer*, scooter*, fatbike*, honden, kattenpis, poep, uitwerpselen, pis, pissen, urine,
    stank,

    kan niet [goed/meer] lezen/schrijven/horen/naar de winkel, niet lezen, kan niet naar de/het
    winkel/dokter/markt/apotheek/kapper, last van, alleen koud water, koud water alleen, heb alleen geen
    heet water, niet meer alleen wonen, moet vervangen, aan vervanging toe, valt uit elkaar, valt van
    ellende, uit elkaar, niet dicht te krijgen, niet open te krijgen, niet aan te krijgen, borrelt,
    bladdert, bladderen, sleept, verstop*, stuur een/iemand/alstublieft ..., kunt u iemand sturen, iemand
    sturen, iemand langs sturen, langs sturen, kan niemand binnenlaten, blijft staan, water blijft staan,
    plek op ... plafond/muur, vlek/vlekken op ... plafond/muur, bruine vlek, zwarte plekken, zwarte
    vlekken, zwarte stippen, blijft lauw, wordt niet warm, wil niet aan/uit, gaat niet
    [meer] aan/uit/open/dicht/weg, gaat steeds/telkens uit, valt steeds/telkens uit, is lauw, lukt me
    niet, lukt mij niet, lukt niet zelf, kom er niet uit, kom er niet meer uit, geen verstand van, weet
    niet hoe ik, hoe moet ik ... invullen/aanvragen/melden, hoe vraag ik, hoe meld ik, waar kan ik ...
    melden/terecht/vragen, waar meld ik, bij wie moet ik, wie moet ik bellen voor, wie doet, wie kan, wie
    helpt, wie maakt, boort, hangt los, niet opgehaald, wordt niet opgehaald, stopgezet, kom geld tekort,
    geld tekort, geld is op, geen geld, kan ... niet betalen/opbrengen, niet te betalen, melding gedaan,
    hoor niks van/op, niemand reageert, geen reactie op, niet op komen dagen,

    stop/stoppen ... gesprongen/doorgeslagen/eruit/kapot/uit/door/vervangen, een stop is, de stoppen,
    stoppenkast, stop is eruit, stoppen slaan, slaan de stoppen,

    lekt, lekkage*, kapot, is stuk, stuk $, kaduuk, defect, verstopt, verstopping, schimmel*, ^ alle twee,
    ^ alletwee, help, help/helpen [mij/me/ons] [aub/alstublieft/even/graag/maar], ^ hulp $, ^ hulp, hulp $,
    hulp [aub/graag/nodig/gewenst/gevraagd/welkom], ik/wij wil ... hulp, hulp ... nodig, heb/heeft/hebben
    ... hulp nodig, hulp hebben, hulp bij, hulp met, hulp voor, ja hulp, graag hulp, wat hulp, beetje
    hulp, bietje hulp, meer hulp, extra hulp, huishoudelijke hulp, hulp in [de] huis/huishouding, hulp
    aanvragen/krijgen/zoek/gezocht, zoek ... hulp, hulp is welkom, hulp is/zou fijn, om hulp,

    kan/kunt/kunnen/wil/zou/mag ... helpen/help, kan/kunt/wie/iemand ... mij/me/ons helpen, helpt u, wie
    kan ... helpen, kunt u helpen, helpen bij/met, geholpen worden, word niet geholpen, niemand helpt,
    ondersteuning, assistentie, bijstand nodig, heb/hebben/heeft ... nodig, nodig heb/heeft, wel wat
    nodig, iets nodig, nodig,

    red het niet, red ik het niet, red mij/me niet, redden het niet, niet meer redden, redt het niet, lukt
    [mij/me/ons/het/alleen] [allemaal/zelf/alleen] niet, lukt niet ... meer, lukt ... niet [meer], gaat
    niet meer alleen, kan het niet alleen, kan niet alleen, kan niet zelf, niet meer zelf, kan zelf niet,
    niet meer aan toe kom, kan ... niet meer ...
    stofzuigen/lappen/tillen/bukken/schoonmaken/dragen/strijken/koken/wassen/aankleden/douchen/traplopen/ophangen/snoeien/lezen/zien/horen/betalen/boodschappen/buiten/verzorgen/schrijven/maaien/vegen/doen/volhouden,

    kan ... niet meer in bad/douche, kan ... niet meer traplopen/stofzuigen, kan geen/niet
    boodschappen/eten ... doen/halen/koken, kan geen ... meer, kan ... niet meer ... trap, trap niet ...
    op/af, niet meer naar boven, kom de trap niet, kan niet goed lopen, kan niet lopen, kan slecht lopen,
    loop slecht, loop moeilijk, slecht ter been, slecht lopen, moeilijk lopen, slecht zien, zie slecht,
    zie bijna niks, hoor slecht, kom ... niet meer buiten, kom niet buiten, kom de deur niet uit, kom mijn
    huis niet uit, kan niet meer naar buiten, kan niet naar buiten,

    kan/kunnen [er] iemand ...
    komen/langskomen/langs/kijken/kijke/maken/repareren/helpen/doen/halen/brengen/vervangen/ophalen/meegaan/ophangen/maken/plaatsen,
    kom/komt [er] [eens/even/u] [een/keer/maar] kijken, kom eens kijken, kunt u ... kijken, kunt u ...
    komen kijken, naar ... kijken, laten maken, moet gemaakt, maken aub, gemaakt worden, gerepareerd,
    repareren, reparatie*, reparatieverzoek, herstellen, onderhoud*, vervangen, vervangen worden,
    vernieuwd, nieuwe nodig, aanpassen, aanpassing*, klus, klusje*, klusjesman, huismeester, monteur*,
    loodgieter, timmerman, elektricien, schilder, schilders, schoonmaker, slotenmaker, glazenmaker,
    stukadoor, opzichter, vakman, technische dienst, storingsdienst,

    niemand ... gekomen/geweest/doet, er komt [maar/weer/steeds] niemand kijken/maken, zou/zouden ...
    komen, nooit gekomen, niet gekomen, niet geweest, niet komen opdagen,
    monteur/schilder/loodgieter/hulp/thuiszorg/vakman/timmerman/niemand komt/kwam [weer/maar/nog] niet,
    wacht [al] weken/maanden/dagen, wacht al, wachten al, wacht nog steeds, wanneer
    komt/komen/wordt/worden/gaan/krijg/krijgen/is, hoe lang duurt, hoelang duurt, al gebeld, gebeld over,
    niemand doet iets/wat/er, er gebeurt niks, gebeurt niks, nog niet opgelost, niet opgelost, niet
    gemaakt, nog niet gemaakt, nog steeds niet, niet terug gebeld, niet teruggebeld, nooit teruggebeld,

    klacht, een klacht, klacht over, klagen over, iets/wat melden, melding, melding doen, wil ... melden,
    storing melden, een probleem, problemen, probleem, probleempje, problemen met, moeilijkheden, iets
    mis, er is iets, iets kapot, iets stuk, iets aan de hand, gaat iets niet goed,

    overlast*, lawaai, herrie, geluidsoverlast, burenoverlast, burengerucht, ruzie met ... buren, ruzie
    ... buren, buren ... ruzie, buren maken, buren ... herrie/lawaai/muziek/overlast/schreeuw*,
    hangjongeren, jongeren, harde muziek, muziek ... hard, blaffen, blaft, geblaf, hondenpoep, drugs,
    dealer*, vernield, vandalisme, graffiti, inbraakpoging, ongedierte, muizen, muis, ratten, rat,
    kakkerlak*, mieren, wespen*, wespennest, bijen, vlooien, bedwants*, zilvervisjes, duiven, duivenpoep,
    motten, torren, spinnen
"""

MATTER = """
    huur, de huur, huurverhoging, huurverlaging, huurtoeslag, huurprijs, huursubsidie, zorgtoeslag,
    toeslag*, servicekosten, stookkosten, energierekening, energiekosten, energietoeslag, rekening*, nota,
    afrekening, jaarafrekening, factuur, betalen, betaling, betalingsregeling, betalingsachterstand,
    achterstand, huurachterstand, schuld, schulden, schuldhulp*, deurwaarder*, incasso, aanmaning, geld,
    geldproblemen, geldzorgen, te weinig geld, kom niet rond, rondkomen, niet rondkomen, te duur,
    voedselbank, bijstand, uitkering, aow, pensioen, belasting, belastingdienst, gemeente, kwijtschelding,
    toeslagen, budget*, bewindvoerder, uithuiszetting, huisuitzetting, ontruim*, wanbetaler,

    brief, brieven, briefje, formulier*, papieren, papierwerk, administratie, invullen, aanvragen,
    aanvraag, digid, internetbank*, internetbankieren, bankzaken, pincode, pinpas, bankpas,
    identiteitskaart, paspoort, wmo, indicatie, ciz, pgb, mantelzorg*, zorgverzekering, contract,
    huurcontract, inloggen, wachtwoord,

    thuiszorg, wijkzorg, wijkverpleging, wijkverpleegkundige, huishouding, huishouden, schoonmaak,
    schoonmaken, poetsen, poetshulp, poetsvrouw, boodschappen, boodschap, maaltijden, maaltijd, tafeltje
    dekje, warme maaltijd, vervoer, taxi, regiotaxi, valys, medicijn*, pillen, apotheek, recept, verband,
    steunkous*, kousen, wondverzorging, operatie, geopereerd, revalidatie, ziekenhuis, dokter, huisarts,
    specialist, tandarts, ziek, griep, corona, koorts, hoest, hoesten, verkouden, pijn, dement*, dementie,
    alzheimer, vergeetachtig, geheugen, ouderenadviseur, maatschappelijk werk, buurtteam, wijkteam,
    sociaal team,

    niemand komt, komt niemand, komt niet, kwam niet, van de woning af, verhuizen, verhuizing, andere
    woning, kleinere woning, kleiner wonen, groter wonen, benedenwoning, gelijkvloers*, seniorenwoning,
    aanleunwoning, woningruil, woning ruilen, inschrijven, inschrijving, wachtlijst, urgentie,
    urgentieverklaring, opzeggen, huur opzeggen, opzegging, oplevering, sleutel inleveren, bezwaar,
    schade, verzekering, inboedel, schadevergoeding, parkeerplaats, parkeervergunning, vergunning, asbest,
    isolatie, isoleren, zonnepanelen, dubbel glas, renovatie, verbouwing, sloop, schilderen, geschilderd,
    verven, behangen, opknappen, snoeien, maaien, grofvuil, huisdier, hond, buren, bovenburen, onderburen,
    buurman, buurvrouw, benedenburen
"""

WANT = """
    ik/wij wil [graag/wel] [een/nieuwe/andere], wil graag [een/nieuwe], wil een, willen een, graag een,
    graag nieuwe, mag ik een, kan/kunnen ik/wij/we een, ik zoek, zoek een, wens een, zou graag een, moet
    een, krijg ik, krijgen wij, wil van, wil naar, zou willen, kan ik ... krijgen, wil ... hebben
"""
