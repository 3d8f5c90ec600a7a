"""Say at the end of `make test` whether the browser tests ran, and how to have them run."""

from __future__ import annotations

import shutil
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

if __name__ == "__main__" and not any(map(shutil.which, NAMES)):
    sys.stdout.write(
        "The browser tests were skipped: no Chromium was found (install one, or set CHROMIUM to its path).\n"
    )
