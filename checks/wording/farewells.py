"""A rule of `presumption`: having told others, given notice, moved, or bought things for a job not offered yet."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.hired import ELSEWHERE, REASON, WORDS

TOLD = Rule(
    name="presumption.told",
    message="A recruiter would read that you have told others, given notice, moved or bought things for a job that "
    "nobody has offered you yet.",
    advice="Leave it out, and give no notice before you have the offer in writing. If they ask when you are free: "
    '"My notice period is one month."',
    hits=shapes(
        (
            # notice and the old job
            r"(?:handed|handing|given|gave|giving|put|putting|submitted|submitting|tendered|written|served|gave in) "
            r"(?:~ )?(?:my |in my |in )(?:~ )?{notice}",
            r"(?:i have|i've) (?:\w+ )?served notice",
            r"my notice went in",
            r"turned in my (?:two weeks|{notice})",
            r"(?:given|gave|handed in) (?:\w+ )?{notice} (?:~~ )?(?:so (?:that )?i|to join|to start|to come)",
            r"gave (?:\w+ )?notice (?:this|yesterday|today|on)",
            r"given my (?:present )?\w+ (?:his|her|their) (?:[\w']+ )?notice",
            r"(?:i will|i'll|i shall|i'm going to|i am going to) (?:~ )?(?:hand in|give|give in|put in|submit) my "
            r"notice(?! if| should| once| when)",
            r"(?:i've|i have|ive) (?:now |just |already |finally |officially )?(?:resigned|quit)(?! because| when|"
            r" after| in)",
            r"{just} (?:quit|resigned|gave notice|given notice|left my job)",
            r"quit my \w+",
            r"resigned from my",
            r"(?:{i_have}) (?:~ )?(?:returned|handed back|given back|handed in) my "
            r"(?:keys|uniform|badge|laptop|locker)",
            r"(?:clearing|cleared|packing up|packed up|emptied|emptying) my (?:desk|locker|office|flat|apartment)",
            r"(?:dropped|dropping) out of (?:~ )?(?:term|course|degree|college|university|school|programme|year) (?:~ "
            r")?"
            r"(?:so|to|for)(?! (?:look|care|health|lack|family|personal|raise|earn|support))",
            r"{i_have} (?:now |just |already )?(?:given up|sold) my (?:rooms?|flat|place|lease|lodgings|digs|stall|"
            r"poultry|car|van|round|house|shop|tools|boat)(?: \w+){0,4}?[,.]? (?:so|in order to|to be free|for i|from "
            r"the|"
            r"because i'?ll|as i'?ll|since i'?ll)",
            r"(?:told|telling|informed) (?:[\w']+ ){1,5}?(?:i won'?t be (?:on|in|back|there|coming|working|renewing)|"
            r"i shan'?t "
            r"be|i will not be (?:back|renewing|returning)|to (?:find|get|hire|look for) (?:somebody|someone|another)|"
            r"to take me off|to replace me|he has lost me|they'?ve lost me)(?! (?:from|for|at) (?:~ )?(?:noon|lunch|"
            r"afternoon|morning|day))",
            r"{i_have} (?:now |just |already )?deregistered (?:at|from|with) the (?:~ )?(?:employment|job)",
            r"(?:he|she|they)(?:'ll| will) need me (?:there )?(?:until|till|to) (?:~~ )?(?:i'?m|i am) (?:all )?yours",
            r"my (?:wife|husband|partner) has (?:\w+ )?(?:resigned|quit(?! \w+ing)|handed in|given (?:in )?(?:his|"
            r"her) notice)",
            # other chances dropped
            r"(?:pulled|backed|dropped) out of (?:everything|all) (?:else|the others?|my other)",
            r"(?:cancelled|canceled|withdrawn from|pulled out of|turned down|stopped|dropped|called off) "
            r"(?:all )?(?:of )?my other (?:interviews?|applications?|searches|job)",
            r"(?:cancelled|canceled|withdrawn|stopped|ended) (?:all )?my (?:job )?(?:applications|interviews|search)",
            r"(?:told|telling|informed) (?:the )?(?:other|two other|all the other|both other) "
            r"(?:\w+ )?(?:compan(?:y|ies)|firms?|employers?|agenc(?:y|ies)|schools?|places?|recruiters?) "
            r"(?:~ )?(?:not interested|no|strike|longer)",
            r"(?:turned|turning|called|calling) (?:down|off) (?:~ )?(?:interviews?|applications|searches?) "
            r"?(?:~ )?(?:know|since|as|for you|for this)",
            # told others
            r"(?:told|informed|rung|called|texted|notified|telling) (?:all )?(?:of )?(?:(?:my|the|our) )?{people} "
            r"(?:~~ )?(?:(?:i'?m|im|i am|i'?ll be|we'?re|we are) (?:~ )?(?:leaving|moving|joining|starting|done|"
            r"finished|finishing|quitting|hired|off|going to work|taking over|working|one of (?:yours|your)|with you)|"
            r"new (?:job|employment|post|role|position)|(?:i|i've|i have|i'd|we) (?:got|landed) (?:the (?:\w+ )?(?:job|"
            r"post|role|position|place|gig|part)|it(?! (?:in|from|wrong|right|at|on))|a job|this(?: job|[.,;!]|$))|"
            r"last day|strike me|off the market)",
            r"(?:told|informed|let) (?:[\w']+ ){1,5}(?:know )?(?:that )?(?:i'?m|i am|i'?ll be|i will be) "
            r"(?:now |already )?(?:their|your|the (?:new|one to)|the one|one of (?:yours|your)|on your|at your|"
            r"taking over|now (?:a|the|at|with))",
            r"put the (?:~ )?news (?:on|with|to|in)",
            r"(?:posted|shared|announced) the (?:~ )?news (?:on|with|to|in)",
            r"(?:changed|updated) my (?:~ )?(?:headline|profile|status|linkedin|bio|title|facebook|voicemail) "
            r"(?:~ )?(?:to (?!include|add|show|reflect my)|as|with your|to say|to reflect (?:my|the) new)",
            r"everyone (?:is|has been) congratulating",
            r"my leaving (?:do|party|drinks)",
            r"(?:street|village|family|parish|church|class|office|everybody|dorm) has congratulated me",
            r"(?:told|informed|let|telling) (?:[\w',]+ ){1,5}?(?:know )?(?:that )?(?:i'?m|i am|it'?s me|it'?ll be me|"
            r"it will be me|"
            r"i'?ll be|i will be|i shall be) (?:now |already )?(?:the (?:new )?[\w-]+ now|with \w+ now|joining (?!by|"
            r"the call|"
            r"the meeting|late|you by|you for)|serving|running the|signing|on your books|coming to (?:work|live))",
            r"(?:know|knows|heard|told) (?:~ )?(?:that )?i'?m the new",
            r"(?:(?<!was )(?<!been )(?<!were )told|tell|telling|promised|informed|let|rang|written to|wrote to|"
            r"visited) (?:[\w',]+ ){1,16}from (?:now|here) on",
            r"(?:told|informed|tellt) (?:[\w'-]+ ){1,6}?(?:that )?(?:(?:they|he|she)(?:'ll| will| must| may| can)? "
            r"(?:have to |need to |"
            r"must |can |may )?(?:find|look for|get|need) (?:another|someone else|somebody else|a new)|where to find "
            r"me|(?:they|to) "
            r"(?:answer|report) to me|i (?:now )?(?:work for|belong to) you|(?:her|his|their) (?:son|daughter) is an?|"
            r"i'?m (?:off|away) to "
            r"you|i am (?:now )?(?:a|an|the) [\w' -]{2,20} now|i am now (?:a|the|in|at)|i'?m (?:now )?at \w+ (?:&|"
            r"and) \w+|not to count "
            r"(?:on )?me)(?= |[.,;!]|$)",
            r"(?:told|tell|tellin?g) (?:[\w'-]+ ){1,6}?(?:to (?:ring|call|ask for|find|reach) me|(?:that )?they can "
            r"(?:ring|call|find|"
            r"reach) me) (?:at|behind|in|on) your(?! (?:side|phone))",
            r"there'?s no going back(?= for| now|[.,;!]|$)",
            r"turned in my keys",
            r"put (?:in|down) my papers",
            r"introduc\w+ myself (?:~ )?as (?:the|your|their) (?:new )?(?!daughter|son|wife|husband)[\w-]+(?! of "
            r"(?:the )?last)",
            r"(?:moved?|changed?|switched|transferred|transfer) my (?:gp|doctor|gym|surgery|library card|bus pass|"
            r"practising certificate|registration|state license|licen[cs]e) (?:[\w,]+ ){0,6}?to (?:your|the one (?:in|"
            r"near|by|"
            r"round)|\w+, (?:near|so|as|since))",
            r"(?:put|listed|named|gave|given|listing|written|entered) (?:[\w']+ ){1,5}?as (?:my |the )?(?:new "
            r")?(?:employer|"
            r"workplace|training site|place of work)(?! (?:before|from|since|until|at the time|in|for))",
            r"(?:employment confirmation|confirmation of (?:my )?employment|proof of employment) (?:with|for|from|so)",
            r"that you employ me",
            r"announc\w+ (?:in \w+ )?that (?:i am|i'?m) (?:joining|the new|coming)",
            # moved and bought
            r"(?:signed|have taken|i've taken|'ve rented|have rented|just rented|put|paid|found|secured) "
            r"(?:~~ )?(?:lease|flat|apartment|deposit|house|room|rental) "
            r"(?:~~ )?(?:minutes|near|so that|to be (?:near|close)|close to|round the corner|by your|next to)",
            r"(?:signed (?:for|a lease on)|put down a deposit on|have rented|'ve rented|(?:have|'ve) let) "
            r"(?:[\w']+ ){1,2}(?:flat|room|house|apartment|cottage)(?! (?:while|until|in the past|before|for years))",
            r"paid (?:\w+ )?(?:years'?|months'?) rent",
            r"(?:booked|hired|arranged|paid for) (?:~ )?(?:movers|removal|removals|one-way|removal van)",
            r"booked my flight and will move",
            r"(?:our|my) house is (?:on the market|sold|up for sale)",
            r"(?:put|listed) (?:our|my) (?:house|place) (?:[\w ]{0,12} )?on the market",
            r"(?:put|made) (?:in )?an offer (?:in )?on a (?:house|flat|place|home)",
            r"(?:looking|look|looked) (?:at|for) (?:\w+ )?(?:houses?|flats?|apartments?|a place|rooms?|schools?) "
            r"(?:~ )?(?:near|close to|round|around|by|in) "
            r"(?:~~ )?(?:(?:since|as|because|so) i(?:'ll| will)|for when i)",
            r"(?:sorted|arranged|booked|found) "
            r"(?:~ )?(?:childcare|nursery|babysitter|child care|a childminder|dog walker|lodgings|digs) "
            r"(?:~ )?(?:from|for when i start|so i|so that i|near)",
            r"(?:enrolled|registered) (?:[\w']+ )?(?:[\w']+ )?(?:sons?|daughters?|boys|girls|kids|children|bairns) "
            r"(?:up )?(?:~ )?(?:in|at|there)",
            r"(?:children|bairns|kids|boys) are enrolled (?:at|in)",
            r"(?:{just}|have|i'?ve|we'?ve) (?:bought|buyed|purchased|ordered) "
            r"(?:~ )?(?:shoes|boots|uniform|season ticket|bus pass|tools|knives|scrubs|railcard|rail pass|travel card|"
            r"work clothes|overalls|apron|name tag|jacket)",
            r"(?:had|have|ordered|printed) (?:~ )?(?:business|complimentary|my) cards (?:~ )?(?:printed|made|as your)",
            r"with your logo",
        ),
        WORDS,
    ),
    guards=(
        *REASON,
        *ELSEWHERE,
        shape(
            r"(?:be there|come|coming|down|up|be in|be with you) (?:~~ )?for (?:the|your|my|our) (?:~ )?(?:interview|"
            r"trial|test|assessment|panel)|(?:come to|attend|make|be at) (?:the|your|my|our) (?:~ )?(?:interview|trial|"
            r"test|assessment|panel)|that (?:morning|afternoon|day|evening|friday|monday)'s"
        ),
    ),
    finds=(
        "I've told my family that I got the job.",
        "I have just handed in my notice.",
        "I already quit the warehouse, and quit my paper round too.",
        "I've had my cards printed with your logo.",
        "I have returned my keys to my present employer.",
        "I handed my notice in this morning; my notice went in at nine.",
        "I have bought a season ticket for the train.",
        "I booked my flight and will move over on the 12th.",
        "I told the regulars I'm taking over from Gary.",
        "I've dropped out of the second term so I can do the whole season.",
        "I told Captain Roy I won't be back after Sunday.",
        "I've told the diner to find somebody else for the Thursdays.",
        "My whole street has congratulated me.",
        "I wrote to the ushers to introduce myself as the new manager.",
        "On the visa form I have put your firm as my employer.",
        "I've pulled out of everything else.",
        "I told them that I'm with Salazar now.",
        "I've told your two apprentices that from now on they report to me.",
        "I've told the crew where to find me.",
        "I've told the Young Farmers they'll have to find a new treasurer.",
        "I told my mother that her son is a museum man now.",
    ),
    spares=(
        "I gave my notice in February because the surgery is moving.",
        "If you chose me, I would hand in my notice the same day.",
        "I've told my manager that I am applying.",
        "I have told my two referees to expect your call.",
        "I let the customers know that I was leaving at six.",
        "I'd need to give a month's notice.",
        "I told him I'd be ten minutes late.",
        "I've told the diner to take me off that morning's shift, so I can come to the interview.",
        "My gran is telling everybody in the queue I've got the hands for it.",
        "I have let my own house in the past.",
        "I told the tutor I won't be in for the afternoon, so two o'clock suits me.",
        "I dropped out of my degree to look after my mother.",
        "My wife has quit asking me.",
        "I sold my van last year.",
        "I put Boots as my employer from 2019 to 2022.",
        "I've told my agent that I am joining by video.",
        "I was told to write to this address from now on.",
        "I told the porter where to find the meeting room.",
    ),
)
