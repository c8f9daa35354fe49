package dev.retort.revision.writing;

import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.format.Header;
import dev.retort.revision.format.HeaderKey;
import dev.retort.revision.format.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives an existing revision file other parents, and leaves every other byte as it is. */
public final class RevisionRewriter {
  private RevisionRewriter() {}

  /**
   * Writes what a revision revises and depends on into its file, all or nothing. A file without a
   * header gets one, with the id that its name gave it.
   *
   * @param revision as it was read
   * @param revises its new down revisions; empty for a base
   * @param dependsOn its new dependencies
   * @throws RevisionFileException where the revision has no file, the file is not what was read, or
   *     it cannot be written
   */
  public static void rewrite(Revision revision, List<RevisionId> revises, List<String> dependsOn) {
    Path path = path(revision);
    TextFile file = read(path);
    Edit edit = edit(revision, revises, dependsOn, path, file);
    if (!edit.after().equals(edit.before())) {
      replace(path, file.encode(edit.after()));
    }
  }

  /**
   * A file's text as it is and as it would be.
   *
   * @param before as it is
   * @param after as {@link #rewrite} would leave it
   */
  public record Edit(String before, String after) {}

  /** What {@link #rewrite} would write; writes nothing, and throws what it would. */
  public static Edit edited(Revision revision, List<RevisionId> revises, List<String> dependsOn) {
    Path path = path(revision);
    return edit(revision, revises, dependsOn, path, read(path));
  }

  private static Path path(Revision revision) {
    return revision
        .file()
        .orElseThrow(
            () ->
                new RevisionFileException(
                    "no-file", "Revision " + revision.id() + " has no file.", ""));
  }

  private static Edit edit(
      Revision revision,
      List<RevisionId> revises,
      List<String> dependsOn,
      Path path,
      TextFile file) {
    String text = file.text();
    Header header = Header.of(text);
    checkId(revision, header, path);
    String edited = new HeaderEdit(text, header).with(revision.id(), revises, dependsOn);
    Header after = ReadBack.header(edited);
    ReadBack.expect("what it revises", values(revises), after.items(HeaderKey.REVISES));
    ReadBack.expect("what it depends on", dependsOn, after.items(HeaderKey.DEPENDS_ON));
    ReadBack.expect("the message", header.message(), after.message());
    return new Edit(text, edited);
  }

  private static List<String> values(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).toList();
  }

  private static TextFile read(Path path) {
    List<Problem> problems = new ArrayList<>();
    return TextFile.read(path, problems)
        .orElseThrow(
            () -> {
              Problem problem = problems.getFirst();
              return new RevisionFileException(problem.code(), problem.oneLine(), problem.hint());
            });
  }

  private static void checkId(Revision revision, Header header, Path path) {
    Optional<String> id = header.items(HeaderKey.REVISION_ID).stream().findFirst();
    if (id.isPresent() && !id.get().equals(revision.id().value())) {
      throw new RevisionFileException(
          "file-changed",
          path + " is revision " + id.get() + " now, no longer " + revision.id() + ".",
          "Look at the file, and try again.");
    }
  }

  private static void replace(Path path, byte[] bytes) {
    try {
      AtomicFiles.replace(path, bytes);
    } catch (IOException e) {
      throw new RevisionFileException(
          "unwritable-file",
          path,
          "The file " + path + " cannot be written: " + e + ".",
          "Check its permissions and those of its folder.",
          e);
    }
  }
}
