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
# Classes loaded and linked ahead of time, for each face its own: the client's are many, and without a command it is the
# client that opens. What packaging could not make is done without; the JVM itself would complain.
cache=$APPDIR/retort.aot
case $#:${1-} in
  0: | 2:-C) [ -f "$APPDIR/client.aot" ] && cache=$APPDIR/client.aot ;;
esac
[ -f "$cache" ] || cache=
exec "$home/lib/runtime/bin/java" \
  ${cache:+"-XX:AOTCache=$cache"} \
@OPTIONS@
  -cp @CLASSPATH@ \
  dev.retort.Main "$@"
