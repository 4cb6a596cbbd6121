"""Text made from HTML: what a reader sees, with quotations marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.text import new_text
from proxy.mime.html import HTML_LIMIT, NESTING, text


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("", ""),
        ("Hello", "Hello"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("<div>one<br></div><div>two</div>", "one\ntwo"),
        ("one<br><br><br>two", "one\n\n\ntwo"),
        ("one" + "<br>" * 9 + "two", "one\n\n\ntwo"),
        ("<p class=MsoNormal>one</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>two</p>", "one\n\ntwo"),
        ('<p style="margin:0">one</p>\n<p style="margin-top: 0px">two</p>', "one\ntwo"),
        ("a <b>b</b>\n\n c&nbsp;&nbsp;d", "a b c d"),
        ("<b>a</b> <i>b</i><i> c</i>", "a b c"),
        ("wo\u00adrd\u200b", "word"),
        ("&lt;tag&gt; &amp;amp; &#8364; &#x1F600; &#xD800;&#0;", "<tag> &amp; € 😀 \ufffd\ufffd"),
        ("<ul><li>one</li><li><p>two</p></li></ul>end", "- one\n- two\n\nend"),
        ("<ol start=3><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "3. a\n- b\n4. c"),
        ("<li>no list", "- no list"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
        ("<pre>a\n  b\n</pre>c", "a\n  b\n\nc"),
        ('<span style="white-space:pre-wrap">a\n  b</span>', "a\n  b"),
        ("<h1>a</h1>b<hr>c", "a\n\nb\n\nc"),
        ('<a href="https://x.example">my site</a>', "my site"),
        ('<img alt="\U0001f600"><img alt="logo of Acme">', "\U0001f600"),
        ("<title>no</title><style>no</style><script>no</script><!-- no -->yes", "yes"),
        ('<div style="color:red; display: none">preheader</div><p hidden>no</p>yes', "yes"),
        ('<span style="mso-hide:all">no</span>yes', "yes"),
        ("<blockquote>old</blockquote>new", "> old\n\nnew"),
        ('<blockquote type="cite">a<blockquote type="cite">b</blockquote></blockquote>', "> a\n>\n>> b"),
        ('<blockquote style="margin:0 0 0 40px;border:none;padding:0px">indented</blockquote>', "indented"),
        ('<blockquote type="cite" style="border:none">old</blockquote>', "> old"),
        ('new<div class="yahoo_quoted">On Monday, Jo wrote:<div>old</div></div>', "new\n> On Monday, Jo wrote:\n> old"),
        ('new<div id="divRplyFwdMsg"><b>Von:</b> Jo</div><div>old</div>', "new\n> Von: Jo\n> old"),
        ('Sam<div class="gmail_signature">Sam Fox</div>', "Sam\n-- \nSam Fox"),
        ('<span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature">Sam</div>', "-- \nSam"),
        ('words<div class="gmail_signature"> </div>', "words"),
        ("<p>unclosed <b>tags <i>everywhere", "unclosed tags everywhere"),
        ("</p></div></blockquote>closed", "closed"),
    ],
)
def test_what_is_shown(html: str, shown: str) -> None:
    assert text(html) == shown


GMAIL = (
    '<div dir="ltr">NEW words.</div><br><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Mon, '
    'Nov 24, 2025 at 9:00 AM Jo &lt;jo@acme.example&gt; wrote:<br></div><blockquote class="gmail_quote">OLD words.'
    "</blockquote></div>"
)
OUTLOOK_WEB = (
    '<div class="elementToProof">NEW words.</div><div id="appendonsend"></div><hr>'
    '<div id="divRplyFwdMsg" dir="ltr"><font>'
    "<b>From:</b> Jo<br><b>Sent:</b> Monday, 24 November 2025 09:00<br><b>To:</b> Sam<br><b>Subject:</b> x</font></div>"
    "<div>OLD words.</div>"
)
OUTLOOK = (
    '<div class=WordSection1><p class=MsoNormal>NEW words.</p><div style="border:none;border-top:solid #B5C4DF 1.0pt;'
    'padding:3.0pt 0in 0in 0in"><p class=MsoNormal><b>Odesílatel:</b> Jo</p></div>'
    "<p class=MsoNormal>OLD words.</p></div>"
)
APPLE = (
    'NEW words.<br><div><br><blockquote type="cite"><div>On 24 Nov 2025, at 09:00, Jo wrote:</div><br><div>OLD words.'
    "</div></blockquote></div>"
)
THUNDERBIRD = (
    '<p>NEW words.</p><div class="moz-cite-prefix">On 24.11.25 09:00, Jo wrote:<br></div><blockquote type="cite" '
    'cite="mid:1@x"><pre>OLD words.</pre></blockquote>'
)
PROTON = (
    '<div>NEW words.</div><div class="protonmail_quote">On Monday, November 24th, 2025 at 9:00 AM, Jo '
    '&lt;jo@acme.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">OLD words.</blockquote></div>'
)
YAHOO = (
    '<div>NEW words.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Monday, 24 November 2025 at '
    "09:00:00 GMT, Jo wrote:</div><div>OLD words.</div></div>"
)


@pytest.mark.parametrize("html", [GMAIL, OUTLOOK_WEB, OUTLOOK, APPLE, THUNDERBIRD, PROTON, YAHOO])
def test_the_words_of_others_are_known_apart(html: str) -> None:
    found = new_text(text(html))
    assert [sentence.text for sentence in found.sentences] == ["NEW words."]
    assert "OLD words." in found.quoted_text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * (NESTING * 40) + "deep",
        "<b>" * (NESTING * 40) + "deep",
        "".join(f"<font size={size}><p>" for size in range(400)) + "<p>x" * 100_000,
        "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">x",
        "<div>" * (NESTING - 10) + "</div><div>" * 180_000,
        "<ol>" + "<li>x" * 300_000,
        "<" * HTML_LIMIT,
    ],
    ids=["nested", "formatting", "formatting in each paragraph", "attributes", "up and down", "list", "no tags"],
)
def test_what_would_take_the_parser_minutes_is_cut_short(html: str) -> None:
    assert len(text("<p>Hello Jo</p>" + html)) >= len("Hello Jo")


def test_embedded_pictures_do_not_count() -> None:
    picture = '<img src="data:image/png;base64,' + "A" * HTML_LIMIT + '">'
    assert text(f"<p>one</p>{picture}<p>two</p>") == "one\n\ntwo"


TAGS = (
    "p /p div /div br ol li /ol ul /ul td pre blockquote /blockquote svg table /table template select !-- a /a".split()
)
MARKED = ('<div id="divRplyFwdMsg">', '<i class="gmail_signature">', "&nbsp;", "\n", " ", "-->")
SOUP = st.one_of(st.sampled_from([f"<{tag}>" for tag in TAGS]), st.sampled_from(MARKED), st.text(max_size=5))


@given(st.one_of(st.text(max_size=200), st.lists(SOUP, max_size=40).map("".join)))
def test_anything_has_a_text(html: str) -> None:
    text(html).encode("utf-8")
