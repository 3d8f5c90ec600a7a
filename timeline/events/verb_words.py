"""The words of a sentence as the reader of verbs sees them: their forms, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.language import Language
from timeline.events.tokens import Token, phrase_at
from timeline.events.verb_group import BARE_FORM, Mood, VerbGroup

_CLOSED = ("prepositions", "determiners", "pronouns", "coordinators", "subordinators")
_NO_READINGS: dict[str, str] = {}


class VerbWords:
    """Holds the sentence, the language and the verbs read so far."""

    def __init__(self, tokens: Sequence[Token], times: frozenset[int], language: Language) -> None:
        self.tokens = tokens
        self.times = times
        self.language = language
        self.words = language.words
        auxiliaries = language.data["auxiliaries"]
        self.groups: list[VerbGroup] = []  # those read so far
        self.turned: VerbGroup | None = None  # whose auxiliary has been read, and not yet its verb
        self.is_lenient = False  # whether a word that is a noun more often may be the verb
        self.is_historic = False  # whether the present tense is to be expected, as in a chronology
        self.readings = [language.readings(t.low) for t in tokens]
        self.open_readings = [  # of those that may be verbs where they stand
            _NO_READINGS if i in times or (i and t.is_capital) else readings
            for i, (t, readings) in enumerate(zip(tokens, self.readings, strict=True))
        ]
        self.be: dict[str, str] = auxiliaries["be"]
        self.have: dict[str, str] = auxiliaries["have"]
        self.do: dict[str, str] = auxiliaries["do"]
        self.modal: dict[str, str] = auxiliaries["modal"]

    def low(self, index: int) -> str:
        """Return the lower-case word at `index`; "" outside the sentence."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def form(self, index: int, *names: str) -> str:
        """Return the base form where the word at `index` may be one of these verb forms; "" otherwise."""
        readings = self.open_readings[index] if 0 <= index < len(self.tokens) else _NO_READINGS
        if readings:
            for name in names:
                if name in readings:
                    return readings[name]
        return ""

    def _open_base(self, index: int) -> str:
        """Return an unlisted word as a base form, where only a verb can stand ("will compensate")."""
        if index in self.times or not 0 <= index < len(self.tokens):
            return ""
        token = self.tokens[index]
        closed = self.language.union(*_CLOSED, "auxiliary_words", "negations")
        plain = token.text.isalpha() and not token.is_capital and len(token.text) > 1
        return token.low if plain and token.low not in closed else ""

    def _is_object(self, index: int) -> bool:
        """Tell whether something a verb may govern begins here."""
        if not 0 <= index < len(self.tokens):
            return False
        token = self.tokens[index]
        return (
            token.low in self.words["determiners"] or token.low in self.words["pronouns"] or token.is_capital
        )

    def skip(self, index: int) -> tuple[int, bool]:
        """Pass over adverbs and negations (and times: "had on Monday left").

        Tell whether one of them denied.
        """
        negated = False
        while index < len(self.tokens):
            word = self.low(index)
            if word in self.words["negations"]:
                negated = negated or self.low(index + 1) not in self.words["never_negation"]
            elif word in self.words["not_so_far"] and self.low(index + 1) in self.words["infinitive_words"]:
                negated = True  # "has yet to open", "is yet to open"
            elif self._is_aside_word(index):
                index += 2  # the word and its second comma
            elif not (self.language.is_adverb(word) or index in self.times or self._leads_to_time(index)):
                break
            index += 1
        return index, negated

    def _is_aside_word(self, index: int) -> bool:
        """Read "was, however, rejected": a connecting word between commas stands inside the verb."""
        commas = self.low(index) == self.low(index + 2) == ","
        return commas and self.low(index + 1) in self.words["leading"]

    def _leads_to_time(self, index: int) -> bool:
        """Read "was on Thursday arraigned": a preposition and its time stand inside the verb."""
        return index + 1 in self.times and self.low(index) in self.words["due_prepositions"]

    def _before(self, index: int) -> int:
        """Return the token before the adverbs before `index`; -1 at the beginning."""
        index -= 1
        while index >= 0 and (self.language.is_adverb(self.low(index)) or index in self.times):
            index -= 1
        phrase = self._phrase_ending(index)
        return self._before(index - phrase + 1) if phrase and index >= phrase else index

    def _phrase_ending(self, index: int) -> int:
        """Return how many words a connecting phrase ("in turn") takes that ends at `index`; 0: none does."""
        phrases = self.language.phrases["leading_phrases"]
        if index < 0 or self.tokens[index].low not in self.language.last_words["leading_phrases"]:
            return 0
        for length in (2, 3, 4):
            first = index + 1 - length
            if first > 0 and phrase_at(self.tokens, first, phrases) == length:
                return length
        return 0

    def _shared_modal(self, index: int) -> Mood | None:
        """Read "will run the line and take charge": the second verb has the tense of the first."""
        if not self.groups or self.low(index - 1) not in self.words["coordinators"]:
            return None
        last = next((g for g in reversed(self.groups) if g.is_finite), self.groups[-1])
        return last.mood if last.mood in BARE_FORM and not last.passive and not last.copula else None

    def _shared_perfect(self, index: int) -> Mood | None:
        """Read "had made a bid and been ignored": the second verb has the auxiliary of the first."""
        if not self.groups or self.low(index - 1) not in self.words["coordinators"]:
            return None
        last = self.groups[-1].mood
        return last if last in {Mood.PERFECT, Mood.PAST_PERFECT} else None

    def _shares_present(self, index: int) -> bool:
        """Read "opens in May and runs until June": a second verb in the present, with a time of its own."""
        joined = self.low(index - 1) in self.words["coordinators"]
        led = index + 2 in self.times and self.low(index + 1) in self.language.union("prepositions", "until")
        present = bool(self.groups) and self.groups[-1].mood is Mood.PRESENT
        return joined and present and (led or index + 1 in self.times or self._time_from(index + 2))

    def _after_to(self, index: int) -> str:
        """Return the base form of an infinitive that begins at `index`; "" where none does."""
        marks = self.language.phrases["infinitive_marks"]
        stands = index < len(self.tokens) and phrase_at(self.tokens, index, marks)
        return self.form(index + 1, "base") if stands else ""

    def _is_closed(self, index: int) -> bool:
        low = self.low(index)
        closed = self.language.union(*_CLOSED, "content_words", "auxiliary_words")
        return low in closed or self.language.is_adverb(low)

    def _is_noun_like(self, index: int) -> bool:
        if not 0 <= index < len(self.tokens) or index in self.times:
            return False
        token = self.tokens[index]
        if not token.is_word or token.low in self.language.union(*_CLOSED, "content_words"):
            return False
        return not self.language.is_adverb(token.low)

    def _time_from(self, index: int) -> bool:
        reach = 5  # "for the rest of the week", "by early"
        return any(i in self.times for i in range(index, index + reach))
