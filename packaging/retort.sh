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
# Classes loaded and linked ahead of time, of what is asked for alone, for all of a cache is read at every start: the client
# (without a command it is the client that opens), what needs a shadow database, and the rest. What packaging could not
# make is done without; the JVM itself would complain.
cache=retort
case $#:${1-} in
  0: | 2:-C) cache=client ;;
  *)
    for word do
      case $word in
        schema | diff | verify | drift | identify | squash | --schema | --preview) cache=shadow ;;
      esac
    done
    ;;
esac
cache=$APPDIR/$cache.aot
[ -f "$cache" ] || cache=
# Large pages for the heap where the system gives them to those who ask: a start is thousands of page faults shorter.
pages=
[ -r /sys/kernel/mm/transparent_hugepage/enabled ] && read -r pages </sys/kernel/mm/transparent_hugepage/enabled
case $pages in
  '' | *'[never]'*) pages= ;;
esac
exec "$home/lib/runtime/bin/java" \
  ${cache:+"-XX:AOTCache=$cache"} \
  ${pages:+-XX:+UseTransparentHugePages} \
@OPTIONS@
  -cp @CLASSPATH@ \
  dev.retort.Main "$@"
