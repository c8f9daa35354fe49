package dev.retort.engine.squash;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import dev.retort.sql.SqlStatement;
import dev.retort.sql.StatementSplitter;
import dev.retort.sql.Unwrapped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections of several revisions as the sections of one, statement by statement verbatim. */
final class Combined {
  private static final Pattern SETTING =
      Pattern.compile(
          "(?is)SET\\s+(?:LOCAL\\s+|SESSION\\s+)?(TIME\\s+ZONE\\b|[a-z_][a-z0-9_.]*)\\s*.*");

  private final List<Revision> revisions;

  Combined(List<Revision> revisions) {
    this.revisions = revisions;
  }

  /** All upgrades, the first to be applied first. */
  Script upgrade() {
    List<Part> parts = new ArrayList<>();
    for (Revision revision : revisions) {
      parts.add(new Part(revision, revision.upgrade()));
    }
    return joined(parts, "upgrade");
  }

  /** All queries that must hold, at the end of it all. */
  Optional<Script> verify() {
    List<Part> parts = new ArrayList<>();
    for (Revision revision : revisions) {
      revision.verify().ifPresent(script -> parts.add(new Part(revision, script)));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts, "verify section"));
  }

  /** All downgrades, the last to be applied first; none where one of them has none. */
  WayBack wayBack() {
    List<Part> parts = new ArrayList<>();
    for (Revision revision : revisions.reversed()) {
      switch (revision.wayBack()) {
        case WayBack.Downgrade(Script script) -> parts.add(new Part(revision, script));
        case WayBack.Irreversible(String reason) -> {
          return new WayBack.Irreversible(
              (revision.id() + (reason.isBlank() ? " has no way back" : ": " + reason)));
        }
        case WayBack.Missing() -> {
          if (!statements(revision.upgrade()).isEmpty()) {
            return new WayBack.Irreversible(revision.id() + " has no downgrade");
          }
        }
      }
    }
    return new WayBack.Downgrade(joined(parts, "downgrade"));
  }

  private record Part(Revision revision, Script script) {
    boolean empty() {
      return statements(script).isEmpty();
    }
  }

  private static List<SqlStatement> statements(Script script) {
    List<SqlStatement> all = StatementSplitter.split(script.sql(), script.firstLine());
    return script.mode() == TransactionMode.TRANSACTIONAL ? Unwrapped.of(all).statements() : all;
  }

  private static Script joined(List<Part> parts, String section) {
    List<Part> filled = parts.stream().filter(part -> !part.empty()).toList();
    TransactionMode mode = mode(filled, section);
    StringBuilder sql = new StringBuilder();
    for (Part part : filled) {
      Revision revision = part.revision();
      sql.append("-- ").append(revision.id());
      String message = revision.message().strip().lines().findFirst().orElse("");
      sql.append(message.isEmpty() ? "" : ": " + message).append('\n');
      sql.append(text(part.script()).strip()).append('\n');
      settings(part.script()).forEach(name -> sql.append("RESET ").append(name).append(";\n"));
      sql.append('\n');
    }
    return new Script(mode, sql.toString(), 1, Optional.empty());
  }

  private static TransactionMode mode(List<Part> parts, String section) {
    List<RevisionId> outside =
        parts.stream()
            .filter(part -> part.script().mode() == TransactionMode.AUTOCOMMIT)
            .map(part -> part.revision().id())
            .toList();
    if (outside.isEmpty()) {
      return TransactionMode.TRANSACTIONAL;
    }
    if (outside.size() == parts.size()) {
      return TransactionMode.AUTOCOMMIT;
    }
    throw SquashException.refused(
        "mixed-transactions",
        "The "
            + section
            + " of "
            + Range.join(outside)
            + " runs outside of transactions, and that of the others does not: as one they could"
            + " stop halfway.",
        "Squash what is below it and what is above it by themselves, or write the statements that"
            + " lead to the schema alone: --schema-only.",
        Map.of("revisions", outside.stream().map(RevisionId::value).toList()));
  }

  /** The SQL as it stands, its own BEGIN and COMMIT taken out, and the last semicolon there. */
  private static String text(Script script) {
    String sql = script.sql();
    List<SqlStatement> all = StatementSplitter.split(sql, script.firstLine());
    List<SqlStatement> kept = statements(script);
    if (kept.size() < all.size()) {
      SqlStatement begin = all.getFirst();
      SqlStatement commit = all.getLast();
      String head = sql.substring(0, begin.offset());
      String body = sql.substring(begin.offset() + begin.text().length(), commit.offset()).strip();
      String tail = sql.substring(commit.offset() + commit.text().length()).strip();
      sql = head + withoutSemicolon(body) + "\n" + withoutSemicolon(tail);
    }
    SqlStatement last = StatementSplitter.split(sql, 1).getLast();
    int end = last.offset() + last.text().length();
    String rest = sql.substring(end);
    return rest.strip().startsWith(";") ? sql : sql.substring(0, end) + ";" + rest;
  }

  private static String withoutSemicolon(String text) {
    return text.startsWith(";") ? text.substring(1).strip() : text;
  }

  /** What a section sets ended with its transaction, or with its revision: so it has to here. */
  private static Set<String> settings(Script script) {
    Set<String> names = new LinkedHashSet<>();
    for (SqlStatement statement : statements(script)) {
      Matcher matcher = SETTING.matcher(statement.text());
      if (statement.kind().equals("SET") && matcher.matches()) {
        names.add(matcher.group(1).replaceAll("\\s+", " "));
      } else if (statement.kind().equals("SET ROLE")) {
        names.add("ROLE");
      } else if (statement.kind().equals("SET SESSION AUTHORIZATION")) {
        names.add("SESSION AUTHORIZATION");
      }
    }
    return names;
  }
}
