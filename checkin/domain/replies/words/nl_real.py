"""Common words, Dutch and some English, that are one letter away from a word of the tables and no slip of it.

Without them “het is een goede grap” would be mended into something else. A new word in the tables may need new ones
here: look at the common words of the language that the vocabulary would mend.
"""

from __future__ import annotations

REAL = """
    aah aal aandelen aang aangiften aangiftes aankoop aanraden aanrader aansluitend aant aantal aanvalt
    aanwezige aap aapjes aar aard aardige aards aardse aars aart aarts aas aat abd abe abel abou accent ace
    acres acv adam adams address ade aden ader aderen aders adil adler administratief ado adrie adrien aeg
    aerts aex afb afc afd afgedaan afgehakt afijn afl afm afp afrit afweer age aging agree agro agt ain ais
    aken akker akte akten ala alan aleen alf alg ali alie aliens alike aline alis alive alken alla allan allee
    aller allergisch alley allez allies ally alm alma alo aloe alom along alpe alpen alpes also alt alv amar
    ambulante amen amer amg amp ampere amr ams amy ana anaal anderen andre ange anger anke ann anna annen ans
    answers ant antwoordt apa apen apos apples aps apt aram ard arent ares arie aris arjen ark arme armin arms
    army ars art artis asa asn aso asp ass assen asser ast ate aten ath atm atomen atoom attached attacks
    attend atv aus aut autos auw ave avery awake award aware aws azie azijn baak baal baalt baan baar baarde
    baas baat bach baden badkamers bae bag bagger bah bak baken bakken bakker bal bale balen bali balkan
    balkons ball ballen balletjes ballon ban banda banden bandje bands bane banen bange banger banken banks
    bannen bar barak barend barn barok baron bart barth bas bast bats bax bdo bea bean bearing bears beast
    beat beaten beau bedacht bedachten bedankte bedden bedenk bedenkt bedien bediend bedoelde bedonderd
    bedriegen bedrieger bedriegt bedrukt beds bee beef beek beel beelen beer beest beet beets bef beffen beg
    begaan began begeerte begeleiden begging begins begint begon begrijpt begrip behaard behalen beheert
    beheren behoeft behoeften behoeftes behorend behoud bei beider beieren beilen bek bekeken beken bekende
    bekomen bekoren bela belang belangen belangrijke belazerd belden belet beleven belg belgen belicht
    belichten bell bella beller belly belo beloof beloofd bemand bemoeid bemoeit benader benaderde benadert
    bend bene beng benin benji bento benz bep bepalen bepaling ber berecht berechten bereid bereikt bereikten
    beren berg berge bergen berichtte berken bermen bern beroemd beroerde beroofde berooft berucht berust bes
    beschoten beslaan besneden bespaard besproken bessen bestaand bestaat besteed bestel besteld bestelen
    bestoken bestond bestuurd bet betekend beten betere beters beth beticht bette beuk beul beulen beurt bev
    bevallen bevalling bevat beveel bevel beven bewaar bewaard beweeg beweert bewegend beweren bewerkt bewezen
    bewogen bewoners bezien bezige bezit bezocht bezoekt bezorgde bezorgt bic bidden biden bidt biecht bied
    bieden bier biertje biet biggen bigger bijeen bijlen bijten bijv bijzondere bike bild billen billy bilt
    bim bind binden binnenkomt bint bird bis bist bit bite bits bitter black blad blader blanc blanke blast
    blazer bled bleef bleke bleken blend bleu bleven blije blijk blijken blijkt blik blikken blinde block
    bloedend bloedig bloedige bloeide bloeien bloeit bloemen blokker blokkeren blond blonde bloody blue bluf
    blur bng board boat bobby bocht bod bode boe boef boeien boeken boekt boel boer boet boeven bof bok bollen
    bolletjes bom bomber bommen bon bond bonen bong bonnen bons bont bood boog book books boord booth boots
    bop borden boren borgen born borrel borrelen borstel borsten boss boten bother bots botst botste botte
    botten bout bouwen bow boxen bpost bra braaf braak braam brad brake brakel bram bramen bran brandde
    brandpunt brands brandy breach bread breast bree breeding breek breiden breien brein bremen brengt brent
    breuken bridge brie bright brij brillen bring brits bro broad brock broden broeden broek broeken broers
    brokken brom brons bronx bronzen brook brooke broos bros brown bruist brut bryant bsn bso bubbel bug bui
    buick buien buigen built buinen buit buk bull bult bulten burden burg burger burn burt bush bussen bust
    butter buuren buurtje byron caf cafes cake cal cale calle calm cammen camp camping cancer cannon cao card
    cared carmen cars carson cast cell cellen cells cement central cents ceo cfo chant charm chart cheat chet
    childs chile chip cho chose cie cijfers cis ckv clever clive closed closer cnv coa coast coc cod code coen
    coke col cole coll collapse collegas college com coma comes comet computers con consument contant
    contracten contrast control controles controls coo cooking coole cop copa cor core corporate cos costa
    costs cot coupe couple courses cover cow cox cpo creatie crew cries criminele criminelen crises cruise csv
    cup curse cva cvs daad daag daalt daan daardoor daarom daarover dab dacht dachten daden daf dage dai dakar
    dal dalen dam damage dame damen dammen dampen dancer dani danken dankt danser dansje dante dapper dar dark
    darm darmen dart darts data date daten dato dawn deaf deal deb debat debut decent deck decker decreased
    dede dedication dee deel deens deep deer deerlijk dees def defeat deftig degenen dei dek deken dekken
    dekker dekt del deliver dell demand denen denkend denker denkje dennen dennis dent deo des dese det deuk
    deurne deurs dev deventer dex dez dezen dezer dga dia dice dichte dichter dick dief diegene dien dienen
    diens dienste dient dieper diepte dier dieren diet dieu diever dig dij dijk dikker dim din diner ding
    dingen dio dion dior dir dire directe direkt dirk dis disk dito diy doc dochters dodo doek doelen doelpunt
    doelt dog dok dokters dol dolder dolf dollen dom dome dommelen dommer don done doneert doneren dong donk
    donor donut doo doodde doodden doodgaat doods dooft dook doorgaan doorgegaan doorging doorn doors doos
    doosjes dop dope dopen doping dor dos doses dot dove doven dover dow dozen draad draagt draak drag drager
    dragon draken drank dranken drankje draven dre dried driel dries dringt drinker drive driven driver droeg
    droge drogen drongen dronken droomt drop dru drug druiven drukte drum drunk druppel duck dude due duel
    duet duff dug duiden duik duiken duiker duikers duikt duin duinen duivel duivels dunk dunkt duo dure durft
    durven dussen dust dusty duurder duw dwing dwingen dwingend dwingende ear east eating eats eben echte
    echten eco ect ede eden edge edit edo eed eef eeg eend eenzame eer eerder eerdere eerlijk eersten eet
    egels ego eigelijk eigenlijke eik eikels eindje eindpunt eine eis eiser ekeren elder electra electrische
    elektro elkaars elle ellen els ema email emails ems ende ending ends eng engels engie england engste
    enkelen ennis enorme ens enten enz eos epa era erben erdoor ere eren erf erfgename ergo erkend erkent erm
    ero erp ers erts erve essent esta eta eter ets etsen etten eur evan event eventuele ever every evt
    excellente exen exo explosies explosive faal faam faced faces facet facing failing faire falen fallon
    falls familia families fang far farce farm fast fat fathers fear feat feather february fed fee feed
    feeding feelings feels feest feesten feite fel felle felt fer fia fien fier fietst fight files fill
    filling films fin fina find finger fink finn finnen fins finse fiod fired fires firm fits fitting flag
    flanders flats flauwe fled fles flight flik flikken flikkers flikt flinke flippen float flodder floors
    floot flor flower flux flying fod fok fol fold folder folie fong fons foo foods fooi foot fora ford fors
    fort forum fraai freaking freaks fred friend friese frits froger fruit fte fuel full fun fur gaaf gaal
    gaar gaas gadget gaga gain gal gale galen galerie gall gamer gan gangen gans gap garbage garde garen gast
    gasten gather gave gaven gay gea geacht gear geb gebed gebeden gebeurd gebleken geblokkeerde geboord
    gebruiker gebruikt gebruikten ged gedaald gedachte gedachtes gedeeld gedegen gedicht gedichten gedode
    gedonder gedoneerd gedoofd gedreigd gedrongen gedrukte gee geeindigd geeist geek geens geer geert geesten
    gefeest geffen geflikt gegoten gegraven gehakt gehele geheten gehoor geil geinig geinteresseerde gekend
    gekken gekker geklikt geknipt gekort gekozen geks gekust gel geladen gelakt gelden gelder geldt gele
    geleefd geleerd geleid gelicht gelijk gelijke gelikt gelogen geloofd gelooft geloven gelukkige gem gemaaid
    gemaakte gemalen gemeenten gemeld gemerkt gemeten gemist genaaid geneest genen genie genieten genk genoten
    gent geo gepaard gepakt ger geraakt geraamd geraden gerald gerard gerecht gereden gerekend geremd gericht
    geroken gerst gert gerukt geschept geschokt geschoren geschoven geschreeuwd geslapen gesloten gesmaakt
    gesnapt gesport gespoten gestaakt gestaan gestart gestemd getale getallen geteld getest getikt gets
    gevaren geveld gevoed gevoeld gevolge gewaad gewaagd gewacht gewekt gewelddadige gewend gewenste gewest
    geweten gewezen gewicht gewild gewin gewonden gewone gewoond geworpen gezaaid gezant gezegend gezeten
    geziene gezin gezind gezoend gezogen gezonde gezorgd gezwegen giang giel gielen gier gift gig gilden
    gillend gilles ginder gingen ginger gio gis gissen given gives giving glass gld glee glippen gloed gloeien
    gloeiende gmail gob goden goeden goeder goedje goes goh going gok gokje gol gold gom gon goo goods gooiden
    goor goos gop gouden gouw gov graad graaft graan grade grades graf grand grant grappen grata grauw graven
    grazen green greep greet greta grid grief grillen grind grip gro groeien groeiend groeit groen groenten
    groepen groepje groepjes gronde groote groots grootte grot grotere grotten grou grounds group gsms gtst
    guest gulp gum gunn gunnen guns gunt gva gwen haai haaks haakt haan haard haas haat hadi hadj haelen haft
    hagen hak haken hakken halal hale hall halle hallen hals halt ham hamers hammer han handel handelen handen
    handje hands handy hanen hang hangend hanger hank hanks hans hansen hanteert happens har hara haram harder
    hardy hare harem haren hark harmen harp hars harten hartjes hat hate haten haven havens haver hawk heads
    heal hear heard hearing hearst hearts hebbe hecht hechte hechten hechting hed heden heef heels heelt heem
    heere heerst heerste hef heffen heft heftige heh heid heide heiden height heil heilig heim hein heist
    hekel hekken held helden helder helen heli hell hellas helle hellen heller helm helped helps hels hema
    hemd hemels hen hera herb herder heres herhaal herken herkende hers herstel hert hes hessen hete heten
    heviger hidden hiel hielen hielp hiep hierdoor hijsen hijzelf hik hilde hill hillen hin hinder hing hingen
    hint hints hire hirsi hitte hodge hoed hoede hoeden hoeder hoek hoeken hoekje hoer hoeren hoertje hoeve
    hof hoff hoger hogg hokjes holden holder hole hollen homer homes honda honderd honest hong honing honor
    hoo hood hoof hoofde hooft hooge hooi hoopt hoorde hoorn hop hopen horn horne horst host piepers houdend
    houder houding houses houten hove hoven hoy hpa hrm hsl hsm hsp hub huge hui huid huiselijke huist huizen
    hull hum hun hunger hunnen hup hut huys hype ian ibn ice ick ict idd ide idea idealen idk ido ieder
    iemands ien iep ier ieren iers iet ijlst ijs ike illegal imam iman ina inbraken inbreuken inc ind inde
    indo indringend indringende ine ineen info ing ingeslagen ingespoten ink inn innen ins inslaan instanties
    int intel intens inter interesses interne intro inv invallen invult iom ion ios iot ipa irritante isa isla
    ism iso isp itd ito itt itv iva ivan ivn ivoor jaag jaars jacht jade jae jag jail jam january jap jarige
    jassen jat jaya jean jeb jee jeep jeetje jef jegens jemen jen jens jer jet jets jeu jeuken jewel jezelf
    jicht jijzelf jill jin jip joe joel jolie jon jonge jongens jonger jongere joni jonker jood joop jop jorge
    journal juist julia julie julio july june junk juno juriste juul kaa kaag kaai kaal kaap kaart kaarten
    kaartje kaas kaat kabaal kabels kaboel kabul kader kaf kahn kain kaj kajak kak kaken kal kalk kalme kam
    kamers kammen kamp kampen kane kang kano kanoen kans kansen kanten kapen kapt karen kas kater kats katten
    kavel kde kee keek keen keep keerpunt keert kees keet kegel kegels keien keiharde keizer keken kel kelders
    keller kenden kent kept ker kerel keren kerken kern kernen kersen ketels keten ketting keukens keulen keur
    keuren keurige keuring keurt keuzes kever kevin khan kid kids kiel kier kiest kiezen kijk kijker kijkje
    kik kil kille kinda kinder kinderlijk kinds kippen kiss kissing kist kitten klaagde klaagt klaas klaasen
    klanten klara klare klaren klassen klaus kleef kleeft klei kleine klep kleren klikken klim klimmen klinkt
    klm klonk klopte kluis kmo knagen knap knee knielen knijp knip knippen knipt kno knoop knopen knot known
    knows knuppels kocht koe koeien koel koelen koen koepel kogels kok koker koko kokos koks kome komend
    kommen kommer komst konden kong konijn konijnen koning koningen kont koog kooi kooien kook koop koopt
    koord koos kopen kopie koppen koppie kor koran korf korst korte kos koste kot kouder kous kraam kracht
    krachten krachtig kraken kramer kranten krappe krijger krijgt krijt krim kring kringen kris kroon kruiden
    kruik kruisen kruizen krukken kuiken kuit kuiten kung kunne kunst kurt kussen kust kuur kwak kwartaal
    kwast kweek kwel kwetsen laad laadt laagste laan laar laars laaste laatst laatsten lab label lacht lachten
    lack ladder ladders laden laf lage lagen lager lago lak lake lakken lal lama lamb lame lan lander lane
    langen langere lap laren larger las laser lasse lasser laste lastige lasting lat lata late latere latin
    latten latter launch lauwe lay laying lea lead leader leading leaf leah lease least leaves leaving lech
    leden leder lee leed leek leen leer leert lees lef legde leger legit lego legs lei leiden leken lekke
    lekkers lem len lenen lening lent lenzen leo less lessen lesser let lets letten letting leugen leuker
    leuks leuven lev levend levendige levens levert lex ley lezer liam libie lichte lichten lid lie lied
    liefste lieg liegen liegt lieke liep liepen lies liet lieten lieven liga liggend lijden lijdt lijk lijken
    lijve liked liken likes liking likje likken likt lil lim lime lin linden ling link linke linkt linnen lint
    lire lis lisse listen lists lit lite liv lived liver lives locke locker loek loer lof loft log loge loggen
    lok lokken lomp lon londen lone longen lood loog looked looks loom loot lopend lose loses loss lossen
    losser losses lots louche loud louter loved loven lover loves loving lower lps lto luck luik luit luk luke
    lukte lus lustig luuk maa maagd maakte maal maalt maat maatschappelijke mabel mac mach machines macht mad
    mae maes maf magen mager magma mah mai maiden mailt main maja mak make makend making makker malen mali
    mall malle malone mals malt mamas mamma mams manage manager mand mandy manege manen mang manga mani manier
    mank mann manner manny mano manu mao map mappen mara mare marge mark markeert marken market mas mask
    massage massages mast mata mate math mato mats matt mau maw max may mba mea means meant meat med mede
    media mediation meditatie meditation meedoe meedoet meel meen meern meert mees meesten meet meg meiden
    meier meij mein meir meisjes mel meldpunt melle melt meme menen mengen menu mep mercy meren merk merken
    merkt mesa mess messe messed messing mest meta metalen meten meter mets metten metz meulen mia middel
    mieke mies mijl mijlen mijnen mik mike mil mild milder mill min mind minded mindere minderen mine minne
    minst minute minutes missed misser miste misten misty mits mja mma mnd mobile mochten mod mode moeders
    moeilijker moer moest moesten moeten mog mogelijke mollen moments monde mons monster monte moo mood moois
    mook moon moor moore moors moppie mora mores morgan mori mors morse mos most mot mothers mourik mouwen
    moves movie mozes msm msn mss mtv mulder munch munt mus mussen must muurtje muze myn naa naad naaien naakt
    naaste nabije nader nail nails nam namen names nan nao nap napa nar nasr nasser nato natuurlijke naw nay
    near nec neck ned neder neede neefje negeert negeren nel nele neo nerd nes nest nesten nette netter neu
    neuk neuken neukt neven newer ngo niche niek niels nier nietes nieto nights nij nijl nijs nik nike nils
    nimmer nina nis nme noa noach noc noden nodige nodigt noemen noemer nok nom none noodsituaties
    noodzakelijke noor noord nop nor noren norg norm nos nose note noting noud nox npo nuis num numbers nut
    nwo oase ober obs october ode oder odo oef oen oever ofc officer offs oger ohh ohm oil ola olde older ole
    oleg olien olijf olive ollie olsen oman omar omas omdat ome omen omg omgeven omroep omroepen omver ona
    onderdaan onderen ondergaan onderzoekt onduidelijke oneens ones ong ongekende ongevallen onjuiste
    onmiddelijk onmiddellijke ono onregelmatige ont onto ontslagen ontsnapte ontvang ontvanger ontvangst
    ontvingen ontvoering ontzetten onveilige onverslaanbaar onwil onzen oogpunt oogt ooh oomen ooms oord
    oorden oost oosten opas opdraaien opens opent operaties opgaven opgelegd opgemaakt opgericht opgevallen
    opleggen opnamen opp oprichten oprichter oprichters oprichting ops opslaan opstaat opstand opstap optellen
    opties options opvangen opzicht opzichte orden order ore oren organisaties oss ost others ouden ouder
    oudje our oval ovale ove ovens overal overheden overl overladen overledene overleed overleven overlijdens
    overloopt overreden overs overstaan overvol ovl owens own ozon paard paars paas pac pace pact pad paf pag
    paid paint pairs pakje pakket pakte pakten pal pale palin pam panama pand panden papas paper papers papi
    pappa paps papua paraat parent parijs paris parken parker parkeren parking parks parten particuliere
    partners parts pass passe passen passend passes pasta paste pat pate pater patient pau paus pauw pax pays
    paz pda peak pearson peer peg peil peiling pek pel pellen pen pending pep pepe perron persen persona
    persons persoons pest pesten petty peuk pff pga phil pia pie piet pieter pig pijl pijnstiller pik pike
    pikken pile pill pilletje pilots pils pin pindas pino pint pinto pip piper pipes piraat pirate piraten
    pisa pissed pist pistol pit pitten pla plaat plaatje plaatjes plaats plaatse plaatsje plaatste plafonds
    plagen plain plak plakken plakt plan planet planeten plannen plans plants plast plate platen plato platt
    play plays pleased pleeg pleit plekke plicht plot plotse pluis plukken pluspunt poco poeder poels poen
    poept poesje poet pogen points pol polder pole polen poli policy polish politiek pollen polls pom pon pont
    pools poor poos poot pop pops port porte portie portier porties pos positie posse posten posts pot poten
    potje poulsen pour poverty powers pps praag praet prak prat pratend prefect preken pretje price prime
    primo prins prisma prison prisoner prius proces prone proof protein prove proved proven proves pruik
    pruiken psa psp pta puike pulls puls punk puntje pup puurs pwc qin quiche quiet quit quitte quote raadt
    raaf raakte raars race racer rachel racket rad radar raden raf rag rain rak rake raken raket ral rally ram
    rama ramp rampen rand randje rangen ranger rank rap rape rapid rappen rapper rara ras rassen rate rates
    rather rating razen razende reactief reacties read reageer rear reasons rec recent recht rechte rechten
    rechter rechts redactie redde redder rede redelijke ree reed reet ref reg regeert regel regelen regeling
    regels regelt regen regenen regeren reiger reiken reikt reikte reilly rein reist rek reken rekent rekken
    rekt relaas rellen remmen remote removed remt ren renden rennen rens rente rep repen res restaurants
    resten ret reuk reus reuzen rex ria ribbon richt rid rie riep riepen riet rig rights rijdt rijen rijken
    rijn rijst rik ringen rise rit rita ritz road roan rob robbe robben robots rod rode roden roe roel roem
    roer roeren roert rog roger rok roll rollen rolletje rom roma ron ronde ronden rondje roo roode rooien
    rookte room roos roosje root rop rope rots rotsen round route routes roven rover rozet rtl rts rtv rub rui
    ruil ruilt ruim ruimen ruimt ruimte ruiter rukken rukt rukte runnen rus russen rusty rutte ruw ruzies
    saaie saar sacred sake sal salam sales same san sand sander sankt sant sao sap sappen sar sas sat sata
    satan scan scant scare scepsis schaap schaik schaken schande schap schappen schatting scheel scheen scheer
    scheert scheet scheme scheppen schept scheren scherm scherpe scheten scheut scheuten schie schiep schier
    schijf schijten schijven schikken schild schoen schoft schoften scholen scholing scholte scholten schond
    schone schoner schonk schools schoon schoot schop schopte schors schort schorten schots schotten schouders
    schout schouten schram schreef schrijft schrijver schrikt schril schrokken schudde schuren schut schuurt
    sco scored scoren sde season seat see seed seeds seek seen seinen sel self sell seller selling send sends
    seo ser serge series serve serves services servie servier serviers seth setting sex sexting shared sharks
    sheer sheet ship shipping shirt shit sho shoppen shorts shot showed sien sieren sight sik silk sin singer
    sins sint sire sis sister sit sitting ska skill slaaf slaags slaagt slaapkamers slacht slachten slag
    slagen slak slakken slam slang slapend slaven sleep slepen slijk slikte slim sloan slok slokje sloopt
    sloot slopen sluipen sluipt sluis sma smaakt smaken small smalle smaller smartphones smeekt smeer smeken
    smelten smerige smet smijt smokey smoren smullen snaar snack snake snappen snapt sneak snede sneed sneek
    snelle snellen sneller sneu sniper snor snot snow sns soa sober soc social soda soe soep soepel sok sol
    som someones sommer son song soo soon soorten sop sore sort sosa sous sox soy spa spaan spaans spain spar
    spare sparen spark sparren spears specht speeds speelt spellen spelling spending spent spieken spijt spil
    spinning spit sporen sport sporten spot spraak sprake spraken sprang sprekend spreker spreuken springer
    sprint sprinten sprong sprongen spruit spui spuien spuiten spuugt spuwen staaf staakt staand staar staarde
    staart staats stad staf stak stake staken staking stal stalen stallen stam stammen stamp stampen stan
    standpunt stands stang stans stapt stapte stapten star staren staring stark starring stars starten
    starting starts stat staten stay ste steak steam steden steele stef stegen stein stek stelden stelen
    stelling stelt stemt step stepped steppen ster sterk sterke sterken sterker sterkste stern sterre sterren
    stervend steunen steunt steur steven stick stierf stierven stijl stilstaand stink stinkend stip stipt
    stock stoer stoffen stofje stoke stoken stokjes stokken stole stolen stolp stom stomen stomp stompe
    stompen stond stonk stood stoort stoot store stored storend stores stork stormen stormt story stoute
    straal straalt straft strand streak streek streken strekken strekking strekt streven strijden strike
    strikt strips stroken strooit strook stroop strop strot stuart stuit stuiten stuitte stuiver stukje
    stukken stuks stupid stuwen success suck sucre sud suikers suit suite suits summer sup superb surf sus
    sussen suus suv sven swart swat sweet swept sword system taak table tables tachtig tags tai takel taken
    takes taking takje takken taks tal tale talking talks tall tan tand tang tanger tank tanks tantes tao
    tappen taps task tassen tate tax tbv tea teams tec ted tee teef teek teens teer tek tekening tekeningen
    tekens tekent tekken tekst televisies tell teller tem temeer tend tenen teniet tennis tent teo tepels tere
    terechte teren termen terra testen testing tests teugen teven tex tgv tha thais than thans thats thea
    theater thee them theo theres theyd theyre thijs thin thinks tho thou thought thread threw throat through
    thus tie tied tiener tier tieten tij tijde tijdelijke tijden tijds tijger tijn tijs tik tikken tikte til
    till tilt times tin tina tinder ting tinnen tinten tio tire tires tis titel titels tits tje tlc tls tno
    todays toekomt toer toeren toetsen tog togo tok toko tol tolk tom tomb ton tonen tonge tons tony toog tool
    toom toon toos toppen topper toppunt tor torch toren toro tos toto touch touche tough tour tov tover town
    toy tra traag traden trail train trainen tram trapte tre treat treating treats tred tree trekker tri trial
    tried trio trip troepen trokken trol trollen trom trombone trouw trouwen truck trying tso tui turf turner
    turning tut tvs tweet tweeten uden udo ugent uitdrogen uitdroging uiten uitg uitleg uitmuntende uitsteken
    uitten und under unit uno unto upc urge urn user uses uss uurtjes uwe uwv uzelf vaag vaar vaardig vaat
    vacht vaders vae vak vakanties vaker vakken valk valken vallei vallend valley valse value valve vandaan
    vandaar vanden vander vane vang vangen vans vargas vary vas vaste vastzat vaten veder vee veels veen veer
    veerkracht vega vegas veil veilen veiling veld velden vele velen vellen velt ven venen vera veraf verander
    veranderde verandert verbaal verbanden verbinden verboden verbond verborgen verbrandde verbrandden
    verbrandt verdachte verde verdeeld verdelen verdeling verdienen verdiep verdringen verdronken verdwaalde
    verdween vereerd vereerde vereist veren vergen vergeven vergif verging vergis vergist vergt verhagen
    verhard verhogen verhoord verhoren verhuurd verkade verkend verkent verkiest verkiezen verkleed verkoopt
    verlaag verlaagt verlagen verlammen verlangd verlangde verlangens verleerd verlegen verleiden verlenen
    verlengen verlengt verlicht verliefd verliefde verliepen verliet verlieten verliezer verloofd verloop
    verloot verlopen vermeer vermeld vermiste vermits vernieuwde verongelukte verplichte verplichting verras
    verre versierd versies verslaan verste verstikt verstoren vert vertalen vertaler vertaling verte verteerd
    vertrekken vertrouwd veruit verval vervallen vervang vervanger vervangt vervoerd vervoeren verwacht verwar
    verwarde verwarmd verwarring verwart verweer verwend verweten verwoest verwoord verwoordde verwoorden
    verwoordt verzamel verzamelde verzamelt verzocht verzoekt verzonnen verzorgde verzorgt vest vesten vete
    veter veto vetter vezel vid vie viert view views vijlen vijver vijzel vil vilt vin vinder vindt vine ving
    vingen vingers vink vinken vinnen violen violet visie vissen vive vla vlaag vlag vlagen vlak vlakke
    vlakten vlaktes vlaming vlammende vlecht vlechten vlo vloed vloeiend vloeit vlog vloot vlucht vluchten vno
    vochten voed voeden voedt voeg voegt voelde voelden voer voeren voert vof volg volgen volgers volk volken
    volker volle voller volley volt voltooide von vond vonden voo voorbije voorheen voorkeur voorlopige voorn
    voorruit voort voortduren voortdurende voortreffelijke voorts vorden vorken vorm vormige vorst vote vouw
    vrede vreemden vreemds vrees vreesde vreet vreselijks vries vrije vroege vroegen vroegere vrolijke vrouwe
    vrouwen vrt vso vuile vul vullen vuren vurige vuurwapens waakt waal waan waant waarde waardige waardoor
    waarna waarop waarschijnlijke waarschuwt waart waas wachtend wachter wachtten wad wagens wait wal walen
    wales walk walked walking wallen walls wals walt walter wan wanen wang wangen wants ward ware warmen
    warmer warmte warp wars wash wasmachines wasnt wast waters watt wax way ways wazige wcs weak weapons wear
    web weber wed wedden wee weed weeg weegt weeks weel weent weerd weert weetjes wegen weglopen wei weiden
    weiger weight weinige weir weird wekken wekker wells welt wen wenden wending wenen wennen wenst went
    werden werdt werelds werf werft werkgevers werkte werkten werpen werven wes west wester western weston wet
    wetend wetens wetten wever wezens whats wheel where whip whole whose wia wide wieg wiel wielen wien wiens
    wier wierd wies wiet wig wii wijd wijf wijk wijken wijlen wijn wijst wijzelf wild wilden wilder wilg
    wilgen wille willem willens willing willy wils wim win wind winden windows winds wine winkels winnen
    winner wins wint winters wip wipe wippen wir wire wise wissel wisselen wist wisten wit witten wiz wnt
    wodka woe woedt woerden woke wolden women won wonde wonden wonder wondere wonderen wondering wonders wong
    wonnen woo wood wooden woog woorden wor worde words wore works world wormen worst woud woude wouden
    wouldnt wound wout wouter wouw wraak wrang wrapped wright wringen writing wta wtc xander yang yard yasser
    yen yet yin ying yong yoo youd youre youri zaaien zaal zaan zac zacht zachter zack zag zake zaken zakken
    zakmes zalf zalm zang zanger zap zaten zater zee zeef zeerste zegels zegen zei zeiden zeik zekere zelden
    zelfs zend zender zending zere zet zetten zeuren zeurt zeus zever zhou zieke ziel zielen zig zijden zijl
    zijne zijnen zijt zijzelf zine zing zingen zinken zint zion zittend zitting zoal zochten zoe zoeker zoen
    zoet zomers zon zonde zonden zone zongen zonnen zoo zoog zoom zoons zorgden zot zout zover zowaar zuigen
    zuil zulke zullen zure zuren zussen zusters zuur zwaait zwaard zwakker zwakte zwam zwarten zwarts zweed
    zweef zweeft zweeg zweer zweert zweten zwijn zyn

    les breng luis gebakken opgeslagen belast schuilt pijlen randen bekleed citroen schuift opvallen weren baart
    echtscheiding strikte aangeraden diemen schijt bootje benut rolt strik opgegaan belasten ongeslagen strikken
    jurgen opgerold dreven uitgeleend dieten geklopt afhaken gekaapt moes kreek doormaken gevlochten vijgen
    braden brander leuze schuit ruilde tilde vechtsport vergiet meis riolen diepen spade doorslaan bebouwd bivak
    lize ween epileren snelt sterkt gekweld vaal tuur schoven bloes insluiten ambulant blootleggen gestrikt
    reling mallen tollen bernd broedt uitstaande rooi ingeval fiere logge adema gewelf soos woelen bloos boktor
    stekken mossen stumper bluft schonen slooten aangetreden geshopt hechtte strofe bedrieg drinkende guur
    berooid rijgen aniek gevallenen neefs schonken lonken fuik gewed krabbelt verwarm hermen sollen brul
    gerbrand gelaagd gezellen beklaagd baant lisa bloeme bloem tillen steet logeert logeren vollek brengen brei
    geklopte branie krant
"""
