"""Polish, for the answers that matter most; with and without its own letters."""

from __future__ import annotations

from checkin.domain.replies.language import Language
from checkin.domain.replies.senses import Sense

POLSKI = Language(
    "pl",
    phrases={
        Sense.DANGER: """
            boli mnie klatka, klatka piersiowa, bol w piersiach, w piersiach,

            upadek, spadl*, poslizgn*, nie moge sie podniesc, podniesc sie, nie wstane, leze, zlamal*, zlaman*
            noga/reka/biodro, boli mnie serce, serce, w klatce, bol serca, oddech, tchu, brakuje mi
            powietrza, powietrza, dusi mnie, duszn*, omdlal*, zemdl*, nieprzytomn*, nie reaguje, nie budzi,
            nie oddycha, twarz, usta, sparalizowan*, udar, pali, ogien, pozar, pozaru, dymi, dymu, czad,
            tlenek, gazem, smierdzi gazem, gaz, wybuch, maz ... bije, syn ... bije, bije, pobil*, uderzyl*,
            grozi, gwalt*, okrad*, okradl*, wlamuj*, wlamal*, zlodziej*, ktos jest w, ktos wchodzi, nic nie
            jem, nie jadl*, glod, glodn*, nie mam co jesc, nie mam jedzenia, skonczyly sie leki, nie mam
            insuliny, insuliny, zalewa, powodz, woda leje, zamarz*, zimno mi bardzo, uwiez*, utkn*, winda
            stoi, lekarza, lekarz pilnie, szybko, ratuj*, pomocy szybko,

            nie oddycha, oddycha, nie moge sie ruszyc, sie ruszyc,

            krwawie, krwawi,

            upadl*, upadlam, upadlem, przewrocil*, leze na, na podlodze, na ziemi, nie moge wstac, nie
            moze wstac, bol w klatce, klatce piersiowej, boli ... klatce, boli w piersi, nie moge
            oddychac, oddychac, dusze sie, dusznosc*, brak tchu, zawal, udar, serce, nieprzytomn*,
            zemdlal*, krwawi*, krew, krwotok, pozar, pali sie, plonie, ogien, dym, czuc gaz, ulatnia sie
            gaz, gaz, zapach gazu, wybuch, zalalo, zalewa, woda ... sufit*, uwiezion*, zamkniet* w, w
            windzie, bije mnie, bije, grozi mi, grozi, noz, bron, wlamanie, wlamywacz*, napad, przemoc,
            ratunku, na pomoc, karetka, karetke, pogotowie, policja, policje, straz pozarna, nagly
            wypadek, nie mam jedzenia, nic nie jadl*, nie mam lekow, brak lekow, insulina, umieram,
            niebezpieczenstw*, pilne, pilnie
        """,
        Sense.DESPAIR: """
            chce umrzec, umrzec, nie chce mi sie zyc, odebrac sobie, zyc nie chce, koniec ze mna,

            chce umrzec, nie chce zyc, nie chce juz zyc, samoboj*, zabic sie, zabije sie, nie mam po co
            zyc
        """,
        Sense.STOP_WHOLE: """
            prosze przestac, nie chce sms, nie chce wiadomosci, prosze nie dzwonic, prosze nie pisac,
            rezygnuje
        """,
        Sense.STOP: """
            nie pisz, nie pisz do mnie, nie piszcie, nie dzwon, nie wysylac, nie wysylajcie, prosze nie
            wysylac,

            przestac, prosze przestac, przestan, przestancie, nie dzwonic, nie dzwoncie, prosze nie
            dzwonic, nie pisac, nie chce sms*, nie chce wiadomosci, rezygnuje, dajcie mi spokoj
        """,
        Sense.WRONG_WHOLE: "zly numer, pomylka, to pomylka, bledny numer",
        Sense.WRONG: "zly numer, pomylka, nieprawidlowy numer, bledny numer, nie mieszkam",
        Sense.DECEASED: "zmarl, zmarla, nie zyje",
        Sense.HELP: """
            pomoc, pomocy, potrzebuje pomocy, prosze o pomoc, pomozcie, potrzebna pomoc, chce pomoc,
            ogrzewanie, nie dziala, zepsut*, cieknie, kapie, zatkan*, brak cieplej wody, nie ma cieplej
            wody, plesn, naprawa
        """,
        Sense.CHAT: """
            porozmawiac, chce porozmawiac, rozmowa, pogadac, zadzwonic, prosze zadzwonic, zadzwoncie,
            prosze dzwonic, zadzwon
        """,
        Sense.LOW: "samotn*, jestem sama, jestem sam, smutn*, zle sie czuje, niedobrze, zle",
        Sense.YES: "tak, tak prosze, tak poprosze, poprosze, chetnie, oczywiscie, pewnie, bardzo chetnie",
        Sense.FINE: """
            wszystko dobrze, wszystko w porzadku, u mnie [wszystko] dobrze, u mnie wszystko w porzadku,
            dobrze, bardzo dobrze, mam sie [bardzo] dobrze, czuje sie [bardzo] dobrze, jest dobrze,
            wszystko ok, jest ok
        """,
        Sense.NO: "nie dziekuje, nie trzeba, nic nie potrzebuje, nie potrzebuje pomocy, nie potrzebuje",
        Sense.LATER: "pozniej, nie teraz, nie dzisiaj, innym razem",
        Sense.TIME: """
            jutro, jutro rano, wieczorem, dzis wieczorem, poniedzialek, wtorek, sroda, czwartek, piatek,
            sobota, niedziela, w przyszlym tygodniu, po poludniu
        """,
        Sense.ASKS_WHO: "kto to, kto to jest, kim pan jest, kim pani jest, kto pisze, oszust*",
        Sense.UNSURE: "nie wiem, nie rozumiem, moze, nie mowie",
        Sense.UNWANTED: "nie potrzebuje pomocy, nie trzeba, nie dzwonic",
        Sense.NOT: "nie",
        Sense.BUT: "ale, tylko, oprocz",
        Sense.POLITE: """
            dziekuje, dziekuje bardzo, dziekuje pieknie, dzieki, prosze, dzien dobry, dobry wieczor,
            witam, pozdrawiam
        """,
        Sense.ADDRESS: "pani, pan, pana",
        Sense.KEY_CHAT: "jeden",
        Sense.KEY_HELP: "dwa",
        Sense.KEY_FINE: "trzy",
        Sense.KEY_STOP: "dziewiec",
    },
)
