"""The person's event files and the lock: read with every problem, added to without touching a byte.

`load` reads, `articles_to_read` and `unseen` hold findings against what was ever offered, `plan` decides
and proves, `write` writes. `check` says what to look at; `candidates`, `take`, `restore`, `accept` and
`undo` are a person's decisions. No function here prints, and only `write`, `undo` and the decisions write.
"""

from timeline.store.check import check
from timeline.store.deleted import deleted
from timeline.store.disk import undo, write
from timeline.store.fate import accept, candidates, restore, take, why_left
from timeline.store.files import State, load
from timeline.store.look import pointed
from timeline.store.plan import Plan, plan, plan_entries
from timeline.store.schema import first_line, schema_text
from timeline.store.unseen import Unseen, articles_to_read, unseen
from timeline.store.whereabouts import related, whereabouts

__all__ = [
    "Plan",
    "State",
    "Unseen",
    "accept",
    "articles_to_read",
    "candidates",
    "check",
    "deleted",
    "first_line",
    "load",
    "plan",
    "plan_entries",
    "pointed",
    "related",
    "restore",
    "schema_text",
    "take",
    "undo",
    "unseen",
    "whereabouts",
    "why_left",
    "write",
]
