"""The public view: what of a timeline may leave the project folder, and nothing else.

`public_view` is the one gate between what people keep and what readers get. Pages, feeds and downloads are
made from its records, which have no field for comments, private notes, article bodies or local paths; hidden
entries, sources still `new` and (with `publish: reviewed`) drafts are not in them.
"""

from timeline.public.records import PublicEvent, PublicSource, PublicTimeline
from timeline.public.sources import count_reports
from timeline.public.view import public_view

__all__ = ["PublicEvent", "PublicSource", "PublicTimeline", "count_reports", "public_view"]
