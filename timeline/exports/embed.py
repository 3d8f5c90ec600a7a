"""What other sites need to show a timeline: a script that gives a frame its height, and a fragment to paste.

`embed.js` is one file for both sides. The embed page (the theme's `embed.html`) loads it and tells its
height; the page that holds the frame loads it too, and sets the frame's height. `embed-fragment.txt` is for
systems that allow no frames: HTML without style or script, with a prefix on its ids, so that they meet no
others, and with links that are absolute or not there. It is a text file, so that a browser shows what is to
be copied.
"""

from __future__ import annotations

from timeline.config import Settings
from timeline.exports.addresses import absolute, page_of
from timeline.exports.phrases import Words, phrase_of, status_of, words_of
from timeline.exports.prose import escaped, safe_url
from timeline.public import PublicEvent, PublicSource, PublicTimeline

PREFIX = "timeline-"

# The page in the frame lies beside this script; any other page that loads it holds the frame. A message
# counts
# only if it comes from the very frame that shows a page of this folder.
_SCRIPT = """\
(() => {
  const here = new URL(".", document.currentScript.src).href;
  const tell = () => parent.postMessage({ timelineHeight: document.documentElement.offsetHeight }, "*");
  if (location.href.startsWith(here)) return new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", ({ data, source }) => {
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source && frame.src.startsWith(here) && data?.timelineHeight > 0)
        frame.style.height = `${Math.ceil(data.timelineHeight)}px`;
  });
})();
"""


def height_script(_view: PublicTimeline, _settings: Settings) -> str:
    """Return embed.js."""
    return _SCRIPT


def fragment(view: PublicTimeline, settings: Settings) -> str:
    """Return the timeline as HTML to paste into another page."""
    words = words_of(settings)
    entries = "\n".join(_entry(event, settings, words) for event in view.events)
    home = absolute(settings)
    title = escaped(settings.title)
    named = f'<a href="{escaped(home)}">{title}</a>' if home else title
    direction = ' dir="rtl"' if words.strings.direction == "rtl" else ""
    return (
        f'<section id="{PREFIX}story" lang="{escaped(settings.language)}"{direction}>\n'
        f"<h2>{named}</h2>\n<ol>\n{entries}\n</ol>\n</section>\n"
    )


def _entry(event: PublicEvent, settings: Settings, words: Words) -> str:
    page = absolute(settings, page_of(event))
    title = escaped(event.title)
    headline = f'<a href="{escaped(page)}">{title}</a>' if page else title
    lead = " · ".join(escaped(part) for part in (phrase_of(event, words), *status_of(event, words)))
    sources = "; ".join(_source(source, words) for source in event.sources)
    parts = [
        f'<li id="{PREFIX}{escaped(event.id)}">',
        f"<p>{lead}</p>",
        f"<h3>{headline}</h3>",
        words.html(event.notice),
        words.html(event.text),
        *(f"<p>{words.correction()}: {escaped(' '.join(c.text.split()))}</p>" for c in event.corrections),
        f"<p>{words.ui('sources')}: {sources}</p>" if sources else "",
        "</li>",
    ]
    return "\n".join(part for part in parts if part)


def _source(source: PublicSource, words: Words) -> str:
    title, url = escaped(source.title or source.url or source.key), safe_url(source.url)
    named = f'<a href="{escaped(url)}">{title}</a>' if url else title
    said = f"{escaped(source.publisher)}, {named}" if source.publisher else named
    return f"<s>{said}</s> ({words.retracted()})" if source.retracted else said
