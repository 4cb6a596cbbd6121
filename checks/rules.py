"""The names of all rules, "check.rule", in the order of the checks: what [checks] may name. Data.

Kept apart from the checks themselves, so that reading a configuration loads no dictionary. A test compares.
"""

RULES: tuple[str, ...] = (
    "frequency.too-soon",
    "frequency.enough",
    "frequency.hasty",
    "frequency.meeting-assumed",
    "thanks.missing",
    "sloppiness.spelling",
    "sloppiness.grammar",
    "sloppiness.homophone",
    "sloppiness.repeated-word",
    "sloppiness.lower-case-i",
    "sloppiness.text-speak",
    "sloppiness.shouting",
    "sloppiness.punctuation",
    "sloppiness.placeholder",
    "sloppiness.attachment",
    "sloppiness.empty-subject",
    "sloppiness.wrong-name",
    "sloppiness.wrong-company",
    "sloppiness.readability",
)
