#!/bin/sh
# scripts/browser.sh PYTHON: a Chromium for the tests of the page. Says what it found or could not get; never fails.
set -u
python=$1

say() { printf '%s\n' "$*"; }

for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
    if found=$(command -v "$name" 2>/dev/null); then
        say "Browser for the page tests: $found"
        exit 0
    fi
done
if "$python" - <<'EOP' 2>/dev/null
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as browsers:
    raise SystemExit(not Path(browsers.chromium.executable_path).exists())
EOP
then
    say "Browser for the page tests: Playwright's own Chromium"
    exit 0
fi

root=
if [ "$(id -u)" -eq 0 ]; then root=yes; elif sudo -n true 2>/dev/null; then root=sudo; fi
if [ -n "$root" ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing Chromium with the system's package manager …"
    prefix=
    [ "$root" = sudo ] && prefix=sudo
    $prefix apt-get update -qq >/dev/null 2>&1
    if DEBIAN_FRONTEND=noninteractive $prefix apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 \
        && command -v chromium >/dev/null 2>&1; then
        say "Browser for the page tests: $(command -v chromium)"
        exit 0
    fi
    say "The package manager could not install Chromium."
fi

say "Downloading Playwright's Chromium …"
if timeout 600 "$python" -m playwright install chromium-headless-shell >/dev/null 2>&1; then
    say "Browser for the page tests: Playwright's own Chromium"
    exit 0
fi
say "NO BROWSER: no Chromium or Chrome is installed, and neither the package manager nor Playwright could get one."
say "The tests of the page will be skipped; every other test runs. Install chromium and run make test again to run them all."
exit 0
