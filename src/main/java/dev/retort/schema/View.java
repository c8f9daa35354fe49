package dev.retort.schema;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A view, materialised or not.
 *
 * @param columns name and type; defaults where a view has some
 * @param query the server's text, without a semicolon
 * @param options {@code security_barrier}, {@code check_option}; storage parameters
 * @param accessMethod of a materialised view
 * @param tablespace of a materialised view, where not the default
 * @param clusterOn the index a materialised view was last clustered on
 */
public record View(
    ObjectId id,
    Traits traits,
    List<Column> columns,
    String query,
    SortedMap<String, String> options,
    Optional<String> accessMethod,
    Optional<String> tablespace,
    Optional<String> clusterOn)
    implements SchemaObject {

  /** Copies the lists. */
  public View {
    columns = List.copyOf(columns);
    options = Options.sorted(options);
  }

  /** Whether its rows are kept. */
  public boolean materialized() {
    return id.kind() == ObjectKind.MATERIALIZED_VIEW;
  }
}
