package dev.retort.survive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One run that is killed, perhaps more than once, and goes on. All that happens by chance comes
 * from the round's seed.
 */
final class KillRound {
  private static final String DATABASE = "killed";
  private static final int MOST_BLOWS = 3;
  private static final Pattern CLAIM = Pattern.compile("the database is at ([\\w, ]+?)[.;]");

  /** What a client says that has found no server to ask: it tells what was confirmed to it. */
  private static final String UNSEEN = "could not be seen";

  private final Arena arena;
  private final Recovery recovery;
  private final Random random;
  private final Map<String, Integer> figures;
  private Optional<Blow.Victim> victim;

  /** Whether the server confirms what it has not written yet. */
  private boolean forgetful;

  private final List<String> story = new ArrayList<>();

  /**
   * A round.
   *
   * @param victim who is struck first; by chance, if absent
   * @param figures counted up: what was struck, and what it left
   */
  KillRound(
      Arena arena, Random random, Optional<Blow.Victim> victim, Map<String, Integer> figures) {
    this.arena = arena;
    this.recovery = new Recovery(arena, DATABASE);
    this.random = random;
    this.victim = victim;
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
        command = recovery.command();
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
          case "resume" -> there - 1;
          default -> Integer.parseInt(command.getLast());
        };
    return Math.max(1, Math.abs(target - there));
  }

  /** Runs and strikes; whether it hurt. */
  private boolean disturbed(List<String> command) {
    Blow chance = Blow.by(random, steps(command));
    Blow blow = victim.map(chance::at).orElse(chance);
    victim = Optional.empty();
    boolean patient = random.nextInt(4) > 0;
    tell(String.join(" ", command) + ", " + blow + (patient ? "" : ", no patience"));
    List<String> before = arena.catalog(DATABASE).heads();
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
    if (arena.scope() == Arena.Scope.WHOLE_RUN && !command.equals(List.of("resume"))) {
      checkAllOrNothing(command, before, heads);
    }
    tell("found: " + heads + mark.map(m -> " with " + m).orElse(""));
    // What such a server has confirmed it may lose in a crash (manual, chapter 28.4), and a client
    // that had its answer by then has no reason to look again.
    boolean forgotten = forgetful && outcome.exitCode() == 0 && blow.victim() != Blow.Victim.CLIENT;
    if (outcome.exitCode() != 137 && !outcome.err().contains(UNSEEN) && !forgotten) {
      checkClaim(outcome, heads);
    }
    count(
        blow.victim().name().toLowerCase(java.util.Locale.ROOT)
            + (atWork ? "" : ", too late")
            + (mark.isPresent() ? ", mark" : ""));
    return atWork;
  }

  private void checkAllOrNothing(List<String> command, List<String> before, List<String> heads) {
    Course course = arena.course();
    Set<String> found = ids(heads);
    assertTrue(
        found.equals(ids(before)) || found.equals(course.inEffectAfter(command, before)),
        () -> "neither all nor nothing: " + before + " became " + heads);
  }

  private Set<String> ids(List<String> heads) {
    return arena.course().inEffect(heads).stream().map(Migration::id).collect(Collectors.toSet());
  }

  /** What a client that lives on has said of the database must be so. */
  private static void checkClaim(Client.Outcome outcome, List<String> heads) {
    Matcher claim = CLAIM.matcher(outcome.out() + outcome.err());
    while (claim.find()) {
      List<String> claimed =
          claim.group(1).equals("base") ? List.of() : List.of(claim.group(1).split(", "));
      // A crash may leave the rows in another order.
      assertEquals(Set.copyOf(claimed), Set.copyOf(heads), "what the client said of the database");
    }
  }

  private void end() {
    recovery.toHead();
    if (random.nextInt(10) == 0) {
      recovery.toBase();
    }
  }

  private void count(String figure) {
    figures.merge(figure, 1, Integer::sum);
  }

  private void tell(String what) {
    story.add(what);
  }
}
