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
  private static final int LONG_WAY = 10;
  private static final int LINK_ROUNDS = 2;
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
        Peers.version("alembic", "--version").replace("alembic ", ""),
        System.getProperty("java.version"),
        options.rounds());
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

  private void upgrade() throws IOException, InterruptedException {
    Ground ground = new EmptyDatabase(server, Optional.empty());
    new Contest(
            String.format(Locale.ROOT, "`upgrade head` of %,d revisions", options.size()),
            scratch,
            upgrades(options.size(), server.port()))
        .warm(ground)
        .run(options.rounds(), ground)
        .print(out);
  }

  private void link() throws IOException, InterruptedException {
    int size = Math.max(1, options.size() / LONG_WAY);
    try (SlowLink link = new SlowLink(server.port(), EACH_WAY)) {
      new Contest(
              String.format(
                  Locale.ROOT,
                  "`upgrade head` of %,d revisions, over a link that takes %d ms each way",
                  size,
                  EACH_WAY.toMillis()),
              scratch,
              upgrades(size, link.port()))
          .run(
              Math.min(options.rounds(), LINK_ROUNDS), new EmptyDatabase(server, Optional.of(link)))
          .print(out);
    }
  }

  private List<Command> upgrades(int size, int port) throws IOException {
    return List.of(
        peers.retort(layouts.retort(size), port, "upgrade", "head", "--json"),
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

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : new ArrayList<>(all.toList()).reversed()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
