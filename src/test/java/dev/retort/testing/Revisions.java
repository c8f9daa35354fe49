package dev.retort.testing;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Revisions in shorthand, in load order: {@code "a; b@audit<-a; c<-a~b; d<-b,c"}. Before the arrow
 * an id and, after {@code @}, its branch labels; after it what it revises and, after {@code ~},
 * what it depends on. Lists are comma-separated. Every message is {@code doc <id>}.
 */
public final class Revisions {
  private Revisions() {}

  /** The revisions of a shorthand. */
  public static List<Revision> of(String shorthand) {
    List<Revision> revisions = new ArrayList<>();
    for (String part : shorthand.split(";")) {
      if (!part.isBlank()) {
        revisions.add(one(part.strip()));
      }
    }
    return revisions;
  }

  private static Revision one(String part) {
    String[] sides = part.split("<-", 2);
    String[] nameAndDepends = sides[0].split("~", 2);
    String[] downAndDepends = sides.length > 1 ? sides[1].split("~", 2) : new String[] {""};
    String depends =
        downAndDepends.length > 1
            ? downAndDepends[1]
            : nameAndDepends.length > 1 ? nameAndDepends[1] : "";
    String[] idAndLabels = nameAndDepends[0].split("@", 2);
    return revision(
        idAndLabels[0].strip(),
        list(downAndDepends[0]),
        idAndLabels.length > 1 ? list(idAndLabels[1]) : List.of(),
        list(depends),
        Optional.empty());
  }

  /** A revision without SQL. */
  public static Revision revision(
      String id,
      List<String> downRevisions,
      List<String> branchLabels,
      List<String> dependsOn,
      Optional<String> createDate) {
    return new Revision(
        new RevisionId(id),
        downRevisions.stream().map(RevisionId::new).toList(),
        branchLabels,
        dependsOn,
        "doc " + id,
        createDate,
        Script.of(""),
        new WayBack.Downgrade(Script.of("")),
        Optional.empty(),
        Optional.empty());
  }

  private static List<String> list(String commaSeparated) {
    List<String> items = new ArrayList<>();
    for (String item : commaSeparated.split(",")) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }
}
