"""Runs Alembic's own commands, one for each line of JSON on standard input, one answer a line.

A process for each command would spend its time on imports. The answer's outcome is "done",
"refused" (what the command line prints as FAILED) or "crashed" (what it shows as a traceback).
"""

import json
import os
import sys

from alembic import __version__, command, util
from alembic.config import Config

# Migrations may print; the answers have standard output for themselves.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


def answer(**fields):
    print(json.dumps(fields), file=answers, flush=True)


def run(asked):
    config = Config(asked["ini"])
    config.attributes["url"] = asked["url"]
    if asked["command"] == "stamp":
        command.stamp(config, asked["targets"], purge=asked["purge"])
    else:
        (target,) = asked["targets"]
        getattr(command, asked["command"])(config, target)


answer(outcome="ready", message=__version__)
for line in sys.stdin:
    try:
        run(json.loads(line))
        answer(outcome="done", message="")
    except util.CommandError as error:
        answer(outcome="refused", message=str(error))
    except Exception as error:
        answer(outcome="crashed", message=f"{type(error).__name__}: {error}")
