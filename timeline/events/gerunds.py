"""The -ing form: whether a word is one, of a known verb or of any, and whether it is a verb in its place."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.language import Language
from timeline.events.tokens import Token


def is_gerund(low: str, language: Language) -> bool:
    """Tell whether a word is the -ing form of a known verb."""
    return any(form.form == "gerund" for form in language.verb(low))


def may_be_gerund(low: str, language: Language) -> bool:
    """Tell whether a word is one by its ending, where its verb is not known ("heckling"; not "evening")."""
    if language.verb(low) or low in language.words["event_nouns"]:
        return is_gerund(low, language)
    return language.patterns["gerund"].fullmatch(low) is not None and low not in language.words["not_gerund"]


def is_active_gerund(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Tell whether an -ing form is a verb: it has an object or a phrase; "its operating officer" is none."""
    if not is_gerund(tokens[index].low, language):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    opens = language.union("prepositions", "determiners", "pronouns", "object_pronouns", "relative_that")
    if after.low in language.words["infinitive_words"]:
        return False  # "funding to pay for it"
    free = after.low in opens or language.is_adverb(after.low) or not after.is_word
    many = language.patterns["plural"].fullmatch(after.low)
    return free or after.is_capital or bool(many) or after.text[0].isdigit()
