package dev.retort.engine.squash;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.writing.RevisionText;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Several revisions as one, proved and in no file yet.
 *
 * @param replaced the ones it stands for, in the order in which they are applied
 * @param revision the one; its id is that of the last
 * @param fingerprint of the schema that both ways lead to
 * @param serverVersion what it was proved on
 * @param remarks what the reader is to know
 */
public record Squashed(
    List<Revision> replaced,
    Revision revision,
    String fingerprint,
    int serverVersion,
    List<String> remarks) {
  /** Copies the lists. */
  public Squashed {
    replaced = List.copyOf(replaced);
    remarks = List.copyOf(remarks);
  }

  /** The same with another message; nothing that was proved depends on it. */
  public Squashed saying(String message) {
    Revision said =
        new Revision(
            revision.id(),
            revision.downRevisions(),
            revision.branchLabels(),
            revision.dependsOn(),
            message,
            revision.createDate(),
            revision.upgrade(),
            revision.wayBack(),
            revision.verify(),
            revision.file());
    return new Squashed(replaced, said, fingerprint, serverVersion, remarks);
  }

  /** The text of its file. */
  public String text() {
    return RevisionText.of(revision);
  }

  /** The ids of those it stands for. */
  public List<RevisionId> ids() {
    return replaced.stream().map(Revision::id).toList();
  }

  /** The files of those it stands for: one each, or two. */
  public Set<Path> files() {
    Set<Path> files = new LinkedHashSet<>();
    for (Revision one : replaced) {
      files.addAll(FilesOf.revision(one));
    }
    return files;
  }

  /**
   * Whether a database is in the midst of them, where it would be at a revision that is no more.
   *
   * @param applied all that it has applied
   */
  public boolean within(Set<RevisionId> applied) {
    return !applied.contains(revision.id()) && ids().stream().anyMatch(applied::contains);
  }
}
