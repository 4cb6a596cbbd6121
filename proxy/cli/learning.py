"""`tactful mutes` and `tactful words`: what tactful learned from the user, to look at and to undo."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from proxy.cli.common import add_common, address_of, config_of, now, store_of
from proxy.cli.output import Output, iso, when
from proxy.errors import UsageError
from proxy.store.mutes import Mute
from proxy.store.words import fold


def mutes_options(parser: ArgumentParser) -> None:
    """Options of `mutes`."""
    what = parser.add_subparsers(dest="what", metavar="list|remove", required=True)
    listed = what.add_parser("list", help="what is not mentioned any more, in mail to whom")
    remove = what.add_parser("remove", help="mention it again")
    remove.add_argument("rule", metavar="RULE", help="such as thanks.missing")
    remove.add_argument("address", metavar="ADDRESS", nargs="?", help="the recruiter's (default: the mute for anyone)")
    for each in (listed, remove):
        add_common(each)


def words_options(parser: ArgumentParser) -> None:
    """Options of `words`."""
    what = parser.add_subparsers(dest="what", metavar="list|add|remove", required=True)
    listed = what.add_parser("list", help="all words of your own")
    add = what.add_parser("add", help="words that are never misspelt from now on")
    add.add_argument("words", metavar="WORD", nargs="+")
    remove = what.add_parser("remove", help="words that may be misspelt again")
    remove.add_argument("words", metavar="WORD", nargs="+")
    for each in (listed, add, remove):
        add_common(each)


def mutes(arguments: Namespace, output: Output) -> int:
    """Lists or removes."""
    return _list_mutes(arguments, output) if arguments.what == "list" else _remove_mute(arguments, output)


def _list_mutes(arguments: Namespace, output: Output) -> int:
    entries = store_of(arguments).mutes.entries()
    if output.json:
        for each in entries:
            output.object({"rule": each.mute.rule, "address": each.mute.address or None, "since": iso(each.at)})
    elif entries:
        rows = [(each.mute.rule, each.mute.address or "anyone", when(each.at)) for each in entries]
        output.table(("rule", "not mentioned in mail to", "since"), rows)
        output.say("`tactful mutes remove RULE ADDRESS` undoes one; for anyone: `tactful mutes remove RULE`.")
    else:
        output.say("Nothing is muted.")
    return 0


def _remove_mute(arguments: Namespace, output: Output) -> int:
    rule: str = arguments.rule
    address = "" if arguments.address is None else address_of(arguments.address)
    removed = store_of(arguments).mutes.remove(Mute(rule, address))
    if output.json:
        output.object({"rule": rule, "address": address or None, "removed": removed})
    elif removed:
        output.say(f"{rule} is mentioned again in mail to {address or 'everybody'}.")
    else:
        output.complain(f"{rule} is not muted for {address or 'anyone'}. `tactful mutes list` shows what is.")
    return 0 if removed else 1


def words(arguments: Namespace, output: Output) -> int:
    """Lists, adds or removes."""
    match arguments.what:
        case "list":
            return _list_words(arguments, output)
        case "add":
            return _add_words(arguments, output)
        case _:
            return _remove_words(arguments, output)


def _list_words(arguments: Namespace, output: Output) -> int:
    rows = [(word, "configuration") for word in config_of(arguments).checks.words]
    rows += [(word, "command line") for word in sorted(store_of(arguments).words.all())]
    if output.json:
        for word, source in rows:
            output.object({"word": word, "source": source})
    elif rows:
        output.table(("word", "from"), rows)
    else:
        output.say("There are no words of your own yet. `tactful words add WORD` adds one.")
    return 0


def _add_words(arguments: Namespace, output: Output) -> int:
    added = [_word(each) for each in arguments.words]
    store = store_of(arguments)
    for word in added:
        store.words.add(word, now())
        if output.json:
            output.object({"word": word, "added": True})
        else:
            output.say(f"{word} is a word of yours, and never misspelt.")
    return 0


def _remove_words(arguments: Namespace, output: Output) -> int:
    configured = {fold(each) for each in config_of(arguments).checks.words}
    store = store_of(arguments)
    status = 0
    for word in map(_word, arguments.words):
        removed, reason = store.words.remove(word), ""
        if fold(word) in configured:
            removed, reason = False, "It stands in your configuration, under [checks] words; take it out there."
        elif not removed:
            reason = "It is no word of yours. `tactful words list` shows them."
        status = status if removed else 1
        if output.json:
            output.object({"word": word, "removed": removed, "reason": reason})
        elif removed:
            output.say(f"{word} is no word of yours any more.")
        else:
            output.complain(f"{word}: {reason}")
    return status


def _word(text: str) -> str:
    word = text.strip()
    if not word or any(char.isspace() for char in word) or not word.isprintable():
        raise UsageError(f'"{text}" is not one word.', "Name single words: tactful words add Kubernetes Szymborska")
    return word
