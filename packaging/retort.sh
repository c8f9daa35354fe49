#!/bin/sh
# Retort's launcher. It takes the place of jpackage's own, which asks the system's package managers at every
# start whether it was installed by them, and so spends several times what a short command takes.
self=$0
while [ -L "$self" ]; do
  link=$(readlink -- "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
home=$(CDPATH='' cd -- "${self%/*}/.." && pwd -P) || exit 1
APPDIR=$home/lib/app
# Each face has a cache of its own: the client's is large, and without a command it is the client that opens.
cache=retort.aot
case $#:${1-} in
  0: | 2:-C) [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] && [ -f "$APPDIR/client.aot" ] && cache=client.aot ;;
esac
exec "$home/lib/runtime/bin/java" \
@OPTIONS@
  -cp @CLASSPATH@ \
  dev.retort.Main "$@"
