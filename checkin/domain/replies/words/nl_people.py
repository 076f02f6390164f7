"""Dutch for when somebody can be rung, and for who else may be writing: a machine, a doubter, a stranger, a child."""

from __future__ import annotations

AUTOMATIC = """
    bericht kon/kan niet [worden] bezorgd/afgeleverd/verzonden/verstuurd, kon niet worden bezorgd/afgeleverd,

    kan ik de telefoon niet, kan ... niet opnemen, telefoon niet opnemen,

    [ik] ben/is/zijn/bin [momenteel] [tot] ... afwezig, afwezig tot, voor dringende/spoedeisende/urgente
    zaken/vragen/gevallen, mail mijn collega, wordt niet gelezen,

    achter het stuur, ik zit achter het stuur,

    kan geen sms/berichten/bericht ontvangen, geopend van/tot/op, onze winkel/praktijk/openingstijden, wij
    reageren binnen, reageren binnen <number>, we reageren binnen,

    ik ben in gesprek, in gesprek, spoedig mogelijk teruggebeld, stuur mij een bericht, niet aanwezig,

    automatisch* antwoord/bericht/bericht/beantwoording/mail/reactie/gegenereerd, automatic*
    reply/message/response, auto reply, autoreply, out of office, afwezigheidsbericht*,
    afwezigheidsassistent, afwezigheidsmelding, ik rijd nu, ik rij nu, rij nu, ik ben aan het rijden, ben
    aan het [auto] rijden, aan het autorijden, ben aan het autorijden, im driving, i am driving, while
    driving, tijdens het rijden, in de auto en kan, zit in de auto, ik ben op vakantie, ben momenteel op
    vakantie, ik ben [momenteel/nu/tijdelijk] afwezig, momenteel afwezig, niet bereikbaar, im on holiday,
    ik zit in ... vergadering, in een vergadering, in vergadering, im in a meeting, op dit moment niet
    bereikbaar, momenteel niet bereikbaar, kan nu niet opnemen, kan niet opnemen, kan nu niet praten wat
    is er, kan nu niet praten kan ik, voicemail, voicemailbericht, gemiste oproep, ontvangt geen
    berichten, niet bezorgd, afgeleverd, delivery failed, does not accept messages, this number does not,
    rijmodus, niet storen, automatisch verzonden, uw bericht is ontvangen, wij hebben uw bericht
    ontvangen, wordt zo spoedig mogelijk, neem dan contact op met mijn, u kunt contact opnemen met, u kunt
    mij bereiken
"""

ASKS_WHO = """
    u/jullie/je/die/dat/dit/nummer/naam ken ik niet, ^ ken ik niet,

    wie is dit, wie bent u, wie ben je, wie ben jij, wie zijn jullie, wie is daar, wie is er, wie stuurt,
    wie heeft dit, wie zit er, wie belt mij, van wie is/komt/krijg, van wie, met wie, wie spreek ik, wie
    dit, ken u niet, ken [dit/uw/je] nummer niet, ken jullie niet, ken ik u, ken ik jullie, ken ik niet,
    nep, neppe, nepbericht, fake, is dit echt, is dit [wel] echt, is dit wel van, wel echt, echt van,
    phishing, fishing, phising, oplicht*, opgelicht, fraude, frauduleus, scam, spam, vertrouw [ik]
    [dit/het/u/jullie/dat/je/die] [ik] niet, vertrouw ... niet, betrouwbaar, te vertrouwen, dit
    vertrouwen, ik klik, klik nergens, klik niet, geef geen gegevens, niet op mag antwoorden, mag niet
    antwoorden, mag ik niet antwoorden, hoe kom/komt/komen u/je/jullie aan mijn/dit/me nummer, aan mijn
    nummer, is dit een grap, who is this, who are you, is this real, is this a scam, whos this, kto to,
    kimsiniz, verdacht, truc, crimineel*, hacker*, virus, bankgegevens, tikkie, geloof ... niet, welke
    organisatie, welke instantie, van welke, wat voor organisatie, wat is dit voor, babbeltruc, fop
"""

WRONG_WHOLE = """
    u/je/jullie zit/zitten verkeerd,

    fout verbonden [denk ik], u bent hier verkeerd, u bent hier aan het verkeerde adres,

    verkeerde mevrouw, verkeerde meneer, verkeerd verbonden, mis verbonden, u bent mis verbonden, [dit is]
    het verkeerde nummer [denk ik], verkeerd nummer denk ik, volgens mij verkeerd nummer, denk verkeerd
    nummer, verkeerd gebeld, u hebt/heeft verkeerd gebeld,

    verkeerd nummer, verkeerde nummer, u/je heb/heeft/hebt [het/een/waarschijnlijk] [@ik]
    verkeerde/verkeerd/foute nummer, u/je heb/heeft/hebt [waarschijnlijk] het/een verkeerde/verkeerd/foute
    nummer, dit is [een/het] verkeerd/verkeerde/fout/foute nummer, [u bent] verkeerd verbonden, u bent
    verkeerd [verbonden], je bent verkeerd [verbonden], fout nummer, foutief nummer, onjuist nummer, niet
    het juiste/goede nummer, dit is niet het juiste/goede nummer, verkeerdnummer, verkeerde persoon, [dit
    is] de verkeerde persoon, u heeft de verkeerde [persoon] [voor], verkeerd adres, verkeerde adres, u
    bent aan het verkeerde adres, bent u aan het verkeerde adres
"""

WRONG = """
    heeft/heb/hebben dit/dat nummer niet meer, huren/huur [al] ... niet meer bij, ken ik niet ... naam,
    cijfer/cijfertje naast/verkeerd, zit er [een] [cijfer] naast, niet voor jou/u,

    u/je/ge/jullie moet/moeten mij/me/ons niet hebben, huur/huren/woon hier niet [meer], moet/moeten [bij/naar]
    mijn/de/een nicht/neef/zus/dochter/zoon/buurvrouw/ander/zuster [zijn/hebben], wij/we zijn een/de
    winkel/bakker/praktijk/bedrijf/fietsenwinkel/bloemenwinkel/garage/kapper/restaurant/hotel/school/zaak/firma,
    toestel/telefoon/mobiel/simkaart tweedehands [gekocht], tweedehands gekocht, verward/verwart/verwarren ... met
    [een/iemand] ander/anders, ken ik niet [die/deze] mevrouw/meneer, niet die mevrouw/meneer,

    die/hij/zij/ze/mevrouw/meneer woont [nu] in, haar/zijn telefoon, ik ben niet van,

    fout/verkeerd gestuurd/verstuurd/verzonden, woon hier net/pas/nog maar, ^ onbekend $, onbekend hier,

    dit is het nummer/mobieltje/telefoonnummer van,

    dit/dat was zijn/haar telefoon/nummer/mobiel/mobieltje,

    wij/we heten, u spreekt met de/een
    dierenarts/tandarts/garage/winkel/praktijk/receptie/kapper/bakker/slager/firma, dit is de/een
    dierenarts/tandarts/fysiotherapeut/advocaat/makelaar/notaris/bibliotheek/kerk/hotel/bank/dokter/receptie/kapper/kapsalon/bloemist/slager/bakker/fietsenmaker/huisartsenpraktijk,

    woon/huur/wonen/huren niet bij u/jullie, en woon niet bij, dit/dat is niet ... nummer,

    wrong nr, wrong no,

    er woont hier geen, hier woont geen, woont hier geen, woon/woont/wonen ... niet meer,

    ^ hier geen,

    dit is niet mevrouw/meneer, dit is mevrouw/meneer ... niet,

    ik heet [geen/niet/anders], heet anders, heet geen, is geen ... hier, geen ... op dit nummer/adres,
    niemand met die naam, niemand die zo heet, die naam ken, ken die naam niet, naam onbekend, naam zegt
    mij niks, zegt mij niks, nooit van gehoord, onbekende persoon/nummer, onbekend nummer, nummer is
    fout/verkeerd/onjuist, nummer klopt niet, dit klopt niet, dit is nu mijn nummer, nu mijn nummer, is
    mijn nummer nu, dit is ... niet $, niet uw/jullie huurder, uw huurder niet, woon in
    belgie/duitsland/spanje/frankrijk/engeland/buitenland, woon in een ander/andere, huurhuis van een
    ander, huur bij een ander, huur bij een andere, andere verhuurder, ander woningbedrijf, huur ergens
    anders, huur particulier, dit is een
    zaak/winkel/bedrijf/kantoor/school/praktijk/garage/restaurant/instelling/zorginstelling, dit is de
    huisartsenpost/huisarts/apotheek/gemeente/receptie/kantine, ^ bedrijf $, ik ben de
    werkgever/eigenaar/verhuurder/begeleider/thuiszorg, werkgever van, ^ verkeerd $, ^ verkeerde $,
    sleutels ... terug, huis ... verlaten, woning ... verlaten, niet de goede persoon, niet de goede,
    verkeerde voor, iemand anders aan de lijn, u hebt iemand anders, dit telefoonnummer is, dit 06 nummer,
    deze telefoon is van, deze telefoon is nu van, ik ben de nieuwe, dit toestel is van, mobiel van iemand
    anders, heeft nu een ander nummer, heeft een nieuw nummer, nieuw nummer van mijn moeder/vader/haar/hem
    is,

    verkeerd/mis gebeld/verbonden/getypt/gestuurd, verkeerde mevrouw/meneer/vrouw/man/tenant/huurder, niet
    wie u zoekt, niet degene, niet voor mij [bestemd/bedoeld], niet voor ons, is niet voor mij, bericht is
    niet, niet aan mij, ik ben ... niet $, niet meer haar/zijn nummer, haar nummer niet, zijn nummer niet,
    mijn nummer niet, telefoonnummer ... overgenomen/nieuw, nummer ... overgenomen/gekregen, nummer heb
    ik/wij [sinds/pas/net/nieuw/nog], dit nummer heb ik, heb dit nummer, heb dit telefoonnummer, woon niet
    in, wonen niet in, wonen niet bij u, huis gekocht, huis is ... gekocht/van mij/van ons, woning
    gekocht, eigenaar van, dit is
    bakkerij/garage/winkel/slagerij/kapper/bedrijf/praktijk/cafe/restaurant/school/kantoor/firma,
    bakkerij, slagerij, u belt met, met de garage, bedrijfsnummer, bedrijfstelefoon, prive nummer van,
    geen klant, geen klant van, goede adres, juiste adres, het goede nummer, telefoon van
    mijn/de/haar/zijn, dit is mijn telefoon, dit is de telefoon van, mijn telefoon niet, wie zoekt u,
    zoekt u iemand, ik ben de nieuwe bewoner, nieuwe bewoner, nieuwe huurder, vorige bewoner, vorige
    huurder, vorige bewoonster, onbekend bij ons, niet bekend hier, kennen wij niet, ken ik niet hier,
    hier niet bekend, niet bij ons, geen familie van, ben haar/zijn kleinzoon/zoon/dochter/buurman dit/dat
    is mijn, ander persoon, andere persoon, heel iemand anders,

    verkeer* nummer/verbonden/adres/persoon/verbinding/mobiel, verkeerd* nummer/verbonden/adres/persoon,
    fout* nummer, niet ... juiste/goede nummer, nummer niet [meer] van, nummer is niet, dit is het nummer
    niet, is niet van mij/mevrouw/meneer/hem/haar, niet het nummer van, dit nummer is [nu/niet/niet meer]
    van, nummer ... iemand anders, iemand anders, hoort niet bij, u bent verkeerd, je bent verkeerd, bent
    verkeerd, verkeerd bent, verkeerde te pakken, u moet ... ander, ander hebben, u zoekt iemand, de
    verkeerde, ben ik niet, dat ben ik niet, ik ben niet mevrouw/meneer/degene/de/die, ben niet [de]
    mevrouw/meneer/persoon/huurder/degene, ik ben mevrouw ... niet, ken geen, ken die/deze/dit
    mevrouw/meneer/persoon/naam niet, mevrouw/meneer/persoon ken ik niet, geen mevrouw ... hier,
    woon/wonen/woont hier/daar/er niet, ik huur niet, wij huren niet, huur niet [meer/meer] bij/van, huurt
    niet bij, geen huurder*, niet de huurder, huurder niet, is de huurder, geen huurder meer, koophuis,
    koopwoning, eigen huis, eigen woning, niks met jullie/u/deze/die ... te maken, niks ... te maken, huur
    niks, huurt niks, huur niks bij, zakelijk nummer, zakelijke telefoon, zakelijk, werktelefoon,
    werkmobiel, telefoon van mijn werk, een bedrijf, een winkel, een praktijk, een restaurant, kapsalon,
    kapperszaak, dit nummer net/pas/sinds/nu/nieuw, nummer ... pas/net nieuw, nieuw nummer, nieuwe nummer,
    nummer net, nummer sinds, vorige eigenaar, is de telefoon van, telefoon van haar
    dochter/zoon, ander nummer, heeft een ander nummer, ik ben haar zoon niet, ik ben de buurman, ik ben
    de buurvrouw, nummer van de dochter/zoon, nummer van mijn, stuurt naar de dochter
"""

MOVED = """
    sinds ... woon/wonen ik/wij [nu] in, woon/wonen ik/wij in, woon in <unknown>,

    woon/wonen [hier/daar] [al/nu/sinds] @aantal/jaren [jaar/maanden/weken] [in/ergens/bij] [anders], woon al ...
    ergens anders, woon/wonen ergens anders, naar een/het/de
    aanleunwoning/verpleeghuis/zorgcentrum/tehuis/serviceflat/hofje gegaan/vertrokken/verhuisd,

    weg uit, ben/is/zijn [al] weg uit,

    woning/huis/huur/appartement ... opgezegd, woon nu/tegenwoordig/inmiddels/al bij/in/op, wij wonen
    nu/tegenwoordig/inmiddels,

    weg uit/van ... woning/huis/flat/adres,

    opgenomen in [het/een] verpleeghuis/verpleegtehuis/verzorgingshuis/hospice/tehuis/zorgcentrum/kliniek,

    naar een verzorgingshuis/verpleeghuis/tehuis/zorgcentrum, zit in zorgcentrum, zorgcentrum, verhuisd,
    wij wonen nu, woon nu in, ik woon nu in,

    tehuis, in een tehuis, bejaardenflat, woont niet meer op, adres is veranderd, nieuw adres, woning
    leeg, huis leeg, huis ontruimd, woning ontruimd, huis uit,

    verhuisd naar, is verhuisd, verpleeghuis, verpleegtehuis, verpleegafdeling, verzorgingstehuis,
    verzorgingshuis, bejaardenhuis, bejaardentehuis, zorginstelling, hospice, woont nu in, woont nu bij,
    woont tegenwoordig, woont inmiddels, wonen nu in, woont bij ons, huis is opgezegd, woning is ...
    opgezegd, huur [is] [al] opgezegd, huis is [al] leeg, woning is [al] leeg, huis is verkocht, sleutels
    ... ingeleverd, opgeleverd, woning opgezegd, huis opgezegd, vertrokken naar, geemigreerd, woont niet
    meer, woonachtig, verzorgingsflat
"""

DECEASED = """
    @familie is [al/nu] in de hemel,

    [mijn/onze/de] ouders [zijn] [allebei/beiden/beide/alletwee] @overleden,

    mevrouw/meneer/mw/dhr is helaas niet meer,

    @familie/@iemand ... overleed/stierf, heeft ons verlaten, van ons heengegaan, is ingeslapen,

    @iemand ... is niet meer $, mevrouw/meneer ... is niet meer, @familie is niet meer $, [vorige
    week/maand] begraven, gecremeerd, wegens overlijden, door overlijden, ivm overlijden, @familie
    [vorige/deze/in/op/is/net/pas] ... @overleden, @familie @overleden, ontvallen, heengegaan, niet meer
    in leven,

    ^ overleden, ^ [is/al] [al/jaren] overleden, @iemand [is] ... @overleden, @iemand ... @overleden,
    @familie ... @overleden, @familie is ... @overleden, overleden $, is ... @overleden, op <number>
    @maand @overleden, is [helaas/inmiddels/al/onlangs/net/pas] overleden, is dood, overlijden van
    [mijn/onze] @familie, @familie ... niet meer onder ons, niet meer onder ons, @familie/@iemand leeft
    niet meer, leeft niet meer, leven niet meer, @iemand ... er niet meer, @familie ... er niet meer,
    begraven, begrafenis van [mijn] @familie, crematie van [mijn] @familie, nabestaande*, erfgenamen,
    erven van, condoleance
"""

LATER = """
    seffens, ⏰, nu bingo, bingo nu,

    ogenblikje, ogenblik, zitten net te eten, laat het nog weten, ik meld mij/me nog, onder de douche,

    no even net, zit [nog/net/nu] te eten/schaften/bellen/praten, later op de/dn/n/een dag,
    thuiszorg/kapper/dokter/bezoek/visite/pedicure/monteur/fysio/dochter is er/hier nu/net/even, [is/zit] [nu] in de
    wachtkamer,

    wacht ... met bellen,

    ik slaap nu, slaap nu even, nu [even/net] eten/slapen/douchen,
    zo meteen, zometeen, dadelijk, dalijk, zo dadelijk, aanstonds, even geduld, geduld, ^ eerst, sta op het
    punt,

    ^ nu druk, nu even druk,

    ^ wacht nog [even] $, wacht nog even, wacht [nog] even met, komt nu slecht, nu slecht, liever niet nu,
    liever een andere, een andere dag, ander moment bellen, misschien later, maybe later,

    later, @straks, nu [even/efkes/effe/effen/liever] niet, nau niet, even niet, niet nu, nu nog niet, nog
    niet, nog even niet, nu liever niet, nu geen tijd, geen tijd, kan nu [even] niet
    [bellen/praten/telefoneren], ik kan nu [even] niet [bellen/praten], kan niet nu, nu kan ik niet, kan
    ik niet nu, komt [nu/me/mij/even/niet] [nu/even] niet uit, komt niet uit, niet gelegen, schikt niet,
    schikt nu niet, past nu niet, past me niet, niet vandaag, vandaag niet, niet meer vandaag, vandaag
    liever niet, vandaag even niet, vandaag kan niet, andere keer, ander keertje, ander moment, andere
    dag, andere tijd, ander tijdstip, een ander moment, volgende keer, wat later, liever later, bel later,
    later bellen, later terug, later deze, subiet, sebiet, strak, strakjes, even wachten, wacht even,
    wachten nog, momentje, een moment, ^ moment, nog even wachten, over een tijdje, over een poosje, een
    andere keer, binnenkort, nu komt niet uit, nu slecht uit, komt slecht uit, niet zo goed uit, nou niet,
    nou efkes niet, noe niet, noe effe niet, druk bezig, maar niet nu, maar nu niet, nog eens proberen,
    probeer ... later, probeer het later, probeer ... morgen, [ik] bel [u/jullie/je] zelf [wel], bel zelf,
    bel [u/jullie/je] [later/morgen/wel/straks] terug, bel u terug, bel jullie, ik bel u, ik bel jullie,
    ik bel zelf, zal ... bellen, ik bel wel, zelf bellen, zal zelf, bel ik zelf
"""

TIME = """
    als/zodra [het/de/mijn] ... afgelopen/voorbij is, als/zodra [het/de] ... is afgelopen/klaar/voorbij,

    ik ben om/na/vanaf/rond @uurwoord [uur] [thuis/terug/er], ik ben tot @dag/@uurwoord,

    ^ avond/ochtend/middag/overdag/weekend/doordeweeks, overdag niet, avond/ochtend/middag/overdag wel/graag,
    eerste/tweede kerstdag/paasdag/pinksterdag, keer in de week,

    niet op @dag, alleen @dag/@dagdeel, rond etenstijd,

    @uurwoord @maand, na/vanaf/op/rond/tegen de <number>/@uurwoord [e/de/ste], [als/zodra] ik ... uit het
    ziekenhuis,

    tegen/rond/in de/het @dagdeel, volgend/komend/aankomend/dit weekend/weekeinde,

    na [het/mijn/de/t]
    ontbijt/avondeten/middageten/dutje/middagdutje/thuiszorg/kapper/fysio/boodschappen/kerkdienst/bezoek/visite/werk/wandeling/markt/bingo/film/operatie/afspraak,
    [als/zodra] ... weg/klaar/terug/thuis/wakker is/ben/zijn, als de thuiszorg,
    begin/eind/einde/half/medio/midden/halverwege @maand, avond/avonds/middag/ochtend/morgen
    is/past/komt/kan beter, is beter, past beter, komt beter uit, beter uit, tweede helft, laat in de,
    vroeg in de, pas volgende, bel/bellen ma/di/wo/do/vr/za/zo, ma/di/wo/do/vr
    ochtend/middag/avond/morgen, vandaag later, later vandaag, later op de dag, later in de, de hele
    middag/ochtend/avond/dag thuis, middag thuis, ben ik thuis, thuis na, thuis om, thuis vanaf, ben om,
    weer thuis, daarna kan/graag/wel, daarna,

    om een uur, na een uur, rond een uur, een uur, morgen, overmorgen, morgenvroeg, morgenochtend,
    morgenmiddag, morgenavond, morgennamiddag, vanmiddag, vanavond, vanochtend, vanmorgen, vandaag nog,
    vannamiddag, vroeg, van de/t middag/avond/week/ochtend, van middag, van avond, fan middei, @dag,
    maandag*, dinsdag*, woensdag*, donderdag*, vrijdag*, zaterdag*, zondag*,
    volgende/komende/andere/aanstaande/eerstvolgende week/maand/@dag, volgende week, komende week,
    begin/eind/einde/midden [van] [de/deze/volgende] week/maand/middag/ochtend/avond/dag, eind van de,
    einde van de, begin van de, loop van de, einde middag, eind middag, begin middag,
    na/om/rond/vanaf/tegen/omstreeks/pas/circa/tot @uurwoord [uur], na/om/rond/vanaf/tegen @uurtal, na
    half @uurwoord, om half @uurwoord, half @uurwoord, kwart over/voor @uurwoord, na/voor [de/het/t]
    weekend/weekeinde/middag/eten/feestdagen/kerst/sinterklaas/pasen/vakantie/lunch/soap/kerk/nieuwjaar/koffie/journaal,
    na kerst, tussen [de/@uurwoord] [middag/en] [@uurwoord] [uur], tussen @uurwoord en @uurwoord, voor
    @uurwoord [uur], niet voor/na/tussen @uurwoord/@uurtal [uur], niet morgen, niet vanmiddag, niet
    vanavond, niet vanochtend, @uurwoord uur, <clock> [uur], over [een/n/de] [@aantal]
    uur/uurtje/kwartier/kwartiertje/halfuur/halfuurtje/minuten/dag/dagen/week/weken/maand/maanden, uurtje,
    half uurtje, halfuurtje, binnen [een/@aantal] uur/uurtje, over [een] paar uur/dagen/weken, in de
    @dagdeel, s @dagdeel, smiddags, sochtends, savonds, smorgens, deze week, van de week, later deze week,
    in het nieuwe jaar, nieuwe jaar, in @maand, na @dag, vanaf @dag, op @dag, <number> @maand, volgend
    jaar, zodra, als ik ... thuis ben, wanneer ik thuis, als ik terug ben, na mijn vakantie, na vakantie,
    de middag, de ochtend, liever middag
"""

MAYBE_LATER = """
    in de wachtkamer [van het/van de] [ziekenhuis/dokter/huisarts/tandarts],

    zit/zitten aan de/het koffie/thee/tafel/ontbijt/eten/borrel,

    ben/zit/ga ... op bezoek,

    boodschappen [aan] [het] doen,

    moet [nu/zo/straks/vandaag/morgen] naar de/het/een/mijn
    kapper/dokter/tandarts/markt/kerk/fysio/winkel/ziekenhuis/bus/trein/school/club/dochter/zoon,

    ben nu weg, nu weg,

    ben weg, dag weg, weekje weg, moet [zo/even/nu] weg, ben ik weg, tot ... weg,

    aan de wandel, ben aan de, net de deur uit, ga net, ga nu, moet nu weg, moet even weg, sta in de, zit
    in de, in de winkel, in de supermarkt, aan het stofzuigen, aan het strijken, aan het douchen, niet
    alleen nu, kan niet praten, kan nu niet vrij praten, bezoek,

    bezig, ben [nu/even/druk] bezig, het druk, ben druk, heb het druk, ben [@straks/vandaag/nu/even]
    [hele/de] [dag] niet thuis, niet thuis, van huis, de hele dag weg, moet zo de deur, de deur uit,
    boodschappen doen, aan het koken, aan het eten, aan tafel, zitten te eten, zit te eten, ben aan het,
    in de trein, in de bus, bij de dokter, bij de tandarts, bij de kapper, bij de fysio, fysio, bij de
    huisarts, in het ziekenhuis voor, heb visite, visite, heb bezoek, slaap nog, lig nog in bed, lig nog
    op bed, lig op bed, ligt nog op bed, middagdutje, dutje, in bad, onder de douche, op vakantie, bij
    mijn dochter, bij mijn zoon, bij de kinderen, paar dagen weg, week weg, naar de kerk, in de kerk, aan
    het werk, aan het wandelen, op de fiets, op de markt, slaapt, rust, ben net wakker, in de auto, naar
    de markt, moet nog weg, zit net, lig te slapen, lig te rusten, geen tijd, onderweg, in gesprek, aan
    het bellen, op reis, logeren, in het buitenland
"""
