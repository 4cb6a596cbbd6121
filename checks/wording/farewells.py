"""A rule of `presumption`: having told others, given notice, moved, or bought things for a job not offered yet."""

from __future__ import annotations

from checks.phrases import Rule, shapes
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
            r"given my (?:present )?\w+ (?:his|her|their) (?:\w+ )?notice",
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
            # other chances dropped
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
            r"new (?:job|employment|post|role|position)|(?:i|i've|i have) (?:got|landed) (?:the|it|a job|this)|"
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
            # moved and bought
            r"(?:signed|have taken|i've taken|'ve rented|have rented|just rented|put|paid|found|secured) "
            r"(?:~~ )?(?:lease|flat|apartment|deposit|house|room|rental) "
            r"(?:~~ )?(?:minutes|near|so that|to be (?:near|close)|close to|round the corner|by your|next to)",
            r"(?:signed (?:for|a lease on)|put down a deposit on|have rented|'ve rented|have let) "
            r"(?:[\w']+ ){1,2}(?:flat|room|house|apartment|cottage)(?! (?:while|until))",
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
    guards=(*REASON, *ELSEWHERE),
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
    ),
    spares=(
        "I gave my notice in February because the surgery is moving.",
        "If you chose me, I would hand in my notice the same day.",
        "I've told my manager that I am applying.",
        "I have told my two referees to expect your call.",
        "I let the customers know that I was leaving at six.",
        "I'd need to give a month's notice.",
        "I told him I'd be ten minutes late.",
    ),
)
