package dev.retort.ui.graph.picture;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What lies between two databases or two revisions, in words. */
public final class Between {
  private Between() {}

  /** How far apart two databases are; empty where not both could be looked at. */
  public static String databases(Base base) {
    if (base.here().isEmpty() || base.there().isEmpty()) {
      return "";
    }
    String here = base.here().get().mark().profile();
    String there = base.there().get().mark().profile();
    long onlyHere = count(base, Difference.ONLY_HERE);
    long onlyThere = count(base, Difference.ONLY_THERE);
    if (onlyHere == 0 && onlyThere == 0) {
      return here + " and " + there + " have the same revisions";
    }
    if (onlyThere == 0) {
      return "%s is %s ahead of %s".formatted(here, revisions(onlyHere), there);
    }
    if (onlyHere == 0) {
      return "%s is %s ahead of %s".formatted(there, revisions(onlyThere), here);
    }
    return "%s has %s that %s lacks, and lacks %d that it has"
        .formatted(here, revisions(onlyHere), there, onlyThere);
  }

  private static long count(Base base, Difference difference) {
    return base.rows().values().stream().filter(row -> row.difference() == difference).count();
  }

  /** How two revisions of a graph lie to each other. */
  public static String revisions(RevisionGraph graph, RevisionId one, RevisionId other) {
    if (graph.find(one).isEmpty() || graph.find(other).isEmpty()) {
      return "One of them is missing from the files, so nothing is known of what lies between.";
    }
    Set<RevisionId> belowOne = graph.ancestors(List.of(one), true);
    Set<RevisionId> belowOther = graph.ancestors(List.of(other), true);
    if (belowOther.contains(one)) {
      return onTop(other, one, without(belowOther, belowOne).size());
    }
    if (belowOne.contains(other)) {
      return onTop(one, other, without(belowOne, belowOther).size());
    }
    int onlyOne = without(belowOne, belowOther).size();
    int onlyOther = without(belowOther, belowOne).size();
    boolean strangers = onlyOne == belowOne.size();
    return "On different branches%s: %d only below %s, %d only below %s"
        .formatted(strangers ? " with nothing in common" : "", onlyOne, one, onlyOther, other);
  }

  private static String onTop(RevisionId upper, RevisionId lower, int between) {
    return "%s is on top of %s, %s up".formatted(upper, lower, revisions(between));
  }

  private static Set<RevisionId> without(Set<RevisionId> some, Collection<RevisionId> others) {
    Set<RevisionId> left = new LinkedHashSet<>(some);
    left.removeAll(others);
    return left;
  }

  private static String revisions(long number) {
    return number == 1 ? "1 revision" : "%,d revisions".formatted(number);
  }
}
