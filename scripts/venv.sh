#!/bin/sh
# scripts/venv.sh FOLDER run|dev: a virtual environment with report-qa in it, and words about each step.
set -eu
folder=$1
kind=$2

say() { printf '%s\n' "$*"; }

usable() { command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if [ -x "$folder/bin/python" ] && ! usable "$folder/bin/python"; then
    say "The virtual environment in $folder no longer works; making it anew."
    rm -rf "$folder"
fi

if [ ! -x "$folder/bin/python" ]; then
    python=
    for candidate in ${PYTHON:-python3.11 python3 python3.12 python3.13 python3.14}; do
        if usable "$candidate"; then python=$candidate; break; fi
    done
    if [ -z "$python" ]; then
        say "No Python 3.11 or newer was found${PYTHON:+ as $PYTHON}. Install one, or name it: make run PYTHON=/path/to/python3.11"
        exit 1
    fi
    say "Making a virtual environment in $folder with $("$python" --version) …"
    if ! "$python" -m venv "$folder"; then
        rm -rf "$folder"
        say "$python cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv"
        exit 1
    fi
fi

if [ "$kind" = dev ]; then what='.[dev]'; else what='.'; fi
say "Installing report-qa and its pinned packages ($what). The first time takes some minutes: torch is the largest …"
status="$folder/.status"
{
    code=0
    "$folder/bin/python" -m pip install --disable-pip-version-check --progress-bar off -c constraints.txt -e "$what" 2>&1 || code=$?
    echo "$code" > "$status"
} | grep --line-buffered -v -e '^Requirement already satisfied' -e '^Looking in' -e '^WARNING: Location' || true
code=$(cat "$status")
rm -f "$status"
if [ "$code" -ne 0 ]; then
    say "The installation failed; the lines above say why. Nothing else was changed: mend it and run make again."
    exit "$code"
fi
touch "$folder/.installed-$kind"
say "Installed."
