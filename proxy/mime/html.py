"""HTML -> the text that its reader sees, quotations marked as plain text marks them.

Blocks become lines, paragraphs are set apart by an empty one, quotations get "> " (so that `checks.text` knows whose
words they are), a client's signature block gets the "-- " that plain text has. What is never shown (head, style,
script, `display: none`) is left out, and so are the spaces that nobody sees. Never raises; HTML_LIMIT and NESTING bound
the time, which the parser takes in proportion to length times depth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from proxy.mime.charset import whole
from proxy.mime.page import Page

HTML_LIMIT = 2_000_000
"""Characters that are read, embedded pictures not counted."""
NESTING = 500
"""Elements within each other; the text ends where there are more."""
ATTRIBUTES = 300
"""Attributes of one element; the text ends where there are more."""
ELEMENTS = 50_000
"""Elements of a document; the text ends where there are more."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)([^<>]*)")
_EMBEDDED = re.compile(r"data:[^\"'<>\s]{100,}")


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_NOT_NESTING = _tags(  # void, or closed by their next sibling
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option"
)
_UNSEEN = _tags(
    "head title style script template noscript noframes noembed iframe object svg math select textarea audio video"
)
_BLOCKS = _tags(
    "html body div section article header footer main nav aside address center form fieldset figure figcaption table "
    "caption thead tbody tfoot tr li dt dd details summary"
)
_PARAGRAPHS = _tags("p h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote hr")

# What the parser opens anew in each paragraph until it is closed.
_FORMATTING = _tags("a b big code em font i nobr s small strike strong tt u")
_COST = 20_000_000

_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)", re.IGNORECASE)
_KEEPS_LINES = re.compile(r"(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_TIGHT = re.compile(r"(?:^|;)\s*margin(?:-top|-bottom)?\s*:\s*0", re.IGNORECASE)
_INDENTED = re.compile(r"(?:^|;)\s*border\s*:\s*(?:none|0|medium none)", re.IGNORECASE)
# Outlook draws this line above the letter that it answers; all below is quoted, and nothing encloses it.
_OUTLOOK_RULE = re.compile(
    r"border:\s*none;\s*border-top:\s*solid\s+#[0-9a-f]{6}\s+1\.0pt;\s*padding:\s*3\.0pt\s+0", re.IGNORECASE
)
_OUTLOOK_HEADER = frozenset({"divRplyFwdMsg", "x_divRplyFwdMsg"})
_QUOTES = frozenset({"yahoo_quoted", "ydp_quoted", "zmail_extra", "gmail_quote_container_quoted"})
_SIGNATURES = re.compile(
    r"\b(?:gmail_signature|moz-signature|protonmail_signature_block|AppleMailSignature|yahoo_signature|"
    r"ms-outlook-mobile-signature)\b|(?:^| )(?:x_)?Signature$"
)
_NODES = 400_000  # each element twice, and the words between them
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    style: str
    names: str
    """Its class and id."""
    attributes: dict[str, str | None]
    in_item: bool
    """Whether it stands right in an item of a list."""

    @property
    def block(self) -> bool:
        return self.tag in _BLOCKS or self.tag in _PARAGRAPHS

    @property
    def apart(self) -> bool:
        """Whether an empty line stands before and after it."""
        tight = self.tag == "p" and ("MsoNormal" in self.names or _TIGHT.search(self.style))
        return self.tag in _PARAGRAPHS and not tight and not self.in_item

    @property
    def quotes(self) -> bool:
        if self.tag != "blockquote":
            return not _QUOTES.isdisjoint(self.names.split())
        # Web clients also indent with it, and then say that it has no border.
        cites = "quote" in self.names or "cite" in self.attributes or self.attributes.get("type") == "cite"
        return cites or not _INDENTED.search(self.style)

    @property
    def outlook(self) -> bool:
        """Whether all from here on is the letter that Outlook answers."""
        return self.tag == "div" and (
            not _OUTLOOK_HEADER.isdisjoint(self.names.split()) or bool(_OUTLOOK_RULE.search(self.style))
        )

    @property
    def signs(self) -> bool:
        return bool(_SIGNATURES.search(self.names)) and "prefix" not in self.names

    @property
    def hidden(self) -> bool:
        return self.tag in _UNSEEN or "hidden" in self.attributes or bool(_HIDDEN.search(self.style))

    @property
    def keeps_lines(self) -> bool:
        return self.tag == "pre" or bool(_KEEPS_LINES.search(self.style))


def text(html: str) -> str:
    """The text of an HTML document or fragment, without a line end at its end."""
    tamed = _tame(_EMBEDDED.sub("data:", html)[:HTML_LIMIT])
    root = LexborHTMLParser(whole(tamed).replace("\0", "")).root
    page = Page()
    waiting: list[tuple[LexborNode | _Element, bool, int]] = []  # what, whether its line ends count, how deep it quotes
    if root is not None:
        waiting.append((root, False, 0))
    seen = 0
    while waiting and seen < _NODES:
        seen += 1
        node, keeps, depth = waiting.pop()
        if isinstance(node, _Element):  # seen before: here it ends
            _leave(page, node, depth)
        elif node.is_text_node:
            _write(page, node.text_content or "", keeps)
        elif node.is_element_node:
            element = _element(node)
            if element.hidden:
                continue
            _enter(page, element)
            waiting.append((element, keeps, depth))
            inside = (keeps or element.keeps_lines, depth + element.quotes)
            waiting += reversed([(child, *inside) for child in node.iter(include_text=True)])
    return page.text()


def _element(node: LexborNode) -> _Element:
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    parent = node.parent
    in_item = parent is not None and parent.tag == "li"
    return _Element(node.tag or "", attributes.get("style") or "", names, attributes, in_item)


def _write(page: Page, text: str, keeps: bool) -> None:
    text = text.translate(_INVISIBLE)
    if keeps:
        page.put_lines(text)
    else:
        page.put(text)


def _enter(page: Page, element: _Element) -> None:
    if element.tag == "br":
        page.break_line()
    elif element.tag in ("td", "th"):
        page.tabulate()
    elif element.tag == "img":
        alt = (element.attributes.get("alt") or "").strip()
        if len(alt) <= 8 and not any(char.isascii() for char in alt):
            page.put(alt)  # an emoji, drawn
    if element.block or element.quotes or element.outlook or element.signs:
        page.end_line()
    page.gap = page.gap or element.apart
    page.depth += element.quotes
    if element.outlook:
        page.quote_the_rest()
    if element.signs:
        page.sign()
    if element.tag in ("ul", "ol"):
        page.open_list(_start(element.attributes) if element.tag == "ol" else None)
    elif element.tag == "li":
        page.item()


def _leave(page: Page, element: _Element, depth: int) -> None:
    if element.block or element.quotes:
        page.end_line()
    page.gap = page.gap or element.apart
    page.depth = depth
    if element.tag in ("ul", "ol"):
        page.close_list()
    elif element.tag == "li":
        page.mark = ""


def _start(attributes: dict[str, str | None]) -> int:
    start = attributes.get("start") or ""
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1


def _tame(html: str) -> str:
    """`html` up to where it would cost the parser more time than a letter is worth."""
    depth = formatting = cost = elements = 0
    for tag in _TAG.finditer(html):
        if tag[3].count("=") > ATTRIBUTES or tag[3].count(" ") > ATTRIBUTES * 20:
            return html[: tag.start()]
        name, step = tag[2].lower(), -1 if tag[1] else 1
        elements += not tag[1]
        if name in _FORMATTING:
            formatting = max(formatting + step, 0)
        if name not in _NOT_NESTING:
            depth = max(depth + step, 0)
        cost += depth + 100 * formatting  # the parser walks up the open elements, and copies the formatting ones
        if depth > NESTING or elements > ELEMENTS or cost > _COST:
            return html[: tag.start()]
    return html
