package dev.retort.graph.target;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a target that is being typed may become: words, labels and ids that begin with it, then
 * revisions whose message has it.
 *
 * @param text what is to stand in place of the last word typed
 * @param about what it is, in words
 */
public record Completion(String text, String about) {

  /**
   * The completions of the last word of what is typed, best first.
   *
   * @param most how many at most
   */
  public static List<Completion> of(RevisionGraph graph, String typed, int most) {
    String word = lastWord(typed);
    int at = word.lastIndexOf('@');
    String before = word.substring(0, at + 1);
    String rest = word.substring(at + 1).toLowerCase(Locale.ROOT);
    if (word.isEmpty() || rest.startsWith("+") || rest.startsWith("-")) {
      return List.of();
    }
    Map<String, Completion> found = new LinkedHashMap<>();
    words(graph, before, rest).forEach(one -> found.putIfAbsent(one.text(), one));
    List<Revision> newest = graph.revisions().reversed();
    newest.stream()
        .filter(one -> starts(one.id().value(), rest))
        .limit(most)
        .forEach(one -> put(found, before, one));
    if (rest.length() > 1) {
      newest.stream()
          .filter(one -> one.message().toLowerCase(Locale.ROOT).contains(rest))
          .sorted(Comparator.comparing(one -> !wordStarts(one.message(), rest)))
          .limit(most)
          .forEach(one -> put(found, before, one));
    }
    found.remove(word);
    return found.values().stream().limit(most).toList();
  }

  /** The part of a field's text that is completed: what follows the last blank or comma. */
  public static String lastWord(String typed) {
    int end = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf(','));
    return typed.substring(end + 1);
  }

  /** The whole of what is typed, with its last word completed. */
  public String in(String typed) {
    return typed.substring(0, typed.length() - lastWord(typed).length()) + text;
  }

  private static List<Completion> words(RevisionGraph graph, String before, String rest) {
    List<Completion> all = new ArrayList<>();
    String branch =
        before.isEmpty() ? "" : " of branch " + before.substring(0, before.length() - 1);
    all.add(new Completion(before + "head", "the newest revision" + branch));
    all.add(new Completion(before + "heads", "every newest revision" + branch));
    all.add(new Completion(before + "base", "before every revision" + branch));
    if (before.isEmpty()) {
      for (Revision revision : graph.revisions()) {
        for (String label : revision.branchLabels()) {
          all.add(new Completion(label + "@head", "the head of branch " + label));
          all.add(new Completion(label, "where branch " + label + " begins"));
        }
      }
    }
    return all.stream().filter(one -> starts(one.text().substring(before.length()), rest)).toList();
  }

  private static void put(Map<String, Completion> found, String before, Revision revision) {
    String text = before + revision.id().value();
    found.putIfAbsent(text, new Completion(text, revision.message()));
  }

  private static boolean starts(String name, String typed) {
    return name.regionMatches(true, 0, typed, 0, typed.length());
  }

  private static boolean wordStarts(String message, String typed) {
    String text = message.toLowerCase(Locale.ROOT);
    return text.startsWith(typed) || text.contains(" " + typed);
  }
}
