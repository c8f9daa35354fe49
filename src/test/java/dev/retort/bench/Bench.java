package dev.retort.bench;

import dev.retort.bench.Contest.Ground;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Times Retort beside its peers on one server, and prints tables in Markdown. */
public final class Bench {
  private static final int[] SIZES = {1_000, 10_000};

  /**
   * What a peer with several round trips a statement ends in reasonable time over the slow link.
   */
  private static final int LONG_WAY = 10;

  /** Each round takes minutes there, and the link hides what disturbs. */
  private static final int LINK_ROUNDS = 1;

  /** How much larger the second size is that is upgraded, to see whether time grows with it. */
  private static final int GROWTH = 4;

  private static final Duration EACH_WAY = Duration.ofMillis(10);

  private final PrintStream out;
  private final Path scratch;
  private final BenchServer server;
  private final Options options;
  private final Layouts layouts;
  private final Peers peers;

  private Bench(PrintStream out, Path scratch, BenchServer server, Options options) {
    this.out = out;
    this.scratch = scratch;
    this.server = server;
    this.options = options;
    this.layouts = new Layouts(scratch);
    this.peers = new Peers(Path.of("").toAbsolutePath(), scratch.resolve("home"));
  }

  /** Runs what is asked for: see {@link Options}. */
  public static void main(String[] args) throws Exception {
    Options options = Options.parse(args);
    Path scratch = Files.createTempDirectory("retort-bench");
    try (BenchServer server = BenchServer.start(options.sync())) {
      Bench bench = new Bench(System.out, scratch, server, options);
      bench.describe();
      for (Options.Part part : options.parts()) {
        switch (part) {
          case LISTING -> bench.listing();
          case POSITION -> bench.position();
          case UPGRADE -> bench.upgrade();
          case LINK -> bench.link();
          case SCHEMA -> bench.schema();
          case CLIENT -> bench.client();
        }
      }
    } finally {
      delete(scratch);
    }
  }

  private void describe() throws IOException, InterruptedException {
    out.printf(
        Locale.ROOT,
        "%s; PostgreSQL %s on the same machine, %s; %s; Alembic %s; Flyway and Liquibase as in"
            + " src/bench/peers.xml, on Java %s. Seconds; %d rounds in turns.%n",
        Machine.describe(),
        server.query("SHOW server_version"),
        "fsync " + server.query("SHOW fsync"),
        Peers.version("psql", "--version"),
        alembic(),
        System.getProperty("java.version"),
        options.rounds());
  }

  /** Not needed for the schema alone. */
  private static String alembic() throws InterruptedException {
    try {
      return Peers.version("alembic", "--version").replace("alembic ", "");
    } catch (IOException e) {
      return "none";
    }
  }

  private void schema() throws IOException, InterruptedException {
    new SchemaBench(out, scratch, options, layouts, peers, server).run();
  }

  private void client() throws IOException, InterruptedException {
    new ClientBench(out, scratch, options, peers, server).run();
  }

  /** What is done with the files alone. */
  private void listing() throws IOException, InterruptedException {
    int port = server.port();
    contest(
        "`--version`: the start alone",
        List.of(
            peers.retort(scratch, port, "--version"), peers.alembic(scratch, port, "--version")));
    for (int size : SIZES) {
      Path ours = layouts.retort(size);
      Path theirs = layouts.alembic(size);
      contest(
          String.format(Locale.ROOT, "`heads` of %,d revisions: loading them", size),
          List.of(peers.retort(ours, port, "heads"), peers.alembic(theirs, port, "heads")));
      contest(
          String.format(Locale.ROOT, "`history` of %,d revisions", size),
          List.of(peers.retort(ours, port, "history"), peers.alembic(theirs, port, "history")));
    }
  }

  /** Where a database is, and what would be done there. */
  private void position() throws IOException, InterruptedException {
    int port = server.port();
    for (int size : SIZES) {
      Path ours = layouts.retort(size);
      Path theirs = layouts.alembic(size);
      server.fresh();
      peers.retort(ours, port, "stamp", Change.first(size).get(size / 2).id()).run(scratch);
      contest(
          String.format(Locale.ROOT, "`current` at %,d revisions", size),
          List.of(peers.retort(ours, port, "current"), peers.alembic(theirs, port, "current")));
      server.fresh();
      contest(
          String.format(
              Locale.ROOT,
              "`plan upgrade head` of all %,d revisions (Alembic: `upgrade head --sql`)",
              size),
          List.of(
              peers.retort(ours, port, "plan", "upgrade", "head"),
              peers.alembic(theirs, port, "upgrade", "head", "--sql")));
    }
  }

  /** Two sizes, so that it can be seen whether the time grows as they do. */
  private void upgrade() throws IOException, InterruptedException {
    upgrade(Math.max(1, options.size() / GROWTH));
    upgrade(options.size());
  }

  /** As a user would start it; what Retort spends in the run itself, it tells in JSON. */
  private void upgrade(int size) throws IOException, InterruptedException {
    Ground ground = new EmptyDatabase(server, Optional.empty());
    List<Command> commands = new ArrayList<>(upgrades(size, server.port()));
    commands.add(
        1,
        peers
            .retort(layouts.retort(size), server.port(), "upgrade", "head", "--json")
            .named("Retort, --json"));
    new Contest(
            String.format(Locale.ROOT, "`upgrade head` of %,d revisions", size), scratch, commands)
        .warm(ground)
        .run(options.rounds(), ground)
        .print(out);
  }

  private void link() throws IOException, InterruptedException {
    int size = Math.max(1, options.size() / LONG_WAY);
    try (SlowLink link = new SlowLink(server.port(), EACH_WAY)) {
      link(link, size, upgrades(size, link.port()));
      link(
          link,
          options.size(),
          List.of(
              peers.retort(layouts.retort(options.size()), link.port(), "upgrade", "head"),
              peers.psql(layouts.psql(options.size()), link.port()),
              peers.alembic(layouts.alembic(options.size()), link.port(), "upgrade", "head")));
    }
  }

  private void link(SlowLink link, int size, List<Command> commands)
      throws IOException, InterruptedException {
    new Contest(
            String.format(
                Locale.ROOT,
                "`upgrade head` of %,d revisions, over a link that takes %d ms each way",
                size,
                EACH_WAY.toMillis()),
            scratch,
            commands)
        .run(Math.min(options.rounds(), LINK_ROUNDS), new EmptyDatabase(server, Optional.of(link)))
        .print(out);
  }

  private List<Command> upgrades(int size, int port) throws IOException {
    return List.of(
        peers.retort(layouts.retort(size), port, "upgrade", "head"),
        peers.psql(layouts.psql(size), port),
        peers.alembic(layouts.alembic(size), port, "upgrade", "head"),
        peers.flyway(layouts.flyway(size), port),
        peers.liquibase(layouts.liquibase(size), port));
  }

  private void contest(String title, List<Command> commands)
      throws IOException, InterruptedException {
    new Contest(title, scratch, commands)
        .warm(Ground.asItIs())
        .run(options.rounds(), Ground.asItIs())
        .print(out);
  }

  static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : new ArrayList<>(all.toList()).reversed()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
