package dev.retort.testing;

import dev.retort.graph.HeadChange;
import dev.retort.graph.RowChange;
import dev.retort.plan.Command;
import dev.retort.plan.Digest;
import dev.retort.plan.Direction;
import dev.retort.plan.Plan;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.PlannedStatement.Purpose;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import dev.retort.revision.WayBack;
import dev.retort.sql.StatementKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans in a straight line, by hand, for tests that run them: {@code TestPlan.from("a").to("b",
 * "CREATE TABLE t ()").plan()}.
 */
public final class TestPlan {
  private final List<RevisionId> before;
  private final List<Step> steps = new ArrayList<>();
  private List<RevisionId> heads;
  private Command command = Command.UPGRADE;

  private TestPlan(List<RevisionId> before) {
    this.before = before;
    this.heads = before;
  }

  /** Starts from rows of the version table. */
  public static TestPlan from(String... heads) {
    return new TestPlan(ids(heads));
  }

  /** Upgrades to a revision in a transaction. */
  public TestPlan to(String revision, String... statements) {
    return step(revision, true, migrate(statements));
  }

  /** Upgrades to a revision outside of transactions. */
  public TestPlan autocommit(String revision, String... statements) {
    return step(revision, false, migrate(statements));
  }

  /** Upgrades to a revision in a transaction, a verify query at the end. */
  public TestPlan verified(String revision, String statement, String query) {
    List<PlannedStatement> statements = new ArrayList<>(migrate(statement));
    statements.add(new PlannedStatement(Purpose.VERIFY, 20, 1, "SELECT", query));
    return step(revision, true, statements);
  }

  /** Stamps a revision. */
  public TestPlan stamp(String revision) {
    command = Command.STAMP;
    RevisionId id = new RevisionId(revision);
    HeadChange change = change(id);
    steps.add(
        new Step(
            Optional.of(id),
            Direction.STAMP,
            heads,
            List.of(id),
            "",
            Optional.empty(),
            true,
            List.of(),
            change,
            after(id),
            new WayBack.Missing()));
    heads = after(id);
    return this;
  }

  /** A stamp of what is there already. */
  public TestPlan stampNothing() {
    command = Command.STAMP;
    return this;
  }

  private TestPlan step(String revision, boolean transactional, List<PlannedStatement> statements) {
    RevisionId id = new RevisionId(revision);
    steps.add(
        new Step(
            Optional.of(id),
            Direction.UPGRADE,
            heads,
            List.of(id),
            "make " + revision,
            Optional.of(Path.of("migrations", revision + ".sql")),
            transactional,
            statements,
            change(id),
            after(id),
            new WayBack.Missing()));
    heads = after(id);
    return this;
  }

  /** The first row makes room; the others stay. */
  private List<RevisionId> after(RevisionId to) {
    return Stream.concat(heads.stream().skip(1), Stream.of(to)).toList();
  }

  private HeadChange change(RevisionId to) {
    return new HeadChange(
        List.of(
            heads.isEmpty()
                ? new RowChange.Insert(to)
                : new RowChange.Update(heads.getFirst(), to)));
  }

  /** The plan. */
  public Plan plan() {
    return new Plan(
        command, List.of("head"), false, before, heads, steps, List.of(), Digest.of(before, steps));
  }

  private static List<RevisionId> ids(String... values) {
    return List.of(values).stream().map(RevisionId::new).toList();
  }

  /** Statements on lines 10, 11, … of their file, in column 1. */
  private static List<PlannedStatement> migrate(String... statements) {
    List<PlannedStatement> planned = new ArrayList<>();
    for (String sql : statements) {
      planned.add(
          new PlannedStatement(
              Purpose.MIGRATE, 10 + planned.size(), 1, StatementKind.of(sql), sql));
    }
    return planned;
  }
}
