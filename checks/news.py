"""The shapes of asking for news or a decision, in plain words and in oblique ones. Data; compiled once.

What an applicant may ask as well ("is the shuttle job still going?") stands apart, in STILL_OPEN: it asks for news only
of somebody whom one has met or written to.
"""

from __future__ import annotations

from checks.occasions import SETS
from checks.phrases import shapes

_SETS = SETS | {
    "they": r"you|u|ye|they|he|she|anyone|anybody|the \w+(?: \w+)?|his \w+|her \w+|your (?:\w+ )?\w+",
    "decided": r"decided|picked|chosen|selected|settled|hired|appointed|filled|met|sat|deliberated|conferred|"
    r"concluded|agreed|reached|made up|made a|made any|made your|come to (?:a|any|some)|come round to|taken anyone|"
    r"taken (?:somebody|someone)|found (?:anyone|anybody|someone|somebody|your)|got (?:anyone|anybody|someone|ne1|"
    r"any1)|had a (?:chance|think|moment)",
    "decide": r"decide|decid(?:ing|ed)|choose|choosing|pick|picking|know|hear|meet|expect|settle|settling|announce|"
    r"tell|be in touch|get back|let (?:me|us|people|everyone) know|make up|make a|make the|come to",
    "us": r"me|us|a (?:man|girl|woman|body)",
    "verdict": r"decision|outcome|result|results|verdict|conclusion",
}
NEWS = shapes(
    (
        # "Any news?", "anything new on the counter job?"
        r"any (?:joy|luck|movement|progress|thoughts|clue|idea|word|news|updates?|inkling|notion|verdict|"
        r"sign of)(?= ?\?| (?:\w+ )?(?:with|on|about|when|yet|regarding|of|from|who|as to|at|for me|back|so far))",
        r"(?:any|further|more|no) (?:(?!\w+er word|other word|such word)\w+ )?(?:news|updates?|word|decisions?|"
        r"outcome|progress|verdict|"
        r"developments?|timeline)",
        r"any(?:thing)? (?:new|fresh|further(?! doubt| question)|doing|happening|stirring|decided)(?: \w+)? (?:on|"
        r"with|about|yet)",
        # "Have you decided?", "has the panel met?", "did the boss say anything?"
        r"(?:have|has|had|did|do|are|is|were|was|hav)(?: you| u| they| the \w+| anyone| a|"
        r" any)(?: \w+){0,3} (?:decided|decision|made up your mind|chosen|filled|deciding|hear anything|"
        r"heard anything)",
        r"(?:have|has|had|hav) {they}(?: \w+){0,3} {decided}",
        r"(?:have|has) (?:you|they) (?:anyone|anybody|someone|somebody|your \w+)(?: \w+){0,2} yet",
        r"(?:have|has|did) {they}(?: \w+){0,2} (?:say|said|heard|hear|come back with) (?:anything|owt|aught|yes|no)",
        r"did {they} (?:\w+ )?(?:decide|choose|pick|hire|fill|make|come to|settle|get any)",
        r"what did (?:the|they|your|he|she) (?:\w+ )?(?:\w+ )?(?:say|think|make|decide)",
        r"(?:you've|you have|you'd|you had|they've|they'd|if you) (?:\w+ )?(?:picked|chosen|decided|settled|"
        r"filled)(?: \w+){0,3}(?: yet|$)|wondered if you'?d picked",
        r"did i (?:pass|do|get it|make it|get the)|(?:do|have) i (?:have|got) it|how did i (?:do|get on|fare)|"
        r"am i (?:still )?in(?: the running)?(?= ?\?)|was i (?:any good|what you)",
        r"(?:whether|(?:know|hear|tell me|learn|see|wondering|wondered|ask) if|informed that) (?:i'?ve|i have|i had|"
        r"i was|i am|i'?m|im|my application|it) (?:\w+ ){0,3}(?:successful|unsuccessful|selected|chosen|shortlisted|"
        r"in the running|got the|made it|getting the|got it|passed)",
        r"(?:been|been made|has been) a decision",
        r"(?:has|have) (?:the |that |this |your |my )?(?:[\w']+ ){1,4}been (?:held over|given out|settled|filled|"
        r"shelved)(?= ?\?)|"
        r"yet to be given out|(?:somebody|someone|anybody|anyone) (?:else )?been (?:found|chosen|hired|appointed|"
        r"picked)",
        r"(?:have|has) (?:both |either |my |the |your )*(?:referees?|references?) (?:\w+ )?(?:answered|replied|"
        r"written|been)(?= ?\?"
        r"| taken)|are (?:the |my )?references (?:\w+ )?taken up",
        r"anything (?:to report|from (?:the|your|head) (?:client|panel|board|boss|committee|manager|office|"
        r"department))|"
        r"is there an? (?:answer|outcome|decision|result|verdict)(?= ?\?| on| about| for| yet)",
        r"how far (?:the |your )?(?:\w+ ){1,3}(?:has|have|is|are) (?:come|got|gone|along|progressed)|"
        r"how is the shortlist",
        r"have (?:you|they) (?:got )?(?:somebody|someone|anybody|anyone) (?:for (?:the|my)|in mind)",
        r"any go (?:with|on)|how the land lies|am i (?:on|in) (?:the|your) (?:\w+ ){1,5}or not",
        r"(?:are|is) the (?:\w+ ){1,6}(?:chosen|picked|appointed|decided|settled|hired)(?= ?\?| yet)|is it sorted yet|"
        r"is it (?:a )?yes,? (?:or )?(?:a )?no,? or|(?:job|post|role|panel|place) still being (?:discussed|considered)",
        r"(?:curious|wonder|wondering|wondered|ask|know|tell me|say) (?:whether|if) (?:the|"
        r"your) (?:\w+ ){0,3}(?:panel|board|"
        r"committee|list|shortlist|role|job|post|position|search|place|vacancy) (?:is|has|was|had|had been|has been|"
        r"is still|"
        r"was still) (?:been )?(?:complete|closed|settled|filled|taken|on hold|decided|chosen|met|sat)",
        r"(?:know|ask|tell me|say) (?:yet )?when the (?:\w+ )?(?:partners|panel|board|committee|governors|trustees|"
        r"council) (?:meets?|"
        r"sits?|decides?)|(?:panel|committee|board) is still (?:discussing|considering|weighing) (?:me|my)",
        r"who is (?:now )?deciding|when you'?ve made up your mind|(?:did|have) you (?:get|got|gotten) (?:round|"
        r"around) to",
        r"(?:sorry|hate|not|loath|without wishing) to (?:chase|hound|pester|nag|badger) ?(?:you)?(?= ?[.,;!]|$| but|"
        r" again)|"
        r"no (?:reaction|acknowledge?ment) (?:so far|yet)",
        # "When will you know?", "by when", "what happens next?"
        r"(?:when|whether|if) (?:\w+ ){0,6}(?:hear(?! me| the )|decide|decided|decision|deciding|expect|know more|"
        r"be in touch|"
        r"get back)",
        r"when(?:abouts)? (?:will|would|might|do|are|can|should|shall|may|wd|r) (?:{they}|i|we)(?: \w+){0,4} {decide}",
        r"(?:know|tell|say)(?: \w+){0,4} (?:roughly |about )?when {they}(?:'ll| will| would| might|'d)",
        r"(?:which|what|on which|by what|by which) (?:day|date|week)(?: \w+){0,5} (?:decide|deciding|hear|finish|"
        r"choose|know|finished)|day in mind for deciding|date by which",
        r"(?:what|which) (?:is|are|'s) (?:the |your |my )?next|what happens (?:next|now)|next steps?(?= ?\?)|(?:know|"
        r"hear|learn|ask)(?: \w+)? about (?:the )?next steps?",
        # "Where do things stand?", "wondered where things had got to"
        r"(?:where|how) (?:things|we|the (?:process|matter|search)|it all|matters|my application) (?:stands?|stood|"
        r"are|is|goes|going|looks?|had got|have got|has got|'ve got|got to)|how (?:does|do) (?:it|things|"
        r"matters) stand|how it (?:stands|looks)|where (?:i|you) (?:stand|are (?:with|on|at|up to))|where (?:are|"
        r"am) (?:you|we|i)(?: \w+)? (?:with|on|at|up to|in)",
        r"(?:status|progress|outcome|result|state|update) (?:of|on|regarding|about|for|from|"
        r"with) (?:\w+ ){0,5}(?:{role})",
        r"(?:wondering|wondered|curious|keen|like|love|want|wanted|anxious|eager) (?:to (?:know|hear|find out|learn|"
        r"ask) )?(?:if|whether|when|what|how|where) (?:you|u|the|there|my|i|things|a|any|it)(?: \w+){0,4} (?:next|yet|"
        r"decid\w+|hear\w*|news|progress|still|heard|going|stands?|happening|made|filled|timeline|process|picked)",
        r"(?:ask|know|learn|inform me of|intimate|kindly intimate|advise|hear|discover|request)(?: \w+){0,2} (?:the|"
        r"my|your) (?:\w+ )?{verdict}",
        r"(?:await|awaiting|waiting (?:for|on)|pending)(?: \w+)? (?:your|the|a|any) (?:\w+ )?{verdict}",
        r"(?:advise|inform|tell|update) me (?:of|on|about|as to) (?:your|the|my) (?:\w+ ){0,2}(?:position|decision|"
        r"status|result|outcome|plans?)",
        # "Did you get my mail?", "nobody has written"
        r"(?:did|has|have) (?:you (?:get|got|receive|received|see|seen) )?my (?:\w+ ){0,2}(?:e-?mail|message|letter|"
        r"note|voicemail|application|forms?|papers)(?: \w+)? (?:reach|reached|arrive|arrived|come|came|get|got|gone|"
        r"go|went|land|yet)",
        r"(?:did|have|if|whether) (?:you|u) (?:\w+ )?(?:get|got|receive|received|see|seen) my (?:\w+ )?(?:e-?mail|"
        r"message|msg|application|cv|note|letter|mail)",
        r"whether (?:it|they|my \w+) (?:has |have |ever )?(?:reached|arrived|landed|got)",
        r"(?:haven'?t|have not|not|never|still not|hadn'?t) (?:\w+ )?(?:heard|had (?:a|any) (?:reply|response|answer|"
        r"word)|received (?:a|any))|heard (?:nothing|nowt|nothing back)|(?:had|have had) no (?:word|reply|answer|news|"
        r"response)",
        r"(?:hear|hearing|heard) (?:back|anything|something|either way)|when (?:\w+ ){0,4}hear from you|"
        r"not heard from you|(?:waiting|waited|wait|been waiting) (?:\w+ ){0,2}(?:to hear|for (?:your|the|a) (?:call|"
        r"answer|reply|letter))",
        r"(?:wrote|emailed|applied|sent)(?: \w+){0,6} (?:and|but)(?: \w+){0,3} (?:not|n'?t|never|no|nothing|nobody)",
        r"i (?:have )?(?:applied|sent (?:you |in )?my (?:application|cv|forms|papers)|submitted my|"
        r"put in for the \w+)(?: [\w']+){0,8} (?:in (?:{month})|on the \d|(?:weeks|months) ago|last (?:week|month))|"
        r"on (?:the )?\d{1,2}(?:st|nd|rd|th)?(?: (?:{month}))? i (?:sent|applied|wrote|enquired)|(?:days|weeks|months|"
        r"fortnight) ago i (?:sent|wrote|applied|asked)|(?:weeks|days|months|fortnight) (?:have passed|have gone|"
        r"and counting|now and)",
        r"(?:you|they|he|she) said (?:that )?(?:you|they|he|she|i|we|it)(?:'d| would|'ll| will) (?:\w+ )?(?:hear|"
        r"decide|know|be in touch|let (?:me|us) know|get back|ring|call|phone|write|tell|think)",
        # "Could you let me know either way?"
        r"(?:grateful|glad|happy|welcome|appreciate|like|love|pleased) (?:\w+ ){0,3}(?:an?|any|some) (?:\w+ )?(?:news|"
        r"updates?|word from|decision)",
        r"(?:let|tell|inform) (?:me|us) (?:know )?(?:\w+ ){0,4}(?:{news}|decided|decide|either way|where|"
        r"if it'?s gone|whether it'?s gone|one way or (?:the other|another))|either way(?= ?\?)",
        r"(?:drop|give|shout) {us} (?:a |back )?(?:line|shout|ring|bell|call|word|text)?(?: \w+)? ?(?:when|once|"
        r"if) you(?:'ve)? (?:know|decided|have|hear|can)|say the word when",
        r"(?:gone|went) to (?:someone|somebody) else|(?:is|are|whether|has|wondered if) (?:it|the (?:\w+ ){0,3}(?:job|"
        r"post|role|position|shift|vacancy))(?:'s| is| are)? (?:spoken for|gone|taken|filled|settled)",
        # "Just checking in", "surfacing this", "me again", "second time"
        r"(?:following|follow|followed|chasing|chase)[ -]up|(?:checking|checked|just check|wanted to check|"
        r"thought i'?d check|like to check)[ -](?:in|back)|"
        r"touching[ -]base|(?:circling|looping)[ -]back",
        r"(?:surfac|re-?surfac|float|bump|popp|nudg|push)ing (?:this|it)|(?:back )?(?:to|at) the top of your|"
        r"top of (?:your|the) (?:inbox|pile)|(?:bump|nudge|chase|hurry) ?(?:this|you|up)",
        r"(?:just |quick |gentle |little |friendly |beg to |wish to )(?:\w+ )?(?:reminder|remind|nudge|prod)",
        r"(?:written|e-?mailed|called|rung|phoned|messaged|asked|tried|wrote|rang) (?:\w+ )?(?:twice|{number} times|"
        r"several times)",
        r"(?:second|third|fourth|fifth|2nd|3rd|4th|5th|\d+th) (?:time (?:i'?ve|i have|of|i am|i'?m|"
        r"i) (?:\w+ ){0,2}(?:write|written|asked|asking|e-?mailed|called|rung|writing)|e-?mail|message|letter|follow)|"
        r"^me again|it's me again|(?:writing|asking|ask you|to ask) again",
        r"(?:second|third|another) try|trying again|(?:re-?sending|sending (?:this|it) again|wrote? to you (?:again|"
        r"last))",
        r"(?:any|much) (?:closer|nearer|further)(?: \w+){0,2} (?:to|with|on|along)",
        r"still (?:\w+ ){0,2}(?:waiting|being considered|in the running|interested in (?:me|hearing)|(?:very |as |"
        r"so )?keen|curious|hoping|on tenterhooks)|tenterhooks|(?:sat|sitting) by the phone",
        r"(?:had|get|got|have|find|found) (?:a |an |the |any )?(?:chance|time|moment|minute|"
        r"opportunity) (?:\w+ )?to (?:look|review|read|consider|go through|go over|think)",
    ),
    _SETS,
)
STILL_OPEN = shapes(
    (
        r"still (?:\w+ )?(?:open|available|going|looking|interested|free|vacant|recruiting|to be filled)",
        r"(?:whoever|if|should|were|when) you (?:\w+ )?(?:pick|picked|choose|chose|appoint|select|take|hire)",
    )
)
NEWS_IN_SUBJECT = shapes(
    (
        r"decisions?|status|hold-? ?up|(?:any )?(?:news|updates?)|follow(?:ing)?[ -]?up|chasing|outcome|(?:2nd|second|"
        r"3rd|third) e-?mail|still (?:waiting|very keen|keen|interested)|no hurry|timeline|checking in|(?:quick|"
        r"gentle) (?:check|nudge|reminder)|where (?:am i|i'm at|are we)|waiting on",
    )
)
