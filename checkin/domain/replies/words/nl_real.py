"""Common words, Dutch and some English, that are one letter away from a word of the tables and no slip of it.

Without them “het is een goede grap” would be mended into something else. A new word in the tables may need new ones
here: look at the common words of the language that the vocabulary would mend.
"""

from __future__ import annotations

REAL = """
    aaa aal aandelen aang aanraden aanrader aansluitend aant aantal aanvalt aanwezige aap aapjes aar aard
    aardige aart aarts aas abd abe abou accent acres acv adam adams address ade aden ader aderen aders adil
    adler administratief ado adrie adrien aeg aerts aex afb afc afd afijn afl afm afp afrit afweer age aging
    agree agro agt ain ais aken akker akte akten ala alan aleen alf alg ali aliens alike aline alis alive alken
    alla allan allee alleeen aller allergisch alley allez allies ally alm alma alo aloe alom along alpe alpen
    alpes also alt alv amar ambulante amen amer amg amp ampere amr ams amy ana anderen andre ange anger anke ann
    anna annen ans answers ant antwoordt apa apen apos apples aps apt aram arent ares arie aris arjen ark arme
    armin arms army ars art artis asa asn asp assen asser ast ate aten ath atm atomen attached attacks attend
    atv aus aut autos auw ave avery awake award aware aws azie azijn baak baal baalt baan baar baat bach baden
    badkamers bae bag bagger bah bak baken bakken bakker bal bali balkan balken balkons ball ballen balletjes
    ballon ban band banden banen bange banger banken bankje banks bannen bar barak barend barn baron bart barth
    bas bast bats bax bdo bea bean bearing bears beast beat beaten beau bedacht bedankte bedden bedenk bedenkt
    bedien bediend bedoelde bedonderd bedriegen bedrieger bedriegt beds bee beel beelen beer beest beet beets
    bef beg begaan began begeert begging begins begint begon begrijpt begrip behaard behalen behoeft behoeften
    behoeftes behoud bei beider beilen bek bekeken beken bela belang belangen belazerd belden beleeft belet
    beleven belg belgen belicht belichten bell bella beller belly belo beloof beloofd bemand bemoeid bemoeit
    bend bene beng benin benji bento benz bep bepalen bepaling ber berecht berechten bereid bereikt bereikten
    beren berge bergen berichtte berken bern beroemd beroerde beroofde berooft berucht bes beschoten beslaan
    besneden bessen bestaand bestaat bestel bestelen bestoken bestond bet betekend beten betere beters beth
    beticht bette beuk beuken beul beulen beurt bev bevallen bevalling beveel bevel bewaar bewaard beweeg
    beweert bewegend beweren bewerkt bewezen bewogen bezien bezit bezocht bezoekt bezorgde bezorgt bid bidden
    biden biecht bied bieden bier biertje biet biggen bigger bijeen bijl bijlen bijten bijv bijzondere bike
    billen billy bilt bim bind binden bing binnenkomt bint bis bist bit bite bits bitter black blad blanc blanke
    blast blazer bled bleef bleken blend bleu bleven blij blije blijf blijken blijkt blik blikken blinde block
    bloedend bloedig bloedige bloeide bloeien bloeit bloemen blokker blokkeren blond blonde bloody bloot blue
    bluf blur bng boat bocht bod bode bodem boe boef boeien boeken boel boer bof bollen bolletjes bom bomber
    bommen bon bond bonen bong bonnen bons bont bood boog book boor boord booth bop bord borden boren borgen
    born borrelen borstel borsten boten bother bots botst botste botte botten bout bouwen bow boxen bpost bra
    braaf braak braam brad brake brakel bram bramen bran brands brandy breach bread breast bree breeding breek
    breiden breien bremen brengt brent breuken bridge bright brij brillen bring brits broad broden broeden broek
    broeken broers brok brokken brom brons bronx bronzen brook brooke broos bros brown bruist brut bryant bsn
    bubbel bug buien buigen built buinen buit bull bult bulten burden burg burger burn burt bush bussen bust
    butter buuren buurtje byron caf cafe cake cal calle calm cammen camp camping cancer cannon cao card cared
    carmen cars carson cast cell cellen cells cement cent ceo cfo chant charm chart cheat chet childs chile chip
    cho chose cie cijfers cis ckv clever clive closed closer cnv coa coast coc cod code coen coke col cole coll
    collapse collegas college com coma comes comet computers con contacts contant contracten contrast control
    controles controls coo cooking coole cop copa cor core corporate cos costa costs cot coupe couple courses
    cover cow cox cpo creatie creeer creeerde creeert crew cries criminele criminelen crises cruise csv cup
    curse cva cvs daad daalt daan daardoor daarom daarover dacht dachten daden daf dage dai dakar dal dalen dam
    damage dame dammen dampen dancer dani danken dankt danser dansje dante dapper dar dark darm darmen dart
    darts data date daten dato dawn deaf deal deb debat debut decent deck decker decreased dede dedication dee
    deel deer deerlijk dees def defeat degenen dei dek deken dekken dekker dekt del deliver dell demand denen
    denkend denker denkje dennen dennis dent deo des dese det deurne deurs dev deventer dex dez dezen dezer dga
    dia dice dichter dick dief diegene dien dienen diens dient diep dier dieren diet dieu diever dig dikker din
    diner ding dingen dio dion dir dire directe direkt dis dito diy doc dochters dodd dodo doek doelen doelt dog
    dok dokters dol dolder dollen dom dome dommelen dommer don done doneert doneren dong donk donker donkere
    donut doo doodde doodden doodgaat doods doodt doof dook doom doorgaan doorgegaan doorging doorn doors doos
    doosjes dop dope dopen doping dor dos dot dove doven dover dow dozen draagt draak drager draken drank
    dranken drankje dre dried driel dries drinker drive driven driver droeg droge drongen dronken drop drug
    druiven drukt drunk druppel duck dude due duel duet duff dug duiden duik duiken duiker duikers duikt duinen
    duivel duivels dunk dunkt duo dure durft durven dussen dust dusty duurder duw dwingen dwingend dwingende ear
    east eating eats eben echte echten eco ect ede eden edge edit edo eed eef eeg eem eend eenzame eer eerder
    eerdere eerlijk eet egels ego eieren eigelijk eigenlijke eik eindje eine eis eiser elder electra electrische
    elektro elk elkaars elle ellen els ema email emails ems ende ending ends eng engie enkele enkels ennis
    enorme ens enten enz eos epa era erben erdoor ere eren erf erfgename ergens ergs erm ero erp ers erts erve
    essent eta eter ets etsen etten eur evan eve event eventuele ever every excellente exen exo explosief
    explosies explosive faal faam face facing failing faire falen fallon falls familia families fang far farm
    fast fat fathers fear feat feather february fed feed feeding feelings feels feesten feite fel felle fer fia
    fien fier fietst fight files fill filling fin fina find finger fink finn finnen fins finse fiod fired fires
    firm fits fitting flag flats flauwe fled fles flight flik flikken flikkers flikt flippen float floors floot
    flor flower flux flying fod fok fol fold folder fong fons font foo foods fooi foot fora ford fors fort forum
    freaking freaks fred friend friese frits froger front fruit fte fuel full fun fur gaaf gaal gaar gaas gadget
    gaf gaga gain gal galerie gall gan gans gap garde garen gast gasten gather gave gaven gay gea geacht gear
    geb gebed gebeden gebeten gebeurd geblokkeerde geboord gebreken gebruiker gebruikt gebruikten ged gedachte
    gedegen gedicht gedonder gedoneerd gedreigd gedrongen gee geeft geeindigd geek geel geens geer geesten
    gefeest geflikt gegeven gegoten gegraven gehakt gehele geheten gehoor geinig geinteresseerde gekaapt gekapt
    gekken gekker geklikt geknipt gekozen geks gel geladen gelakt gelden gelder geldt gele geleerd geleid
    gelicht gelijke gelikt gelogen geloofd gelooft geloven gelukkige gem gemaakte gemalen gemeenten gemeld
    gemerkt gemeten gemist geneest genen genk genoten gent geo gepakt ger geraakt geraamd geraden gerald gerard
    gerecht gereden gerekend geremd gericht geroken geroofd gert geschept geschokt geschoren geschoven geslapen
    gesloten gesmaakt gesnapt gesport gespoten gest gestaakt gestaan gestart getale getallen geteld getikt gets
    gevaren geveld gevoel gevolge gewacht gewekt gewelddadige gewend gewenste gewest geweten gewezen gewicht
    gewild gewin gewonden gewone gewoond geworpen gezant gezegend gezeten geziene gezin gezind gezoend gezogen
    gezonde gezorgd gezwegen giang giel gielen gier gift gig gilden gillend gilles ginder gingen ginger gio gis
    gissen given gives giving glass gld glee glippen gloed gmail gob goden goeden goeder goedje goes goh going
    gok gol gold gom gon goo goods gooiden goor goos gop gouden gouw gov graad graaft graan grade grades graf
    grand grant grappen grata grauw graven grazen green greep greet greta grid grillen grind grip gro groeien
    groeit groen groenten groepen groepje groepjes gronde groot grot grote grotere grotten grou grounds group
    gsms gtst gulp gum gunn gunnen guns gunt gva gwen haai haak haakt haan haas haat hadi hadj haft hak hakken
    halal hall halle hals halt ham han handelen handen handje hands handy hang hanger hank hanks hans happens
    har hara haram harder hare harem haren hark harmen harp harten hat hate haten haven havens haver head heal
    hear heard hearing hearst hearts heat hebbe hecht hechte hechten hechting hed hedel heden heef heels heelt
    heem heere hef heffen heft heh heid heide heiden height heil heilig heim hein heist hekel hekken held helden
    helder helen heli hell hellas helle hellen heller helm helped helps hels hema hemd hemels hen hera herb
    herder heres herhaal herken hers herstel hert hes hessen hete heten hidden hiel hielen hielp hiep hierdoor
    hijs hijzelf hik hilde hill hillen hin hinder hinderen hing hint hints hire hirsi his hitte hodge hoed hoede
    hoeden hoeder hoer hoeren hoertje hof hoff hoger hogg holden holder hole hollen homer homes honda honderd
    honest hong honing honor hoo hood hoof hoofde hooft hooge hoopt hoorde hoorn hop hopen horn horne horst host
    houdend houder houding houdt houses hout houten hove hoy hpa hrm hsl hsm hsp hub huge hui huid huiselijke
    huist huizen hull hulpje hum hun hunger hunnen hup hut huys hype ian ibn ice ick ict idd ide idea idk ido
    ieder iemands ien ier iers iet iii ijlst ijs ike imam iman ina inbraken inbreuken inc ind inde indo
    indringend indringende ine ineen info ing ingeslagen ingespoten ink inn innen ins instanties int intens
    inter interesses interne intro inv invallen iom ion ios iot ipa iphone irritante isa isla ism iso isp itd
    ito itt itv iva ivan ivn ivoor jaaa jacht jachten jade jae jag jail jam january jap jarige jassen jat jaya
    jean jeb jee jeep jeetje jef jemen jen jens jer jes jet jets jeu jeuken jewel jezelf jicht jijzelf jill jin
    jip joe joel jon jonge jonger jongere joni jonker jood joop jop jorge journal juist julia julie julio july
    june junk juno juriste juul kaa kaag kaai kaal kaap kaart kaartje kaas kaf kahn kain kaj kajak kak kaken kal
    kalk kalme kam kamers kammen kamp kampen kane kang kannen kano kans kanten kapen kapt karen kater katten kde
    kee keek keel keen keert kees kegels keien keizer keken kelders keller kennen kent kept ker kerel keren
    kerken kern kernen keten ketting keukens keulen keur keuren keurige keuring keurt keuzes kever kevin khan
    kid kids kier kiest kiezen kijk kijker kijkje kijkt kik kil kille kinda kinder kinderlijk kinds kippen kiss
    kissing kist kitten klaagt klaart klan klant klanten klapt klara klaren klaus kleef kleeft klei kleine klep
    kleren klikken klim klimmen klinkt klm klonk klop kloppen klopte kluis kmo knagen knap knee knijp knip
    knippen knipt kno knoop knopen knot known knows kocht koe koeien koel koelen koen koepel kogels kok koker
    koko kokos koks kome komend kommen kommer komst konden kong konijn konijnen koning kont koog kooi kooien
    kook koop koopt koord koos kopen kopie koppen koppie kor koran korf korst korte kos koste kot kouder kous
    kraam kracht krachten krachtig kraken kramer krant kranten krappe krijger krijgt krijt krim kring kringen
    kris kroon kruiden kruik kuiken kuit kuiten kung kunne kunst kurt kussen kust kwak kwartaal kwetsen laad
    laadt laan laar lab label lacht lachten lack laden laf lage lagen lager lago lak lake lakken lal lama lamb
    lame lan lander lane langen langere lap larger las laser lasse lasser laste lastige lasting lat lata late
    latere latter launch lauw lauwe lay laying lea lead leader leading leaf leah lease least leaves leaving lech
    lee leed leek leen leer leert lees lef lege leger legit lego legs lei leiden leken lekke lekkers lelijk lem
    len lenen lening lent lenzen leo less lessen lesser let lets letten letters letting leugen leuker leuks
    leuven lev levend levendige levens levert lex ley lezer liam libie lichte lichten lid lie lied liefste lieg
    liegen liegt lieke liepen lies liet lieten lieven liga liggend lijden lijdt lijk lijken lijve liked liken
    likes liking likje likken likt lil lim lime lin linden ling link linke linkt linnen lire lis lisse listen
    lists lit lite liv lived liver lives locke locker loek loer lof loft log loge loggen lok lokken lomp lon
    londen lone longen lood loog looked looks loom loot lopend lose loses loss lossen losser losses lots louche
    loud louter loved loven lover loves loving lower lps lto luck luik luit luk luke lukte lus lussen lust
    lustig luuk maa maag maakte maal maalt maat maatschappelijke mac mach machines macht machten mad mae maes
    maf magen mager magma mah mai maiden mailt main maja mak make makend making makker malen mali mall malle
    malone mals malt mamas mamma mams manage manager mand mandy manege manen mang manga mani manier mank mann
    manner manny mano manu mao map mappen mara mare marge mark marken market mart mas mask massage massages mata
    mate math mato mats matt mau maw max may mba mea means meant meat med mede mediation meditatie meditation
    meedoe meedoet meel meen meern meert mees meesten meet meg meiden meier meij mein meir mel melle melt meme
    menen mengen menu mep mercy meren merk merken merkt mesa mess messe messed messing mest meta metalen meten
    meter mets metten metz mia middel mieke mies mijl mijlen mijnen mik mike mil mild milder mill min mind
    minded mindere minderen mine minne minst minute minutes missed misser miste misten misty mits mja mma mnd
    mobile mochten mod mode moeders moeilijker moer moest moesten moeten mog mogelijke mollen moments monde mons
    monster monte moo mood moois mook moon moor moore moors moppie mora mores morgan mori mors morse mos most
    mot mothers mourik mouwen moves movie mozes msm msn mtv mulder munt mus mussen must muurtje muze myn naa
    naad naaien naakt naaste nabije nachten nachts nader nail nails nam namen names nan nao nap napa nar nasr
    nasser natuurlijke naw near neat nec neck ned neder neede neefje negeren nel nele neo nerd nes nest nesten
    nette netter neu neuk neuken neven newer ngo niche niek niels nier nietes nieto nieuws nights nij nijs nik
    nike nils nimmer nina nis nme noa noach noc noden nodige nodigt noemen noemer nok nom none noodsituaties
    noodzakelijke noor noord nop nor noren norm nos nose note noting noud nox npo nuis num numbers nut nwo oase
    ober obs october ode oder odo oef oen oever ofc officer offs ogen oger ohm oil oja ola older oleg olive
    ollie oman omar omas omdat ome omen omg omroep omroepen omver ona onderdaan onderen ondergaan onderzoekt
    onduidelijke oneens ones ong ongevallen onjuiste onmiddelijk onmiddellijke ono onregelmatige ont onto
    ontslagen ontsnapte ontvang ontvanger ontvangst ontvingen ontzetten onveilige onverslaanbaar onwil onzen
    oogt ooh oomen ooms oord oorden oost oosten opas opens opent operaties opgelegd opgemaakt opgericht
    opgevallen opleggen opluchting opnamen opp oprichten oprichter oprichters oprichting ops opslaan opstaat
    opstand opstap optellen opties options opvangen opzicht opzichte orden order ore oren organisaties oss ost
    others ouden ouder oudje our oval ove ovens overal overheden overl overladen overledene overleed overleven
    overlijdens overloopt overreden overs overstromen overvol ovl owens own ozon paard paars paas pac pace paf
    pag paid paint pairs pakje pakket pakte pakten pal pale palin pam panama pand pannen papas paper papers papi
    pappa paps papua paraat parent parijs paris parken parker parkeren parking parks parten partners parts pass
    passe passen passend passes pasta paste pat pate pater patient pau paus pax pays paz pda peak pearson peer
    peg peil peiling pek pel pellen pen pending pep pepe perron persen persona persons persoons pest pesten
    petty peuk pff pga phil pia pie piep piet pieter pig pijl pijnstiller pik pike pikken pile pill pilletje
    pils pin pino pint pinto pip piper pipes piraat pirate piraten pis pisa pissed pissen pist pistol pit pitten
    pla plaag plaat plaatje plaatjes plaats plaatse plaatsje plafonds plagen plain plakken plakt plan planet
    planeten plannen plans plants plast plat platen plays pleased pleit plek plekken plicht plint plotselinge
    pluis plukken poeder poels poen poept poesje poet points pol polder pole poli policy polish politiek pollen
    polls pom pon pont pools poor poos poot pop pope pops port porte portie portier porties pos positie posse
    posten posts pot poten potje poverty powers pps praag praet prak prat pratend pratt prefect pretje prijzen
    prime primo prins prisma prison prisoner prius proces prone proof protein prove proved proven proves pruik
    pruiken psa psp pta puike pulls puls punk puntje pup pwc qin quiche quiet quit quitte quote raad raaf raakte
    raars rachel rad radar raden raf rain rak rake raken ral rally ram rama ramp rampen rand ranger rank rap
    rape rapid rappen rapper rara rassen rate rates rather rating reactief reacties read reageer rear reasons
    rec recent recht rechte rechten rechter rechts redactie redde redder rede redelijke ree reed reet ref reg
    regeert regel regelen regeling regels regelt regen regenen regeren reiger reiken reikt reikte reilly rein
    reist rek reken rekent rekken relaas rellen remmen remote removed ren renden rente rep repen res restaurants
    resten ret reuk reus reuzen rex ria ribbon richt rid rie riep riepen riet rig rights rijdt rijen rijken rijn
    rijst rik ringen rise rit rita ritz roan rob robbe robben robots rode roden roe roel roem roer roeren roert
    rog roger rok roll rollen rolletje rom roma ron ronde ronden rondje roo rood rooien rookte room roosje root
    rop rope rots rotsen round route roven rover rozet rtl rts rtv rub rui ruil ruilt ruim ruimen ruimt ruimte
    ruiter rukken rukt rukte runnen russen rusty ruw saaie saar sacred sake sal salam sales same sams san sand
    sander sankt sant sap sappen sar sas sat satan scan scant scare scepsis schaap schaik schande schap schappen
    schatting scheel scheen scheer scheert scheet scheme scheppen schept scheren scherm scherpe scheten scheut
    scheuten schie schiep schier schijf schijten schijven schild schoen schoft schoften schol scholen scholten
    schonk schoot schop schopte schort schorten schots schotten schouders schout schouten schram schreef
    schrijft schrijver schrikt schril schudden schuren schut schuurt sco scored scoren sde season seat seed
    seeds seek seen seinen sel self sell seller selling send ser serge serve setting sex sexting shared sharks
    sheer sheet ship shipping shirt shit shoppen shorts shot showed sien sight sik silk sims sin singer sint
    sire sis sister sit sitting ska skill slaaf slaags slaagt slaapkamers slacht slachten slag slagen slak
    slakken slam slang slaven sleep slepen slept slijk slikt slikte slim slippen sloan slok slokje sloopt sloot
    slopen sluipen sluipt sluis sma smaakt smaken small smalle smaller smeekt smeer smeken smelten smerige smet
    smijt smokey smullen snaar snack snake snappen snapt sneak sneed snelle snellen sneller sniper snot snow sns
    soa sober social soda soe soep soepel som someones sommer soms son song sons soo soon soorten sop sore sort
    sosa sous sox spa spaan spain spark specht speeds speelt spellen spelling spending spent spil spit sporen
    sport sporten spot spraak sprake spraken sprang spreker springer sprint sprinten sprong sprongen spruit spui
    spuiten spuugt staaf staakt staand staar staart staats stad stak stake staken staking stal stalen stallen
    stalling stam stammen stamp stampen stan stands stang stans stapt stapte stapten star staren staring
    starring stars starten starting starts stat ste steak steam steden steel steelt steen stef stegen stek
    stelden stelen stelling stelt stemt step stepped steppen ster sterk sterke sterken sterkste sterre sterren
    stervend steunen steunt steur steven stick stierf stierven stijl stilstaand stink stinkend stip stippen
    stipt stock stoer stoet stoffen stofje stok stoke stoken stokjes stokken stole stolen stolp stomen stomp
    stompe stompen stond stonk stood stoom stoort stoot store stores stormen stormt story stoten stoute straal
    straalt straft strakke strand streek strekken strekking strekt streven strijden strike strikt strips stroken
    strooit strook stroop strop strot stuart stuit stuiten stuitte stuiver stukje stukken stuks stupid stuwen
    success suck sucre suikers suit suite suits summer sup superb surf sus sussen suus sven swart swat sweet
    swept sword system taak table tachtig tai takel taken takes taking takje takken taks tal tale talking talks
    tall tan tand tang tanger tank tanks tantes tao tappen tas tassen tate tbv tea teams tec ted tee teek teen
    tehuis tek tekening tekeningen tekens tekent tekken tekst telen tell tellen tem temeer tend tenen tennis
    tent teo tepels tere terra testen testing tests teugen teven tex tgv tha thais than thans thats thea theater
    thee them theo theres theyd theyre thijs thinks tho thou thought thread threw throat through thus tie tied
    tiener tier tieten tight tijde tijdelijke tijden tijn tik tikken tikte til till tilt times tin tina tinder
    ting tinnen tio tippen tire tires tis tits tje tlc tls tno todays toekomt toer toeren toetsen tof tog togo
    tok toko tol tolk tom tomb ton tonen tong tons toog tool toom toon toos toppen tor torch toren toro tos toto
    touch touche tough tour touw tov tover town toy tra traag traden trail train trainen tram trapte tre treat
    treating treats tred tree trekker tri trial tried trio trip troepen trokken trol trollen trom trouw trouwen
    truck trying tso turf turner turning tut tvs tweed tweet tweeten uden udo ugent uitdrogen uitdroging uiten
    uitg uitleg uitmuntende uitsteken uitten und under unit uno unto upc urge urn user uses uss uurtjes uwe uwv
    uzelf vaag vaar vaardig vaat vacht vaders vak vakanties vaker vakken vale valk valken vallei vallend valley
    valse vandaan vandaar vanden vander vane vang vans vargas vary vas vaste vastzat vat vaten veder vee veels
    veen veer veerkracht vega vegas veil veilen veiling veld velden vele velen vellen velt ven venen vent vera
    veraf verbaal verbanden verbinden verboden verbond verborgen verbrandde verbranden verbrandt verdachte verde
    verdeeld verdelen verdeling verdienen verdiep verdringen verdronken verdwaalde verdween vereerd vereerde
    vereist veren vergen vergeven vergiet vergif verging vergis vergist vergt verhagen verhard verhogen verhoord
    verhoren verhuurd verkade verkend verkiest verkleed verkoopt verlaag verlaagt verlagen verlammen verlangd
    verlangens verleerd verlegen verleiden verlenen verlengen verlengt verliefd verliefde verliepen verliet
    verlieten verliezen verliezer verloop verloot verlopen vermeer vermeld vermiste vermits vernieuwde
    verongelukte verplichting verras verre versierd versies verstikt vert vertalen vertaler vertaling verte
    verteerd vertrekken vertrouwd veruit verval vervallen vervang vervanger vervangt vervoerd vervoeren verwacht
    verwar verwarde verwarmd verwarring verwart verweer verwoest verwoord verwoordde verwoorden verwoordt
    verzocht verzonnen vest vesten vet veter vetter vezel vie viert view views vijlen vijver vijzel vil vilt vin
    vinder vindt vine ving vingen vingers vink vinken vinnen violen violet visie vissen vive vla vlaag vlag
    vlagen vlak vlaming vlammende vlecht vlechten vlek vlekken vlo vloed vlog vlucht vluchten vno vochten voed
    voeden voeg voegt voelde voelden voer voeren voert voeten vof volg volgen volgens volk volken volker volle
    voller volley volt voltooide von vond vonden voo voorbije voorheen voorkeur voorlopige voorn voorruit voort
    voortduren voortdurende voortreffelijke voorts vorden vorken vorm vorst vote vouw vrede vreemden vreemds
    vrees vreesde vreet vreselijks vrienden vries vrije vroege vroegen vroegere vrouwe vrouwen vuile vul vullen
    vuren vuurwapens vvv waal waan waant waarde waardig waardoor waarop waarschijnlijke waarschuwt waart waas
    wachtend wachter wachtten wad wagens wait wal walen wales walk walked walking wallen walls wals walt walter
    wan wanen wang wanhopige wants ward ware warmen warmer warmte warp wars wash wasmachines wasnt wast waters
    watt wax way ways wcs weak weapons wear web weber wedden wee weed weeen weeg weegt weeks weel weent weerd
    weert weetjes wegen weglopen weiden weiger weight weinige weir wekken wekker wells wen wenden wending wenen
    wennen wenst went werd werden werft werkte werkten werpen werven wes west wester western weston wetend
    wetens wetten wever whats wheel where whip whole whose wia wide wieg wiel wielen wiens wier wies wiet wig
    wii wijd wijf wijk wijken wijlen wijn wijs wijzelf wild wilden wilder wilg wilgen wille willem willens
    willing willy wils wim win wind winden windows winkels winnen winner wins wint winters wip wippen wire wise
    wissel wisselen wissen wist wisten wit witten wiz wnt wodka woe woedt woerden woke wolden women won wond
    wonden wonder wondere wonderen wondering wonders wong wonnen woo wooden woog woord woorden wor worde words
    wore works world wormen worst woud woude wouden wouldnt wout wouter wouw wraak wrang wrapped wright wringen
    writing wta wtc www yang yard yasser yen yet yin ying yong yoo youd youre youri zaaien zaal zaan zacht
    zachter zag zak zake zaken zakken zakmes zalf zalm zang zanger zap zaten zater zee zeef zegels zegen zeggen
    zei zeiden zekere zelden zelfs zend zender zending zere zet zetten zeur zeuren zeus zever zhou zieke ziel
    zielen zig zijden zijl zijne zijnen zijt zijzelf zine zing zingen zinken zint zion zittend zitting zoal
    zochten zoe zoeker zoen zoet zomers zon zonde zonden zone zongen zonnen zoo zoog zoom zoons zorgden zot zout
    zover zowaar zuigen zuil zulke zullen zure zuren zussen zusters zwaard zwakker zwakte zwarten zwarts zweeft
    zweer zweten zwijn zyn
"""
