package dev.retort.execute.state;

import dev.retort.revision.RevisionId;
import java.util.List;

/**
 * What a first look at a database finds, also with few rights.
 *
 * @param server what it runs on
 * @param table the version table's name with its schema, or where it would be made
 * @param sign what there is of it
 * @param heads its rows, where they can be read
 * @param hint what to do where the table is not as it should be; empty otherwise
 */
public record Probe(
    ServerInfo server, String table, Sign sign, List<RevisionId> heads, String hint) {

  /** What there is of a version table. */
  public enum Sign {
    MISSING,
    READABLE,
    /** It is there, and the role may not read it. */
    NO_RIGHT,
    /** Something else bears its name. */
    FOREIGN
  }

  /** Copies the list. */
  public Probe {
    heads = List.copyOf(heads);
  }
}
