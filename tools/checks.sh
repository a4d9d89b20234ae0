#!/bin/sh
# Checks the content, runs every check in tools/checks/, and fails when one of them does;
# a new check is a new file there.
status=0
python -m sitebuild.prose || status=1
for check in "$(dirname "$0")"/checks/*.py; do
    [ -e "$check" ] || continue
    python "$check" || {
        echo "check failed: $check" >&2
        status=1
    }
done
exit $status
