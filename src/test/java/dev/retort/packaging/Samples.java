package dev.retort.packaging;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Classes whose calls the JVM spins at run time, and what they answer. */
public final class Samples {
  private Samples() {}

  /** A component of each kind. */
  @SuppressWarnings("ArrayRecordComponent") // As records may have them.
  record Everything(
      boolean a,
      byte b,
      char c,
      short d,
      int e,
      long f,
      float g,
      double h,
      @Nullable String i,
      List<Integer> j,
      int[] k) {}

  /** No component at all. */
  record Nothing() {}

  sealed interface Shape {
    /** Of a radius. */
    record Circle(double radius) implements Shape {}

    /** Of an edge. */
    record Square(int edge) implements Shape {}

    /** What it is called; a switch in an interface. */
    default String word() {
      return switch (this) {
        case Circle circle -> "circle " + circle.radius();
        case Square square -> "square " + square.edge();
      };
    }
  }

  enum Kind {
    ONE,
    TWO
  }

  /** Everything the samples answer, in one text. */
  public static String answers() {
    int[] numbers = {1};
    Everything one =
        new Everything(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6.0, "x", List.of(7), numbers);
    Everything same =
        new Everything(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6.0, "x", List.of(7), numbers);
    Everything other =
        new Everything(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6.0, null, List.of(7), numbers);
    Everything no =
        new Everything(
            false, (byte) 0, 'c', (short) 0, 0, 0L, Float.NaN, -0.0, null, List.of(), numbers);
    Everything no2 =
        new Everything(
            false, (byte) 0, 'c', (short) 0, 0, 0L, Float.NaN, 0.0, null, List.of(), numbers);
    StringBuilder text = new StringBuilder();
    text.append(equal(one, same))
        .append(equal(one, other))
        .append(equal(one, "x"))
        .append(equal(no, no))
        .append(equal(no, no2));
    text.append(one.hashCode() == same.hashCode())
        .append(other.hashCode() - System.identityHashCode(numbers));
    text.append(other.toString().replaceAll("\\[I@.*]", "numbers]"));
    text.append(new Nothing())
        .append(new Nothing().hashCode())
        .append(equal(new Nothing(), new Nothing()));
    text.append(new Shape.Circle(2).word()).append(new Shape.Square(3).word());
    for (Object each :
        new Object[] {"long enough", "", 7, 700, Kind.TWO, Optional.of(1), new int[0], 'x'}) {
      text.append(' ').append(choice(each));
    }
    return text.append(' ').append(choice(null)).toString();
  }

  private static boolean equal(Object one, Object other) {
    return one.equals(other);
  }

  private static String choice(@Nullable Object what) {
    return switch (what) {
      case null -> "null";
      case String s when s.isEmpty() -> "empty";
      case String s -> s;
      case Integer i when i > 100 -> "many";
      case Number n -> "number " + n;
      case Kind kind -> kind.name();
      case Optional<?> o -> "optional " + o.isPresent();
      case int[] numbers -> "numbers " + numbers.length;
      default -> "else";
    };
  }
}
