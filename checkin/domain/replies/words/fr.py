"""French, for the answers that matter most."""

from __future__ import annotations

from checkin.domain.replies.language import Language
from checkin.domain.replies.senses import Sense

FRANCAIS = Language(
    "fr",
    phrases={
        Sense.DANGER: """
            pas me lever, plus me lever, pas respirer, plus respirer,

            chute, fait une chute, glisse et, je ne peux plus me relever, ne peux pas me relever, me relever,
            a terre, sur le sol, casse la hanche/jambe/bras, mal au coeur, mal a la poitrine, oppression,
            coeur, etouffe, jetouffe, respire plus, ne respire, respire mal, inconscient, evanoui,
            evanouie, ne repond plus, ne bouge plus, paralyse, paralysee, bouche de travers, du sang,
            brule, ca brule, maison brule, en feu, fumee, monoxyde, odeur de brule, court circuit, inonde,
            inondee, eau partout, frappe, mon mari me, mon fils me, frappee, battue, violee, a viole,
            agresse, agressee, vole, cambriole, quelquun est entre, quelquun essaie dentrer, enferme, coince,
            bloque dans, bloquee dans lascenseur, bloque dans lascenseur, rien mange, faim, plus de
            medicament, plus dinsuline, insuline, hypoglycemie, je meurs de froid, ambulance, samu,

            tombe, tombee, je suis tombe, je suis tombee, suis tombee, par terre, ne peux pas me lever,
            peux pas me lever, peux plus me lever, douleur ... poitrine, mal ... poitrine, poitrine,
            respirer, peux pas respirer, du mal a respirer, crise cardiaque, infarctus, mon coeur, avc,
            inconscient, inconsciente, evanoui, evanouie, saigne, sang, au feu, feu, incendie, il y a le
            feu, fumee, sent le gaz, odeur de gaz, fuite de gaz, gaz, explosion, inondation, leau coule,
            enferme, enfermee, me frappe, me bat, me menace, menace, violence, couteau, cambrioleur,
            cambriolage, voleur, au secours, secours, ambulance, urgence, urgent, police, pompiers, rien a
            manger, pas mange, plus de medicaments, danger, je meurs
        """,
        Sense.DESPAIR: """
            mourir, plus vivre, finir avec la vie, pas envie de vivre, vie na plus de sens, tuer,

            veux mourir, envie de mourir, plus envie de vivre, veux plus vivre, me suicider, suicide, me
            tuer, en finir, nen peux plus
        """,
        Sense.STOP_WHOLE: """
            arretez, arreter, arretez sil vous plait, plus de sms, plus de messages, desinscrire,
            desabonner
        """,
        Sense.STOP: """
            arretez, arreter, arrete, plus de sms, plus de messages, ne plus appeler, nappelez plus, ne
            mappelez plus, laissez moi tranquille, desinscrire, desabonner
        """,
        Sense.WRONG_WHOLE: "mauvais numero, faux numero, vous avez le mauvais numero, erreur de numero",
        Sense.WRONG: "mauvais numero, faux numero, mauvaise personne, nhabite plus",
        Sense.DECEASED: "decede, decedee, est mort, est morte",
        Sense.MOVED: "demenage",
        Sense.HELP: """
            aide, aidez moi, besoin daide, jai besoin daide, besoin dune aide, aider, pouvez vous maider,
            chauffage, en panne, fuite deau, robinet, casse, cassee, ne marche pas, ne fonctionne pas,
            plus deau chaude
        """,
        Sense.CHAT: "parler, veux parler, appelez moi, appelez, mappeler, discuter, bavarder, rappelez moi",
        Sense.SO_SO: "ca va",
        Sense.LOW: "seule, seul, je suis seule, je suis seul, triste, ne va pas bien, ca ne va pas, ca va pas, mal",
        Sense.YES: "oui, oui svp, oui merci, oui sil vous plait, volontiers, avec plaisir, daccord, bien sur",
        Sense.FINE: """
            tout va [tres] bien, ca va [tres] bien, je vais [tres] bien, tres bien, tout est bien,
            tout est en ordre, nous allons bien, bien merci
        """,
        Sense.NO: "non, non merci, pas besoin, rien merci, besoin de rien, pas daide",
        Sense.LATER: "plus tard, pas maintenant, pas aujourdhui, une autre fois",
        Sense.TIME: """
            demain, demain matin, cet apres midi, ce soir, lundi, mardi, mercredi, jeudi, vendredi,
            samedi, dimanche, la semaine prochaine
        """,
        Sense.ASKS_WHO: "qui est ce, cest qui, qui etes vous, arnaque",
        Sense.UNSURE: "je ne sais pas, sais pas, comprends pas, peut etre",
        Sense.UNWANTED: "pas daide, pas besoin daide, pas besoin",
        Sense.NOT: "pas, jamais, aucun",
        Sense.BUT: "mais, sauf, seulement",
        Sense.POLITE: "merci, merci beaucoup, merci bien, sil vous plait, bonjour, bonsoir, salut, bonne journee",
        Sense.ADDRESS: "madame, monsieur",
        Sense.SIGNED: "cordialement, salutations",
        Sense.KEY_CHAT: "un",
        Sense.KEY_HELP: "deux",
        Sense.KEY_FINE: "trois",
        Sense.KEY_STOP: "neuf",
    },
)
