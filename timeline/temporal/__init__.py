"""Time expressions: found in text, and turned into days."""

from timeline.temporal.days import Day
from timeline.temporal.edtf import EdtfError, When
from timeline.temporal.interval import Grain, Interval, Moment

__all__ = ["Day", "EdtfError", "Grain", "Interval", "Moment", "When"]
