"""Turkish, for the answers that matter most; with and without its own letters."""

from __future__ import annotations

from checkin.domain.replies.language import Language
from checkin.domain.replies.senses import Sense

TURKCE = Language(
    "tr",
    phrases={
        Sense.DANGER: """
            krizi, kriz gecir*,

            yere dustum, dusup, kalkam*, yerdeyim, yerden kalkamiyorum, kirildi, kalcam kirildi, kolum
            kirildi, bacagim kirildi, gogsumde, gogsum agriyor, kalbim agriyor, nefes, nefesim kesil*, bogul*,
            boguluyorum, bayil*, bilinci, bilincsiz, uyanmiyor, nefes almiyor, felc oldum, yuzum, agzim kaydi,
            kan geliyor, ates, evde yangin, yaniyor, duman var, karbonmonoksit, karbon
            monoksit, gaz, gaz sizi*, dogalgaz, kocam ... dovuyor/vuruyor, oglum ... dovuyor/vuruyor, dovdu,
            vurdu, tehdit ediyor, bicakla, tecavuz, soyuldum, hirsiz var, eve giriyor*, eve girdi, evimde biri
            var, kapiyi zorluyor, acim, acliktan, yemegim yok, ilacim bitti, insulinim bitti, su basti, evi su
            basti, su doldu, donuyorum, usuyorum, mahsur kaldim, asansorde, cok acil, yardim acil,

            dustum, yere dustum, dustu, dusmus, dustuk, kalkamiyorum, ayaga kalkamiyorum, yerde yatiyorum,
            gogsum*, gogus agri*, gogus agrisi, gogsumde agri, nefes alam*, nefes alamiyorum, nefes
            darligi, nefesim, kalp kriz*, kalbim, felc, inme, bayildim, bayildi, kaniyor, kanama, kan
            kaybi, yangin, yangin var, yaniyor, duman, gaz koku*, gaz kokuyor, gaz kacag*, gaz sizint*,
            gaz var, patlama, su basti, mahsur, kilitli kaldim, asansorde kaldim, dovuyor, beni dovuyor,
            vuruyor, tehdit, bicak, silah, hirsiz, siddet, imdat, acil, acil yardim, ambulans, ambulans
            cagirin, polis, itfaiye, yemek yok, yiyecek yok, ilacim yok, ilac yok, ilaclarim bitti,
            insulin, oluyorum, tehlike
        """,
        Sense.DESPAIR: """
            olmek, yasamak istemem, kendimi oldur*, canima, hayatima son, bikti* hayattan, olmek istiyorum,
            yasamak istemiyorum, intihar, kendimi oldur*, canima kiy*, dayanamiyorum
        """,
        Sense.STOP_WHOLE: "dur, durdurun, dur lutfen, mesaj istemiyorum, mesaj atmayin, durdur",
        Sense.STOP: """
            mesaj gondermeyin, mesaj istemem,

            durdurun, durdur, mesaj istemiyorum, mesaj atmayin, artik aramayin, aramayin, beni aramayin,
            rahat birakin, istemiyorum
        """,
        Sense.WRONG_WHOLE: "yanlis numara, yanlis numara aradiniz",
        Sense.WRONG: "yanlis numara, yanlis kisi, tasindi, tasindim",
        Sense.DECEASED: "vefat etti, oldu annem, vefat",
        Sense.HELP: """
            su akiyor, akiyor, su damliyor, tamirci,

            yardim*, yardim lazim, yardim edin, yardima ihtiyac*, yardim istiyorum, kalorifer, calismiyor,
            bozuk, bozuldu, damliyor, su yok, isitma, tamir, tikali
        """,
        Sense.CHAT: "konusmak, konusmak istiyorum, arayin, beni arayin, beni ara, sohbet, arar misiniz",
        Sense.LOW: "yalniz*, yalnizim, uzgunum, iyi degilim, iyi degil, kotuyum",
        Sense.YES: "evet, evet lutfen, olur, tabii, tabi, istiyorum, evet isterim, elbette",
        Sense.FINE: """
            iyiyim, cok iyiyim, iyiyiz, hersey yolunda, her sey yolunda, her sey iyi, hersey iyi, cok iyi,
            iyi, sorun yok, iyiyim cok sukur, cok sukur iyiyim, cok sukur
        """,
        Sense.NO: """
            hayir, yok, hayir tesekkurler, hayir tesekkur ederim, gerek yok, ihtiyacim yok, yardima
            ihtiyacim yok
        """,
        Sense.LATER: "sonra, simdi degil, daha sonra, bugun olmaz",
        Sense.TIME: """
            yarin, yarin sabah, bu aksam, ogleden sonra, pazartesi, sali, carsamba, persembe, cuma,
            cumartesi, pazar, haftaya
        """,
        Sense.ASKS_WHO: "bu kim, kimsiniz, kim bu, sen kimsin, siz kimsiniz, dolandirici*",
        Sense.UNSURE: "bilmiyorum, anlamadim, anlamiyorum, belki",
        Sense.UNWANTED: "yardima ihtiyacim yok, sorun yok, yardim istemiyorum, arama istemiyorum",
        Sense.NOT: "degil, yok",
        Sense.BUT: "ama, fakat, ancak",
        Sense.POLITE: """
            tesekkurler, tesekkur ederim, tesekkur, sag olun, sagolun, sag ol, lutfen, merhaba, selam, iyi
            gunler, selamun aleykum
        """,
        Sense.ADDRESS: "hanim, bey",
        Sense.KEY_CHAT: "bir",
        Sense.KEY_HELP: "iki",
        Sense.KEY_FINE: "uc",
        Sense.KEY_STOP: "dokuz",
    },
)
