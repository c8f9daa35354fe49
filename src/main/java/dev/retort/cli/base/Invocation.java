package dev.retort.cli.base;

import dev.retort.cli.term.ErrorReport;
import dev.retort.cli.term.Output;
import dev.retort.cli.term.PathNames;
import dev.retort.cli.term.Streams;
import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.Shadows;
import dev.retort.engine.Surroundings;
import dev.retort.execute.Cancellation;
import dev.retort.plan.Command;
import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import dev.retort.profile.project.ProjectConfig;
import dev.retort.profile.resolve.Wish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call of the program: its options as parsed, its streams, and what they lead to. For one
 * thread.
 */
public final class Invocation implements AutoCloseable {
  private final Surroundings surroundings;
  private final Streams streams;
  private final GlobalOptions options = new GlobalOptions();
  private final List<Connection> connections = new ArrayList<>();
  private final List<Shadows> shadows = new ArrayList<>();
  private final List<Interrupts> interrupts = new ArrayList<>();
  private @Nullable ProjectConfig config;
  private @Nullable Connection ahead;

  /** A call whose options are yet to be parsed. */
  public Invocation(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  /** The options, filled in by picocli. */
  public GlobalOptions options() {
    return options;
  }

  /** The process's surroundings. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** The process's streams. */
  public Streams streams() {
    return streams;
  }

  /** Questions to the person at the terminal. */
  public Questions questions() {
    return new Questions(streams);
  }

  /** Where this call writes. */
  public Output output() {
    return output(options.json());
  }

  /** Where this call writes, where its options may not have been parsed to the end. */
  public Output output(boolean json) {
    return Output.to(
        streams,
        options.colours(),
        surroundings.user().environment(),
        json,
        options.verbose(),
        new PathNames(surroundings.directory()));
  }

  /** A path the user typed, as seen from the current folder. */
  public Path path(Path typed) {
    return surroundings.directory().resolve(typed).normalize();
  }

  /** The engine. */
  public Retort retort() {
    Output output = output();
    return new Retort(surroundings, words -> output.remark(output.paths().in(words)));
  }

  /** The project, which may have problems. */
  public Project project() {
    return retort().open(config());
  }

  private ProjectConfig config() {
    if (config == null) {
      config = retort().config(options.directory());
    }
    return config;
  }

  /**
   * Says that the connection will be asked where its database is: that begins now, while the
   * project's files are read. What is wrong with it is said when it is asked for.
   */
  public void lookAhead() {
    ahead(Connection::lookAhead);
  }

  /** The same for a run, which goes on in the session that was begun with. */
  public void lookAhead(Command command) {
    ahead(connection -> connection.lookAhead(command, connection.options(options.limits())));
  }

  private void ahead(Consumer<Connection> look) {
    try {
      if (config().problems().isEmpty()) {
        ahead = retort().connect(config(), wish(), questions());
        connections.add(ahead);
        look.accept(ahead);
      }
    } catch (RetortException e) {
      // It comes again in its turn, behind what may be wrong with the project.
      ahead = null;
    }
  }

  private Wish wish() {
    return new Wish(options.url(), options.profile());
  }

  /** The project, its warnings said; it has no errors. */
  public Project soundProject(Output output) {
    return said(project().sound(), output);
  }

  /**
   * The project for a command that lists revisions: their SQL is read where the output has
   * something of it, as JSON does.
   */
  public Project listedProject(Output output) {
    if (output.wantsJson()) {
      return soundProject(output);
    }
    Project project = retort().openToList(config());
    return said(project.errors().isEmpty() ? project : project.sound(), output);
  }

  private static Project said(Project project, Output output) {
    warn(project.warnings(), output);
    return project;
  }

  /** The connection that the options choose; closed with this. */
  public Connection connect(Project project, Output output) {
    Connection connection = ahead;
    if (connection == null) {
      connection = retort().connect(project, wish(), questions());
      connections.add(connection);
    }
    warn(connection.warnings(), output);
    if (connection.sandbox()) {
      output.remark("Using " + connection.reason() + ".");
    }
    return connection;
  }

  /**
   * Shadows of the project's revisions, on the server that the options lead to, of the version that
   * the chosen database is on. That is asked without a word; where no answer comes, it is said.
   */
  public Shadows shadows(Project project, Output output) {
    Shadows made = closing(retort().shadows(project, wish(), questions()));
    Connection connection = retort().connect(project, wish(), settings -> Optional.empty());
    connections.add(connection);
    if (!connection.sandbox()) {
      try {
        int version = connection.probe().server().versionNumber() / 10_000;
        made.compareWith(version).ifPresent(output::warning);
      } catch (RetortException e) {
        output.warning(
            "Done on PostgreSQL "
                + made.majorVersion()
                + "; which version "
                + connection.profile().name()
                + " has could not be asked: "
                + e.message());
      }
    }
    return made;
  }

  /** Shadows to compare a connection's database with. */
  public Shadows shadows(Project project, Connection connection) {
    return closing(retort().shadows(project, connection, questions()));
  }

  private Shadows closing(Shadows one) {
    shadows.add(one);
    return one;
  }

  /**
   * A command to go on with, on the database that this call was about: a hint that is pasted must
   * not lead to another one. A URL is not repeated, for it may have a password in it.
   */
  public String next(String command) {
    String where =
        options.url().map(url -> " --url …").orElse("")
            + options.profile().map(name -> " -p " + name).orElse("");
    return "retort " + command + where;
  }

  /** What Ctrl-C cancels, from now until everything is said. */
  public Cancellation interruptible() {
    Interrupts listening = new Interrupts();
    interrupts.add(listening);
    return listening.cancellation();
  }

  private static void warn(List<Problem> warnings, Output output) {
    warnings.forEach(problem -> output.warning(ErrorReport.line(problem, output.paths())));
  }

  /** Lets go of all shadows and connections; the last thing that happens. */
  @Override
  public void close() {
    shadows.forEach(Shadows::close);
    connections.forEach(Connection::close);
    interrupts.forEach(Interrupts::close);
  }
}
