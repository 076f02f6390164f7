"""Friendly words that are easy to say, to read and to remember: the card holds one, and the call repeats it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checkin.domain.tongues import spoken

_DUTCH = """
aardbei abrikoos akker appel bakker ballon banjo beuk bezem bijenkorf bloesem boerderij boot bosrand brem brug
buiten citroen dadel dauw deken dijk duif duinen egel eik eiland ezel fazant fiets fluit fontein framboos gans
gitaar goudvis gras haag haas hagelslag hangmat haver hazelnoot heide herfst herberg honing horizon iris jasmijn
kachel kajak kalender kanarie kaneel kapel kastanje kersen ketel kievit klaproos klaver klokje koekje konijn koning
korenbloem kraai kraan krokus kussen lavendel lente lepel lindeboom lucht maan madelief mandarijn marmer meeuw merel
mier molen muziek narcis noten olifant oever orgel paddenstoel papegaai parel pauw peer perron piano pinda polder
pompoen potlood prins radijs regenboog ridder rivier roodborst roos schaap schilder schip sering sneeuw spiegel
sprookje ster strand sinaasappel tafel tarwe terras theepot tomaat toren trein tulp uil veer vijver vlieger vlinder
vogel vuurtoren wandeling waterlelie weide wilg wolk wortel zadel zee zeil zilver zomer zonnebloem zwaan zwaluw
"""
_ENGLISH = """
acorn almond anchor apple apricot banjo barley beach berry birch blossom bluebell boat breeze bridge butter
butterfly candle canoe cherry clover copper cottage cushion daffodil daisy donkey duck eagle feather fiddle flower
forest fountain garden giraffe goose guitar harbour hazel hedgehog heron holly honey island ivory jasmine kettle
kitten ladder lantern lavender lemon lighthouse lily linen lobster maple marble meadow melon mirror moonlight
morning mountain nutmeg ocean olive orange orchard otter owl paddle parrot peach pebble pencil pepper piano pigeon
poppy potato pumpkin rabbit rainbow river robin rose saddle sailor seagull shadow silver snowdrop sparrow spring
squirrel summer sunflower swallow teapot thimble thunder tiger tulip turnip valley velvet violet violin walnut
waterfall whistle willow window winter
"""
_GERMAN = """
Adler Ampel Anker Apfel Bank Berg Biene Birne Blume Boot Brille Brot Butter Dach Decke Eiche Eule Feder Fenster Garten
Geige Gitarre Glocke Hafen Hase Herbst Honig Igel Insel Kaffee Kamin Kanne Kastanie Kerze Kirsche Kissen Klavier Klee
Koffer Kompass Kreide Kuchen Lampe Laterne Lavendel Leuchtturm Linde Mandel Melone Mond Nelke Nuss Olive Orange
Papagei Pappel Perle Pfeffer Pilz Pinsel Regenbogen Rose Schiff Schnee Schwan Segel Sommer Sonne Spiegel Stern Strand
Tasse Teppich Tiger Tisch Tomate Traube Trommel Tulpe Vanille Vogel Wald Weide Wiese Wolke Zebra Zimt Zitrone Zwiebel
"""
_FRENCH = """
abeille abricot aigle amande ancre avion ballon banane bateau beurre bougie bouton brique cadre canard cannelle
carotte carte cerise chaise chapeau cheval citron cloche colline coussin cygne dauphin diamant dragon farine fleur
flocon fontaine fraise girafe guitare hamac hibou jardin jasmin lampe lanterne lavande lilas lune marron melon miel
miroir montagne moulin navire nuage olive orange paille panier papillon parasol perle phare piano plage plume poire
poivre pomme pont prune rivage rose sable sapin savon soleil table tapis tasse tigre tomate tortue train tulipe
vanille velours verger violon voile wagon
"""
_TURKISH = """
aslan avokado balina balon bisiklet biber bulut ceviz davul deniz deve elma erik fener gemi gitar halat harita havlu
havuz ilkbahar incir kalem kamera kanarya karanfil karpuz kartal kaval kavun kayak kedi kelebek keman kemer kestane
kiraz kitap kova kule kumru kutu lale lamba lavanta leylek liman limon mandal marul masa maydanoz meyve mimoza nane
nehir okyanus orman palmiye papatya patates perde piyano portakal pusula sandal sandalye sepet sincap sonbahar tarak
tekne tren vanilya vapur yakut yaprak yelken yelpaze zambak zebra zencefil zeytin
"""
_POLISH = """
agrest ananas arbuz balon banan bazylia beczka bocian brama bratek brzoza bukiet burak cebula chleb chmura cukier
cynamon cytryna drabina drzewo dynia dywan dzban dzwon figa flet fontanna gazeta globus granat groszek gruszka hamak
herbata irys jagoda jesion jezioro kaczka kakao kalina kanapa kapusta karta kasztan kawa klucz kolej kompas konik
kotwica krokus kubek lampa latarnia lato lawenda lilia lina lipa lustro malina malwa marchew melon mewa miasto migdal
modrzew morze most motyl muzyka narcyz okno okulary oliwka orzech owca palma papuga parasol piano piwonia poduszka
pomidor port rower rumianek rynek rzeka sowa statek talerz tulipan wanilia wiatrak wiosna wyspa zebra zegar zima
"""
_ARABIC = """
أرنب أسد إبريق باب باخرة بالون بحر بحيرة برتقال برج بستان بطيخ بلبل بوصلة بيانو بيت تفاح تمر توت ثلج جبل جزيرة جسر جمل
حديقة حصان حقيبة خبز خريف خيمة دفتر ربيع رسالة رمان ريشة زبدة زرافة زهرة زيتون ساعة سجادة سحاب سفينة سلة سماء شاطئ
شجرة شراع شمس شمعة صيف طائر طاولة طبل طريق عسل عصفور عنب غابة غزال غيمة فراشة فراولة فستق فنجان قارب قطار قلم قمر
قنديل كتاب كرز كرسي كعك كمان لؤلؤ لوز ليمون مرآة مشمش مصباح مطر مفتاح منارة موز ميناء نافذة نجمة نحلة نخلة نعناع نهر
هلال وردة وسادة ياسمين
"""
_UKRAINIAN = """
абрикос айстра акація ананас барабан бджола береза берег буряк ваза ваніль верба весна вишня вулик газета гарбуз
гітара голуб гора город груша диня дощ дуб зебра зима зірка зозуля ірис калина камінь картина квітка килим клен ключ
книга коза колесо компас корабель кориця кошик кубик лампа ластівка лебідь лимон липа літо ліхтар лілія мак малина
масло маяк метелик мигдаль млин море міст молоко мушля нарцис олень оливка олівець осінь острів папуга парк перлина
перо пензель пісня піано подушка поле помідор природа птах ранок ріка ромашка роса сад свічка синиця скрипка слива
сніг сова соняшник сонце стіл театр торт трава троянда тюльпан фіалка флейта фонтан хвиля хліб хмара цукор чайка
чайник чашка човен шафа шапка яблуко ялинка ягода
"""
DUTCH, ENGLISH = tuple(_DUTCH.split()), tuple(_ENGLISH.split())
WORDS = {
    "nl": DUTCH,
    "en": ENGLISH,
    "de": tuple(_GERMAN.split()),
    "fr": tuple(_FRENCH.split()),
    "tr": tuple(_TURKISH.split()),
    "pl": tuple(_POLISH.split()),
    "ar": tuple(_ARABIC.split()),
    "uk": tuple(_UKRAINIAN.split()),
}


def code_word(language: str, choose: Callable[[Sequence[str]], str]) -> str:
    """Choose a word in the language in which the tenant will hear it."""
    return choose(WORDS[spoken(language)])
