package dev.retort.bench;

import dev.retort.bench.Contest.Ground;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.catalog.CatalogReader;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Times what the schema costs: a snapshot beside {@code pg_dump -s}, and what shadows find out. */
final class SchemaBench {
  private static final int TABLES_A_REVISION = 10;

  /** How often a program that runs reads a schema before that counts as warm. */
  private static final int WARM = 5;

  private static final Path SAMPLE = Path.of("db");

  private final PrintStream out;
  private final Path scratch;
  private final Options options;
  private final Layouts layouts;
  private final Peers peers;
  private final BenchServer server;

  SchemaBench(
      PrintStream out,
      Path scratch,
      Options options,
      Layouts layouts,
      Peers peers,
      BenchServer server) {
    this.out = out;
    this.scratch = scratch;
    this.options = options;
    this.layouts = layouts;
    this.peers = peers;
    this.server = server;
  }

  void run() throws IOException, InterruptedException {
    Optional<Dump> dump = Dump.find(out);
    if (dump.isPresent()) {
      snapshot(dump.get());
    }
    verify();
    plan();
    peers.retort(layouts.retort(1), server.port(), "sandbox", "stop").run(scratch);
  }

  private void snapshot(Dump dump) throws IOException, InterruptedException {
    if (dump.major() >= server.majorVersion()) {
      snapshot(dump, server);
      return;
    }
    Optional<BenchServer> older = dump.server(options.sync());
    if (older.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%n%s refuses PostgreSQL %d, and there are no programs of a server of its own version:"
              + " src/bench/run fetches them.%n",
          dump.version(),
          server.majorVersion());
      return;
    }
    try (BenchServer fitting = older.get()) {
      snapshot(dump, fitting);
    }
  }

  private void snapshot(Dump dump, BenchServer on) throws IOException, InterruptedException {
    on.fresh();
    on.execute(LargeSchema.scripts(options.size()));
    String title =
        String.format(
            Locale.ROOT,
            "A schema of %,d tables and %,d columns as SQL, on PostgreSQL %s, by %s",
            options.size(),
            options.size() * 10,
            on.query("SHOW server_version"),
            dump.version());
    Path project = layouts.retort(1);
    Ground ground = new SameDatabase(on);
    new Contest(
            title,
            scratch,
            List.of(
                peers
                    .retort(
                        project, on.port(), "schema", "-o", scratch.resolve("ours.sql").toString())
                    .named("Retort, `schema`"),
                dump.command(scratch.resolve("theirs.sql"), on.port())))
        .warm(ground)
        .run(options.rounds(), ground)
        .print(out);
    reads(on.port());
  }

  /** What the client does, which has been running for a while. */
  private void reads(int port) {
    CatalogReader reader =
        new CatalogReader(
            new PostgresSessions(
                new ConnectionSettings(
                    List.of(new HostPort("127.0.0.1", port)),
                    Peers.DATABASE,
                    Peers.USER,
                    Optional.empty(),
                    Map.of()),
                "bench",
                Access.READ_ONLY),
            VersionTable.standard());
    List<Duration> reads = new ArrayList<>();
    List<Duration> texts = new ArrayList<>();
    List<Duration> both = new ArrayList<>();
    for (int round = 0; round < WARM + options.rounds(); round++) {
      long start = System.nanoTime();
      Snapshot snapshot = reader.read();
      long read = System.nanoTime();
      int length = CanonicalDdl.of(snapshot).text().length();
      long end = System.nanoTime();
      if (round >= WARM && length > 0) {
        reads.add(Duration.ofNanos(read - start));
        texts.add(Duration.ofNanos(end - read));
        both.add(Duration.ofNanos(end - start));
      }
    }
    TimeTable table = new TimeTable("The same in a program that has been running, as the client");
    table.add("the catalogs read, to a snapshot", reads);
    table.add("its canonical DDL", texts);
    table.add("both", both);
    table.print(out);
  }

  private void verify() throws IOException, InterruptedException {
    int made = Math.max(1, options.size() / TABLES_A_REVISION);
    List<Duration> first = new ArrayList<>();
    List<Duration> again = new ArrayList<>();
    List<Duration> sampleFirst = new ArrayList<>();
    List<Duration> sampleAgain = new ArrayList<>();
    // The server's programs are unpacked and its data made once in a user's life.
    verify(layouts.salted(made, "before all"));
    for (int round = 1; round <= options.rounds(); round++) {
      Path folder = layouts.salted(made, "round " + round);
      first.add(verify(folder));
      again.add(verify(folder));
      Path sample = layouts.saltedProject(SAMPLE, "round " + round);
      sampleFirst.add(verify(sample));
      sampleAgain.add(verify(sample));
    }
    int inSample = Layouts.count(SAMPLE.resolve("migrations"));
    TimeTable table =
        new TimeTable("`verify`: each revision up, down and up again, with rows and without");
    table.add(words(inSample, "the sample project", "first time"), sampleFirst, inSample);
    table.add(words(inSample, "the sample project", "known"), sampleAgain, inSample);
    table.add(words(made, "made up", "first time"), first, made);
    table.add(words(made, "made up", "known"), again, made);
    table.print(out);
  }

  private static String words(int revisions, String which, String when) {
    return String.format(Locale.ROOT, "%,d revisions (%s), %s", revisions, which, when);
  }

  private Duration verify(Path folder) throws IOException, InterruptedException {
    return peers.retort(folder, server.port(), "verify").run(scratch).wall();
  }

  private void plan() throws IOException, InterruptedException {
    int pending = Math.max(1, options.size() / TABLES_A_REVISION);
    Path folder = layouts.retort(2 * pending);
    int port = server.port();
    server.fresh();
    peers.retort(folder, port, "upgrade", Change.first(pending).getLast().id()).run(scratch);
    Command plan = peers.retort(folder, port, "plan", "upgrade", "head");
    Command withSchema = peers.retort(folder, port, "plan", "upgrade", "head", "--schema");
    Command stop = peers.retort(folder, port, "sandbox", "stop");
    plan.run(scratch);
    List<Duration> alone = new ArrayList<>();
    List<Duration> stopped = new ArrayList<>();
    List<Duration> running = new ArrayList<>();
    List<Duration> known = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      stop.run(scratch);
      peers.forget();
      stopped.add(withSchema.run(scratch).wall());
      peers.forget();
      running.add(withSchema.run(scratch).wall());
      known.add(withSchema.run(scratch).wall());
      alone.add(plan.run(scratch).wall());
    }
    TimeTable table =
        new TimeTable(
            String.format(
                Locale.ROOT,
                "`plan upgrade head --schema` with %,d pending revisions, on a database at revision"
                    + " %,d",
                pending,
                pending));
    table.add("first time, the shadow's server not running", stopped, pending);
    table.add("first time, the server running", running, pending);
    table.add("known", known);
    table.add("`plan upgrade head`, without the schema", alone);
    table.print(out);
  }

  /** A database that only is read, and what its server used meanwhile. */
  private static final class SameDatabase implements Ground {
    private final BenchServer server;
    private Optional<Duration> usedBefore = Optional.empty();

    SameDatabase(BenchServer server) {
      this.server = server;
    }

    @Override
    public void prepare() {
      usedBefore = server.used();
    }

    @Override
    public Sample complete(Sample sample) {
      return sample.with(
          usedBefore.flatMap(before -> server.used().map(now -> now.minus(before))),
          Optional.empty());
    }
  }
}
