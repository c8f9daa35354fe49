package dev.retort.cli.base;

import dev.retort.problem.RetortException;
import dev.retort.profile.Durations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How a word on the command line becomes a value.
 *
 * @param type what it becomes; where that is a path, shells are told to complete files
 * @param converter reads one word
 * @param choices the words that are taken, for help and completion; empty where any may be right
 */
public record Reading<T>(Class<T> type, ITypeConverter<T> converter, List<String> choices) {
  private static final int MOST = 1000;

  /** Any word. */
  public static final Reading<String> TEXT = of(String.class, word -> word);

  /**
   * A target where options may stand as well: {@code -1} is one, {@code --jsn} is not.
   *
   * <p>picocli is told to let unknown options through as parameters, or it would refuse {@code
   * downgrade -1}; what is really an unknown option is refused here.
   */
  public static final Reading<String> TARGET = of(String.class, Reading::target);

  /** A file or a folder. */
  public static final Reading<Path> PATH = of(Path.class, Reading::path);

  /** A length of time: {@code 5s}, {@code 500ms}. */
  public static final Reading<Duration> DURATION = of(Duration.class, Reading::duration);

  /** How long to wait; for ever, which PostgreSQL writes as 0, is refused. */
  public static final Reading<Duration> WAIT = of(Duration.class, Reading::wait);

  /** How many times: a whole number, not negative. */
  public static final Reading<Integer> COUNT = of(Integer.class, Reading::count);

  /** A whole number. */
  public static final Reading<Integer> NUMBER = of(Integer.class, Reading::number);

  /** Copies the choices. */
  public Reading {
    choices = List.copyOf(choices);
  }

  /** A reading of words that cannot all be listed. */
  public static <T> Reading<T> of(Class<T> type, ITypeConverter<T> converter) {
    return new Reading<>(type, converter, List.of());
  }

  /** One of these values, by the word that it is written as, in any case. */
  public static <T> Reading<T> oneOf(Class<T> type, List<T> values) {
    return new Reading<>(
        type, word -> choice(word, values), values.stream().map(Object::toString).toList());
  }

  private static <T> T choice(String word, List<T> values) {
    for (T value : values) {
      if (value.toString().equalsIgnoreCase(word)) {
        return value;
      }
    }
    throw new TypeConversionException(
        "expected one of "
            + values.stream().map(Object::toString).collect(Collectors.joining(", "))
            + " but was '"
            + word
            + "'");
  }

  private static String target(String word) {
    boolean option =
        word.length() > 1 && word.charAt(0) == '-' && !Character.isDigit(word.charAt(1));
    if (option) {
      throw new TypeConversionException("Unknown option: '" + word + "'.");
    }
    return word;
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + word + "' is no path: " + e.getReason() + ".");
    }
  }

  private static Duration duration(String word) {
    try {
      return Durations.parse(word);
    } catch (RetortException e) {
      throw new TypeConversionException(e.message() + " " + e.hint());
    }
  }

  private static Duration wait(String word) {
    Duration wait = duration(word);
    if (wait.isZero()) {
      throw new TypeConversionException("a run never waits for a lock without end.");
    }
    return wait;
  }

  private static int count(String word) {
    try {
      int count = Integer.parseInt(word);
      if (count >= 0 && count <= MOST) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below, as for any other text that is none.
    }
    throw new TypeConversionException("“" + word + "” is not a number from 0 to " + MOST + ".");
  }

  private static int number(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + word + "' is not an int");
    }
  }
}
