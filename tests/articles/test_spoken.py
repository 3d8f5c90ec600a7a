"""Which language a text is in, and what is said of one that is read in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.articles.checking import check_languages
from timeline.articles.spoken import another_language
from timeline.model import Article

TEXTS = {
    "en": "The harbour board said on Monday that it would close the old pier for good, after divers had "
    "found "
    "cracks in most of its pillars and the council had refused to pay for the repairs.",
    "fr": "Le conseil du port a annoncé lundi qu'il fermerait définitivement la vieille jetée, après que des "
    "plongeurs ont trouvé des fissures dans la plupart de ses piliers.",
    "de": "Die Hafenbehörde hat am Montag mitgeteilt, dass sie die alte Mole für immer schließen wird, "
    "nachdem "
    "Taucher in den meisten Pfeilern Risse gefunden hatten und die Stadt nicht zahlen wollte.",
    "es": "La autoridad del puerto dijo el lunes que cerrará el viejo muelle para siempre, después de que "
    "los "
    "buzos encontraran grietas en la mayoría de sus pilares y el consejo no quisiera pagar.",
    "pt": "A autoridade do porto disse na segunda-feira que vai fechar o velho cais para sempre, depois de "
    "os "
    "mergulhadores terem encontrado fendas na maioria dos pilares e a câmara não querer pagar.",
    "ar": "قالت هيئة الميناء يوم الاثنين إنها ستغلق الرصيف القديم إلى الأبد بعد أن وجد الغواصون شقوقا في "
    "معظم "
    "أعمدته وبعد أن رفض المجلس دفع تكاليف الإصلاح في هذا العام على الرغم من طلب السكان",
}


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("assumed", ["en", "fr", "de-AT"])
def test_a_text_in_another_language_is_known(code: str, assumed: str) -> None:
    expected = "" if assumed.startswith(code) else code
    assert another_language(TEXTS[code], assumed) == expected


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("", "en"),
        ("Le pont.", "en"),  # too short
        ("1998 2001 2004 " * 20, "en"),  # no words
        ("Lorun Mabek Tasi " * 20, "en"),  # of no language that is known
        (TEXTS["fr"], "ha"),  # nothing is known of the language that is assumed
        (TEXTS["en"] + " « Le pont est fermé », a dit le maire.", "en"),
    ],
)
def test_what_is_not_plain_is_not_told(text: str, assumed: str) -> None:
    assert another_language(text, assumed) == ""


def test_a_text_that_is_read_in_the_wrong_language_is_a_warning() -> None:
    wrong = Article("a", "content/articles/a.md", TEXTS["fr"])
    (told,) = check_languages([wrong, Article("b", "content/articles/b.md", TEXTS["en"])])
    assert str(told.severity) == "warning"
    assert told.message == "this text is read as 'en', and seems to be 'fr'"
    assert told.hint == "add a line `language: fr` above the text"


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "content").rglob("*.md")), ids=str)
def test_no_article_of_the_story_is_doubted(path: Path) -> None:
    assert another_language(path.read_text("utf-8").split("---", 2)[2], "en") == ""
