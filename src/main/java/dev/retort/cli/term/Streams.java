package dev.retort.cli.term;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a process, and which of them a person sits at.
 *
 * @param in where answers come from
 * @param out for results
 * @param err for errors, questions and progress
 */
public record Streams(
    BufferedReader in,
    PrintStream out,
    PrintStream err,
    boolean inTerminal,
    boolean outTerminal,
    boolean errTerminal) {

  /** The streams of this process, in UTF-8. */
  public static Streams ofProcess() {
    return new Streams(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        utf8(System.out),
        utf8(System.err),
        Terminals.isTerminal(0),
        Terminals.isTerminal(1),
        Terminals.isTerminal(2));
  }

  /** Whether a person can be asked something and can answer. */
  public boolean interactive() {
    return inTerminal && errTerminal;
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }
}
