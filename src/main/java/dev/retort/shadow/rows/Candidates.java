package dev.retort.shadow.rows;

import dev.retort.schema.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that a column might take: one that its type suggests, and those that the checks on it
 * mention, which are the likeliest to pass them.
 */
final class Candidates {
  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.'])-?\\d+(?:\\.\\d+)?(?![\\w.'])");
  private static final Pattern EXPRESSION = Pattern.compile("~\\*? '((?:[^']|'')*)'");
  private static final List<String> SHAPES =
      List.of("a@example.com", "https://example.com", "a b c d e", "+4312345678", "1.2.3");
  private static final int LONGEST = 300;

  private final String type;
  private final SqlValues values;
  private final List<IntFunction<Optional<String>>> makers = new ArrayList<>();

  /**
   * The candidates of a column.
   *
   * @param checks the definitions of the checks that speak of it
   */
  Candidates(Column column, List<String> checks, SqlValues values) {
    this.type = column.type();
    this.values = values;
    makers.add(row -> values.of(type, column.name(), row));
    List<String> all = new ArrayList<>(checks);
    all.addAll(values.checks(type));
    if (all.isEmpty()) {
      return;
    }
    values.labels(type).forEach(this::add);
    all.forEach(this::addMentioned);
    if (isText()) {
      SHAPES.forEach(this::add);
    }
    if (column.notNull().isEmpty()) {
      makers.add(row -> Optional.of("NULL"));
    }
  }

  /** How many there are for each row. */
  int count() {
    return makers.size();
  }

  /** One of them for a row, as SQL; none if the type has no values that could be made. */
  Optional<String> get(int which, int row) {
    return makers.get(which).apply(row);
  }

  private void add(String text) {
    makers.add(row -> Optional.of(SqlValues.literal(text, type)));
  }

  private void addMentioned(String check) {
    Matcher expressions = EXPRESSION.matcher(check);
    while (expressions.find()) {
      String pattern = expressions.group(1).replace("''", "'");
      makers.add(
          row -> PatternText.matching(pattern, row).map(text -> SqlValues.literal(text, type)));
    }
    Matcher texts = TEXT.matcher(EXPRESSION.matcher(check).replaceAll(""));
    while (texts.find()) {
      add(texts.group(1).replace("''", "'"));
    }
    Matcher numbers = NUMBER.matcher(TEXT.matcher(check).replaceAll("''"));
    while (numbers.find()) {
      if (isText() || base().equals("bytea")) {
        addOfLength(numbers.group());
      } else {
        addAround(numbers.group());
      }
    }
  }

  private String base() {
    return values.base(type);
  }

  private boolean isText() {
    String base = base();
    return base.startsWith("character") || base.equals("text") || base.equals("bpchar");
  }

  private void addAround(String number) {
    BigDecimal exact = new BigDecimal(number);
    add(exact.add(BigDecimal.ONE).toPlainString());
    add(exact.toPlainString());
    add(exact.subtract(BigDecimal.ONE).toPlainString());
    add(exact.divide(BigDecimal.TWO).toPlainString());
  }

  /** Texts of a length, other ones in other rows where there is room for that. */
  private void addOfLength(String number) {
    if (!number.matches("\\d{1,3}") || Integer.parseInt(number) > LONGEST || number.equals("0")) {
      return;
    }
    int length = Integer.parseInt(number);
    if (base().equals("bytea")) {
      makers.add(row -> ofLength("\\x", "0", 2 * length, row));
    } else {
      makers.add(row -> ofLength("", "0", length, row));
      makers.add(row -> ofLength("", "A", length, -1));
      makers.add(row -> ofLength("", "a", length, -1));
    }
  }

  private Optional<String> ofLength(String before, String filling, int length, int row) {
    String end = row < 0 ? "" : String.valueOf(row + 1);
    String text =
        end.length() >= length
            ? end.substring(end.length() - length)
            : filling.repeat(length - end.length()) + end;
    return Optional.of(SqlValues.literal(before + text, type));
  }
}
