package dev.retort.cli.term;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes JSON for the output of commands: one indented document. */
public final class Json {
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
  private static final JSON INDENTED =
      JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).with(new DefaultPrettyPrinter(SEPARATORS));

  private Json() {}

  /** Maps, lists, strings, numbers and booleans as JSON; the order of a map's entries is kept. */
  public static String indented(Map<?, ?> value) {
    try {
      return INDENTED.asString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
