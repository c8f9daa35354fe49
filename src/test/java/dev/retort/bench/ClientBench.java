package dev.retort.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Times the client from the start of its process to the frame that has the sample's revisions in
 * it: on the display there is, or else on JavaFX's headless platform.
 */
final class ClientBench {
  private static final Path SAMPLE = Path.of("db");

  private final PrintStream out;
  private final Path scratch;
  private final Options options;
  private final Peers peers;
  private final BenchServer server;

  ClientBench(PrintStream out, Path scratch, Options options, Peers peers, BenchServer server) {
    this.out = out;
    this.scratch = scratch;
    this.options = options;
    this.peers = peers;
    this.server = server;
  }

  void run() throws IOException, InterruptedException {
    // The first start of all prepares the sandbox, which is there ever after.
    start();
    List<Duration> times = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      times.add(start());
    }
    Optional<String> display = display();
    TimeTable table =
        new TimeTable(
            "The client from its start to the first painted graph of the sample, on "
                + (display.isPresent() ? "an X display" : "the headless platform"));
    table.add("Retort", times);
    table.print(out);
    peers.retort(SAMPLE, server.port(), "sandbox", "stop").run(scratch);
  }

  private Duration start() throws IOException, InterruptedException {
    Path painted = scratch.resolve("painted");
    Files.deleteIfExists(painted);
    String headless = display().isPresent() ? "" : " -Dglass.platform=Headless -Dprism.order=sw";
    Command client =
        peers
            .retort(SAMPLE, server.port(), "-C", SAMPLE.toAbsolutePath().toString())
            .with(
                Map.of(
                    "JAVA_TOOL_OPTIONS",
                    "-Dretort.start-time=" + painted + headless,
                    // Without one the tour is shown in the terminal.
                    "DISPLAY",
                    display().orElse("none")));
    long begun = System.currentTimeMillis();
    client.run(scratch);
    return Duration.ofMillis(Long.parseLong(Files.readString(painted).strip()) - begun);
  }

  private static Optional<String> display() {
    return Optional.ofNullable(System.getenv("DISPLAY")).filter(name -> !name.isEmpty());
  }
}
