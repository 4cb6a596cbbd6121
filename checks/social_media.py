"""Adding a recruiter on social media: requests, follows, personal chats, and having looked through their pages.

A profile offered as a reference, networks as the place where the job was seen or as the job itself, thanks for an
invitation of theirs, are all fine; what they asked for is read in `asked`. A signature is never read.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Reader, Rule, findings, shape, shapes
from checks.text import NewText
from checks.wording.networks import ADVERT, INVITED, JOB, WORDS

_ADVICE = "Leave it out. Wait until they invite you, or until after the decision; a link in your signature is enough."

REQUEST = Rule(
    name="social-media.request",
    message="It asks the reader to become a contact on a network, which many feel as an intrusion.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"{sent} (?:a|an|my) {ask} to (?:your|ur) {network}",
            r"(?:have|get|had|got|see|seen|find|be) an? {network} (?:notification|request|alert|ping|message) (?:from|"
            r"by) me|notification (?:~~ )?(?:from me|my (?:face|name|picture|photo))",
            r"{sent} (?:(?:to )?{you} )?(?:(?:a|an|my|another|one|the|out) )?(?:~ )?{request}",
            r"{sent} (?:to )?(?:{you}) (?:a|an|my|another|one) (?:~ )?(?:freind|friend|follow|snap|contact)? ?{ask}"
            r"(?! (?:for|to (?!connect|follow|be|join|link)))",
            r"(?:my|the|that|a second|our|this|another|one of those) (?:\w+ )?{request}",
            r"(?:accept|approve|confirm|let|say yes to|ok|okay|expect|look out for|watch (?:out )?for|ignor(?:e|ed|"
            r"ing)|"
            r"had|seen|see|get|leave) (?:my|me|the|that) (?:\w+ ){0,2}{ask}(?: through| open)?",
            r"(?:an? )?(?:request|invitation|invite) to connect",
            r"(?:will|'ll|should|might|may) (?:soon |shortly )?(?:get|receive|have|see|find|notice) an? (?:~ "
            r")?{request}",
            r"invit(?:ed?|ing) {you} to (?:connect|follow|link up|be (?:friends|my friend)|join (?:me|my))",
            r"request(?:ed|ing)? to (?:follow|add|connect|join your)|asked to (?:follow|add|connect with) (?:you|your)",
            r"(?:tap|hit|click|press) (?:the )?(?:accept|tick|confirm)",
        ),
        WORDS,
    ),
    guards=(INVITED, JOB),
    finds=(
        "I've just sent you a connection request on LinkedIn.",
        "I sent you a freind request, the one with the poodle.",
        "Please accept my invitation to connect.",
        "My request to join your professional network has been waiting since Tuesday.",
        "I have also invited you to connect on LinkedIn.",
        "You will get a friend request from me tonight.",
        "I hope you don't mind that I sent you a request on LinkedIn last night.",
        "i sent u a snap req",
        "I've requested to follow your private account.",
    ),
    spares=(
        "Thank you for the LinkedIn invitation; it was a nice surprise.",
        "I received your request to connect and was glad of it.",
        "I sent the request for a reference this morning.",
        "As requested, I sent you a contact request on Xing.",
        "I haven't sent you a friend request.",
        "I sent everyone an invitation to the open day.",
        "I sent you a request for a form.",
    ),
)

ADD_ME = Rule(
    name="social-media.add-me",
    message="It asks the reader to add, follow or write to you on a network or in a private chat.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"follow (?:my|our) (?:\w+ ){1,3}{on} {network}|(?:rather|prefer to|better|easier to|easiest to|quicker "
            r"to|best to|let'?s) (?:~ )?(?:chat|talk|speak|message|text|write|continue) (?:~ )?{on} {network}|(?:if "
            r"you|are you|you'?re) (?:~ )?(?:have|use|on|got) {network},? (?:please )?(?:add|follow|message|find|"
            r"text) me",
            r"check your (?:fr[ie]+nd|connection|follow|message|dm) requests?|(?:write|answer|find|add) (?:to )?me "
            r"(?:on )?there|(?:be|get) (?:us )?connected {on} (?:~ )?{plain}",
            r"linked in with you",
            r"(?:pop|drop|shoot|send|leave) me (?:(?:a|the|your|one) )?(?:quick |little |short )?(?:message|note|"
            r"line|text|word|answer|reply) (?:on|via|over|through|by|in) {network}",
            r"(?:be|become|as|add me as) (?:an? )?(?:~ )?(?:{plain} friends?|friends? on {network})|accept me (?:as|"
            r"on|to|into)|(?:be|become) (?:~ )?(?:mutuals|contacts on {network})",
            r"(?:add|save|store|take|note) my (?:~ )?(?:number|username|handle|id|account|user ?name|tag) (?:~ "
            r")?(?:on|to|in|into|for) (?:~ )?{network}",
            r"join (?:me on {network}|my (?:\w+ )?(?:network|circle|contacts|channel|followers|server|friends list))",
            r"(?:i'?ll|i will|i can|let me|i'?d|we can|may i|can i|could i|shall i|mind if i|ok if i|okay if i|if i) "
            r"(?:~ )?(?:whats ?app|dm|pm|snap|friend|inbox|add|follow) you(?: (?:on|over|there|via|later|back|online|"
            r"tonight|tomorrow|as a friend|to my)|\.|,|\?|!|$)",
            r"(?:add|follow|friend|befriend|connect with|link with|subscribe to) (?:me|us)(?: back)?(?:,? (?:~ )?{on} "
            r"(?:~ )?"
            r"{network}|,? on there|,? (?:~ )?@\w+|[.!]?$)",
            r"(?:connect|connecting|link(?:ing)? up|be(?:ing)? friends|becom(?:e|ing) friends|(?:keep|keeping|stay|"
            r"staying|be|"
            r"being|get|getting) (?:in touch|in contact|connected)|(?:can|could|shall|let'?s|we|to|i'?ll|us) (?:~ "
            r")?(?:chat|talk|speak)|(?:continue|carry on) "
            r"(?:~ )?"
            r"(?:chat|conversation|talk|discussion|this)) (?:~ )?{on} (?:~ )?{network}",
            r"{reach} (?:me|us)(?: (?:there|directly|up|(?:a|the|your) (?:quick |little )?"
            r"(?:line|message|dm|note|word|answer)|anytime))? (?:~ )?{on} (?:~ "
            r")?{network}",
            r"(?:message|text|write to|answer|find|add|ping) me (?:on )?there|(?:send|drop|shoot) me (?:a|an) (?:~ "
            r")?(?:dm|pm|snap|"
            r"friend request|whatsapp|follow|add)",
            r"give (?:me|us|it|my \w+) a (?:follow|add|like)|follow me (?:at|on|back)|follow my (?:~ )?(?:{network}|"
            r"account)",
            r"i'?m (?:~ )?(?:on|faster on|easier on) {network}(?:,| and| so| -| as|\.)? ?(?:~ )?(?:add|follow|message|"
            r"hit|send)",
            r"(?:have you got|do you have|are you on|do you use|u got|you got|u on|got) (?:~ )?(?:snap|"
            r"{plain})(?:chat)?",
            r"(?:my|mine on|here(?:'s| is) my) {chat}(?: (?:id|handle|number|name|username|user))? ?(?:is|:|=|,)",
            r"(?:have|get|send me|send us|what'?s|share|give me|swap|exchange) your (?:~ )?{plain}(?: (?:number|"
            r"details|ids?|handles?|contacts?|name))?|(?:swap|exchange|share) (?:~ )?{plain} (?:numbers?|details|ids?|"
            r"handles?|contacts?)",
            r"add me (?:~ )?on (?:\w+ ){0,2}{network}|(?:add|have|welcome|keep|include) (?:you|u|yourself) (?:to|in|"
            r"as part of|"
            r"among) my (?:\w+ ){0,2}(?:contacts?|network|friends|connections|circle)",
            r"(?:put|save|add|store|include|invite) (?:~~ )?(?:to|in|into|on) (?:~~ )?{plain} group",
            r"(?:put|save|add|store) (?:~~ )?(?:into|in|to|on) your {plain}",
            r"what'?s your (?:own |personal |private )?(?:handle|insta(?:gram)?|snap(?:chat)?|facebook|discord|tiktok)",
            r"(?:whats ?app|snap|telegram|dm|pm|snapchat|inbox) me",
        ),
        WORDS,
    ),
    guards=(
        INVITED,
        JOB,
        shape(
            r"(?:have|get|send|share) (?:~ )?your (?:reference )?(?:number|details|contact "
            r"details)"
        ),
    ),
    finds=(
        "Add me on Insta, I post my nails there.",
        "Follow me at @headlines and tell me when I get one wrong.",
        "Let's stay in touch on LinkedIn.",
        "Message me on WhatsApp, day or night.",
        "Are you on XING?",
        "My WhatsApp is 0800 555 01.",
        "Would you be open to connecting on LinkedIn?",
        "Could we continue this chat on WhatsApp?",
        "It would be good to have you in my LinkedIn network.",
        "Please put my number into your WhatsApp.",
    ),
    spares=(
        "Please add me to your list of casuals.",
        "You can follow me through the whole process in the log.",
        "Yes, let's connect by phone at ten.",
        "You asked me to add you on WhatsApp, and I have.",
        "I ran the Instagram and asked customers to follow us on Facebook.",
        "Could you send me your details for the invoice?",
        "I look forward to connecting with you further about the role.",
    ),
)

ADDED = Rule(
    name="social-media.added",
    message="It says that you added, followed or looked up the reader on a network.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:found|saw|seen|looked at|came across|checked(?: out)?|read|visited) your (?:\w+ )?(?:profile|page|"
            r"account|posts?|photos) (?:on|over on) {private}",
            r"(?:connected|friends|in contact|mutuals) (?:with|of) (?:~~ )?(?:your|the|half) (?:\w+ ){0,3}(?:{on}) "
            r"{plain}",
            r"(?:i'?ve been|i have been|i'?m|i am|been|started) following (?:you|your (?:tweets|posts|stories|account|"
            r"page|blog|reels|videos|channel|feed))",
            r"(?:added|friended|followed|befriended|subscribed to|tagged|poked|dm'?d) {you}(?: (?:all|both|personal|"
            r"private|"
            r"back|too))?(?: {on} (?:~ )?{network}|,|\.|!|$| and| so| by| already| in)",
            r"{wrote} (?:~ )?{you} (?:~ )?(?:on|via|over|through) (?:~ )?{network}|{sent} {you} (?:~ )?(?:on|via|over|"
            r"through) {network}",
            r"(?:adding|following|friending|befriending) {you} (?:~ )?(?:on|over) {network}|now following {you}",
            r"(?:add|follow|friend|connect with|find|look|befriend) {you} (?:up )?(?:~ )?(?:on|over|via) {network}",
            r"(?:looked|tracked|found|came across|spotted|searched for|googled|stumbled (?:on|upon|across)|seen|saw) "
            r"{you}"
            r"(?: up| down| both)? (?:~ )?(?:on|over|via|through) {network}",
            r"(?:pressed|hit|clicked|tapped) (?:the )?(?:follow|add|connect)(?: button)?",
            r"connected with you (?:~ )?(?:on|over) {network}|check your {network}|look at your {network} inbox",
        ),
        WORDS,
    ),
    guards=(INVITED, JOB),
    finds=(
        "I've added you on Facebook, by the way.",
        "Just followed you on Insta!",
        "I tracked you down on X and pressed follow.",
        "I'll look you up on LinkedIn tonight.",
        "I found you on Strava afterwards.",
        "I also messaged you on Facebook Messenger in case you missed this.",
    ),
    spares=(
        "I followed your advice and rang the college.",
        "I saw the role on LinkedIn.",
        "Thank you for adding me on LinkedIn.",
        "I've added your form to the file.",
        "I never added you on Facebook.",
        "I follow your company on LinkedIn.",
    ),
)

PROFILE = Rule(
    name="social-media.profile",
    message="It shows that you looked through the reader's personal page, which can feel like being watched.",
    advice="Speak about the work and what you heard in the interview, not about their private life.",
    hits=shapes(
        (
            r"(?:so|how|very|really) (?:cute|lovely|sweet|gorgeous|adorable|beautiful|funny) on {private}|(?:gave|"
            r"given|giving|left) (?:you|your \w+) (?:~ )?(?:kudos|likes?|thumbs|hearts?)",
            r"(?:liked|like|commented on|reacted to|shared|hearted) (?:~~ )?(?:of )?your (?:~ )?(?:posts?|photos?|"
            r"pictures?|pics|reels?|stories|tweets?|videos?|updates?) (?:on|over on) {network}",
            r"watched (?:all |some |most |every one )?(?:of )?your (?:\w+ )?(?:tik ?toks?|reels?|stories|vlogs?|"
            r"insta\w*|snaps?)",
            r"your (?:holiday|vacation|wedding|beach|family|baby|birthday|honeymoon|puppy|dog|cat|ski|trip|garden|"
            r"party|graduation|christmas|kids'?|new|latest|last|recent) {pictures} (?:~ )?(?:on|over) {network}",
            r"(?:went|going|go|looked|looking|look|scroll(?:ed|ing)?|flick(?:ed|ing)?|brows(?:ed|ing)|been|read|dug|"
            r"stalk(?:ed|"
            r"ing)?) (?:\w+ ){0,2}(?:through|over|at|down|into) (?:~ )?your (?:\w+ )?(?:{network}|profile|{pictures}|"
            r"page|"
            r"timeline|feed|wall|account)",
            r"stalk(?:ed|ing) (?:you|your)|scrolled (?:\w+ )?(?:all the way )?(?:back|down)",
            r"your (?:own |personal |private )?(?:{private})(?: (?:says|said|shows|showed|{pictures}|profile|page|"
            r"account|wall|"
            r"feed|status)|$|,|\.)",
            r"(?:on|from|see|saw|seen|love|loved|like|liked|liking|judging by|judging from|through) (?:~ )?your "
            r"(?:\w+ )?"
            r"(?:{private}|stories|timeline|feed|reels|tweets)",
            r"(?:saw|seen|see|love|loved|like|liked|enjoyed|looked at|looking at|from|judging by|about) (?:~ "
            r")?(?:your|the|those|"
            r"all your|that) (?:\w+ )?(?:holiday|vacation|wedding|beach|family|baby|birthday|honeymoon|puppy|dog|cat|"
            r"ski(?:ing)?|"
            r"trip|weekend|garden|brunch|hen|party|graduation|christmas|kids'?|grandchildren)(?:'s)? (?:\w+ "
            r")?{pictures}",
            r"{pictures} (?:of|from|about|with) (?:you|your) (?:~~ )?(?:on|over) {network}",
            r"(?:saw|seen|noticed|see|spotted|read|gather(?:ed)?|found out|learned|learnt|know|noted) (?:~ )?(?:on|"
            r"from|"
            r"through|via) {private} (?:that )?(?:you|your|it's|how)",
            r"(?:liked|loved|commented on|hearted|shared|reposted|retweeted) (?:all |every one |some |most )?(?:of "
            r")?your (?:~ )?"
            r"(?:{pictures})",
        ),
        WORDS,
    ),
    guards=(INVITED, JOB, ADVERT),
    finds=(
        "I went back through your Facebook as far as your wedding.",
        "Your Facebook says you were at brunch.",
        "I could see from your stories that you were away.",
        "I loved your holiday photos.",
        "I saw on your Instagram that you sail.",
        "I noticed on Facebook that your daughter just graduated.",
        "I saw the pictures of your new puppy on Facebook, so cute!",
    ),
    spares=(
        "The bakery's Instagram page says you're opening a second shop.",
        "I ran your client's Facebook page for a year.",
        "I looked at your website.",
        "I have read your job advert.",
        "I manage Instagram and read the comments on your Facebook campaigns.",
        "I saw your post about the role on LinkedIn.",
        "I have attached photos of your pump after the repair.",
    ),
)

RULES: tuple[Rule, ...] = (REQUEST, ADD_ME, ADDED, PROFILE)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """What a recruiter would feel as being added or watched; offsets count in `message.body`."""
    del message, settings
    return findings(Reader(text).hits(RULES), "social-media", text.body)
