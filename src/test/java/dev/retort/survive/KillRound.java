package dev.retort.survive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run that is killed, perhaps more than once, and goes on. All that happens by chance comes
 * from the round's seed.
 */
final class KillRound {
  private static final String DATABASE = "killed";
  private static final int MOST_BLOWS = 3;
  private static final Pattern CLAIM = Pattern.compile("the database is at ([\\w, ]+?)[.;]");

  private final Arena arena;
  private final Random random;
  private final Map<String, Integer> figures;

  /** A server that crashes may lose what it has confirmed: the end of its log. */
  private boolean forgetful;

  private final List<String> story = new ArrayList<>();

  /**
   * A round.
   *
   * @param figures counted up: what was struck, and what it left
   */
  KillRound(Arena arena, Random random, Map<String, Integer> figures) {
    this.arena = arena;
    this.random = random;
    this.figures = figures;
  }

  static Map<String, Integer> noFigures() {
    return new TreeMap<>();
  }

  void play() {
    try {
      List<String> command = begin();
      int blows = 1;
      while (disturbed(command) && blows < MOST_BLOWS && random.nextInt(4) == 0) {
        command = List.of("upgrade", "head");
        blows++;
      }
      end();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(String.join("\n", story) + "\n" + e.getMessage(), e);
    }
  }

  /** Chooses from where to where. */
  private List<String> begin() {
    int from = random.nextInt(3);
    arena.copy(from == 0 ? Arena.BASE : Arena.HEAD, DATABASE);
    if (random.nextInt(4) == 0) {
      tell("a server that does not wait for its log");
      forgetful = true;
      arena
          .server()
          .execute("postgres", "ALTER DATABASE " + DATABASE + " SET synchronous_commit = off");
    }
    if (from == 0) {
      return List.of("upgrade", "head");
    }
    int size = arena.course().size();
    String back = arena.course().id(random.nextInt(size * 2 / 3));
    if (from == 1) {
      return List.of("downgrade", random.nextBoolean() ? "base" : back);
    }
    tell("from head, downgrade " + back);
    arena.undisturbed(DATABASE, "downgrade", back);
    return List.of("upgrade", "head");
  }

  /** About how many steps a command will take. */
  private int steps(List<String> command) {
    int there = arena.course().inEffect(arena.catalog(DATABASE).heads()).size();
    int target =
        switch (command.getLast()) {
          case "head" -> arena.course().size();
          case "base" -> 0;
          default -> Integer.parseInt(command.getLast());
        };
    return Math.max(1, Math.abs(target - there));
  }

  /** Runs and strikes; whether it hurt. */
  private boolean disturbed(List<String> command) {
    Blow blow = Blow.by(random, steps(command));
    boolean patient = random.nextInt(4) > 0;
    tell(String.join(" ", command) + ", " + blow + (patient ? "" : ", no patience"));
    Client client =
        blow.victim() == Blow.Victim.CLIENT || random.nextInt(8) == 0
            ? arena.process(DATABASE, command.toArray(String[]::new))
            : arena.inProcess(DATABASE, command.toArray(String[]::new));
    boolean atWork = blow.strike(client, arena.server(), DATABASE);
    arena.server().revive();
    Client.Outcome outcome = client.await();
    tell("it ended: " + outcome);
    if (blow.victim() == Blow.Victim.CLIENT && outcome.exitCode() == 137 && !patient) {
      count("client, no patience");
      return true;
    }
    arena.server().awaitNoSessions(DATABASE);
    Optional<Agreement.Mark> mark = new Agreement(arena.course()).check(arena.catalog(DATABASE));
    List<String> heads = arena.catalog(DATABASE).heads();
    tell("found: " + heads + mark.map(m -> " with " + m).orElse(""));
    if (outcome.exitCode() != 137 && !forgetful) {
      checkClaim(outcome, heads);
    }
    count(
        blow.victim().name().toLowerCase(java.util.Locale.ROOT)
            + (atWork ? "" : ", too late")
            + (mark.isPresent() ? ", mark" : ""));
    return atWork;
  }

  /** What a client that lives on has said of the database must be so. */
  private static void checkClaim(Client.Outcome outcome, List<String> heads) {
    Matcher claim = CLAIM.matcher(outcome.out() + outcome.err());
    while (claim.find()) {
      List<String> claimed =
          claim.group(1).equals("base") ? List.of() : List.of(claim.group(1).split(", "));
      assertEquals(claimed, heads, "what the client said of the database");
    }
  }

  /** Goes on, and compares with what an undisturbed run makes. */
  private void end() {
    arena.undisturbed(DATABASE, "upgrade", "head");
    same(arena.atHead());
    if (random.nextInt(10) == 0) {
      arena.undisturbed(DATABASE, "downgrade", "base");
      same(arena.atBase());
    }
  }

  private void same(List<String> expected) {
    List<String> seen = arena.catalog(DATABASE).fingerprint();
    if (!seen.equals(expected)) {
      throw new AssertionError(
          "The schema is not that of an undisturbed run: " + Agreement.difference(expected, seen));
    }
  }

  private void count(String figure) {
    figures.merge(figure, 1, Integer::sum);
  }

  private void tell(String what) {
    story.add(what);
  }
}
