package dev.retort.cli.author;

import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.engine.author.Authored;
import java.util.Map;

/** Says which file was written. */
public final class AuthoredOutput {
  private AuthoredOutput() {}

  /** Prints a revision that was written. */
  public static void print(Authored authored, Output output) {
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
