"""Two rules of `social_media`: asking to become a contact, and asking to be added, followed or written to there."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.networks import INVITED, JOB, WORDS

ADVICE = (
    "Leave it out, and wait until they invite you. If you want them to see your work, give the link as a reference: "
    '"My portfolio is linked in my signature."'
)

REQUEST = Rule(
    name="social-media.request",
    message="A recruiter would read a request to become your contact on a network, which many keep for people they "
    "know.",
    advice=ADVICE,
    hits=shapes(
        (
            # sent, or on its way
            r"{sent} (?:(?:to )?{you} )?(?:(?:a|an|my|another|one|the|out) )?(?:~ )?{request}",
            r"{sent} (?:to )?{you} (?:a|an|my|another|one) (?:~ )?(?:freind|friend|follow|snap|contact)? "
            r"?{ask}(?! (?:for|to (?!connect|follow|be|join|link)))",
            r"{sent} (?:a|an|my) (?:~ )?{ask} (?:to|over|over to) (?:your|ur|on) (?:\w+ )?{network}",
            r"(?:my|a second|our|another) (?:\w+ )?{request}",
            r"(?:request|invitation|invite) to connect",
            r"invit(?:ed?|ing) {you} to (?:connect|follow|link up|be (?:friends|my friend)|join (?:me|my))",
            r"requested (?:you|yours)(?: (?:~ )?{on} {network}|, so)",
            r"request(?:ed|ing)? to (?:follow|add|connect|join you)",
            r"asked to (?:follow|add|connect with) (?:you|your|the (?:two|both|lot) of you)",
            r"asked (?:you )?to (?:be|become|connect as) (?:your|a) (?:\w+ )?(?:friend|pal|contact|connection)",
            r"(?:put|gone) in to be your friend",
            r"asked to (?:enter|join) (?:your|the) (?:\w+ )?{network} group",
            # where it waits
            r"(?:will|'ll|should|might|may) (?:soon |shortly )?(?:get|receive|have|see|find|notice) an? "
            r"(?:~ )?{request}",
            r"(?:friend|connection|follow|message|contact)(?:er)? requests? from me",
            r"(?:have|get|had|got|see|seen|find|be) an? {network} (?:notification|request|alert|ping|message) "
            r"(?:from|by) me",
            r"(?:in|see|open|peep|among|check) (?:~ )?your (?:fr[ie]+nd|connection|follow(?:er)?|message|contact|dm) "
            r"requests?",
            r"notification (?:~~ )?(?:from me|my (?:face|name|picture|photo))",
            # to be said yes to
            r"(?:accept|accepts|approve|confirm|say yes to|ok|okay|expect|look out for|watch (?:out )?for|"
            r"ignor(?:e|ed|ing)) my (?:\w+ ){0,2}{ask}",
            r"(?:had|seen|see|get|leave) my (?:friend|connection|contact|follow|{network}) {ask}",
            r"(?:accept|approve) the (?:\w+ )?(?:request|invitation|invite) (?:that |which )?i (?:sent|made)(?! for)",
            r"my (?:\w+ )?request (?:\w+ )?(?:among|in) your (?:pending|requests|invitations)",
            r"(?:mutual|common) (?:friends|connections) (?:~~ )?~~ ?(?:send|sent) (?:you )?the request",
            r"(?:tap|hit|click|press) (?:the )?(?:accept|confirm)",
        ),
        WORDS,
    ),
    guards=(*INVITED, *JOB),
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
        "To stand out I've requested you on LinkedIn with a note.",
        "I've asked to be your friend online.",
        "Do accept the request I sent you from my profile.",
        "You'll find my request among your pending ones.",
    ),
    spares=(
        "Thank you for the LinkedIn invitation; it was a nice surprise.",
        "I saw the LinkedIn invitation, but I hardly ever open it.",
        "I received your request to connect and was glad of it.",
        "I sent the request for a reference this morning.",
        "As requested, I sent you a contact request on Xing.",
        "I haven't sent you a friend request.",
        "I sent everyone an invitation to the open day.",
        "I sent you a request for a form.",
        "I asked to be your last interview of the day.",
        "It was most kind of you to send me an invitation on LinkedIn last night.",
        "I've sent the LinkedIn request you suggested.",
        "Could you accept the request I sent for the fare?",
        "Please look for my request in your expenses system.",
    ),
)

ADD_ME = Rule(
    name="social-media.add-me",
    message="A recruiter would read an invitation to a network or a private chat, where most keep their own people.",
    advice=ADVICE,
    hits=shapes(
        (
            # add me, follow me
            r"(?:add|follow|friend|befriend|connect with|link with|link|subscribe to) (?:me|us)(?: back)?,? "
            r"(?:~ )?{on} (?:the )?{network}",
            r"(?:add|follow|friend|befriend|connect with|link with|subscribe to) "
            r"(?:me|us)(?: back)?(?:,? (?:on )?there(?! (?:to|into|for))|,? (?:~ )?@\w+)",
            r"(?:^|[,;:] |{would} )(?:add|follow|friend|befriend) me(?: back| too)?(?: and|[.!,?]|$)",
            r"follow (?:me )?(?:at @|back)",
            r"follow my (?:page|account|{network}|(?:\w+ ){1,3}{on} {network})",
            r"add me (?:~ )?on (?:\w+ ){0,2}{network}",
            r"(?:give|throw|chuck|drop|toss|fling) (?:me|us|it|my \w+) (?:a|an) (?:follow|add|like)(?! -?(?:up|on))",
            r"smash that follow",
            r"become a follower",
            r"subscribe to my (?:channel|page)",
            r"like (?:our|my) (?:\w+'?s? )?page",
            r"(?:^|{would} )accept me (?:on|and)",
            r"accept me (?:as|on|to|into) (?:~ )?{network}",
            r"(?:make|add) me (?:as )?(?:a |your )?friend {on} {network}",
            r"check your (?:fr[ie]+nd|connection|follow|message|dm) requests?",
            r"scan (?:my|the) (?:\w+ )?(?:qr|{plain}) code",
            r"add me by (?:qr|code)",
            # let us be connected there
            r"(?:be|get) (?:us )?connected {on} (?:~ )?{plain}",
            r"linked in with you",
            r"(?:be|get|been|become) linked (?:up )?(?:online|{on} {plain})",
            r"(?:quicker|quickest|faster|easier|easiest|best|always|more often|"
            r"better) (?:~ )?{on} (?:{chat})(?:[^.!?]{0,60}?) "
            r"(?:write to|message|text|ping|reach|answer|drop) me (?:a line |a word |a note )?(?:there|in that place|"
            r"on it)",
            r"{on} (?:{chat})(?:[^.!?]{0,60}?) (?:please |do |kindly |so |just )(?:write to|message|text|ping|drop) me "
            r"(?:a line |a word |a note )?(?:there|in that place|on it)",
            r"joined {on} {plain}",
            r"(?:be|become) (?:an? )?(?:~ )?(?:{plain} friends?|friends? {on} {network})",
            r"(?:become|be) my friend {on} {network}",
            r"(?:be|become) (?:~ )?(?:mutuals|contacts {on} {network})",
            r"(?:connect|connecting|link(?:ing)? up|be(?:ing)? friends|becom(?:e|ing) friends) (?:~ )?{on} "
            r"(?:~ )?{network}",
            r"(?:keep|keeping|stay|staying|be|being|get|getting) (?:in touch|in contact|connected) (?:~ )?{on} "
            r"(?:~ )?{network}",
            r"(?:can|could|shall|let'?s|we|to|i'?ll|us) (?:~ )?(?:chat|talk|speak|continue|carry on) (?:~ )?{on} "
            r"{chat}",
            r"(?:continue|carry on) (?:~ )?(?:chat|conversation|talk|discussion|this) {on} {network}",
            r"(?:rather|prefer to|better|easier to|easiest to|quicker to|best to) "
            r"(?:~ )?(?:chat|talk|speak|message|text|write|continue) (?:~ )?{on} {network}",
            r"join (?:me {on} {network}|my (?:\w+ )?(?:network|circle|contacts|channel|followers|server|friends list))",
            # write to me there
            r"(?:^|[,;:] |{would} )(?:message|text|write to|answer|ping) me (?:on )?there",
            r"(?:^|[,;:.-] |{would} |can |could |may |to |you |best |or |for |easiest |quickest )(?:{reach}) "
            r"(?:me|us)(?: (?:there|directly|up|"
            r"(?:a|the|your) (?:quick |little )?(?:line|message|dm|note|word|answer)|anytime))? (?:~ )?{on} "
            r"(?:~ )?{network}",
            r"(?:send|drop|shoot|pop|leave) me (?:a|an|the|your|one) "
            r"(?:\w+ )?(?:message|note|line|text|word|answer|reply) {on} {network}",
            r"(?:send|drop|shoot) me (?:a|an) (?:~ )?(?:dm|pm|snap|friend request|whatsapp|follow|add)",
            r"(?:^|{would} )(?:whats ?app|telegram|dm|pm|snapchat|inbox) me",
            r"(?:i'?ll|i will|i can|let me|may i|can i|could i|shall i|mind if i|ok if i|okay if i|if i) "
            r"(?:~ )?(?:whats ?app|dm|pm|snap|friend|inbox|add|follow) "
            r"you(?: (?:on|over|there|via|back|as a friend|to my)|[.,?!]|$)",
            # numbers and groups
            r"(?:have you got|do you have|are you on|do you use|u got|you got|u on|got) "
            r"(?:~ )?(?:snap|{plain})(?:chat)?",
            r"(?:my|mine on|here(?:'s| is) my) {chat}(?: (?:id|handle|number|name|username|user))? ?(?:is|:|=|,)",
            r"(?:have|get|send me|send us|what'?s|what is|share|give me|drop|swap|exchange) your "
            r"(?:~ )?{plain}(?: (?:number|details|ids?|handles?|contacts?|name))?",
            r"(?:add|save|store|take|note) my "
            r"(?:~ )?(?:number|username|handle|id|account|user ?name|tag)(?:, [\d -]+,)? (?:~ )?(?:on|to|in|into|for) "
            r"(?:~ )?{network}",
            r"(?:put|save|add|store|include|invite) (?:~~ )?(?:to|in|into|on) (?:~~ )?{plain} group",
            r"(?:put|save|add|store) (?:~~ )?(?:into|in|to|on) your {plain}",
            r"(?:add|have|welcome|keep|include) (?:you|u|yourself) (?:to|in|as part of|among) my "
            r"(?:\w+ ){0,2}(?:contacts?|network|friends|connections|circle)",
            r"what'?s your (?:own |personal |private )?(?:handle|insta(?:gram)?|snap(?:chat)?|facebook|discord|tiktok)",
        ),
        WORDS,
    ),
    guards=(*INVITED, *JOB, shape(r"(?:have|get|send|share) (?:~ )?your (?:reference )?(?:number|details)")),
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
        "Throw us a follow back when you have a minute.",
        "What is your WhatsApp number, so that I can send the clip?",
        "I am quicker on WhatsApp than here, so kindly drop me a line there.",
        "On Telegram I am always there, so please write to me in that place.",
        "I'm brandtbug on Discord, so toss me an add.",
        "It would be nice to be linked up online as well.",
    ),
    spares=(
        "Please add me to your list of casuals.",
        "You can follow me through the whole process in the log.",
        "Yes, let's connect by phone at ten.",
        "You asked me to add you on WhatsApp, and I have.",
        "I ran the Instagram and asked customers to follow us on Facebook.",
        "Could you send me your details for the invoice?",
        "I look forward to connecting with you further about the role.",
        "You'll find me at the signal school.",
        "Another centre had the good sense to snap me up.",
        "From the first of the month they will find me there.",
        "My sources write to me on Signal, and I answer them in person.",
        "Thanks for getting in touch on LinkedIn, and for inviting me to connect.",
        "I ran the rota on WhatsApp, and crews always found me there.",
    ),
)
