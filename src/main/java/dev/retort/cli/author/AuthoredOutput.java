package dev.retort.cli.author;

import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.engine.author.Authored;
import java.util.Map;

/** Says which file was written. */
final class AuthoredOutput {
  private AuthoredOutput() {}

  static void print(Authored authored, Output output) {
    if (output.wantsJson()) {
      output.json(
          Map.of(
              "revision",
              new RevisionJson(authored.project().graph(), output.paths()).of(authored.id())));
      return;
    }
    output.line("Generating " + output.style().of(Ink.NAME, output.paths().of(authored.file())));
  }
}
