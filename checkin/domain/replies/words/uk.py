"""Ukrainian, for the answers that matter most; in its own letters and in Latin ones.

Written as it is seen: й as и, ї as і.
"""

from __future__ import annotations

from checkin.domain.replies.language import Language
from checkin.domain.replies.senses import Sense

UKRAINIAN = Language(
    "uk",
    phrases={
        Sense.DANGER: """
            не дихає, не можу рухатись, не можу поворухнутись,

            нема чим дихати, нечим дихати, задихаюся,

            я впала, я впав, впала, впав, упала, упав, на підлозі, на землі, лежу на, не можу встати, біль
            у грудях, біль в грудях, болить у грудях, грудях, не можу дихати, важко дихати, задихаюсь,
            серцевии напад, інфаркт, інсульт, серце, непритомн*, знепритомн*, кров, кровотеча, пожежа,
            горить, вогонь, дим, пахне газом, газом, запах газу, витік газу, газ, вибух, затопило,
            заливає, застрягла, застряг, у ліфті, замкнен*, бє мене, мене бє, погрожує, ніж, зброя,
            злодіи, насильство, рятуите, допоможіть швидко, швидка, швидку, поліція, поліцію, пожежні,
            терміново, нема їжі, немає їжі, нема іжі, немає іжі, немає ліків, нема ліків, інсулін,
            помираю, вмираю, небезпека,

            ya vpala, ya vpav, vpala, vpav, ne mozhu vstaty, ne mozhu dykhaty, bil u hrudiakh, bil v
            hrudyakh, pozhezha, horyt, pakhne hazom, hazom, riatuite, ryatuyte, shvydka, shvydku,
            politsiia, policia, terminovo, bie mene
        """,
        Sense.DESPAIR: """
            не хочу більше жити, більше жити, не хочу жити більше,

            не хочу жити, хочу померти, хочу вмерти, самогубств*, вбити себе, покінчити, ne khochu zhyty,
            ne hochu zhyty, khochu pomerty, hochu pomerty
        """,
        Sense.STOP_WHOLE: "стоп, припиніть, не дзвоніть, не пишіть, не телефонуите, prypynit",
        Sense.STOP: """
            стоп, припиніть, не дзвоніть, не пишіть, не телефонуите, не турбуите, ne dzvonit, ne pyshit,
            prypynit
        """,
        Sense.WRONG_WHOLE: """
            неправильнии номер, не тои номер, ви помилились номером, ви помилилися номером, помилились
            номером, nepravylnyi nomer
        """,
        Sense.WRONG: """
            неправильнии номер, не тои номер, помилились, помилилися, nepravylnyi nomer, ne toi nomer,
            nepravylny nomer
        """,
        Sense.DECEASED: "помер, померла",
        Sense.HELP: """
            допомога, допомогу, потрібна допомога, потрібно допомогу, допоможіть, допоможіть мені,
            опалення, не працює, зламалось, зламаний, протікає, тече, нема гарячоі води, potribna
            dopomoha, dopomoha, dopomohu, dopomozhit, ne pratsiuie
        """,
        Sense.CHAT: """
            поговорити, хочу поговорити, зателефонуите, зателефонуите мені, подзвоніть, подзвоніть мені,
            розмова, pohovoryty, khochu pohovoryty, podzvonit, podzvonit meni, zatelefonuite
        """,
        Sense.LOW: "самотньо, самотня, самотніи, я самотня, сумно, погано, samotnia, samotno, pohano",
        Sense.YES: "так, так будь ласка, звичаино, авжеж, із задоволенням, tak bud laska, tak budlaska",
        Sense.FINE: """
            все добре, все гаразд, у мене все добре, у мене все гаразд, добре, дуже добре, все нормально,
            все в порядку, все ок, усе добре, усе гаразд, vse dobre, use dobre, usyo dobre, vse harazd,
            dobre, u mene vse dobre, vse garazd, vse normalno
        """,
        Sense.NO: "ні, ні дякую, не треба, не потрібно, нічого не потрібно, ni diakuiu, ni dyakuyu, ne treba",
        Sense.LATER: "пізніше, не зараз, не сьогодні, іншим разом, piznishe, ne zaraz",
        Sense.TIME: """
            завтра, завтра вранці, ввечері, увечері, понеділок, вівторок, середа, четвер, пятниця, субота,
            неділя, наступного тижня, zavtra
        """,
        Sense.ASKS_WHO: "хто це, хто ви, hto tse, khto tse, khto vy, шахраі, шахраиство",
        Sense.UNSURE: "не знаю, не розумію, можливо, ne znaiu, ne rozumiiu",
        Sense.UNWANTED: "не потрібна допомога, не треба",
        Sense.NOT: "не, ні",
        Sense.BUT: "але, тільки, крім",
        Sense.POLITE: """
            дякую, дуже дякую, будь ласка, доброго дня, добрии день, добрии ранок, привіт, вітаю, diakuiu,
            dyakuyu, budlaska, bud laska, dobryi den
        """,
        Sense.KEY_CHAT: "один",
        Sense.KEY_HELP: "два",
        Sense.KEY_FINE: "три",
        Sense.KEY_STOP: "девять",
    },
)
