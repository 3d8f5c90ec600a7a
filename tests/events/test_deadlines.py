"""Terms that were set in the past, counted from their orders and not from the report."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.model import Kind
from timeline.temporal import When

# Published on Tuesday 5 November 2024: the day of the plan that is still to come ("": it is over, or unsure).
TERMS = [
    # A day or month without its year comes after the order.
    ("In March the town ordered the owner to clear the yard by the end of August.", ""),
    ("In March 2022 the town had ordered the owner to clear the yard by the end of August.", ""),
    ("The judge told the lender in February to repay the money by 1 April.", ""),
    ("In May the tribunal ruled that the camp must be cleared by 30 June.", ""),
    ("In June the guards were told they would be paid by the end of July.", ""),
    ("In a ruling in March, a judge ordered the mine to close by 1 October.", ""),
    ("The ministry agreed in July to withdraw the guns by the end of August.", ""),
    ("In May the tribunal ordered the lender to pay by 15 December.", "2024-12-15"),
    ("In October the town ordered the owner to clear the yard by the end of January.", "2025-01-31"),
    ("On Monday the tribunal ordered the lender to pay by Friday.", "2024-11-08"),
    ("The porters agreed on Friday to return to work by Monday.", ""),
    ("He vowed on Monday to finish the mast by Christmas.", "2024-12-25"),
    # The month or year is that of the order.
    ("In March the tribunal ordered the lender to pay by the end of the month.", ""),
    ("In 2021 the tribunal ordered the lender to pay by the end of the year.", ""),
    ("On Monday the tribunal ordered the lender to pay by the end of the month.", "2024-11-30"),
    # Nobody says which.
    ("Last year the tribunal ordered the lender to pay by 15 December.", ""),
    ("In March the tribunal ordered the lender to pay by Friday.", ""),
    ("In 2023 he was told to leave by the end of the month.", ""),
    # The nearest, where no day of the order is named.
    ("The guns were to be withdrawn by Sunday.", ""),
    ("The mine had been ordered to close by 1 October.", ""),
    ("The bridge was to open by the end of January.", "2025-01-31"),
    ("The ban was due to be lifted in May, but the court stopped it.", ""),
    # No order at all, or the report's own words.
    ("The lender expects to pay before the end of the third quarter.", "2025-09-30"),
    ("The town ordered the owner to clear the yard by the end of August.", "2025-08-31"),
]


@pytest.mark.parametrize(("text", "day"), TERMS, ids=[t for t, _ in TERMS])
def test_a_term_is_counted_from_its_order(text: str, day: str, read: Read) -> None:
    planned = [c.when for c in read(text, published="2024-11-05").candidates if c.kind is Kind.PLANNED]
    assert [w.last for w in planned if w] == ([When.parse(day).last] if day else [])
    assert None not in planned


@pytest.mark.parametrize(("text", "day"), TERMS, ids=[t for t, _ in TERMS])
def test_no_deed_is_put_at_its_term(text: str, day: str, read: Read) -> None:
    done = [
        c.when for c in read(text, published="2024-11-05").candidates if c.kind is Kind.HAPPENED and c.when
    ]
    assert all(w.first is not None and str(w) != day for w in done)
