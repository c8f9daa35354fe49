#!/bin/sh
# Keeps an embedded PostgreSQL running for as long as somebody uses it, and no longer.
#
#   supervisor.sh RUN INITDB LINGER POSTGRES...
#
# INITDB is empty for a server that syncs its data to disk itself. One that does not is throwaway: its data are
# synced by INITDB once it has ended properly, and only then there is a file "synced" beside them, in "cluster",
# which is beside RUN. Whoever starts the server removes that file, and does not use data without it.
#
# RUN holds a FIFO called "users". Every process that uses the server holds it open for writing, and the
# system closes it when the process ends, however it ends: the end of the file means that nobody is left.
# Sessions of other programs count, too, once those users have gone: they are looked for every LINGER seconds.
# Words that come through it: "here" from each new user, "check" from one who doubts that the server lives,
# "stop" from one who wants it stopped, and this script's own "tick".
#
# Everything waits in "read", so the script is one process; what it starts for a moment may be killed too.
run=$1
initdb=$2
linger=$3
shift 3

# Opened for reading while it is also open for writing, so that it does not wait for a first user.
exec 4<>"$run/users" 3<"$run/users" 4<&-

echo $$ >"$run/supervisor.new" && mv -f "$run/supervisor.new" "$run/supervisor"

"$@" </dev/null >>"$run/server.log" 2>&1 3<&- &
server=$!

# A subshell makes the shell collect its dead children first; a child not yet collected seems alive.
alive() {
  ( : )
  kill -0 "$server" 2>/dev/null
}

# "tick" comes after LINGER seconds; until then the timer counts as a writer, and there is no end of file.
# It is born with the FIFO open: the next look at it may come before the timer's first step.
start_timer() {
  exec 4>"$run/users"
  (
    trap 'kill "$nap" 2>/dev/null; exit' TERM
    sleep "$linger" &
    nap=$!
    wait "$nap"
    echo tick
  ) >&4 3<&- 4>&- &
  timer=$!
  exec 4>&-
}

# Whether somebody is connected who holds no FIFO: psql, an editor, a program under development. Every session is
# a child of the server that names its client's address; where there is no "ps", such sessions do not count.
in_session() {
  ps -A -o ppid= -o args= 2>/dev/null | grep -q "^ *$server postgres: .* 127\.0\.0\.1("
}

# Nobody can come in once the FIFO has another name. The end of the file then means that nobody had come in
# just before; one who had says "here", and will look whether the name is still there.
close_door() {
  mv -f "$run/users" "$run/closing" || return 0
  while read -r word <&3; do
    if [ "$word" = here ]; then
      mv -f "$run/closing" "$run/users"
      return 1
    fi
  done
  return 0
}

timer=
visited=
while :; do
  word=
  if ! read -r word <&3 && [ -z "$word" ]; then
    # Without its FIFO nobody can find the server: somebody has removed the folder.
    [ -p "$run/users" ] || break
    visited=
    start_timer
    continue
  fi
  case $word in
    here) visited=yes ;;
    stop)
      mv -f "$run/users" "$run/closing"
      break
      ;;
    check) alive || break ;;
    tick)
      timer=
      if [ -z "$visited" ]; then
        if in_session; then
          start_timer
        elif close_door; then
          break
        fi
      fi
      ;;
  esac
done

[ -n "$timer" ] && kill "$timer" 2>/dev/null
kill -INT "$server" 2>/dev/null
wait "$server"
ended=$?

# Somebody may have removed the folder meanwhile, and somebody else have put a new server's in its place.
read -r now <"$run/supervisor" && [ "$now" = $$ ] || exit

cluster=${run%/*}/cluster
if [ -n "$initdb" ] && [ "$ended" = 0 ] && "$initdb" --sync-only -D "$cluster/data" </dev/null 3<&-; then
  : >"$cluster/synced"
fi
rm -f "$run/users" "$run/closing" "$run/supervisor"
