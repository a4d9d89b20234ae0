#!/bin/sh
# timed.sh TARGET COMMAND…: runs the command, then says how long the target took.
target=$1
shift
start=$(date +%s)
"$@"
status=$?
[ "$target" = setup ] && [ $(($(date +%s) - start)) -lt 2 ] && exit $status
echo "make $target: $(($(date +%s) - start)) s"
exit $status
