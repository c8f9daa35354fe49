package dev.retort.revision.writing;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.Template;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import dev.retort.revision.format.HeaderKey;
import java.util.List;

/** Writes a revision out in Retort's own format. */
public final class RevisionText {
  private static final String EMPTY_MERGE =
      "-- A merge; SQL is only needed where the branches have to be brought together.\n";
  private static final String EMPTY_DOWNGRADE =
      "-- The SQL that undoes it goes here; if nothing can, write `none: reason` behind the"
          + " mark.\n";

  private final StringBuilder out = new StringBuilder();

  private RevisionText() {}

  /**
   * The text of a revision's file: header, sections, and a comment where a section has nothing
   * else.
   *
   * @return text that ends in a line end; reads back as the same revision, apart from blank lines
   *     and comments at a section's end
   * @throws RevisionFileException where no file can say this, for instance because the message
   *     looks like a mark
   */
  public static String of(Revision revision) {
    RevisionText text = new RevisionText();
    text.header(revision);
    text.section("upgrade", revision.upgrade(), emptyUpgrade(revision));
    revision.verify().ifPresent(verify -> text.section("verify", verify, ""));
    text.wayBack(revision.wayBack(), isMerge(revision));
    String result = text.out.toString();
    ReadBack.check(result, revision);
    return result;
  }

  private static boolean isMerge(Revision revision) {
    return revision.downRevisions().size() > 1;
  }

  private static String emptyUpgrade(Revision revision) {
    return isMerge(revision) ? EMPTY_MERGE : Template.UPGRADE;
  }

  private void header(Revision revision) {
    if (!revision.message().isBlank()) {
      revision.message().strip().lines().map(String::strip).forEach(this::comment);
      out.append("--\n");
    }
    key(HeaderKey.REVISION_ID, revision.id().value());
    key(HeaderKey.REVISES, revises(revision.downRevisions()));
    revision.createDate().ifPresent(date -> key(HeaderKey.CREATE_DATE, date));
    list(HeaderKey.BRANCH_LABELS, revision.branchLabels());
    list(HeaderKey.DEPENDS_ON, revision.dependsOn());
  }

  /** What stands behind {@code Revises:}. */
  static String revises(List<RevisionId> ids) {
    return ids.isEmpty()
        ? "<base>"
        : String.join(", ", ids.stream().map(RevisionId::value).toList());
  }

  private void comment(String line) {
    out.append(line.isEmpty() ? "--" : "-- ").append(line).append('\n');
  }

  private void key(HeaderKey key, String value) {
    comment(key.label() + ": " + value);
  }

  private void list(HeaderKey key, List<String> values) {
    if (!values.isEmpty()) {
      key(key, String.join(", ", values));
    }
  }

  private void wayBack(WayBack wayBack, boolean merge) {
    switch (wayBack) {
      case WayBack.Downgrade(Script script) ->
          section("downgrade", script, merge ? "" : EMPTY_DOWNGRADE);
      case WayBack.Irreversible(String reason) ->
          out.append("\n-- @downgrade none: ").append(reason.replaceAll("\\s+", " ")).append('\n');
      case WayBack.Missing() -> {}
    }
  }

  private void section(String mark, Script script, String otherwise) {
    String mode = script.mode() == TransactionMode.AUTOCOMMIT ? " autocommit" : "";
    out.append("\n-- @").append(mark).append(mode).append('\n');
    String sql = script.sql().isBlank() ? otherwise : script.sql().stripTrailing() + "\n";
    out.append(sql);
  }
}
