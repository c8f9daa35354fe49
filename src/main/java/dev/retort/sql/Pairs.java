package dev.retort.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What belongs together in a text, as the lexer sees it: parentheses and brackets, the two ends of
 * a string, a quoted identifier, a dollar quote or a block comment, and the BEGIN ATOMIC and END of
 * a routine. A parenthesis in a string is none; inside a dollar quote, which usually holds code,
 * pairs are looked for as well. Made in one pass; immutable, any thread.
 */
public final class Pairs {

  /** From an offset to the one behind. */
  public record Span(int start, int end) {}

  /**
   * Two ends that belong together, or one that is alone.
   *
   * @param other absent where a parenthesis or bracket has no counterpart
   */
  public record Pair(Span here, Optional<Span> other) {}

  private static final int ALONE = -1;

  private final int[] starts;
  private final int[] ends;
  private final int[] mates;

  private Pairs(Collector found) {
    this.starts = found.pieces.stream().mapToInt(Piece::start).toArray();
    this.ends = found.pieces.stream().mapToInt(Piece::end).toArray();
    this.mates = found.pieces.stream().mapToInt(piece -> piece.mate).toArray();
  }

  /** Finds the pairs of a text. */
  public static Pairs of(String text) {
    Collector collector = new Collector(text);
    collector.collect(0, text.length());
    return new Pairs(collector);
  }

  /** The pair one of whose ends touches an offset; the end that begins there goes first. */
  public Optional<Pair> at(int offset) {
    int found = java.util.Arrays.binarySearch(starts, offset);
    int piece = found >= 0 ? found : -found - 2;
    if (found < 0 && (piece < 0 || ends[piece] < offset)) {
      return Optional.empty();
    }
    return Optional.of(
        new Pair(
            span(piece),
            mates[piece] == ALONE ? Optional.empty() : Optional.of(span(mates[piece]))));
  }

  private Span span(int piece) {
    return new Span(starts[piece], ends[piece]);
  }

  private static final class Piece {
    final int start;
    final int end;
    int mate = ALONE;

    Piece(int start, int end) {
      this.start = start;
      this.end = end;
    }

    int start() {
      return start;
    }

    int end() {
      return end;
    }
  }

  /** Gathers the ends in the order of the text. */
  private static final class Collector {
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();

    Collector(String text) {
      this.text = text;
    }

    void collect(int from, int limit) {
      Lexer lexer = new Lexer(text, from, limit, true);
      RoutineBody body = new RoutineBody(lexer);
      Deque<Integer> round = new ArrayDeque<>();
      Deque<Integer> square = new ArrayDeque<>();
      Deque<Integer> atomic = new ArrayDeque<>();
      while (lexer.next()) {
        switch (lexer.kind()) {
          case PUNCTUATION -> punctuation(lexer, round, square);
          case DOLLAR_STRING -> dollar(lexer.start(), lexer.end());
          case BLOCK_COMMENT -> ends(lexer.start(), 2, lexer.end(), 2);
          case STRING -> ends(lexer.start(), 1, lexer.end(), 1);
          case ESCAPE_STRING, BIT_STRING, HEX_STRING, NATIONAL_STRING ->
              ends(lexer.start(), 2, lexer.end(), 1);
          case UNICODE_STRING, UNICODE_IDENTIFIER -> ends(lexer.start(), 3, lexer.end(), 1);
          case QUOTED_IDENTIFIER -> ends(lexer.start(), 1, lexer.end(), 1);
          default -> {}
        }
        if (!lexer.kind().isBlank()) {
          routine(lexer, body, round.size(), atomic);
        }
      }
    }

    private void punctuation(Lexer lexer, Deque<Integer> round, Deque<Integer> square) {
      switch (text.charAt(lexer.start())) {
        case '(' -> open(lexer.start(), lexer.end(), round);
        case ')' -> close(lexer.start(), lexer.end(), round);
        case '[' -> open(lexer.start(), lexer.end(), square);
        case ']' -> close(lexer.start(), lexer.end(), square);
        default -> {}
      }
    }

    private void routine(Lexer lexer, RoutineBody body, int depth, Deque<Integer> atomic) {
      if (lexer.is(';') && depth == 0 && !body.isOpen()) {
        body.reset();
        return;
      }
      boolean before = body.isOpen();
      body.token(depth);
      if (!before && body.isOpen()) {
        open(body.start(), lexer.end(), atomic);
      } else if (before && !body.isOpen()) {
        close(lexer.start(), lexer.end(), atomic);
      }
    }

    private int add(int start, int end) {
      pieces.add(new Piece(start, end));
      return pieces.size() - 1;
    }

    private void open(int start, int end, Deque<Integer> open) {
      open.push(add(start, end));
    }

    private void close(int start, int end, Deque<Integer> open) {
      int closer = add(start, end);
      if (!open.isEmpty()) {
        marry(open.pop(), closer);
      }
    }

    private void ends(int start, int opener, int end, int closer) {
      marry(add(start, start + opener), add(end - closer, end));
    }

    private void dollar(int start, int end) {
      int tag = text.indexOf('$', start + 1) + 1 - start;
      int opener = add(start, start + tag);
      collect(start + tag, end - tag);
      marry(opener, add(end - tag, end));
    }

    private void marry(int opener, int closer) {
      pieces.get(opener).mate = closer;
      pieces.get(closer).mate = opener;
    }
  }
}
