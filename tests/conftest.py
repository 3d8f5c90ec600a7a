"""What holds for all tests: no law fails by the clock of a busy machine; speed is measured in `bench/`."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")
