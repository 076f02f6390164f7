"""Dutch words that together are a reason to look at once, by topic: of each list of a topic one is said.

None of these is a phrase: order and distance do not matter. A word that nearly always means danger stands alone.
"""

from __future__ import annotations

CLASSES = {
    "person": (
        "man vrouw moeder vader ma pa mama papa mam pap oma opa zoon dochter kind kleinkind kleinzoon "
        "kleindochter buurman buurvrouw bovenbuurvrouw bovenbuurman onderbuurvrouw onderbuurman benedenbuurvrouw "
        "benedenbuurman zus broer hij zij ze tante oom neef nicht partner vriend vriendin baby peuter kleuter "
        "kindje jongetje meisje schoonmoeder schoonvader echtgenoot echtgenote iemand oudje opoe moeke vake bomma "
        "bompa mevrouw meneer mens huisgenoot bezoek hulp thuishulp monteur collectant postbode vent kerel jongen "
        "heit mem beppe pake buuf bejaarde echtgenoote moe vadder muoder mien"
    ),
    "body": (
        "hoofd borst hart arm been hand voet rug nek keel tong mond gezicht oog ogen heup pols enkel buik vinger "
        "vingers knie schouder rib ribben kaak lip lippen neus oor armen benen handen voeten linkerarm rechterarm "
        "linkerbeen rechterbeen linkerhand rechterhand linkerkant rechterkant linkervoet rechtervoet duim teen "
        "elleboog kop poot strot wang wenkbrauw voorhoofd achterhoofd lichaam lijf hals bovenbeen onderbeen kuit "
        "scheen pink dij onderarm bovenarm sleutelbeen bekken stuitje wond hechting hechtingen mondhoek ooglid "
        "tanden gebit wonde"
    ),
    "room": (
        "lift toilet wc badkamer douche balkon kelder berging bad badkuip ligbad kast schuur garage hok "
        "trappenhuis kamer zolder traplift tillift portiek fietsenhok meterkast slaapkamer"
    ),
    "child": (
        "kind baby peuter kleuter kindje kindjes kleinkind kleinzoon kleindochter jongetje meisje kleintje "
        "dreumes zuigeling"
    ),
    "animal": "hond hondje poes kat poesje katje puppy",
    "not": "niet nie nich niks niets nix geen gin gain gjin neet nait amper nauwelijks nooit",
    "suddenly": "ineens opeens plots plotseling plotsklaps daarnet zonet eensklaps",
    "hot": "heet hete heete kokend kokende gloeiend gloeiende kokendheet bloedheet snikheet snikhete",
    "beat": "slaat slaan sla sloeg sloegen geslagen",
}

TOPICS = """
    alone: rochel* reutel* stuiptrek* schuimbek* bewusteloz* wegdraai* weggedraaid weggedraait opengesprongen
    opengebarsten neusbloeding slagaderlijk flauwte flauwtes bezwijm* bezweken coma comateus delier delirium
    hersenkneuzing schedelbasisfractuur anafyla* epipen ademstilstand hyperventil* blindedarm* maagbloeding
    heupfractuur fractuur gapende gaapt afgehakt afgezaagd afgerukt geplet verpletterd verbrijzeld gespietst
    doorboord verdrink* verdronken verkoold zieltogend doodsstrijd doodsnood doodsangst stervensnood
    vastgebonden geboeid gekneveld ontvoer* gegijzeld gestompt gebeukt afgeranseld afgetuigd toegetakeld
    gemolesteerd molesteer* doodmaak* doodsteek* doodgestoken doodgeslagen doodgeschoten moordenaar
    messentrekker geweer revolver boksbeugel machete zwaard steekpartij schietpartij terroriseer*
    kindermishandeling gluurder voyeur potloodventer ingeslopen binnengeslopen ingeklommen vlammetje vlammetjes
    vlammenzee vuurbal brandbom explosief bommelding handgranaat rookwolk rookwolken rookpluim rookvorming
    gasontploffing overgedoseerd rattengif muizengif slakkenkorrels landbouwgif antivries methanol doodvriez*
    bevriezingsverschijnselen rondgezworven overreden spookrijder noodroep uitgehongerd ondervoed ophanging
    bloedplas bloederig bloedstolsel* bloedend bloedende hartstoornis hersenschade stroomstoot rookvergiftiging
    voedselvergiftiging zuurstofgebrek zuurstoftekort hartritmestoornis galsteenaanval koliek kolieken
    darmperforatie bloedbraken neergestoken neergeschoten neergeslagen neergeklapt ineengestort doorgedraaid
    gewurgd gesmeten geworpen zelfdodingsgedachten doodsverlangen sterfwens zuurstofmasker reanimeer reanimeren
    gereanimeerd beademing beademen gifslang gifbeker ademhalingsproblemen vlambrand lichaamsdeel afgekneld
    bedolven vermorzeld meegesleurd onbewust gestikt gesmoord gewurgt drenkeling breekijzer openbreken
    openbreekt opengebroken balustrade aftuigen spoorloos wezenloos afgeperst doodbloeden leegbloeden
    geelektrocuteerd opgesnoept weekdoos,

    body: @body | @suddenly gebroken breuk kneuzing bloed* bloeden bloedt bloeit bloet paars gezwollen
    opgezwollen opgezet scheef slap slappe lam verlamd gevoelloos verdoofd klem geklemd bekneld verbrand
    verbrande eraf snee jaap gesneden gescheurd krom knapte geknapt kraakte heftig hevig ondraaglijk uitstraalt
    uitstraling straalt knelt drukt bonkt bonst tekeer bot gapende ingedeukt sleept wegdraaien wegdraaide
    opengegaan opengesprongen opengebarsten opengereten openhalen opengehaald bulten zwart zwarte puilen puilt
    barsten knappen keihard plankhard tintelt prikt slaapt verstijfd verkrampt doormidden afgescheurd klemzit
    klemvast tussen geklapt geslagen plank scherf glasscherf spijker zaag gezaagd geboord boormachine barst
    vuurrood gutsen gutst spuit spuiten,

    blue: @body ik hij ze kind baby vrouw man | blauw blauwe paars grauw lijkbleek | dik koud koude wordt loopt
    lippen vingers ademt val gevallen adem,

    eyes: ogen oog | wegdraaien draaien draait openhouden openkrijgen weg dicht puilen zwart zwartworden wazig
    chloor zuur spetters open openen opendoen,

    throat: keel slokdarm luchtpijp strot | stuk vlees graat visgraat botje brokje snoepje vast zit steekt
    gebleven blijft blijven dicht open nootje appel brood hap kluif gebit kunstgebit pit knijpt geknepen kneep
    kippenbotje wesp bij mes,

    words: woorden praten spreken spraak praat spreekt taal zinnen | raar warrig brabbel* wartaal dubbel
    onverstaanbaar sleept lispelt mompelt lallen lalt brij,

    speech: woorden praten spreken spraak | @not kwijt | been arm hand hoofd ineens opeens mond gezicht vinden
    uit,

    suddenly: @suddenly | praten spreken zien slikken ademen lopen staan horen duizelig misselijk verward pijn
    hoofdpijn dubbelzien dubbel blind doof zwart slap gevoel kracht zwak draaierig raar wazig vreemd,

    stricken: @person | bewusteloos levenloos stijf slap grauw lijkbleek bleek kwijlt kwijlen rilt schokt
    schokken kreunt jammert jammeren kermt gilt krijst verward vermist bloedt bloeden bloed blauw hijgt hijgen
    stikt stikken verslikt hapt zakte klapte plofte kukelde donderde smakte antwoordt antwoord beweegt ademt
    ademen aanspreekbaar opgesloten gewond aangereden overreden onwel paars roerloos bewegingloos bibbert
    trekkingen toeval stuiptrekt verdronken verdrinkt stuipt flauwgevallen flauw neergegaan ineengezakt dwaalt
    verdwaald onderuitgezakt suffig slaperig sike sikke azem asem ijskoud doodsbleek spierwit lijkwit vuurrood
    zweet grijpt greep bevangen omgevallen neergevallen gesmakt afgevallen doorligt uitgegleden raaskalt ijlt
    hallucineert,

    hanging: @person | hangt hing hangen | stoel slap raam rand balkonrand scheef balkon touw trap leuning bed
    half,

    waking: @person hem haar | wakker | krijg krijgen kriege gekregen niet nie nich wil wordt,

    collapsed: @person | zakt zakte zeeg viel stort klapt klapte valt plofte | mekaar elkaar grond vloer om weg
    stoel gang voorover achterover knieen,

    white: @person | wit bleek grijs asgrauw krijtwit | gezicht hart zweet ziet zweten wordt borst,

    grabs: @person ik | grijpt greep grijp pakt vast | hart borst keel,

    violence: @person mij me ons haar hem ex jongens mannen gasten wij | @beat schopt schopte schoppen stompt
    stompte knijpt kneep bijt beet duwt duwde trapt dwingt dwong trapte wurgt wurgde dreigt dreigde dreigen
    bedreigt bedreigde vermoordt vermoorden doodmaken doodslaan steken steekt gestoken aanrandt aanranden
    misbruikt vastgebonden opsluit beroofd bestolen overvallen achtervolgt sleurt sleurde mes bijl pistool wapen
    wapens hamer koevoet mishandelt mishandeld geweld vuisten vuist agressief afmaken kapotmaken aangevallen
    aanvalt gijzelt gesmeten smeet smijt geduwd gestompt geschopt gebeten gekrabd krabt bespuugd spuugde sloagen
    slaoge schlaon gemept mept meppen vernielt bekogelt gegooid dwingen gedwongen ingesloten afgetuigd rammel
    optater toegetakeld vechten gevochten brandspiritus aansteker opgewacht,

    meant: mij me ons haar hem | dood kapot iets wat wreken | maak maakt maken zegt zei dreigt schreeuwt aandoen
    aandoet,

    all broken: slaat gooit smijt schopt trapt vernielt | alles spullen boel servies tv meubels | kort klein
    kapot,

    attack: hond honden pitbull herder rottweiler kat zwaan | valt aan aangevallen bijt beet gebeten vliegt
    vloog hapte grijpt,

    intruder: deur raam ramen slot balkon tuin huis binnen voordeur achterdeur schuur flat woning gang keuken
    kelder berging brievenbus slaapkamer dak | inbreker* breken forceren forceert wrikken wrikt koevoet
    bivakmuts gemaskerd gemaskerde morrelt morrelen sluipt zaklamp onbekende onbekenden vreemde vreemden
    vreemdeling insluiper bonst beukt ramt rammelt klimt geklommen dief dieven ingeslagen ingetrapt intrappen
    inslaan binnendringen binnengedrongen indringer ingegooid klom klimmen kruipt gekropen,

    inside: mannen kerel kerels vent gasten onbekende onbekenden vreemde vreemden persoon figuren types jongens
    lui volk gozer gozers junk dronkenlap zwerver vrouwen mensen | binnen huis kamer woonkamer keuken slaapkamer
    gang hal hier weigert pinpas,

    unknown: man vrouw iemand persoon vrouwen mannen mensen lui | binnen huis kamer keuken slaapkamer gang | ken
    kennen onbekend vreemd bekend weg bank,

    hidden: ze zijn zit verstopt verstop schuil | binnen | slot badkamer slaapkamer wc kast verstopt bang,

    swindler: pinpas pasje pas pincode bankpas sieraden geld portemonnee juwelen goud horloge spaargeld | binnen
    willen eist eisen wil afgeven afgepakt dwingt politie agent agenten bank collectant mannen meteropnemer |
    staat staan weg man mannen vrouw ze hij deur nu willen,

    fire: keuken huis flat gang hal kelder schuur berging balkon pan oven fornuis magnetron stopcontact tv
    televisie wasmachine droger meterkast lader stekker stekkerdoos accu fiets scootmobiel container gordijn
    gordijnen bed bank kachel schoorsteen afzuigkap frituurpan kaars buren boven beneden buurman buurvrouw
    prullenbak dak koelkast vaatwasser lamp elektra kast matras kerstboom deken kleed verdieping trap portiek
    broodrooster airfryer tosti frituur vet adventskrans kaarsje peuk sigaret as vuilnisbak papierbak computer
    laptop telefoon mobiel straat | rook rookt walmt walm smeult vlam vlammen vuur gloeit vonkt vonken ontploft
    ontplofte knalde knettert schroeit verschroeid brandt brandlucht fik fikt hens schroeilucht steekvlam roet
    lichterlaaie vlammetje vlammetjes ontvlamd fikken fikte,

    smoke: rook | dik dikke zwart zwarte trap gang hal zie alarm hoest ogen verdieping portiek hoesten kelder
    onder deur komt zien stank binnen,

    appliance: deken stopcontact tv magnetron oven wasmachine droger meterkast lader stekker stekkerdoos accu
    apparaat kachel koelkast afzuigkap broodrooster vaatwasser elektrische electrische strijkijzer waterkoker
    kruik | roken rook knetter knettert sist knal smelt ploft plofte ontploft gesmolten zwartgeblakerd vlam
    brandlucht vonken,

    electric: stroom elektriciteit elektra kabel draad draden stopcontact meterkast lamp snoer stekker
    stekkerdoos schakelaar wasmachine droger tv lader apparaat koelkast kraan douche | schok schokken vonk
    vonken vonkt bloot blote knal knettert gesmolten smelt brandlucht tintelt gekregen zwartgeblakerd
    onderspanning hang,

    power: stroom stroomstoring | zuurstof* beademing* zuurstofapparaat dialyse* sondevoeding traplift hartpomp
    infuus apneuapparaat cpap antidecubitusmatras,

    breathing aid: zuurstof* beademing* beademingsapparaat dialyse* sondevoeding hartpomp infuus apneuapparaat
    tracheacanule canule | @not uitgevallen stroom kapot storing weg piept leeg op bijna alarm los,

    gas: gas gaslucht gasfornuis gaskraan gasleiding gaspit geiser cv ketel gashaard gaskachel fornuis gaspitten
    | sist sissen suist ontsnapt dampen damp misselijk duizelig hoofdpijn slaperig suf ontploft flauw
    opengedraaid ontplofing gif,

    gas smells: gas | stinkt ruikt ruik geur vergeten lekt lek stank rieken ruuk riek stink lucht meur open,

    water: water lekkage regenwater regen riool waterleiding hoofdkraan boiler rioolwater vieswater | gutst
    stijgt blank enkels knieen stroom elektra stopcontact meterkast lamp stopcontacten lampen ondergelopen
    overstroomt overstroomd gesprongen golft klettert kletteren binnenstroomt plenst plens kuiten,

    pouring: water | plafond kelder stroomt spuit spuiten gutst muren lampen | stroomt gutst spuit alles overal
    hard hoger stoppen stop lamp komt valt dicht,

    despair: leven dood sterven doodgaan wereld bestaan slapen wakker graf hemel | liefst liever hoeft zat beu
    einde zinloos pillen pil touw springen wens verlang verlangen voorgoed nooit niemand achterna verdien walg |
    ik mij mn mijn me wil wou hoeft het,

    farewell: afscheid vaarwel laatste achterna last voorgoed einde eind | vandaag vannacht ga niemand iedereen
    nooit pillen brief kinderen leven nacht | ik mij mijn maak was ga ben wil,

    without: zonder | verder leven leef door | haar hem wil hoef kan hoeft | @not,

    an end: eind einde ent | aan eraan deraan | maak maakt maken make mak maakte,

    pills: pillen pilletjes tabletten slaappillen paracetamol medicijnen medicatie doosje strip potje
    medicijnkastje drank sterkedrank whisky insuline slaaptabletten oxazepam pleister pleisters morfinepleister
    morfinepleisters baxterrol baxter pil capsules temazepam diazepam antidepressiva medicijn slaapmiddel
    slaapmiddelen weekdoos dagdoos medicijndoos bloeddrukpillen hartpillen | allemaal geslikt slikken slik
    ingenomen inneem neem innemen opgespaard gespaard verzameld handvol klaargelegd teveel dubbel dubbele
    verkeerde verwisseld doorgeslikt opgegeten overdosis hele heel alles drie vier twee opgeplakt leeggegeten
    leeggedronken verkeerd tegelijk uitgestald klaar tientallen twintig dertig | al alle alles allemaal ik suf
    wegdraai* heb hele gegeten geslikt ingenomen weg op wil ga straks zo teveel slaperig ze hij,

    jump: trein spoor dak brug balkon raam flat rails kanaal rivier gracht sloot touw polsen pols aders
    scheermes | springen spring springt gesprongen sprong ophangen snijden gesneden snij verdrinken afgesprongen
    doorsnijden strop | ik hij ze zij wil ga man vrouw zoon dochter mijn mn zichzelf mezelf iemand meisje
    jongen,

    rope: touw strop | hangt klaar balk zolder nek gekocht hals,

    medicine: insuline hartmedicijnen hartpillen zuurstof inhalator inhaler puffer pufje pufjes bloedverdunners
    bloeddrukpillen epilepsiemedicijnen morfine prednison morfinepomp insulinepomp insulinepen nitrospray | op
    leeg kwijt gemist opgeraakt uitgevallen kapot zonder storing weigert dagen vergeten stuk,

    sugar: suiker meter glucose bloedsuiker sensor diabetes | hi lo dorst dorstig suf tril trillen trilt zweet
    zweten wazig bibber beef hypo hyper beven,

    hunger: eten gegeten gedronken drinken eet drinkt voedsel maaltijd geeten gedronke water kastje koelkast
    kast portemonnee | dagen uitgedroogd verzwakt flauw uitgehongerd bedorven uitdrogen zwak | @not zonder
    alleen leeg,

    cold: kou koud verwarming kachel ketel ijskoud vries warmte graden kouw | bevroren rillen ril rilt bibber
    bibberen bibbert klappertand klappertanden onderkoeld vriest blauwe ijs gevoelloos verkleumd verkleumen
    bevriezen vingers voeten tenen wit,

    heat: @hot hitte warm warmte graden | overgeven draait flauw misselijk duizelig suf aanspreekbaar bewegen
    beweegt auto hoofdpijn ademen sufjes,

    stuck: @room | vast opgesloten gevangen klem vastgelopen ingesloten buitengesloten gevangenen,

    stuck in: lift traplift tillift | erin hangen hangt steken halverwege tussen stil stopt stopte gestopt | ik
    we wij zit zitten sta staan alleen zij ze mensen moeder man vrouw hier uur,

    out: balkon wc toilet badkamer kelder berging garage bad badkuip douche | slot dichtgevallen dichtgewaaid
    dicht deur klem stopt stop stil | kan kom kunnen komen krijg uur zit sta | @not,

    get out: kom kan krijg kunnen komen | @not | bad badkuip ligbad wc toilet douche bed stoel balkon sta-op
    kuil sloot greppel | uit af overeind eruit eraf uut,

    shut out: buiten buitengesloten | deur dichtgevallen dichtgewaaid slot nachtpon ochtendjas pyjama nachthemd
    blote badjas ondergoed | vriest vries kou koud regent regen nachtpon ochtendjas pyjama nachthemd sneeuw
    natte badjas ondergoed blote ijs dicht dichtgevallen dichtgewaaid,

    nightgown: nachtpon nachthemd pyjama pyama ochtendjas onderbroek ondergoed blootje badjas | buiten straat
    balkon sneeuw weg kwijt regen bushalte stoep dwaalt,

    fall: trap ladder bed stoel fiets douche bad drempel kleedje stoep kruk keukentrap trapje traplift mat grond
    vloer tegels rollator scootmobiel straat badkamer wc keuken bank rug hoofd muur kleed kop rand tafel knie
    sloot | viel kukelde donderde gleed uitgegleden gegleden struikelde gestruikeld smakte smak lag geland
    tuimelde gerold rolde getuimeld klapte klap onderuit uitgleed uitgleden omgekiept omgekieperd gekanteld
    gekiept geklapt gegaan gelazerd geflikkerd gekukeld gedonderd gesmakt geduveld vallen gevalle omgevalle
    geknald | ik ben mijn mn mijne moeder vader man vrouw ma pa moe oma opa hij ze buurvrouw buurman been heup
    pijn hoofd rug en nu,

    lying: lig ligge lich leit | gang hal keuken douche badkamer trap vloer stoep hof opstaan rechtkomen
    rechtkomme heup uren hulpeloos telefoon bereiken roepen grun grund tuin straat kelder sloot kou nat zeer |
    pijn zeer kan ken opstaan rechtkomen rechtkomme uren uur hulpeloos bereiken roepen grun grund vloer gevallen
    koud heup hulp help been nie niet gang hal,

    found: ligt lag vond vinden gevonden leit liggen | @person er | ogen sloot vijver water stoep straat gang
    vloer tuin trap portiek hal beweegt kelder bloed grun berm gracht galerij lift berging plein gras bosjes dak
    balkon box parkeerplaats onderaan,

    wandering: dement dementie dementerend dementerende alzheimer verward verwarde | weg buiten straat kwijt
    zoek dwaalt loopt gelopen nergens verdwenen weggelopen vertrokken zoeken bushalte auto fiets deur gas vuur,

    lost: vind vinden weet herken ken kwijt | huis thuis straat flat weg woning | @not | waar loop sta verdwaald
    buiten water donker terug straat langs,

    road: snelweg rijksweg autoweg spoorlijn rails rijbaan autobaan ring a2 a12 vangrail | loopt lopen liep ligt
    lig zit gevallen staat fietst rijdt op,

    in the water: sloot vijver kanaal gracht vaart rivier beek plas zwembad water | @child scootmobiel auto
    rollator iemand hond hij ze | ligt lig gevallen gereden gegleden viel eronder onder valt gevalle drijft zit
    in te erin,

    child alone: @child | vensterbank raam vijver sloot balkon balkonrand rand straat uren alleen auto rijbaan
    trap gif pillen,

    child ate: @child @animal kleine kleintje | ingeslikt geslikt gegeten gedronken doorgeslikt opgegeten gegete
    gedronke verslikt opgesnoept gesnoept | pillen chloor gif ontstopper gootsteenontstopper batterij wasmiddel
    verf sigaret plant munt knikker medicijnen alcohol rattengif chocola iets tablet blokje stukje azijn
    bloeddrukpillen hartpillen pil pilletjes slaappillen,

    ledge: vensterbank kozijn richel balkonrand dakgoot reling dakrand | @person ik | zit staat hangt klimt
    benen buiten springen staan,

    animal: @animal | auto gif beweegt vergiftigd stikt dood verdrinkt hitte aangevallen aangereden | zon volle
    hitte heet gegeten gif bijna vast water straat snikhete benauwd,

    poison: chloor bleek bleekmiddel ammoniak ontstopper gootsteenontstopper afwasmiddel schoonmaakmiddel gif
    verf terpentine benzine paddenstoel paddenstoelen paddestoel paddestoelen batterij knoopbatterij wasmiddel
    allesreiniger lampolie vaatwastablet azijn waterontharder zuur schoonmaakazijn petroleum bes bessen spiritus
    antikalk | gedronken ingeslikt geslikt gegeten ogen oog ingeademd gemengd dampen slok binnengekregen
    opgegeten gedronke dronk duizelig gegete bijtend benauwd,

    allergy: allergisch allergie allergies noten pinda pindas garnalen garnaal schaaldieren penicilline
    antibiotica wesp bij wespen mosselen kreeft hoornaar | dik keel lippen tong gezwollen opgezwollen zwellen
    zwelt bulten opgezet benauwd lip,

    burned: water thee koffie soep vet olie frituurvet stoom jus melk pan ketel frituur strijkijzer kruik | @hot
    verbrand verbrande brandwond brandwonden blaren blaar overheen gekregen | gezicht buik arm been borst hand
    handen benen armen voet voeten schoot over gekregen mij me zich heen verbrand dijen lijf gegooid,

    traffic: auto fiets bus tram scooter scootmobiel stoep straat fietser brommer vrachtwagen rollator fatbike
    step busje rolstoel driewieler ebike | aangereden geramd overreden gebotst botsing ongeluk omgekiept
    gekanteld omgekanteld omvergereden onderste eronder aangerejen geschept,

    neighbour: buurvrouw buurman buren bovenbuurvrouw bovenbuurman benedenbuurvrouw onderbuurvrouw onderbuurman
    overbuurvrouw overbuurman hiernaast buuf boven beneden muur | kreunen gekreun roepen roept roep gil gegil
    gilt bonkt kermen hulp help vliegen lijklucht kloppen klopt geschreeuw | hoor hoort muur help hulp dagen
    kind vrouw horen klopt man,

    not seen: buurvrouw buurman buren bovenbuurvrouw bovenbuurman benedenbuurvrouw onderbuurvrouw overbuurvrouw
    overbuurman buuf mevrouw meneer hiernaast | dagen post gordijnen brievenbus kranten krante krant licht week
    rolluiken deur | gezien antwoord reageert open dicht stil gehoord opgehaald puilt ruikt stinkt liggen,

    falling stone: stenen steen stukken dakpannen dakpan gevel balkon schoorsteen puin brokken lateei tegels
    gevelplaat boom | vallen valt vielen neer omlaag afgebroken los | mensen kinderen lopen stoep hoofd straat
    beneden staat erop,

    collapse: plafond muur dak balkon vloer gevel balk schoorsteen galerij trap flat | instort ingestort
    instorten kraakt kraken bezweken doorgezakt afgebroken neergekomen neergestort doorgezakte scheurt afbreekt,

    urine: geplast plassen plas poep poepen ontlasting geplas | dagen pijn knappen gespannen bloed zwart | @not
    bloed zwart pijn,

    medicine wrong: medicijn medicijnen pil pillen medicatie baxterrol spuit insuline | verkeerde verkeerd
    dubbele dubbel verwisseld teveel buurvrouw | ingenomen op genomen gehad gespoten suf gegeven draaierig
    wegdraai* wegdraaie alles geslikt,

    taken along: wil willen gaan gaat | meenemen vermoorden pakken slaan meesleuren | ons mij me hij mannen ze
    man ex,

    lying under: lig ligge lich leit ligt zit | achter onder eronder bovenop | bank kast deur bed auto
    scootmobiel rolstoel fiets tafel eronder mij me muur wasmachine boom lig,

    on top: bovenop onder eronder | kast boekenkast tv wasmachine boom muur koelkast ladder gordijnrail
    wandmeubel stelling steen auto | gevallen ligt lig vast been voet hand hij ze ik,

    locked up: slot opgesloten sleutel deur | hij ze man zoon ex schoonzoon dochter vent | laat laten sluit
    opgesloten mag | ons mij me eruit weg gaan,

    inside it: slot klemt klem vast dicht dichtgevallen kapot | erin,

    since: wc toilet badkamer douche kelder berging balkon lift box schuur | klemt slot dicht dichtgevallen vast
    klem | uren uur gister gisteren vannacht vanochtend vanmorgen sinds koud eruit,

    fireworks: vuurwerk rotje rotjes cobra vuurwerkbom benzine brandende explosie knal ontploffing | brievenbus
    raam deur gooien gooit portiek huis glas ramen ruiten gang kapot binnen,

    wrote it down: opgeschreven briefje brief geregeld testament klaargelegd uitvaart | kinderen iedereen allen
    jullie | ga vanavond vandaag vannacht laatste weg,

    sugar number: suiker bloedsuiker glucose glucosemeter | <number>,

    fever: koorts temperatuur | <number> ijl ijlt beesten beestjes rillen ademen benauwd verward suf stuip
    stuipen nek vlekken bewusteloos,

    balcony: balkon | slot dichtgevallen dichtgewaaid dicht buitengesloten | ben sta zit staan koud eruit kan
    uur,

    gone: vandoor ervandoor weggelopen ontsnapt vertrokken verdwenen | @person | sloffen pantoffels blote
    verward dement jas pyjama alleen nacht vannacht rollator,

    through the ice: ijs wak | gezakt zakte gevallen doorgezakt zakken,

    lies open: @body | open | ligt gehaald gesneden gevallen snee gebeten lag opengehaald bot,

    storm: dak dakpannen schoorsteen boom gevel reclamebord | waait eraf gewaaid omgewaaid afgewaaid omgevallen
    | eronder op wij ik auto mensen huis iemand,

    pain: pijn zeer pien pein | gil gillen schreeuw schreeuwen krimp crepeer creperen verga kronkel huil
    ondraaglijk onhoudbaar uitzinnig helse afgrijselijk gek plank,

    help and: hulp help hullep helpe | hart borst adem lucht bloed rook vuur beroerte gas stik val inbreker,

    followed: volgt volgen achterna achtervolgt gevolgd nagelopen | mij me haar ons wij | iemand man hij jongens
    auto kerel vent mannen huis portiek,

    ring: ring hand vinger voet hoofd arm been | vastgeklemd vast klem knelt tussen afgekneld | deur hek bed
    lift spijlen rolluik blauw dik eruit bekneld,

    catheter: katheter catheter stoma drain infuus | bloed pijn verstopt koorts gesprongen,

    barbecue: bbq barbecue houtskool vuurkorf terrasverwarmer gaskachel kookstel | binnen kamer slaapkamer |
    warm koud suf hoofdpijn flauw vallen benauwd,

    lighter: aansteker lucifer lucifers benzine spiritus | dreigt zegt gordijn gooit wil aansteken steekt brand
    bed speelt,

    held: mag laat laten | @not | buiten bellen weg eruit deur | hij man zoon ex vriend dochter hem haar van,

    taken away: telefoon sleutels sleutel pas rollator geld paspoort | afgepakt afgenomen ingepikt | hij man
    zoon ex ze dochter schoonzoon,

    voices: stemmen stem | hoofd zeggen zegt opdracht dood moet fluisteren muur | hoor hoort horen ze ik,

    naked: naakt naakte bloot blote halfnaakt ontbloot | man kerel vent jongen vrouw hij | deur gang portiek
    galerij buiten straat balkon trap lift,

    drugs: drugs heroine coke cocaine ghb xtc speed wiet spul naald | bewusteloos bijkomen ligt wakker gespoten
    ademt flauw agressief,

    through the floor: vloer trap plafond dak luik put | doorheen doorgezakt gezakt zakte zak verdwenen | been
    ik hij man vrouw voet ben,

    shooting: schiet schieten geschoten schoten knallen schot | straat buiten deur raam hoor pistool vuurwapen
    portiek,

    shaking: tril trillen trilt schud schudden beef beven ril rillen klappertand | helemaal hele lichaam lijf
    onbedaarlijk stoppen | koud koorts suiker angst kan zweet ophouden wazig flauw,

    black: zwart wazig sterretjes schemert | ogen zien wordt werd zie | val flauw onderuit duizelig draait
    omvallen steeds ineens opeens lig,

    cannot anymore: kan ken kin | @not | meer | bewegen ademen slikken zien praten opstaan overeind overend
    rechtop lopen staan uithouden volhouden,

    spinning: draait draaien duizelig draaierig | val valt overgeven braken spuug omvallen staan vast slecht
    flauw oor ineens opeens alles,

    vomit: overgeven braken spugen spuug braak kots kotsen gebraakt overgegeven | bloed zwart koffie koffiedik
    stop stopt uren binnen groen hoofd suf pillen dagen,

    very hot day: hitte warm heet graden | baby oma opa man vrouw hond flauw aanspreekbaar suf drinkt,

    haemorrhage: ader aderen slagader spatader spataderen aneurysma | geknapt gesprongen open opengesprongen
    vloer rood spuit bloedt,

    infection: wond been voet teen huid | vuurrood rood stinkt pus etter zwart rode streep | koorts klappertand
    rillen ril ziek gloeit heet,

    bladder: plassen geplast plas plasje | @not uren uur dagen | buik pijn knapt knappen gespannen blaas,

    on the current: stroom draad kabel snoer stopcontact | vast hangt zit | man vrouw ik zoon kind vader aan,

    lamp: lamp snoer stekker stopcontact tv | knalde knal knalt plofte vonkte | brandt brand rook snoer vlam
   ,

    sold blows: klappen slagen tikken meppen | verkocht gegeven gekregen geeft verkoopt | hij ze man zoon ex mij
    me,

    shut up: sloot sluit opgesloten | op in | dochter zoon man hij ze mijn mij me | mij me ons eten kamer kelder
    pakt,

    wrecks: sloopt vernielt kapotslaat kapotmaakt | alles boel huis spullen deur | dronken zoon man hij kast
    verstopt zit ex,

    transfer: overmaken spaargeld bankrekening rekening cryptokaarten pincode codes | lijn telefoon iemand laat
    belt agent politie bank | nu mij me al moet,

    will not leave: weg | @not | wil gaat gaan weigert | geld euro gas pinpas binnen deur pakt vertrouw bank
    meter man,

    kick in: trapen trappen trapt schoppen rammen beuken slaan | voordeur deur achterdeur raam | in kapot open,

    railing: balustrade reling railing dakrand brugleuning leuning | staat zit hangt klimt over,

    razor: scheermes scheermesje mes schaar stanleymes | hand polsen zit pols arm keel slaat om zwaait heen,

    in the sun: zon hitte | opa oma man vrouw ze hij hond baby moeder vader | reageert suf drinkt flauw
    aanspreekbaar,

    out of the door: deur huis | uit weg | pa ma vader moeder man vrouw opa oma hij ze | pantoffels sloffen
    sokken pyjama vinden nergens jas blote,

    where do i live: weet vergeten herken | waar | woon thuis ben huis hoor | sta loop bushalte straat bus niet
    hier kwijt,

    who am i: wie waar | bin ben | ik | waar hier kom hoe,

    hallucination: ziet zie hoort hoor | mannetjes beesten beestjes spoken schimmen mensen dieren stemmen
    spinnen geesten | overal muur slaat muren bed kamer koorts,

    at the pond: vijver sloot kanaal water gracht | rollator scootmobiel jas schoenen fiets | weg leeg niemand
    staat zij ze ligt,

    child alone with: opa oma mama papa mam pap moeder vader | raar vreemd ligt stil zegt | alleen ik | 4 5 6 7
    8 9 10 11 jaar klein,

    no contact: moeder vader buurvrouw ma pa oma opa zus broer tante oom | krijg bereik bereiken | @not | pakken
    bereiken gehoor telefoon dagen lijn,

    no sign: kik gehoor antwoord reactie teken | @not | @person,

    wets himself: plast poept kwijlt staart staren | onder zich wezenloos zegt zit | tante oom @person,

    papers in the bus: krante krant kranten post | bus brievenbus mat | hond jankt blaft buurvrouw buurman
    gordijnen dagen licht hiernaast d'r dr
"""
"""Of each list of a topic, one word is said."""
