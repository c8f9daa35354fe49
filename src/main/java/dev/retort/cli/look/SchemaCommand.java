package dev.retort.cli.look;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.Shadows;
import dev.retort.revision.RevisionId;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Omission;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code retort schema}. */
public final class SchemaCommand extends RetortCommand {
  private @Nullable Path file;
  private @Nullable String target;

  /** The command of a call. */
  public SchemaCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about(
        "Show the schema as SQL, with its fingerprint: the database's, or a revision's.");
    arguments.option(
        "-o, --output", "FILE", Reading.PATH, "Write the SQL to a file.", path -> file = path);
    arguments.option(
        "--at",
        "TARGET",
        "Show it as it is at a revision, replayed on a shadow; no database is asked.",
        word -> target = word);
  }

  @Override
  protected int run(Output output) {
    return target == null ? ofDatabase(output) : at(target, output);
  }

  private int ofDatabase(Output output) {
    Connection connection = invocation().connect(invocation().project(), output);
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("profile", connection.profile().name());
    about.put("database", connection.address());
    return print(output, about, connection.schema());
  }

  private int at(String target, Output output) {
    Shadows shadows = invocation().shadows(invocation().soundProject(output), output);
    List<RevisionId> heads = shadows.heads(target);
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("target", target);
    about.put("heads", heads.stream().map(RevisionId::value).toList());
    return print(output, about, shadows.at(heads, invocation().interruptible()));
  }

  private int print(Output output, Map<String, Object> about, Snapshot snapshot) {
    CanonicalDdl ddl = CanonicalDdl.of(snapshot);
    String script = "-- Fingerprint: " + ddl.fingerprint() + "\n\n" + ddl.text();
    if (file != null) {
      write(invocation().path(file), script);
    }
    if (output.wantsJson()) {
      output.json(map(about, snapshot, ddl));
      return ExitCode.DONE;
    }
    if (file == null) {
      output.text(script);
    } else {
      output.line(ddl.fingerprint());
    }
    for (Omission omission : snapshot.omissions()) {
      output.warning("Not as it is: " + omission.what() + ". " + omission.reason());
    }
    return ExitCode.DONE;
  }

  private static void write(Path path, String script) {
    try {
      Files.writeString(path, script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> map(
      Map<String, Object> about, Snapshot snapshot, CanonicalDdl ddl) {
    Map<String, Object> map = new LinkedHashMap<>(about);
    map.put("server_version_num", snapshot.serverVersion());
    map.put("fingerprint", ddl.fingerprint());
    map.put("objects", snapshot.objects().stream().map(SchemaCommand::map).toList());
    map.put(
        "omissions",
        snapshot.omissions().stream()
            .map(omission -> Map.of("object", omission.what(), "reason", omission.reason()))
            .toList());
    map.put("ddl", ddl.text());
    return map;
  }

  private static Map<String, Object> map(SchemaObject object) {
    ObjectId id = object.id();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", id.kind().words().toLowerCase(Locale.ROOT));
    map.put("schema", id.schema());
    map.put("name", id.name());
    map.put("detail", id.detail());
    return map;
  }
}
