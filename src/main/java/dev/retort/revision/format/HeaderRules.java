package dev.retort.revision.format;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a header must keep to, and the words for where it does not. */
public final class HeaderRules {
  private final Reporter reporter;

  /** Rules that report to one file's reporter. */
  public HeaderRules(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Reports whatever is wrong with a header. */
  public void check(Header header) {
    Map<HeaderKey, HeaderLine> seen = new EnumMap<>(HeaderKey.class);
    for (HeaderLine line : header.lines()) {
      HeaderLine first = seen.putIfAbsent(line.key(), line);
      if (first != null) {
        reportRepeated(first, line);
      }
      checkItems(line);
    }
    header.line(HeaderKey.REVISION_ID).ifPresent(this::checkId);
    if (!header.isPresent()) {
      header.lines().stream().filter(line -> !isDate(line)).forEach(this::warnOfNoHeader);
    } else if (!seen.containsKey(HeaderKey.REVISES)) {
      header.line(HeaderKey.REVISION_ID).ifPresent(this::warnOfNoRevises);
    }
  }

  private void warnOfNoRevises(HeaderLine id) {
    reporter.warning(
        "no-revises",
        id.valueStart(),
        "The header does not say what this revision revises, so it is taken for a base.",
        "Add a line `-- Revises:` with the revision before it, or with <base>.");
  }

  private static boolean isDate(HeaderLine line) {
    return line.key() == HeaderKey.CREATE_DATE;
  }

  private void warnOfNoHeader(HeaderLine line) {
    reporter.warning(
        "header-without-id",
        line.valueStart(),
        "`" + line.key().label() + ":` counts only in a header, which this file does not have.",
        "Add `-- Revision ID:` and `-- Revises:` lines, or put it into other words.");
  }

  private void reportRepeated(HeaderLine first, HeaderLine line) {
    String label = "`" + line.key().label() + ":`";
    int firstLine = reporter.line(first.valueStart());
    if (first.value().equals(line.value())) {
      reporter.warning(
          "repeated-header-key",
          line.valueStart(),
          label + " is here a second time; the first is on line " + firstLine + ".",
          "Remove one of them.");
    } else {
      reporter.error(
          "contradicting-header",
          line.valueStart(),
          label
              + (" is `" + line.value() + "` here, but `" + first.value() + "`")
              + (" on line " + firstLine + "."),
          "Keep the one that is right.");
    }
  }

  private void checkItems(HeaderLine line) {
    if (line.value().indexOf(',') < 0) {
      return;
    }
    boolean list = line.key() != HeaderKey.CREATE_DATE && line.key() != HeaderKey.REVISION_ID;
    Set<String> seen = new HashSet<>();
    for (String item : line.items()) {
      if (list && !seen.add(item)) {
        reporter.error(
            "contradicting-header",
            line.valueStart(),
            "`" + line.key().label() + ":` names `" + item + "` twice.",
            "Name it once.");
      }
    }
  }

  private void checkId(HeaderLine line) {
    if (line.value().isEmpty()) {
      reporter.error(
          "no-revision-id",
          line.valueStart(),
          "`Revision ID:` has no value.",
          "Write an id behind it, as it is to stand in the version table.");
    } else {
      checkId(line.value(), line.valueStart());
    }
  }

  /** The rules of {@link RevisionIdRules}, reported at a place in the file. */
  public void checkId(String id, int offset) {
    RevisionIdRules.faults(id)
        .forEach(fault -> reporter.error(fault.code(), offset, fault.message(), fault.hint()));
  }
}
