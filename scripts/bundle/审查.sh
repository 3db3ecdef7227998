#!/bin/sh
# Drop files or folders on this, or name them: 审查.sh 待公开文件夹
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=${SECREVIEW_OUT:-$HOME/secreview-out}

run() {
  if [ $# -eq 0 ]; then
    "$here/runtime/node" "$here/app/bin/secreview.js" --help
  else
    "$here/runtime/node" "$here/app/bin/secreview.js" scan --out-dir "$out" -- "$@"
  fi
}

# The program writes UTF-8; a console set to GBK or GB18030 is given its own.
case $(locale charmap 2>/dev/null) in
  GB*)
    exec 4>&1
    code=$( { { run "$@" 2>&1; echo $? >&3; } | iconv -c -f UTF-8 -t GB18030 >&4; } 3>&1)
    ;;
  *)
    run "$@"
    code=$?
    ;;
esac

report=$out/secreview-report.html
if [ $# -gt 0 ] && [ -f "$report" ] && [ -n "$DISPLAY$WAYLAND_DISPLAY" ] && command -v xdg-open >/dev/null; then
  xdg-open "$report" >/dev/null 2>&1 &
fi
if [ -t 0 ] && [ -t 1 ]; then
  printf '\n[Enter] '
  read -r _
fi
exit "$code"
