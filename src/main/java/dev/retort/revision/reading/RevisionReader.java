package dev.retort.revision.reading;

import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.format.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the revisions of a project's folders, in every layout of the file format. */
public final class RevisionReader {
  private RevisionReader() {}

  /**
   * Reads every revision, and reports everything that is wrong with single files.
   *
   * <p>A file that cannot be decoded gives no revision; any other gives one even where it has
   * problems, so that the graph shows all that is known. Nothing may be run while there is an
   * error.
   *
   * @param locations the folders, in the order configured; one that is named twice is read once
   * @return the revisions folder by folder, each sorted by file name; never fails
   */
  public static RevisionSet read(List<Path> locations) {
    return read(locations, folder -> entries -> parallel(entries, DraftReader::read));
  }

  /**
   * Reads the headers alone, which is what revisions hang together by and much less than their SQL.
   * The revisions' SQL is empty, and problems in it are not found.
   */
  public static RevisionSet readHeaders(List<Path> locations) {
    return read(locations, folder -> entries -> parallel(entries, DraftReader::readHeader));
  }

  /** As {@link #readHeaders(List)}, but files that are known and unchanged are not opened. */
  public static RevisionSet readHeaders(List<Path> locations, HeaderCache cache) {
    return read(locations, folder -> cache.begin(folder, DraftReader::readHeader));
  }

  /**
   * Reads one file in whole, as if it had this text, and the headers of all others: all that is
   * wrong with that file comes out of it, and what it does to the others, in little time.
   */
  public static RevisionSet readWith(TextFile edited, List<Path> locations) {
    TextSource source = TextSource.with(edited);
    return read(
        locations,
        folder ->
            entries ->
                parallel(
                    entries,
                    entry ->
                        edited.isAt(entry.up()) || entry.down().filter(edited::isAt).isPresent()
                            ? DraftReader.read(entry, source)
                            : DraftReader.readHeader(entry)));
  }

  private static List<Draft> parallel(List<Entry> entries, Function<Entry, Draft> reader) {
    return entries.parallelStream().map(reader).toList();
  }

  /**
   * Reads what the folders hold.
   *
   * @param reader begins with a folder before it is listed; reads its entries thereafter
   */
  private static RevisionSet read(
      List<Path> locations, Function<Path, Function<List<Entry>, List<Draft>>> reader) {
    List<Problem> problems = new ArrayList<>();
    List<Draft> drafts = new ArrayList<>();
    Map<Entry, List<RevisionId>> parents = new HashMap<>();
    for (Path folder : distinct(locations)) {
      Function<List<Entry>, List<Draft>> begun = reader.apply(folder);
      List<Draft> folderDrafts = begun.apply(FolderListing.of(folder, problems));
      parents.putAll(NumericOrder.parents(folderDrafts));
      drafts.addAll(folderDrafts);
    }
    drafts.forEach(draft -> problems.addAll(inOrder(draft.problems())));
    problems.addAll(duplicates(drafts));
    List<Revision> revisions = new ArrayList<>(drafts.size());
    drafts.forEach(draft -> revision(draft, parents).ifPresent(revisions::add));
    return new RevisionSet(revisions, problems);
  }

  private static Set<Path> distinct(List<Path> locations) {
    Set<Path> seen = new HashSet<>();
    Set<Path> distinct = new LinkedHashSet<>();
    for (Path location : locations) {
      if (seen.add(location.toAbsolutePath().normalize())) {
        distinct.add(location);
      }
    }
    return distinct;
  }

  private static List<Problem> inOrder(List<Problem> problems) {
    if (problems.size() < 2) {
      return problems;
    }
    return problems.stream()
        .sorted(
            Comparator.comparing((Problem problem) -> problem.file().map(Path::toString).orElse(""))
                .thenComparingInt(Problem::line))
        .toList();
  }

  private static List<Problem> duplicates(List<Draft> drafts) {
    Map<RevisionId, Draft> first = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Draft draft : drafts) {
      Optional<Draft> other = draft.id().map(id -> first.putIfAbsent(id, draft));
      other.ifPresent(
          earlier ->
              problems.add(
                  Problem.error(
                      "duplicate-revision",
                      "Revision "
                          + draft.id().orElseThrow()
                          + " is also in "
                          + earlier.entry().up()
                          + ".",
                      "Give one of the two another id, and correct what revises it.",
                      draft.entry().up(),
                      draft.idLine())));
    }
    return problems;
  }

  private static Optional<Revision> revision(Draft draft, Map<Entry, List<RevisionId>> parents) {
    if (draft.id().isEmpty() || draft.contents().isEmpty()) {
      return Optional.empty();
    }
    Draft.Contents contents = draft.contents().get();
    return Optional.of(
        new Revision(
            draft.id().get(),
            draft.revises().orElseGet(() -> parents.getOrDefault(draft.entry(), List.of())),
            contents.branchLabels(),
            contents.dependsOn(),
            contents.message(),
            contents.createDate(),
            contents.upgrade(),
            contents.wayBack(),
            contents.verify(),
            Optional.of(draft.entry().up())));
  }
}
