#!/bin/sh
# Locks versions and hashes anew; the lock files name no registry.
set -eu
cd "$(dirname "$0")/.."
UV=$(command -v uv || echo .tools/uv-*/bin/uv)

lock() {
    "$UV" pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-header "$@"
}

lock --universal --python-version "$(cat .python-version)" \
    requirements/site.in requirements/test.in --output-file requirements/locked.txt
lock --python-version 3.11 requirements/node.in --output-file requirements/node.txt
npm install --package-lock-only --ignore-scripts --loglevel=error >/dev/null
