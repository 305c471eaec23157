"""Finds the Chromium that tests and benchmarks drive, or says what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess

# By the first two each window draws, unseen, a menu of its address bar: a third of a visit's processor time.
# The last such list counts; so it holds as well what Playwright turns off that would change how pages behave.
UNWANTED = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
# The first is Chromium without windows: a page costs it three fifths of the processor time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--font-render-hinting=none",
    f"--disable-features={','.join(UNWANTED)}",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
MISSING = "No Chromium found. Install one (on Debian: apt-get install chromium) or name it in CHROMIUM=/path."


class ChromiumMissingError(RuntimeError):
    """There is no browser to drive, and none could be installed."""


def executable() -> str:
    """
    Return the path of a Chromium.

    Raises
    ------
    ChromiumMissingError
        If none is found and none can be installed; the message says what to do.
    """
    found = os.environ.get("CHROMIUM") or _found()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for words in (("update", "-qq"), *(("install", "-y", "-qq", name) for name in NAMES[:2])):
            subprocess.run(["apt-get", *words], check=False, timeout=600)  # noqa: S603, S607 - fixed words
            found = _found()
            if found is not None:
                break
    if found is None:
        raise ChromiumMissingError(MISSING)
    return found


def _found() -> str | None:
    """Look for a browser by its usual names."""
    return next(filter(None, map(shutil.which, NAMES)), None)
