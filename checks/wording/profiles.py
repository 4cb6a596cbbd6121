"""Two rules of `social_media`: having added the reader already, and having looked through their own pages."""

from __future__ import annotations

from checks.phrases import Rule, shapes
from checks.wording.invitations import ADVICE
from checks.wording.networks import ADVERT, INVITED, JOB, WORDS

ADDED = Rule(
    name="social-media.added",
    message="A recruiter would read that they were added, followed or looked up on a network before they knew you.",
    advice=ADVICE,
    hits=shapes(
        (
            r"(?:added|friended|followed|befriended|subscribed to|tagged|poked|dm'?d|whats ?app'?e?d) "
            r"{you}(?: (?:all|both|personal|private|back|too))?(?: {on} (?:~ )?{network}|,|\.|!|$| and| so| by|"
            r" already| in)",
            r"{wrote} (?:~ )?{you} (?:~ )?(?:on|via|over|through) (?:~ )?{network}",
            r"{sent} {you} (?:~ )?(?:on|via|over|through) {network}",
            r"(?:sent|slid|left|wrote) (?:you )?a (?:\w+ )?(?:message|note|hello|dm|request) (?:to|on|in|over on) "
            r"(?:your (?:~ )?)?{plain}",
            r"messaged (?:you (?:there|on your|in your)|your (?:own |private )?(?:page|account|{network}))",
            r"(?:adding|following|friending|befriending) {you} (?:~ )?(?:on|over) {network}",
            r"now following {you}",
            r"(?:add|follow|friend|connect with|find|look|befriend) {you} (?:up )?(?:~ )?(?:on|over|via) {network}",
            r"i (?:now |already )?follow (?:you|all of you)(?: (?:~ )?on {network}|[.,;!]| too)",
            r"(?:i'?ve been|i have been|i'?m|i am|been|started) following "
            r"(?:you|your (?:tweets|posts|stories|account|page|blog|reels|videos|channel|feed))",
            r"(?:looked|tracked|found|came across|spotted|searched for|googled|stumbled (?:on|upon|across)|seen|saw) "
            r"{you}(?: up| down| both)? (?:~ )?(?:on|over|via|through) {network}",
            r"look(?:ed|ing) you up (?:online|on the internet)",
            r"(?:found|saw|seen|looked at|came across|checked(?: out)?|read|visited) your "
            r"(?:\w+ )?(?:profile|page|account|photos) (?:on|over on) {private}",
            r"(?:pressed|hit|clicked|tapped|press) (?:the )?(?:follow|add|connect)(?: button)?",
            r"pressed the (?:button|thing) to be",
            r"connected with you (?:~ )?(?:on|over) {network}",
            r"check your {network}",
            r"look at your {network} inbox",
            r"(?:put|popped|stuck|shoved|added|got) you (?:in|into|to|on) (?:my|our|the) "
            r"(?:[\w']+ ){0,3}(?:{plain}|chat)",
            r"(?:put|saved|got) your number (?:in|into|to) my (?:{plain}|zalo)",
        ),
        WORDS,
    ),
    guards=(*INVITED, *JOB),
    finds=(
        "I've added you on Facebook, by the way.",
        "Just followed you on Insta!",
        "I tracked you down on X and pressed follow.",
        "I'll look you up on LinkedIn tonight.",
        "I found you on Strava afterwards.",
        "I also messaged you on Facebook Messenger in case you missed this.",
        "I have added you to the choir's WhatsApp group.",
    ),
    spares=(
        "I followed your advice and rang the college.",
        "I saw the role on LinkedIn.",
        "Thank you for adding me on LinkedIn.",
        "I've added your form to the file.",
        "I never added you on Facebook.",
        "I follow your company on LinkedIn.",
        "I saw your post on Facebook, shared by the village page, and would like to come to see you.",
        "I'll find you on LinkedIn, then, as you suggest.",
    ),
)

PROFILE = Rule(
    name="social-media.profile",
    message="A recruiter would read that you looked through their own page, and may feel watched.",
    advice="Leave their private life out, and speak about the work and what you heard from them: "
    '"Thank you for what you said about the new workshop."',
    hits=shapes(
        (
            r"(?:so|how|very|really) (?:cute|lovely|sweet|gorgeous|adorable|beautiful|funny) on {private}",
            r"(?:gave|given|giving|left) (?:you|your \w+) (?:~ )?(?:kudos|likes?|thumbs|hearts?)",
            r"(?:liked|like|commented on|reacted to|shared|hearted) (?:~~ )?(?:of )?your (?:~ )?{pictures} "
            r"(?:on|over on) {network}",
            r"(?:liked|loved|commented on|hearted|shared|reposted|retweeted) "
            r"(?:all |every one |some |most )?(?:of )?your (?:~ )?{pictures}",
            r"(?:liked|loved|scrolled|watched) (?:every|all) (?:~ )?{pictures} (?:on|of) your",
            r"watched (?:all |some |most |every one )?(?:of )?your "
            r"(?:\w+ )?(?:tik ?toks?|reels?|stories|vlogs?|insta\w*|snaps?)",
            r"your (?:own )?(?:{family}|new|latest|last|recent) {pictures} (?:~ )?(?:on|over) {network}",
            r"(?:saw|seen|see|love|loved|like|liked|enjoyed|looked at|looking at|from|judging by|about) "
            r"(?:~ )?(?:your|all your|you and your) (?:\w+ )?(?:{family})(?:'s)? (?:\w+ )?{pictures}",
            r"(?:saw|seen) your (?:\w+'s )?(?:{family}) (?:\w+ )?on {private}",
            r"{pictures} (?:of|from|about|with) (?:you|your) (?:~~ )?(?:on|over) {network}",
            r"under your (?:\w+ )?{pictures}(?: on|,| last| yesterday| as|\.|$)",
            r"(?:couldn'?t|could not|can'?t|cannot) help (?:seeing|noticing|reading|but (?:see|notice|read)) (?:~~ )?"
            r"your (?:\w+ )?(?:{private}|profile|photos|stories|holiday)(?! sites?| pages?)",
            r"your {private} (?:has|had|puts) you",
            r"your (?:private|personal) (?:\w+ )?(?:account|photos|feed)",
            r"(?:went|going|go|looked|looking|look|scroll(?:ed|ing)?|flick(?:ed|ing)?|brows(?:ed|ing)|been|read|dug|"
            r"wander|stalk(?:ed|ing)?) (?:\w+ ){0,2}(?:through|over|at|down|into) (?:~ )?your "
            r"(?:own )?(?:{network}|profile|{pictures}|page|timeline|feed|wall|account)",
            r"stalk(?:ed|ing) (?:you|your)",
            r"scrolled (?:\w+ )?(?:all the way )?(?:back|down)",
            r"your (?:own |personal |private )?{private}(?: (?:says|said|shows|showed|{pictures}|profile|page|account|"
            r"wall|feed|status)|$|,|\.)",
            r"your (?:own|wife's|husband's|private|personal) (?:page|wall|profile|feed|timeline)",
            r"(?:on|from|see|saw|seen|love|loved|like|liked|liking|judging by|judging from|through) (?:~ )?your "
            r"(?:\w+ )?(?:{private}|stories|timeline|feed|reels|tweets)",
            r"(?:saw|seen|noticed|see|spotted|read|gather(?:ed)?|found out|learned|learnt|know|noted) "
            r"(?:~ )?(?:on|from|through|via) {private} (?:that )?(?:you|your|it's|how)",
            r"(?:you were|you are|you're|see you) (?:~ )?online (?:on|in) {chat}",
            r"two blue ticks",
        ),
        WORDS,
    ),
    guards=(*INVITED, *JOB, ADVERT),
    finds=(
        "I went back through your Facebook as far as your wedding.",
        "Your Facebook says you were at brunch.",
        "I could see from your stories that you were away.",
        "I loved your holiday photos.",
        "I saw on your Instagram that you sail.",
        "I noticed on Facebook that your daughter just graduated.",
        "I saw the pictures of your new puppy on Facebook, so cute!",
        "I see from your wife's page that you have a new grandson.",
        "I couldn't help seeing on your Facebook that you had time for a spa weekend.",
        "You're fast; your Strava has you up Pendle in thirty-one minutes.",
        "You will forgive me for turning up your private photo account.",
        "I lit a little candle under your post last night.",
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
