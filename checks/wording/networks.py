"""The words of `social_media`: networks, requests, pictures; and what spares a sentence. Data."""

from __future__ import annotations

from checks.phrases import shape, shapes

WORDS = {
    "network": r"linked-? ?in|linkdin|linkedln|linkin|face ?book|fb|insta(?:gram)?|ig|the gram|tik ?tok|snap(?:chat)?|"
    r"twitter|x|blue ?sky|mastodon|threads|what'?s-? ?app|watsapp|wassap|whatsap|wa|telegram|"
    r"signal(?! (?:school|box|station|cabin|tower))|viber|line|we ?chat|weixin|kakao(?: ?talk)?|discord|messenger|xing|"
    r"strava|goodreads|pinterest|reddit|vk|vkontakte|skype|imessage|facetime|be ?real|twitch|letterboxd|zalo|qq|imo|"
    r"youtube|tumblr|slack|socials?|social media|social networks?|nextdoor|research ?gate|git ?hub|behance|venmo|"
    r"untappd|vivino|ravelry|garmin connect|clubhouse|substack|steam",
    "plain": r"linked-? ?in|linkdin|linkedln|face ?book|fb|insta(?:gram)?|tik ?tok|snapchat|twitter|blue ?sky|mastodon|"
    r"what'?s-? ?app|watsapp|wassap|whatsap|telegram|viber|we ?chat|weixin|kakao(?: ?talk)?|discord|messenger|xing|"
    r"strava|goodreads|pinterest|vkontakte|zalo",
    "chat": r"what'?s-? ?app|watsapp|wassap|whatsap|telegram|viber|we ?chat|weixin|kakao(?: ?talk)?|discord|snapchat|"
    r"snap|zalo|insta|messenger",
    "private": r"face ?book|fb|insta(?:gram)?|ig|tik ?tok|snapchat|snap|strava|pinterest|goodreads|letterboxd|twitter|"
    r"venmo|spotify|what'?s-? ?app|blue ?sky|mastodon|threads",
    "pictures": r"photos?|photographs?|pictures?|pics?|snaps?|selfies?|videos?|clips?|albums?|reels?|stories|posts?|"
    r"tweets?",
    "family": r"holiday|vacation|wedding|honeymoon|engagement|beach|family|baby|birthday|puppy|dog|cat|ski(?:ing)?|"
    r"trip|cruise|garden|brunch|hen|party|graduation|christmas|kids'?|grandchildren",
    "ask": r"requests?|reqs?|invit(?:e|es|ation|ations)|adds?",
    "befriend": r"connect|follow|link(?: up)?|add|be (?:friends|connected|contacts)|"
    r"be (?:your|my) (?:friend|pal|mate|contact)|join (?:your|my) (?:\w+ ){0,2}(?:network|contacts|circle|friends|"
    r"connections)",
    "request": r"(?:fr[ie]+nds?|connection|connect|contact|follow(?:er|ing)?|{network})(?:ing)? {ask}|"
    r"{ask} (?:to {befriend}|(?:on|over|via|through|for connection on|from) {network})",
    "you": r"you|u|ya|yous|y'?all|you (?:all|both|guys|two|three)|(?:the )?(?:both|all|two|three|rest) of (?:you|ya)|"
    r"everyone|everybody|(?:you and )?your (?:whole |entire )?(?:team|staff|colleagues?|boss|manager|wife|husband|"
    r"daughter|son|private account|personal (?:account|page|profile))|the (?:whole|entire) (?:team|staff|panel)|"
    r"you and \w+",
    "sent": r"sent|send|sending|shot|fired(?: off)?|dropped|popped|put|issued|made|extended|left|dropping",
    "reach": r"message|msg|text|write(?: to)?|dm|pm|inbox|ping|reach|contact|find|hit|get (?:hold of|back to|to)|drop|"
    r"chat (?:with|to)|talk to|answer|reply to|look",
    "wrote": r"messaged|dm'?d|dm'?ed|pm'?d|pinged|inboxed|texted|wrote to|written to|snapped|poked|whats ?app'?e?d|"
    r"added|friended|followed|befriended|subscribed to|tagged|tried",
    "on": r"on|over|via|through|by|thru|in",
    "would": r"please|pls|kindly|do|so|and|just|then|also|now|can you|could you|will you|would you|why not|or",
}

INVITED = shapes(
    (
        r"(?:thank(?:s| you)?|appreciate\w*|got|received|for) (?:~ )?(?:your|the|ur) (?:~ )?{ask}",
        r"accept(?:ed|ing)? your|your (?:\w+ )?{ask}(?<!requests)",
        r"as (?:you )?(?:asked|requested|suggest(?:ed)?|agreed|discussed|proposed|arranged|offered)",
        r"you (?:asked|told|invited|wanted|suggested|requested)(?: \w+)? (?:me|for|that i|if i|whether)",
        r"at your (?:request|suggestion)|you suggested",
        r"(?:kind|good|nice|generous|thoughtful) of you to (?:send|invite|add|connect|follow|get in touch)",
        r"thank(?:s| you)(?: \w+){0,3} for (?:getting in touch|inviting me|reaching out)",
        r"(?:told|asked|invited|wanted) (?:me|us) to",
        r"(?:like|as) you (?:asked|said|wished|wanted)",
        r"per your",
        r"thank(?:s| you)(?: \w+){0,3} for (?:~ )?(?:adding|connecting|following|accepting|the add|the follow)",
    ),
    WORDS,
)
JOB = shapes(
    (
        r"(?:company|firm|client|brand|shop|store|school|charity|bakery|band|studio|hotel|salon|museum|club|"
        r"theatre)(?:'?s)? (?:\w+ )?{network}",
        r"campaigns?|engagement|impressions|customers|subscribers|bot",
        r"social media (?:manager|executive|assistant|officer|lead)",
        r"i (?:ran|run|manage[ds]?|grew|handle[ds]?|looked after|moderated?|built|set up|teach)",
        r"at my last|in my (?:last|current|present)",
    ),
    WORDS,
)
ADVERT = shape(
    r"role|job|vacancy|vacancies|position|opening|opportunity|advert\w*|hiring|award|company'?s?|team'?s?|article|"
    r"talk|apply|applied"
)
