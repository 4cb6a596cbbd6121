"""Two rules of `other_offers`: another employer's offer, and another employer's deadline."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.rivals import ADVICE, ANSWERING, GIVEN_BY_THEM, PAST_JOB, TURNED, WORDS

OFFER = Rule(
    name="other-offers.offer",
    message="A recruiter would read another employer's offer as pressure to decide.",
    advice=ADVICE,
    hits=shapes(
        (
            # I have another offer
            r"(?:have|i'?ve|hold|holding|got|received|receive|recieved|been given|been made|getting|get|sitting on|"
            r"with|weighing|considering|had|entertaining|juggling|comparing) "
            r"(?:~ )?(?:an?|another|two|three|several|other|some|multiple) "
            r"(?:{kind} ){0,3}{offer}(?: (?:~ )?(?:from|with|at|elsewhere|in hand|on the table|in writing|waiting|"
            r"pending|that|which|4|in my|in front|sitting|expiring|valid)|"
            r" (?:to (?:work|join|start|accept|teach|go|move|become|manage|come)|"
            r"for (?:a|an|the|another|more|{money})|and|but|so|too|as well|already|now|i|open)|,|\.|;|!|$| -)",
            r"(?:weighing(?: up)?|considering|juggling|comparing|sitting on|have|had|got) "
            r"(?:~ )?(?:couple of|two|three|several|few|number of|other|different) (?:\w+ )?offers",
            r"(?:another|a nother|other|competing|rival|counter-?) "
            r"(?:{kind} )?(?:offers?|contract)(?! (?:for|of) (?:help|a visit|tea|a lift))",
            r"offer (?:~ )?from (?:another|a|an|one of|the|other) (?:~ )?(?:{employer})",
            r"my (?:other )?offer from",
            r"(?:i've been|i have been|i was|i got|i'?ve (?:just |also )?been|i have (?:just |also )?been|also been|"
            r"i am being|i'?m being|just got) offered (?:a |an |another |other |two )?(?:\w+ ){0,3}{post} "
            r"(?:~ )?(?:at|with|by|from|in|elsewhere|on|for|starting)",
            # they have made me one
            r"(?:has|have|had|\w+'ve|\w+'s) "
            r"(?:now |just |already |also |since |even )?(?:offered me(?!{trifle}| (?:his|her) (?!job|place|post))|"
            r"made (?:me )?(?:a |an )?(?:{kind} ){0,2}(?:offer|proposal)|made me (?:~ )?{offer}|"
            r"put (?:a|their|an) (?:~ )?(?:on the table|in writing)|sent me (?:~ )?(?:{offer}|papers|letters?|terms)|"
            r"given me (?:letters?|(?:~ )?{offer}))",
            r"{rival} (?:~~ )?made (?:me )?(?:a |an )?(?:{kind} ){0,3}{offer}",
            r"{rival} (?:~ )?(?:has|have|had|already|just|is|are|made|offer|offers|offered)(?: \w+){0,3} "
            r"(?:offer(?:ed|ing)?|{offer})",
            r"{rival} (?:rang|phoned|called|wrote|e-?mailed|got in touch|contacted me|approached me|came back)(?: me|"
            r" to me)? (?:~~ )?(?:with (?:a|an|the|their) (?:job|offer|contract|post|place)|"
            r"about (?:a|the) (?:job|post|role)|offering|to offer)",
            r"(?:already |just |also )?offer(?:ed|s|ing)? me (?:~ )?(?:{money}|more|the same|(?:~ )?{post}|also)",
            r"(?:their|its) (?:~ )?(?:offer|contract|terms|figure|number) "
            r"(?:~ )?(?:is|are|was|in|on|has|expires?|lapses?|runs)",
            r"(?:contract|papers|offer|letter) (?:~ )?(?:needs?|need|awaits?|waiting for|wants) (?:only |just )?my "
            r"signature",
            r"(?:waving|dangling) a contract",
            r"(?:there is|there'?s|i have|i've got|with) (?:a|another|their) (?:\w+ )?(?:contract|offer)(?: letter)? "
            r"(?:~ )?(?:in my inbox|on my (?:desk|table|kitchen table)|in front of me|on the table|in my hand|"
            r"from (?:another|the|a))",
            r"{they}promised me (?:a|the) (?:post|job|place|seat)",
            r"(?:issued|sent|handed) me (?:an )?(?:appointment letter|contract)",
            r"(?:has|have) sent an appointment letter",
            # money
            r"(?:will|would|'ll|'d) (?:pay|give) me (?:~ )?(?:{money}|more|extra)(?: more| extra)?",
            r"(?:at|on|for) {money} (?:base|plus|basic|an hour|a year|per|and a car|all in)(?: |,|\.)(?:~ )?(?:at|"
            r"from|with) {rival}",
            r"{rival} (?:~ )?(?:at|on|for) {money}",
            r"(?:has|have|'ve|'s) (?:said|written|gone to|gone up to|come up to|come to) {money}(?! of)",
            r"(?:come|came|gone|went) (?:up )?(?:~ )?(?:per cent|percent|%) higher",
            r"(?:a fiver|{money}) an hour on top",
            r"(?:a )?better (?:package|offer|deal|salary|wage) "
            r"(?:~ )?(?:elsewhere|somewhere|with another|from {rival})",
            r"(?:{employer})(?: \w+){0,6} (?:came|come|has come|have come|got|gotten) back (?:~ )?with "
            r"(?:~ )?(?:offer|figure|number|contract|package)",
            r"(?:put|named|measured|named) (?:a|me a|their) (?:number|figure|price)(?: \w+){0,3} "
            r"(?:to me|for me|on paper|in front of me)",
            r"(?:give|pay|paying|pays) me (?:~ )?{money} (?:~ )?(?:hour|hr|day|week|month|year)",
            r"(?:my|our) (?:current|present) (?:company|firm|employer|boss|place) "
            r"(?:~~ )?(?:matched|raised me|counter-?offered|upped|made me)",
            r"upped my (?:money|pay|wages)",
            # they would take me
            r"(?:say|says|said|told me|rang|rung|called|ring) "
            r"(?:~ )?(?:i can start|i could start|i may start|the (?:same )?(?:job|place)(?: is|'s) mine|they want me|"
            r"they'?ll take me|they'?d take me)",
            r"{they}(?:would|will|'d|'ll) (?:have|take) me (?:~ )?(?:{soon})",
            r"(?:somewhere|someone|somebody) else has said yes",
            r"said yes to me (?:as well|too|out loud)",
            r"{they}(?<!to )(?:holding|holds|keeps?|keeping|kept) (?:a|an|one|two|my) (?:[\w-]+ ){0,2}{held} "
            r"(?:open |warm |in mind |free )?(?:for me|with my name)",
            r"{they}(?:has|have|'s got) (?:a|an|one) (?:\w+ )?{held} for me (?:{soon}|until|till)",
            r"(?:another|a) (?:[\w-]+ ){0,2}(?:{held}|{worn}) (?:[\w-]+ ){0,2}(?:with|has) my name (?:taped |half |"
            r"pencilled |already )?(?:on|to|in)",
            r"{they}(?<!to )(?:has|have|'s got|keeping|keeps|holding|hold|holds|kept) (?:an?|the|my|its|their) "
            r"(?:[\w'-]+ ){0,2}(?:{held}|{worn}|bed|bench|stool|room|cabin|stall|saddle) (?:for me (?:until|till|on|"
            r"from|"
            r"{soon})|waiting for me|going (?:spare|cold|begging)|warm for me)",
            r"(?:has|have|'ve) (?:now |also |since |just )?offered to (?:take|have|hire|employ|sign|"
            r"start) me(?! (?:to|out|"
            r"round|for a|there))",
            r"(?:has|have|'ve) asked me to (?:come in as|join (?:them(?! (?:for|on|at))|it|its \w+|their \w+)|"
            r"come (?:and|to) work)",
            # terms and papers
            r"i(?:'ve| have)(?: got)? {money} in writing",
            r"(?:has|have|had|'s|'ve) told me {money}(?=,|\.| an | a | plus)",
            r"(?:letter|contract|offer) (?:[\w'-]+ ){0,4}(?:lying|lies|sitting|sits|waiting|waits|is) (?:here |now )?"
            r"(?:on my (?:table|desk|kitchen|stove|mantel\w*|sideboard)|in my (?:drawer|hand|bag|pocket)|before me|"
            r"in front of me|unsigned)",
            r"(?:lies|sits|is|lying|sitting) here unsigned",
            r"(?:two|three|two more|another|one more|a second|a signed) letters? (?:\w+ )?(?:in hand|on (?:my|"
            r"the) (?:\w+ )?"
            r"(?:table|desk|stove)|in my (?:drawer|hand|bag))",
            r"(?:is|are|'s) (?:both |all )?(?:starting|taking on) (?:people|folk|lads|staff|drivers|nurses|everyone) "
            r"(?:at|on) (?:~ )?(?:{money}|pound|couple)",
            r"(?:pay|pays|paying|give) me (?:a |an |two |three |four |five |ten |{money})(?:pounds?|dollars?|euros?|"
            r"quid|"
            r"fiver|tenner|rand|grand)? ?(?:~ )?more",
        ),
        WORDS,
    ),
    behind=GIVEN_BY_THEM,
    guards=(
        *PAST_JOB,
        ANSWERING,
        TURNED,
        shape(r"in your name|search models?|turn(?:s|ed)? us down|than ours|may i have"),
    ),
    finds=(
        "I have received a job offer from another carrier.",
        "A research firm in Basel has made me an offer.",
        "The co-op has put a number on the table.",
        "I hold a written offer from another manufacturer.",
        "Shady Pines already offer me 15.50 an hour.",
        "I've been offered a role at another company, but you are my first choice.",
        "i got offered a job at the mill but id rather work for u",
        "A rival firm has been in touch and made a very attractive proposal.",
        "My offer from Cobb & Sons runs out tomorrow.",
        "The garage down the road says I can start Monday.",
        "A lodge near Talek is holding a post for me.",
        "The cathedral has kept its last stool for me until Wednesday.",
        "The lads at the port have offered to take me on at 21.",
        "The Playhouse have asked me to join them and would like a yes.",
        "On the rate, I've 525 in writing from a fintech on the same street.",
        "The practice across the square has told me 28, in writing.",
        "Their contract lies here unsigned.",
        "I have two more letters in hand, both better.",
        "The two yards I saw last week are both starting people at a couple of pounds above that.",
        "Another depot has a jacket with my name on it.",
    ),
    spares=(
        "Thank you for the offer letter.",
        "I draft and send about thirty job offers a week.",
        "I have accepted an offer from another firm.",
        "I wanted to ask what your scheme offers.",
        "I have no other offer and am in no hurry.",
        "You have offered me a job, and I'm glad.",
        "Thank you for offering me a second interview.",
        "I was offered a place at Leeds to read chemistry in 2019.",
        "My offer to come in for a trial day stands.",
        "My mum said yes to me working Sundays as well.",
        "I have a job offer from my aunt, to mind her geese, and only mention it as a joke.",
        "He told the whole department before he had a contract, and we teased him for it.",
        "Your colleague has offered me a slot on Tuesday.",
        "My old master has offered me his forks.",
        "I asked the girl in the pharmacy to keep a chair for me at lunch.",
        "It's in a drawer with my name on it.",
        "I've received a message in your name offering me a job.",
        "The choir has asked me to join them for the carols.",
        "My central result is on the arrival rate of competing offers in search models.",
        "My brother has offered to take me to the station.",
    ),
)

DEADLINE = Rule(
    name="other-offers.deadline",
    message="A recruiter would read another employer's deadline as pressure to decide.",
    advice=ADVICE,
    hits=shapes(
        (
            # they want my answer by
            r"(?:they|who|which|both|(?:~ )?(?:{employer})) (?:(?!to\b)\w+ ){0,2}(?:{want}) (?:~ )?(?:my|an?|its|for) "
            r"{answer}(?: (?:~ )?(?:{when}|{day})|\.|,|$)",
            r"(?:they|both|(?:~ )?(?:{employer})|who|all|and|them) (?:{want}) (?:~ )?(?:me|2|to|that i) "
            r"(?:~ )?(?:{decide}) (?!about (?!me)|where (?!i)|which |how )(?:~ )?(?:{when}|from|between|{day})",
            r"(?:they|both) (?:{want}) (?:2|to) know (?:~ )?(?:{when}|{day})",
            r"(?:has|have) asked me (?:to (?:sign|choose|name a|let them know|give them)|"
            r"for (?:a yes|an answer|my answer))",
            r"(?:has|have|'s|'ve) been at me to",
            r"(?:like|wants?) me to (?:sign|commit|shake on it|say yes)",
            r"to sign me from",
            r"expects? to have my (?:signature|answer)",
            r"(?:needs?|wants?) my (?:signature|answer|yes|yes or no|name on)(?! (?:you|and))",
            r"(?:has|have|'s|'ve|gave|gives|is giving) (?:already |now |only )?(?:given )?me "
            r"(?:only )?(?:until|till|up to|to the) (?:{day}|{month}|noon|the|tomorrow|five|your)",
            # until then
            r"(?:given|got|have|i'?ve) (?:me )?(?:only )?until (?:~~ )?to (?:accept|answer|decide|sign|reply to them)",
            r"(?:{i_have}|got) (?:~ )?(?:till|until|til) (?:~ )?{day} (?:~ )?to (?:answer|accept|sign|give)",
            r"(?:offer|contract) (?:~ )?(?:expires?|lapses?|runs out|is open|closes|is only good|is good) "
            r"(?:~ )?(?:{when}|{day}|at close)",
            r"offer(?:,? which| that) (?:expires?|lapses?|runs out|closes)",
            r"deadlines? (?:of|on|for|by) (?:~ )?(?:{day}|\w+) (?:~ )?(?:from|with|at|by) (?:~ )?{rival}",
            r"(?:won't|will not|can't|cannot) (?:hold it|keep it|wait|keep the \w+)(?: (?:open|out))? "
            r"(?:past|after|beyond|until|longer)",
            # I owe them an answer
            r"(?:have|need|must|supposed|due|promised|got|obliged|expected) "
            r"(?:to )?(?:give|get back to|respond to|reply to|sign with) "
            r"(?:them|{rival}|(?:an?|the other|another) (?:\w+ ){0,2}(?:{employer})) "
            r"?(?:~ )?(?:{answer}|know|{when}|{day})",
            r"(?:have|need|must|promised|got|due) (?:to )?give my (?:answer|decision) to(?! (?:you|the panel|this))",
            r"before (?:i have to |i must |having to )(?:answer|reply to|respond to) them",
            r"before they do",
            r"(?:an|my|for an) (?:answer|yes|decision|signature) (?:off|from|out of) me",
            r"(?:has|have) given me (?:only |just |barely )?(?:{number}|forty-eight|twenty-four|seventy-two) (?:{unit})"
            r"(?= to|,|\.|;|$| and my| but)",
            r"(?<!may )(?<!could )(?<!can )(?<!those )i (?:still )?(?:have|'ve) until (?:the )?(?:{day}|\d+\w*|noon|"
            r"end of) "
            r"(?:~ )?to (?:tell (?:the|them|a)|respond to|answer (?:the|them|a)|sign (?:with|for)|choose)",
            r"(?:by|before) (?:{day}|noon|tomorrow|tonight|the \d+\w*) i (?:must|have to|need to|should) (?:tell|"
            r"answer|"
            r"sign with|say yes to) (?:them|{rival}|the (?:[\w'-]+ ){1,3}(?:in|at|whether))",
            r"i (?:have to|must|need to) let (?:somebody|someone|other people|another \w+) know by",
            r"(?:{day}|noon|tonight|tomorrow|midnight) or (?:forget it|nowt|never|not at all|no deal)",
            r"(?<!we )(?:can'?t|cannot|couldn't|don'?t like to|won'?t|hate to|unfair to) (?:keep|leave|fob|put|hold|"
            r"stall|string) "
            r"(?:them|both|him|her|both of them) (?:\w+ )?(?:off|waiting|dangling|hanging|sweet|at bay|guessing|along|"
            r"on ice)",
            r"have to accept the other (?:people|lot|one|offer|place)",
            r"(?:i have to|i must|i need to|have until|i will have to|i'?ll have to|need to|holding off on|"
            r"putting off) (?:accept|accepting|sign|signing|refuse|respond to|answer|take) "
            r"(?:~~ )?(?:them|their|{rival}|or refuse|another (?:{employer})|"
            r"(?:the )?other (?:position|job|role|post|offer)|another (?:position|job|role|post|offer))",
            r"(?:can|could|will|to|cannot|can't) (?:only )?(?:keep|hold|put|fob) (?:them|him|her) "
            r"(?:both )?(?:waiting|off|hanging|on hold|past)",
            r"holding them (?:both )?off",
            r"let (?:{rival}|them) know (?:by|before|on|this|{day})",
            r"(?:said i'?d let|told them i'?d|i told them i'd) (?:them know|think|let|answer|know|say)",
            r"(?:promised|owe|told) (?:the other|another|two other) (?:~ )?(?:{employer}|people) "
            r"(?:~ )?(?:an?|my|that|i'?d|by|i would)",
            r"(?:asked|begged|persuaded) (?:another|the other) (?:~ )?(?:{employer}|people) "
            r"(?:~ )?(?:to wait|for (?:more|a few|some)|to hold|to give)",
        ),
        WORDS,
    ),
    behind=GIVEN_BY_THEM,
    guards=(
        *PAST_JOB,
        ANSWERING,
        TURNED,
        shape(r"(?:my|current|present|existing|temporary|our) (?:\w+ )?contract|you (?:have )?(?:asked|wrote|told)"),
    ),
    needs=shapes(
        (
            r"(?<!the )(?<!your )(?:{offer})",
            r"{rival}",
            r"(?:a|an|the|two|their|their) (?:\w+ ){0,2}(?:{employer})",
            r"(?:job|place|post) is mine",
            r"(?:answer|decision) to",
            r"another (?:position|job|role|post)",
            r"[\w']+ (?:has|have) (?:asked|given) me",
            r"me to sign",
            r"my signature",
            r"off me|out of me|let (?:somebody|someone|other people) know|or (?:forget it|nowt|never)|i must tell",
            r"{they}(?:rang|called|wants?) me|i still have until|the other people|said (?:noon|{day}) or",
        ),
        WORDS,
    ),
    finds=(
        "I have to give a distillery on Islay my decision on the 16th.",
        "It is an offer from a bank, and they need my answer by this Friday.",
        "A dairy group and a winery are keen, and both want me to commit by month end.",
        "I hold an offer which lapses on Tuesday.",
        "I have an offer and I can keep them waiting three days.",
        "I have a deadline of Friday from another employer.",
        "I'm holding off on accepting another position until I hear from you.",
        "A resort on Koh Rong has given me until Sunday.",
        "Another clinic in Entebbe has given me forty-eight hours and my heart is with you.",
        "By Friday I must tell the harbour in Bremerhaven whether I will take their crane.",
        "I still have until Friday to tell the people in Rochester.",
        "Quarry down the road's after an answer off me tonight.",
        "Only thing is the bus company said Friday or forget it.",
        "Two yards rang, and I can't fob them off past the weekend.",
        "I have to let somebody know by Thursday, and would be sorry if your answer came later.",
        "If I have not heard by Saturday I will have to accept the other people.",
    ),
    spares=(
        "I need to give my present firm four weeks, so I could begin in May.",
        "The agency asked me to send an answer to you.",
        "The contract with my landlord ends on Friday.",
        "We wanted customers to decide on the day.",
        "They wanted an answer by noon, so I wrote the tender overnight.",
        "I must give my landlord an answer by Friday.",
        "You gave me until Friday to send the form.",
        "I hold an approval letter from the ministry that lapses on Tuesday.",
        "I must tell you that the barrels in the yard get too much sun.",
        "May I have until Tuesday to answer?",
        "The racing office needs to know by the end of the month who my next employer is.",
        "I don't like to rush anyone, but I have to let my son's nursery know by Thursday.",
        "I told a supplier to expect my signature on Friday's orders.",
        "The council would like to know about the beech by Thursday.",
    ),
)
