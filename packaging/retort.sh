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
exec "$home/lib/runtime/bin/java" \
@OPTIONS@
  -cp @CLASSPATH@ \
  dev.retort.Main "$@"
