package dev.retort.revision.reading;

import dev.retort.revision.RevisionId;
import dev.retort.revision.WayBack;
import java.util.List;
import java.util.Optional;

/**
 * What the header of one file said.
 *
 * @param key the file's name below its folder
 * @param stamp of the file, before it was read
 * @param id as in {@link Draft}, as are the others
 */
record Remembered(
    String key,
    FileStamp stamp,
    Optional<String> id,
    int idLine,
    Optional<List<String>> revises,
    List<String> branchLabels,
    List<String> dependsOn,
    String message,
    Optional<String> createDate) {

  /** Of a draft that is sound and holds no more than its header; empty of any other. */
  static Optional<Remembered> of(String key, FileStamp stamp, Draft draft) {
    return draft
        .contents()
        .filter(contents -> draft.problems().isEmpty() && isHeaderAlone(contents))
        .map(
            contents ->
                new Remembered(
                    key,
                    stamp,
                    draft.id().map(RevisionId::value),
                    draft.idLine(),
                    draft.revises().map(ids -> ids.stream().map(RevisionId::value).toList()),
                    contents.branchLabels(),
                    contents.dependsOn(),
                    contents.message(),
                    contents.createDate()));
  }

  private static boolean isHeaderAlone(Draft.Contents contents) {
    return contents.upgrade().sql().isEmpty()
        && contents.wayBack() instanceof WayBack.Missing
        && contents.verify().isEmpty();
  }

  /** The draft that it was. */
  Draft draft(Entry entry) {
    return new Draft(
        entry,
        id.map(RevisionId::new),
        idLine,
        revises.map(ids -> ids.stream().map(RevisionId::new).toList()),
        Optional.of(
            new Draft.Contents(
                branchLabels,
                dependsOn,
                message,
                createDate,
                DraftReader.noSql(entry),
                new WayBack.Missing(),
                Optional.empty())),
        List.of());
  }
}
