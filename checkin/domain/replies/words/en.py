"""English."""

from __future__ import annotations

from checkin.domain.replies.language import Language
from checkin.domain.replies.senses import Sense

CLASSES = {
    "good": "good fine ok okay well great alright perfect excellent wonderful lovely right brilliant",
    "very": "very really just all so absolutely still quite pretty doing keeping both",
    "am": "am is are im were was",
    "i": "i we he she they",
    "cant": "cant cannot couldnt",
    "call": "call ring phone telephone contact",
    "texts": "texts text messages message sms calls call messaging texting calling contact",
    "somebody": "husband wife mother father mum mom dad son daughter neighbour neighbor man woman he she",
    "house": "house home flat kitchen apartment room bedroom bathroom hallway building",
    "day": "monday tuesday wednesday thursday friday saturday sunday",
    "hour": "one two three four five six seven eight nine ten eleven twelve 1 2 3 4 5 6 7 8 9 10 11 12 <clock>",
}

ENGLISH = Language(
    "en",
    mended=True,
    classes=CLASSES,
    phrases={
        Sense.DANGER: """
            no breathing, no breath, kill me, going to kill, will kill, killing me, hurting me, strangling, choked me,

            trying/tries to get in, break* into, get into my, @somebody is/has collapsed/unconscious, not
            breathing, cant feel, gas leak, smell of gas, smells of gas/burning, house/kitchen/flat is on
            fire, slipped and, tripped and, hip is broken, bleeding badly, wont stop bleeding, punched me,
            kicked me, strangle*, locked me in, wont let me out, face is drooping, drooping, one side,
            slurring, cannot move, tight in my chest, pressure on my chest, run out of medicine/insulin/pills,
            no money for food, flooded, water everywhere, water pouring, pouring through, freezing to death,
            hypothermia, diabetic, sugar is low/high,

            can not breathe, can not get up, can not move, can not stand, cannot breathe,

            too many tablets, too many pills, took tablets, cant stand up, cant stand, collapsed, fallen
            over, on the stairs, bleeding, heart is racing,

            tight chest, chest is tight, cant breath, hurt my head, hit my head, hurts so much, so much
            pain, someone is in, somebody is in, is in my house, on the floor, cant feel my, numb arm,
            numb face, slurred,

            ive fallen, i have fallen, fell, fallen, fell down, fell over, falling down, had a fall, cant
            get up, @cant ... get up, @cant ... stand up, @cant move, on the ground, lying on, broken hip,
            broke my, broken leg/arm/wrist/ankle, chest, chest pain, my heart, heart attack, heart racing,
            breathe, breathing, not breathing, isnt breathing, breath, short of breath, out of breath,
            choking, suffocating, stroke, unconscious, passed out, not responding, wont wake, not waking
            up, seizure, blood, overdose, poison*, no insulin, took too many pills,

            fire, on fire, smoke, smell* ... gas, smell ... burning, gas leak, gas smell, carbon monoxide,
            co alarm, explosion, exploded, flooding, flooded, flood, water ... ceiling, burst pipe, pipe
            burst, sparks, sparking, electric shock, electrocuted, ceiling ... collapsed/down/falling,
            trapped, stuck in ... lift/elevator/bath/bathroom, locked in,

            hits me, hit me, hitting me, beats me, beating me, hurts me, threat*, attacked, attacking,
            burglar*, break* in, breaking in, broke in, broken into, intruder, robbed, knife, a gun,
            weapon, violent, violence, raped, assault*, stabbed, missing child, afraid of my husband,
            scared of my husband, someone in my house, abuse, abused,

            emergency, ambulance, police, fire brigade, 999, 911, help help, help now, urgent help, need a
            doctor, call a doctor, need doctor, dying, danger, in danger, no food, nothing to eat, havent
            eaten, not eaten, starving, no medicine, no medication, out of medicine, no medicine left,
            oxygen
        """,
        Sense.ALARM: """
            urgent, urgently, asap, terrible pain, severe pain, a lot of pain, very dizzy, hurry, come
            quick*, panic, gas $, very scared
        """,
        Sense.DESPAIR: """
            no longer want to live, dont want to wake up, not want to wake up, want to be dead, had enough of
            life, cant live like this, take my own life, jump off/from/in front, hang myself,

            kill myself, killing myself, want to die, wanna die, wish i was/were dead, better off dead,
            end my life, end it all, end it, no reason to live, nothing to live for, dont want to live, do
            not want to live, dont want to be here anymore, suicid*, suicide, hurt myself, harm myself,
            cant go on, cannot go on, cant take it anymore, cant do this anymore, give up on life, tired
            of life/living, no point living/anymore, want it to end, not want to live
        """,
        Sense.SAFE: """
            asleep, fell asleep, fell in love, fire alarm test, fireplace, no fire, not fallen, no pain,
            no emergency, not urgent, gas bill, gas and electric*, bless your heart, with all my heart,
            dead battery, take my breath away, stroke the cat, fire drill, flood of
        """,
        Sense.PAST: "last year, years ago, year ago, months ago, long ago, back then, used to",
        Sense.HEALED: "better now, fine now, ok now, recovered, all good now, over now",
        Sense.NOW: "now, today, just, tonight, still, yesterday, this morning, help, again",
        Sense.JOKE: "joking, just kidding, lol, haha*, only joking, rofl",
        Sense.AUTOMATIC: """
            im driving, i am driving, while driving, out of office, automatic reply, automatic response,
            auto reply, on holiday until, on vacation until, sent from my car, away from my phone, im in a
            meeting, in a meeting
        """,
        Sense.ASKS_WHO: """
            who is this, who are you, whos this, whos that, is this real, is this a scam, scam, fake,
            spam, phishing, fraud, dont trust, do not trust, what company, how did you get my number
        """,
        Sense.WRONG_WHOLE: """
            wrong number, you have the wrong number, sorry wrong number, wrong person, you have got the
            wrong number, this is the wrong number
        """,
        Sense.WRONG: """
            not me, isnt her/his/my number, not her/his number, this isnt,

            wrong number, wrong person, not my number, not mr/mrs/ms, i am not, im not mr/mrs, dont know
            this person, dont know him/her, dont live there/here, do not live there/here, no longer live,
            not a tenant, no longer a tenant, not the tenant, somebody else, someone else, doesnt live
            here
        """,
        Sense.MOVED: "moved, moved out, moved away, nursing home, care home",
        Sense.DECEASED: """
            she/he/they died, died, passed away, is dead, has died, deceased, mother/father/mum/mom/dad
            died
        """,
        Sense.STOP_WHOLE: """
            stop [it/this/now/texting/calling/messaging/please] [me], please stop, no more @texts, stop
            sending [me] @texts, unsubscribe, opt out, remove me [from the list/from your list], remove my
            number, take me off [the/your] list, do not call [me] [again/anymore], dont call [me]
            [again/anymore], dont text [me] [again/anymore], stop @texts [me], stop all @texts
        """,
        Sense.STOP: """
            stop sending, do not contact, dont contact, no more contact, not contact me,

            stop, stopped sending, no more, dont call, do not call, dont text, do not text, leave me
            alone, leave us alone, remove me, remove my, take me off, opt out, cancel, go away, not
            interested, fuck off, bugger off, piss off
        """,
        Sense.START: "start again",
        Sense.HELP: """
            no heat, no heat in, not heating, water leaking, leaks, cold in the house, lost my keys,

            help, help me, need help, i need, need some help, want help, want some help, some help, could
            use ... help, help with, assistance, support, need a repair, need repair, repair*, plumber,
            electrician, broken, is broken, not working, doesnt work, does not work, isnt working, wont
            work, wont close/open/lock, leak*, leaking, dripping, blocked, clogged, mould, mold, damp, no
            hot water, no heating, no water, no electricity, no power, lost my key*, mice, rats,
            cockroach*, noise, noisy neighbours, neighbours ... noise, fix, needs fixing, to fix, waiting
            for, when will, nobody came, complaint, problem with, a problem, is stuck, cold in my
        """,
        Sense.THING: """
            tap, toilet, sink, shower, the bath, boiler, heating, heater, radiator, window, the door, my
            door, front door, back door, lock, keys, lift, elevator, light, lights, lamp, roof, ceiling,
            wall, kitchen, washing machine, fridge, drain, pipe, gutter, intercom, doorbell, stairs,
            garden, fence, bins, wheelchair, walker
        """,
        Sense.FAULT: """
            broken, leaking, leaks, blocked, stuck, lost my, cold, cracked, loose, damaged, rotten, dirty,
            gone, smells, stinks
        """,
        Sense.MATTER: """
            rent, bill, bills, letter, form, forms, money, debt, debts, pay, benefit, benefits, council,
            housing benefit, shopping, medicine, medication, doctor, sick, ill, hospital, neighbours,
            moving, move house
        """,
        Sense.CHAT: """
            chat, a chat, talk, to talk, talk to, speak to, someone to talk, conversation, company, @call
            me, please @call, can/could/would you @call, someone @call me, @call please, you can @call,
            ring me, phone me, give me a call/ring, call back, call me back, a call, visit
        """,
        Sense.LOW: """
            lonely, loneliness, alone, all alone, feel alone, sad, depressed, unhappy, down, feeling down,
            low, miss my, anxious, worried, worry, scared, not good, not so good, not well, not feeling
            well, not great, too bad, not too well, feel bad, feeling bad, tired, crying, cry, bored,
            nobody visits, no one, my husband/wife died, lost my husband/wife
        """,
        Sense.WARM: "lovely, would be nice, would be lovely, nice",
        Sense.YES: """
            yes, yeah, yep, yup, sure, yes please, of course, absolutely, certainly, definitely, i would
            like that, id like that, id love to, i would love to, i would love that, yes i would
            [like/love] [that/to], that would be nice/lovely/great/good, please do, yes of course, go
            ahead, would like that, yes sure
        """,
        Sense.WILLING: "please, gladly",
        Sense.FINE: """
            no worries, no worries here, i am okay, doing fine, doing okay [here], all is good, were good,

            all [is/@am] [@very] @good [here/now/thanks], all good, all fine, all ok, all well, everything
            [is/@am] [@very] @good [here], everything ok, everything fine, [@i] @am [@very] @good, @i @am
            [@very] @good, im [@very] @good, doing [@very] @good, i am doing [@very] @good, feeling
            [@very] @good, i feel [@very] @good, very well, very good, fine [here], am fine, @am fine,
            keeping well, no problems [here], no problem here, no complaints, cant complain, not too bad,
            all is [@very] @good, its all good, i have no problems, nothing to complain about
        """,
        Sense.NO: """
            no, no thanks, no thank you, nope, no help needed, no need, not needed, nothing needed, dont
            need anything, i dont need anything, i dont need help, dont need help, no help, nah, not
            necessary, i have everything
        """,
        Sense.GOOD: "good, fine, great, perfect, excellent, well, not bad",
        Sense.SO_SO: "so so, not bad, could be better, up and down, getting by, managing",
        Sense.UNSURE: """
            dont know, i dont know, not sure, maybe, perhaps, dont understand, do not understand, what is
            this, what do you want, what do you mean, why, how much, is it free, does it cost, what
            number, are you a robot, what time, is this a robot
        """,
        Sense.LATER: """
            later, not now, not today, another time, another day, some other time, call later, call back
            later, busy, im busy, i am busy, cant talk now, cant talk right now, not a good time, not
            right now, ill call you, i will call you
        """,
        Sense.TIME: """
            evening is better, morning is better, afternoon is better, after work, on the weekend,

            tomorrow, tonight, this afternoon, this evening, this morning, next week, next month, @day,
            after @hour, at @hour, before @hour, around @hour, between @hour and @hour, in an hour, in a
            few hours, in half an hour, in the morning, in the afternoon, in the evening, after lunch,
            after dinner, @hour oclock, @hour pm/am, next @day, day after tomorrow
        """,
        Sense.MAYBE_LATER: """
            not at home, not home, away, out shopping, at work, at the doctor*, visitors, on holiday, in
            the car
        """,
        Sense.UNWANTED: """
            no help, dont need help, dont need any help, no chat, dont want a chat, do not want a chat,
            dont want to talk, not lonely, not alone, no problem, no problems, no call, no need to call,
            no help needed, not ill, not bad, nothing needed, dont need anything
        """,
        Sense.NOT: "not, no, dont, never, isnt, doesnt, wont, cant",
        Sense.BUT: "but, except, only, however, although, though",
        Sense.POLITE: """
            please, thank you, thanks, thank you very much, thanks a lot, many thanks, thanks for asking,
            thank you for asking, for asking, cheers, hello, hi, good morning, good afternoon, good
            evening, dear, dear sir, dear madam, sorry, bye, goodbye, have a nice day, very kind, kind of
            you, so kind, that is kind, god bless, bless you, love, dear all, you too, and you, hope you
            are well, how are you, oh, well, hey, how nice
        """,
        Sense.ADDRESS: "mrs, mr, ms, miss, madam, sir, dear mrs, dear mr",
        Sense.SIGNED: """
            regards, kind regards, best regards, best wishes, greetings, yours sincerely, sincerely, love
            from, from
        """,
        Sense.KEY_CHAT: "one",
        Sense.KEY_HELP: "two",
        Sense.KEY_FINE: "three",
        Sense.KEY_STOP: "nine",
        Sense.NUMBER: "zero, four, five, six, seven, eight, ten",
        Sense.BEFORE_KEY: "number, option, choice, answer, i choose, press, its, i pick",
    },
)
