"""Adding a recruiter on social media: requests, follows, personal chats, and having looked through their pages.

A profile offered as a reference, networks as the place where the job was seen or as the job itself, thanks for an
invitation of theirs, and what their quoted mail asked for, are all fine. A signature is never read.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Reader, Rule, findings, says, shape, shapes
from checks.text import NewText

_ADVICE = "Leave it out. Wait until they invite you, or until after the decision; a link in your signature is enough."

_WORDS = {
    "network": r"linked ?in|linkdin|linkedln|face ?book|fb|insta(?:gram)?|ig|the gram|tik ?tok|snap(?:chat)?|twitter|x|"
    r"blue ?sky|mastodon|threads|what'?s ?app|watsapp|wassap|whatsap|wa|telegram|signal|viber|line|we ?chat|weixin|"
    r"kakao(?: ?talk)?|discord|messenger|xing|strava|goodreads|pinterest|reddit|vk|vkontakte|skype|imessage|facetime|"
    r"be ?real|twitch|letterboxd|zalo|qq|imo|youtube|tumblr|slack|socials?|social media|social networks?|nextdoor",
    "plain": r"linked ?in|linkdin|linkedln|face ?book|fb|insta(?:gram)?|tik ?tok|snapchat|twitter|blue ?sky|mastodon|"
    r"what'?s ?app|watsapp|wassap|whatsap|telegram|viber|we ?chat|weixin|kakao(?: ?talk)?|discord|messenger|xing|"
    r"strava|"
    r"goodreads|pinterest|vkontakte|zalo",
    "private": r"face ?book|fb|insta(?:gram)?|ig|tik ?tok|snapchat|snap|strava|pinterest|goodreads|letterboxd|"
    r"twitter|venmo|spotify",
    "request": r"(?:fr[ie]+nd|connection|connect|contact|follow(?:er)?|linked ?in|facebook|fb|insta(?:gram)?|network|"
    "xing|"
    r"discord|snap(?:chat)?|strava)(?:ing)? (?:requests?|invit(?:e|es|ation|ations)|adds?)|"
    r"(?:requests?|invit(?:e|es|ation|ations)) (?:to (?:connect|follow|link|be (?:friends|connected)|join "
    r"(?:your|my) (?:\w+ ){0,2}(?:network|contacts|circle|friends))|(?:on|over|via|through) {network})",
    "contact_me": r"message|msg|text|write(?: to)?|dm|pm|inbox|ping|reach|contact|find|hit|get (?:hold of|back to|to)|"
    r"drop|send|chat (?:with|to)|talk to|answer|reply to|look",
    "sent": r"sent|send|sending|shot|fired off|fired|dropped|put in|issued|made|popped|just sent|will send|'ll send",
}

ASKED = shapes(
    (
        r"(?:add|connect|follow|friend|find|message|text|dm|reach|call|join) (?:with )?(?:me|us) (?:~ )?(?:on|at|via|"
        r"by|"
        r"over|through) (?:our )?{network}",
        r"(?:sent|send|sending) you (?:~ )?(?:request|invite|invitation)",
        r"(?:connect|connected|chat|talk|speak|call|calls|be in touch|keep in touch) (?:~ )?(?:on|by|via|over|through) "
        r"{network}",
        r"(?:your|what'?s your|share your|send (?:me|us) your) (?:{network})(?: handle| name| id| number| profile| "
        r"link)?",
        r"are you on {network}|do you (?:use|have) {network}|{network} group|use {network} for",
    ),
    _WORDS,
)
"""What the other side may have asked for in the quoted mail; answering it is no intrusion."""

_INVITED = shape(
    r"(?:thank(?:s| you)?|appreciate\w*|accept(?:ed|ing)?|saw|got|received|for) (?:~ )?(?:your|the|ur) (?:~ )?"
    r"(?:requests?|invit(?:e|es|ation|ations))|as (?:you )?(?:asked|requested|suggested|agreed|discussed)|"
    r"you (?:asked|told|invited|wanted|suggested|requested)(?: \w+)? (?:me|for|that i|if i|whether)|"
    r"at your (?:request|suggestion)|thank(?:s| you) for (?:adding|connecting|following|accepting|the add|the follow)"
)
_JOB = shape(
    r"(?:company|firm|client|brand|shop|store|school|charity|bakery|band|team|studio|hotel|salon)(?:'?s)? (?:\w+ )?"
    r"{network}|campaigns?|followers|engagement|i (?:ran|run|manage[ds]?|grew|handle[ds]?|looked after)|impressions|"
    r"social media (?:manager|executive|assistant|officer|lead)|customers|subscribers",
    _WORDS,
)

REQUEST = Rule(
    name="social-media.request",
    message="It asks the reader to become a contact on a network, which many feel as an intrusion.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"{sent} (?:you|u|ya|everyone|everybody|the (?:whole|entire) team|all of you|you all|over)(?: both| all)? "
            r"(?:(?:a|an|my|another|one|the) )?(?:~ )?(?:{request}|fr[ie]+nd request|request|add)",
            r"{sent} (?:(?:a|an|my|out) )?(?:~ )?{request}(?: to you| to all| over)?",
            r"(?:my|the|that|a second|our|this|another) (?:\w+ )?{request}",
            r"(?:accept|approve|confirm|let|say yes to|ok|okay|expect|look out for|watch for|ignored?|have had|had|get|"
            r"got|seen|see) (?:(?:my|me|the|that) )(?:\w+ )?(?:request|invite|invitation|add)(?: through)?",
            r"(?:an? )?(?:request|invitation|invite) to connect",
            r"(?:will|'ll|should|might|may) (?:get|receive|have|see|find) an? (?:~ )?{request}",
            r"invit(?:ed?|ing) you to (?:connect|follow|link up|be (?:friends|my friend)|join (?:me|my))",
            r"one of those friend requests|leave (?:the|my) request open",
            r"tap the tick|hit accept|click accept|press accept|accept me",
        ),
        _WORDS,
    ),
    guards=(_INVITED, _JOB),
    finds=(
        "I've just sent you a connection request on LinkedIn.",
        "I sent you a freind request, the one with the poodle.",
        "Please accept my invitation to connect.",
        "My request to join your professional network has been waiting since Tuesday.",
        "I have also invited you to connect on LinkedIn.",
        "You will get a friend request from me tonight.",
    ),
    spares=(
        "Thank you for the LinkedIn invitation; it was a nice surprise.",
        "I received your request to connect and was glad of it.",
        "I sent the request for a reference this morning.",
        "As requested, I sent you a contact request on Xing.",
        "I haven't sent you a friend request.",
    ),
)

ADD_ME = Rule(
    name="social-media.add-me",
    message="It asks the reader to add, follow or write to you on a network or in a private chat.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:add|follow|friend|befriend|connect with|link with|subscribe to) (?:me|us)(?: back)?(?:,? (?:~ "
            r")?(?:on|at|"
            r"over|via|through|in|thru) (?:~ )?{network}|(?:,? on there)?(?:,? ~)? ?@\w+|[.!]?$)",
            r"(?:connect|link up|be friends|become friends|keep in touch|stay in touch|stay connected) (?:~ )?(?:on|"
            r"over|"
            r"via|through|thru) {network}",
            r"{contact_me} (?:me|us)(?: (?:there|directly|up|a (?:line|message|dm|note)|anytime))? (?:~ )?(?:on|via|"
            r"over|"
            r"through|thru|by|in) (?:~ )?{network}",
            r"(?:send|drop|shoot) me (?:a|an) (?:~ )?(?:dm|pm|snap|friend request|whatsapp|follow|add)",
            r"give (?:me|us) a (?:follow|add|like)|follow me (?:at|on|back)",
            r"i'?m (?:~ )?(?:on|faster on) {plain}(?:,| and| so| -| as|\.)? ?(?:~ )?(?:add|follow|find|message|hit|"
            r"send)",
            r"(?:have you got|do you have|are you on|u got|you got|got) (?:snap|{plain})(?:chat)?\??",
            r"my {plain} (?:is|number is|handle is|id is|name is)",
            r"add me on (?:\w+ ){0,2}{network}|add (?:you|u) to my (?:contacts|network|friends|connections)",
            r"(?:put|save|add) (?:me|my number|\S{6,18}(?: \S+){0,3}|this number) (?:~~ )?(?:into|in|to|on) "
            r"(?:~~ )?{plain}",
            r"what'?s your (?:own |personal |private )?(?:handle|insta(?:gram)?|snap(?:chat)?|facebook|discord|tiktok)",
            r"(?:whats ?app|snap|telegram|dm|pm) me",
        ),
        _WORDS,
    ),
    guards=(_INVITED, _JOB),
    finds=(
        "Add me on Insta, I post my nails there.",
        "Follow me at @headlines and tell me when I get one wrong.",
        "Let's stay in touch on LinkedIn.",
        "Message me on WhatsApp, day or night.",
        "Are you on XING?",
        "My WhatsApp is 0800 555 01.",
    ),
    spares=(
        "Please add me to your list of casuals.",
        "You can follow me through the whole process in the log.",
        "Yes, let's connect by phone at ten.",
        "You asked me to add you on WhatsApp, and I have.",
        "I ran the Instagram and asked customers to follow us on Facebook.",
    ),
)

ADDED = Rule(
    name="social-media.added",
    message="It says that you added, followed or looked up the reader on a network.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:added|friended|followed|befriended|subscribed to|tagged|poked|pinged) (?:you|u|ya|your)(?: (?:all|"
            r"both|guys|"
            r"personal|private|back))?(?: (?:on|at|over|in|through) (?:~ )?{network}|,|\.|!|$| and| so| by| already)",
            r"(?:adding|following|friending) you (?:~ )?(?:on|over) {network}",
            r"(?:add|follow|friend|connect with|find|look) (?:you|u) (?:up )?(?:~ )?(?:on|over|via) {network}",
            r"(?:looked|tracked|found|came across|spotted|searched for|googled|stumbled (?:on|upon)|seen|saw) (?:you|u)"
            r"(?: up| down| both)? (?:~ )?(?:on|over|via|through) {network}",
            r"(?:pressed|hit|clicked|tapped) (?:the )?(?:follow|add|connect)(?: button)?",
            r"connected with you (?:~ )?(?:on|over) {network}|now following you",
        ),
        _WORDS,
    ),
    guards=(_INVITED, _JOB),
    finds=(
        "I've added you on Facebook, by the way.",
        "Just followed you on Insta!",
        "I tracked you down on X and pressed follow.",
        "I'll look you up on LinkedIn tonight.",
        "I found you on Strava afterwards.",
    ),
    spares=(
        "I followed your advice and rang the college.",
        "I saw the role on LinkedIn.",
        "Thank you for adding me on LinkedIn.",
        "I've added your form to the file.",
        "I never added you on Facebook.",
    ),
)

PROFILE = Rule(
    name="social-media.profile",
    message="It shows that you looked through the reader's personal page, which can feel like being watched.",
    advice="Speak about the work and what you heard in the interview, not about their private life.",
    hits=shapes(
        (
            r"(?:went|going|looked|looking|scroll(?:ed|ing)?|flick(?:ed|ing)?|brows(?:ed|ing)|been|read) (?:\w+ ){0,2}"
            r"(?:through|over|at|down) your (?:\w+ )?(?:{private}|profile|photos|pictures|page|posts|stories|"
            r"timeline|feed|wall|reels)",
            r"your (?:own |personal |private )?(?:{private}) (?:says|said|shows|showed|photos?|pictures?|pics?|posts?|"
            r"stories|"
            r"story|profile|page|account|wall|feed|reels?)",
            r"(?:on|from|see|saw|seen|love|loved|like|liked|liking) (?:\w+ )?your (?:\w+ )?(?:{private}|stories|"
            r"timeline|"
            r"feed|reels|holiday (?:photos|pictures|pics|snaps)|vacation (?:photos|pictures|pics)|wedding photos|"
            r"beach photos)",
        ),
        _WORDS,
    ),
    guards=(_INVITED, _JOB),
    finds=(
        "I went back through your Facebook as far as your wedding.",
        "Your Facebook says you were at brunch.",
        "I could see from your stories that you were away.",
        "I loved your holiday photos.",
        "I saw on your Instagram that you sail.",
    ),
    spares=(
        "The bakery's Instagram page says you're opening a second shop.",
        "I ran your client's Facebook page for a year.",
        "I looked at your website.",
        "I have read your job advert.",
        "I manage Instagram and read the comments on your Facebook campaigns.",
    ),
)

RULES: tuple[Rule, ...] = (REQUEST, ADD_ME, ADDED, PROFILE)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """What a recruiter would feel as being added or watched; offsets count in `message.body`."""
    del message, settings
    if says(text.quoted_text, ASKED):
        rules: tuple[Rule, ...] = (PROFILE,)
    else:
        rules = RULES
    return findings(Reader(text).hits(rules), "social-media", text.body)
