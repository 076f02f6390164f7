"""German, for the answers that matter most."""

from __future__ import annotations

from checkin.domain.replies.language import Language
from checkin.domain.replies.senses import Sense

DEUTSCH = Language(
    "de",
    phrases={
        Sense.DANGER: """ ich bin hingefallen, ausgerutscht, liege am boden, am
boden, komme nicht hoch/auf, komme nicht mehr hoch, nicht mehr aufstehen, hufte gebrochen, bein/arm/hufte
gebrochen, gebrochen, starke schmerzen, schmerzen in der brust, herz ... schmerz*/rast/weh, mein herz,
ersticke, bewusstlos, gesicht hangt, mund hangt, gelahmt, reagiert nicht, atmet nicht, wacht nicht auf, es
raucht, verbrannt, kohlenmonoxid, co melder, rauchmelder, stromschlag, mein mann schlagt, schlagt, geschlagen,
verprugelt, vergewaltigt, uberfallen, ausgeraubt, jemand ist im haus, in meiner wohnung, einbruch, dieb,
nichts gegessen, kein essen, kein geld fur essen, habe hunger, medikamente sind alle/leer, insulin, wasser
kommt/lauft, uberflutet, steckengeblieben, erfriere, krankenwagen, hilfe ich,

            gesturzt, gestuerzt, hingefallen, bin gefallen, ich bin gefallen, kann nicht aufstehen, liege
            ... boden, auf dem boden, brustschmerzen, schmerzen ... brust, schmerz ... brust, brust ...
            schmerzt/weh, keine luft, bekomme ... luft, kriege ... luft, kann nicht atmen, nicht atmen,
            atemnot, herzinfarkt, herzanfall, schlaganfall, bewusstlos, ohnmachtig, blute, blutet, blut,

            feuer, es brennt, brennt, rauch, gasgeruch, riecht ... gas, nach gas, gas ausgetreten,
            explosion, wasser ... decke, rohrbruch, uberschwemmung, eingesperrt, im aufzug, schlagt mich,
            bedroht, bedroht mich, einbrecher, eingebrochen, messer, gewalt, notarzt, krankenwagen,
            rettungswagen, notfall, polizei, feuerwehr, zu hilfe, hilfe hilfe, hilfe schnell, nichts zu
            essen, keine medikamente, kein insulin, ich sterbe, lebensgefahr
        """,
        Sense.DESPAIR: """
            ich will nicht mehr, mag nicht mehr leben, tot sein, sterben, umbringen, bringe mich um,
            lebensmude, hat keinen sinn,

            nicht mehr leben, will sterben, mochte sterben, selbstmord, umbringen, das leben nehmen, kann
            nicht mehr, will nicht mehr, keinen sinn mehr, leben keinen sinn
        """,
        Sense.STOP_WHOLE: """
            stopp, aufhoren, keine nachrichten mehr, bitte keine nachrichten mehr, abmelden, nicht mehr
            anrufen, bitte nicht mehr anrufen
        """,
        Sense.STOP: """
            stopp, aufhoren, horen sie auf, keine nachrichten, keine sms, abmelden, nicht mehr anrufen,
            nicht anrufen, lassen sie mich, in ruhe
        """,
        Sense.WRONG_WHOLE: "falsche nummer, falsch verbunden, sie haben die falsche nummer",
        Sense.WRONG: "falsche nummer, falsch verbunden, falsche person, wohne nicht mehr",
        Sense.DECEASED: "verstorben, ist gestorben",
        Sense.MOVED: "umgezogen",
        Sense.HELP: """
            hilfe, ich brauche hilfe, brauche hilfe, helfen sie mir, helfen sie, bitte helfen, konnen sie
            helfen, heizung, kaputt, undicht, tropft, verstopft, kein warmes wasser, schimmel,
            funktioniert nicht, geht nicht
        """,
        Sense.CHAT: """
            reden, mochte reden, sprechen, anrufen, rufen sie mich an, rufen sie, bitte anrufen, gesprach,
            plaudern, ein gesprach
        """,
        Sense.LOW: """
            einsam, allein, alleine, traurig, nicht gut, schlecht, mir geht es nicht gut, es geht mir
            nicht gut
        """,
        Sense.YES: "ja bitte, ja gerne, gerne, ja gern, gern, jawohl, ja naturlich",
        Sense.FINE: """
            [mir] geht es [mir] [sehr] gut, es geht mir [sehr] gut, mir gehts [sehr] gut, alles gut, alles
            in ordnung, alles bestens, sehr gut, uns geht es gut, mir geht es prima, alles okay
        """,
        Sense.NO: "nein, nein danke, nicht notig, keine hilfe notig, brauche keine hilfe, brauche nichts",
        Sense.LATER: "spater, nicht jetzt, heute nicht, jetzt nicht, keine zeit, ein andermal",
        Sense.TIME: """
            morgen fruh, morgen nachmittag, heute abend, heute nachmittag, montag, dienstag, mittwoch,
            donnerstag, freitag, samstag, sonntag, nachste woche, ubermorgen
        """,
        Sense.ASKS_WHO: "wer ist das, wer sind sie, ist das echt, betrug",
        Sense.UNSURE: "weiss nicht, verstehe nicht, vielleicht, was ist das, was wollen sie",
        Sense.UNWANTED: "keine hilfe, brauche keine hilfe, nicht anrufen",
        Sense.NOT: "nicht, kein, keine, keinen, nie",
        Sense.BUT: "aber, ausser, nur, allerdings",
        Sense.POLITE: """
            bitte, danke, danke schon, vielen dank, dankeschon, guten tag, guten morgen, guten abend,
            hallo, liebe grusse, danke der nachfrage
        """,
        Sense.ADDRESS: "frau, herr",
        Sense.SIGNED: "grusse, mit freundlichen grussen, mfg",
        Sense.KEY_CHAT: "eins",
        Sense.KEY_HELP: "zwei",
        Sense.KEY_FINE: "drei",
        Sense.KEY_STOP: "neun",
        Sense.NUMBER: "null, vier, funf, sechs, sieben",
    },
)
