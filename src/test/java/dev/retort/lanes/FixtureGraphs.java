package dev.retort.lanes;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.testing.Revisions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The graphs of real projects in {@code src/test/resources/graphs}. */
public final class FixtureGraphs {
  /** Their names. */
  public static final List<String> NAMES =
      List.of("dispatch", "geonature", "neutron", "onyx", "open-event-server", "superset-fork");

  private FixtureGraphs() {}

  /** Reads one. */
  public static RevisionGraph read(String name) {
    String resource = "/graphs/" + name + ".json";
    try (InputStream in = FixtureGraphs.class.getResourceAsStream(resource)) {
      Map<String, Object> file = JSON.std.mapFrom(Objects.requireNonNull(in, resource));
      List<Revision> revisions = new ArrayList<>();
      for (Object entry : (List<?>) Objects.requireNonNull(file.get("revisions"))) {
        Map<?, ?> fields = (Map<?, ?>) entry;
        revisions.add(
            Revisions.revision(
                (String) Objects.requireNonNull(fields.get("revision")),
                strings(fields.get("down_revisions")),
                strings(fields.get("branch_labels")),
                strings(fields.get("depends_on")),
                Optional.ofNullable((String) fields.get("created"))));
      }
      return RevisionGraph.of(revisions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> strings(@Nullable Object list) {
    return ((List<?>) Objects.requireNonNull(list)).stream().map(String.class::cast).toList();
  }
}
