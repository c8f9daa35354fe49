package dev.retort.cli.term;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command writes: results on standard output, remarks on standard error, or one JSON
 * document in place of both.
 */
public final class Output {
  private final PrintStream out;
  private final PrintStream err;
  private final Style style;
  private final Style errorStyle;
  private final boolean json;
  private final boolean verbose;
  private final PathNames paths;
  private final List<String> warnings = new ArrayList<>();

  private Output(
      Streams streams,
      Style style,
      Style errorStyle,
      boolean json,
      boolean verbose,
      PathNames paths) {
    this.out = streams.out();
    this.err = streams.err();
    this.style = style;
    this.errorStyle = errorStyle;
    this.json = json;
    this.verbose = verbose;
    this.paths = paths;
  }

  /** Output to streams, each coloured or not by itself. */
  public static Output to(
      Streams streams,
      ColourMode colours,
      Map<String, String> environment,
      boolean json,
      boolean verbose,
      PathNames paths) {
    return new Output(
        streams,
        style(colours.colours(streams.outTerminal(), environment)),
        style(colours.colours(streams.errTerminal(), environment)),
        json,
        verbose,
        paths);
  }

  private static Style style(boolean coloured) {
    return coloured ? Style.COLOURED : Style.PLAIN;
  }

  /** Whether the result is wanted as JSON; then nothing else goes to standard output. */
  public boolean wantsJson() {
    return json;
  }

  /** Whether {@code -v} asked for details. */
  public boolean verbose() {
    return verbose;
  }

  /** How standard output is coloured. */
  public Style style() {
    return style;
  }

  /** How files are named. */
  public PathNames paths() {
    return paths;
  }

  /** A line of the result. */
  public void line(String text) {
    out.println(text);
  }

  /** Text of the result that brings its own line ends. */
  public void text(String text) {
    out.print(text);
  }

  /** The result as JSON, the names of files shortened, with the warnings there were. */
  public void json(Map<String, ?> document) {
    Map<String, Object> all = new LinkedHashMap<>(document);
    if (!warnings.isEmpty()) {
      all.put("warnings", warnings);
    }
    if (paths.inAll(all) instanceof Map<?, ?> shown) {
      Json.indented(shown, out);
      out.println();
    }
  }

  /** A remark beside the result, on standard error; not where JSON is wanted. */
  public void remark(String text) {
    if (!json) {
      err.println(errorStyle.of(Ink.FAINT, text));
    }
  }

  /** A warning, on standard error; where JSON is wanted, part of it. */
  public void warning(String text) {
    if (json) {
      warnings.add(text);
    } else {
      err.println(errorStyle.of(Ink.WARNING, "warning:") + " " + text);
    }
  }

  /** An error, on standard error. */
  void error(String text) {
    err.println(errorStyle.of(Ink.BAD, "error:") + " " + text);
  }

  /** More lines of an error. */
  void errorLine(String text) {
    err.println(text);
  }

  /** Sends everything on its way; called once, at the end. */
  public void flush() {
    out.flush();
    err.flush();
  }
}
