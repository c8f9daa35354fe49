package dev.retort.cli.look;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort schema}. */
@Command(name = "schema", description = "Show the database's schema as SQL, with its fingerprint.")
public final class SchemaCommand extends RetortCommand {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the SQL to a file.")
  private @Nullable Path file;

  /** The command of a call. */
  public SchemaCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected int run(Output output) {
    Connection connection = invocation().connect(invocation().project(), output);
    Snapshot snapshot = connection.schema();
    CanonicalDdl ddl = CanonicalDdl.of(snapshot);
    String script = "-- Fingerprint: " + ddl.fingerprint() + "\n\n" + ddl.text();
    if (file != null) {
      write(invocation().path(file), script);
    }
    if (output.wantsJson()) {
      output.json(map(connection, snapshot, ddl));
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
      Connection connection, Snapshot snapshot, CanonicalDdl ddl) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("profile", connection.profile().name());
    map.put("database", connection.address());
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
