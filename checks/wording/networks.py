"""The words of `social_media`: networks, requests, pictures; and what spares a sentence. Data."""

from __future__ import annotations

from checks.phrases import shape

WORDS = {
    "network": r"linked-? ?in|linkdin|linkedln|linkin|face ?book|fb|insta(?:gram)?|ig|the gram|tik ?tok|snap(?:chat)?|"
    r"twitter|x|blue ?sky|mastodon|threads|what'?s-? ?app|watsapp|wassap|whatsap|wa|telegram|signal|viber|line|we "
    r"?chat|"
    r"weixin|kakao(?: ?talk)?|discord|messenger|xing|strava|goodreads|pinterest|reddit|vk|vkontakte|skype|imessage|"
    r"facetime|be ?real|twitch|letterboxd|zalo|qq|imo|youtube|tumblr|slack|socials?|social media|social networks?|"
    r"nextdoor|research ?gate|git ?hub|behance|venmo|untappd|ravelry|garmin connect|clubhouse|substack",
    "plain": r"linked-? ?in|linkdin|linkedln|face ?book|fb|insta(?:gram)?|tik ?tok|snapchat|twitter|blue ?sky|mastodon|"
    r"what'?s-? ?app|watsapp|wassap|whatsap|telegram|viber|we ?chat|weixin|kakao(?: ?talk)?|discord|messenger|xing|"
    r"strava|goodreads|pinterest|vkontakte|zalo",
    "chat": r"what'?s-? ?app|watsapp|wassap|whatsap|telegram|viber|we ?chat|weixin|kakao(?: ?talk)?|discord|snapchat|"
    "snap|"
    r"zalo|insta|messenger",
    "private": r"face ?book|fb|insta(?:gram)?|ig|tik ?tok|snapchat|snap|strava|pinterest|goodreads|letterboxd|twitter|"
    r"venmo|spotify|what'?s-? ?app|blue ?sky|mastodon|threads",
    "pictures": r"photos?|photographs?|pictures?|pics?|snaps?|selfies?|videos?|clips?|albums?|reels?|stories|posts?|"
    "tweets?",
    "ask": r"requests?|reqs?|invit(?:e|es|ation|ations)|adds?",
    "request": r"(?:fr[ie]+nds?|connection|connect|contact|follow(?:er|ing)?|{network})(?:ing)? {ask}|{ask} (?:to "
    "(?:connect|"
    r"follow|link(?: up)?|be (?:friends|connected|contacts)|join (?:your|my) (?:\w+ ){0,2}(?:network|contacts|circle|"
    r"friends|"
    r"connections))|(?:on|over|via|through|for connection on|from) {network})",
    "you": r"you|u|ya|yous|y'?all|you (?:all|both|guys|two|three)|(?:the )?(?:both|all|two|three|rest) of (?:you|ya)|"
    r"everyone|everybody|(?:you and )?your (?:whole |entire )?(?:team|staff|colleagues?|boss|manager|wife|husband|"
    r"daughter|"
    r"son|private account|personal (?:account|page|profile))|the (?:whole|entire) (?:team|staff|panel)|you and \w+",
    "sent": r"sent|send|sending|shot|fired(?: off)?|dropped|popped|put|issued|made|extended|left|dropping",
    "reach": r"message|msg|text|write(?: to)?|dm|pm|inbox|ping|reach|contact|find|hit|get (?:hold of|back to|to)|drop|"
    r"chat (?:with|to)|talk to|answer|reply to|look",
    "wrote": r"messaged|dm'?d|dm'?ed|pm'?d|pinged|inboxed|texted|wrote to|written to|snapped|poked|whats ?app'?e?d|"
    "added|"
    r"friended|followed|befriended|subscribed to|tagged|tried",
    "on": r"on|over|via|through|by|thru|in|at",
}

INVITED = shape(
    r"(?:thank(?:s| you)?|appreciate\w*|got|received|for) (?:~ )?(?:your|the|ur) (?:~ )?{ask}|accept(?:ed|ing)? your|"
    r"your (?:\w+ )?{ask}|as (?:you )?(?:asked|requested|suggested|agreed|discussed|proposed|arranged|offered)|"
    r"you (?:asked|told|invited|wanted|suggested|requested)(?: \w+)? (?:me|for|that i|if i|whether)|"
    r"at your (?:request|suggestion)|thank(?:s| you)(?: \w+){0,3} for (?:~ )?(?:adding|connecting|following|accepting|"
    r"the add|the "
    r"follow)",
    WORDS,
)
JOB = shape(
    r"(?:company|firm|client|brand|shop|store|school|charity|bakery|band|studio|hotel|salon|museum|club|"
    r"theatre)(?:'?s)? "
    r"(?:\w+ )?{network}|campaigns?|followers|engagement|i (?:ran|run|manage[ds]?|grew|handle[ds]?|looked after|"
    r"moderated?)|"
    r"impressions|social media (?:manager|executive|assistant|officer|lead)|customers|subscribers|i (?:built|set up|"
    r"teach)|"
    r"bot|at my last|in my (?:last|current|present)",
    WORDS,
)
ADVERT = shape(
    r"role|job|vacancy|vacancies|position|opening|opportunity|advert\w*|hiring|award|company'?s?|team'?s?|article|talk|"
    r"apply|applied"
)
