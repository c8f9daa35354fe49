package dev.retort.cli.local;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import dev.retort.engine.EmbeddedServers;
import dev.retort.engine.SandboxControl;
import dev.retort.execute.Cancellation;
import dev.retort.profile.ProfileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** {@code retort sandbox} and what is below it. */
public final class SandboxCommand extends RetortCommand {
  private boolean keep;

  /** The command of a call. */
  public SandboxCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Look after the sandbox, the embedded PostgreSQL: status, reset, stop, url.");
    arguments.command(
        "reset", "Empty the project's sandbox: only the baseline is left.", this::reset);
    arguments.command("status", "Show whether it runs, and where; starts nothing.", this::status);
    arguments.command(
        "stop",
        "Stop it, and the shadow servers, whoever uses them. Its data are kept.",
        this::stop);
    arguments
        .command(
            "url",
            "Start it and print the URL of the project's database, for psql and others.",
            this::url)
        .flag("--keep", "Keep it up until Ctrl-C.", on -> keep = on);
  }

  /** The same as {@code sandbox status}. */
  @Override
  protected int run(Output output) {
    return status();
  }

  private int status() {
    Output output = invocation().output();
    EmbeddedServers.Status status = servers().status();
    SortedMap<Integer, EmbeddedServers.Status> shadows = servers().shadowStatus();
    if (output.wantsJson()) {
      Map<String, Object> map = json(status);
      List<Map<String, Object>> others = new ArrayList<>();
      shadows.forEach(
          (major, shadow) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("postgresql", major);
            one.putAll(json(shadow));
            others.add(one);
          });
      map.put("shadows", others);
      output.json(map);
      return ExitCode.DONE;
    }
    print("The sandbox", status);
    shadows.forEach((major, shadow) -> print("The shadow server of PostgreSQL " + major, shadow));
    return ExitCode.DONE;
  }

  private static Map<String, Object> json(EmbeddedServers.Status status) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("running", status.running());
    status.port().ifPresent(port -> map.put("port", port));
    map.put("data", status.data());
    map.put("log", status.log());
    return map;
  }

  private void print(String what, EmbeddedServers.Status status) {
    Output output = invocation().output();
    String where = status.port().map(port -> " on 127.0.0.1:" + port).orElse("");
    output.line(what + " is " + (status.running() ? "running" + where : "not running") + ".");
    output.line("  data " + output.paths().of(status.data()));
    output.line("  log  " + output.paths().of(status.log()));
  }

  private int reset() {
    Output output = invocation().output();
    boolean agreed =
        invocation().options().yes()
            || !invocation().questions().possible()
            || invocation().questions().agreed("Drop everything in this project's sandbox?");
    if (!agreed) {
      throw new UsageException("Not confirmed; nothing was dropped.", "");
    }
    String address = control().reset();
    if (output.wantsJson()) {
      output.json(Map.of("database", address));
    } else {
      output.line("The sandbox is as new: " + address);
    }
    return ExitCode.DONE;
  }

  private int stop() {
    Output output = invocation().output();
    boolean stopped = servers().stop();
    if (output.wantsJson()) {
      output.json(Map.of("stopped", stopped));
    } else {
      output.line(stopped ? "The sandbox is stopped." : "The sandbox was not running.");
    }
    return ExitCode.DONE;
  }

  private int url() {
    Output output = invocation().output();
    try (SandboxControl.Held held = control().hold()) {
      if (output.wantsJson()) {
        output.json(Map.of("url", held.url()));
      } else {
        output.line(held.url());
      }
      output.flush();
      if (keep) {
        output.remark("Kept up until Ctrl-C.");
        Cancellation interrupted = invocation().interruptible();
        while (!interrupted.await(Duration.ofHours(1))) {
          // Somebody else's work goes on meanwhile.
        }
      } else {
        output.remark(
            "It stops soon after its last session has ended, psql's among them; with --keep this"
                + " command stays and keeps it up.");
      }
    }
    return ExitCode.DONE;
  }

  /** They are the user's, not a project's. */
  private EmbeddedServers servers() {
    return invocation().retort().embeddedServers();
  }

  /** There is a database for each project, so there is none without one. */
  private SandboxControl control() {
    try {
      return invocation().retort().sandbox(invocation().project());
    } catch (ProfileException e) {
      throw e.code().equals("no-project")
          ? new ProfileException(
              e.code(), "The sandbox has a database for each project. " + e.message(), e.hint())
          : e;
    }
  }
}
