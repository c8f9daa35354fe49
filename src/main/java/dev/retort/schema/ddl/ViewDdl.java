package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes views. */
final class ViewDdl {
  private ViewDdl() {}

  static List<String> create(View view, boolean replace) {
    StringBuilder text =
        new StringBuilder("CREATE ")
            .append(replace ? "OR REPLACE " : "")
            .append(view.id().kind().words())
            .append(' ')
            .append(view.id().qualified());
    view.accessMethod()
        .filter(method -> !method.equals("heap"))
        .ifPresent(method -> text.append(" USING ").append(method));
    if (!view.options().isEmpty()) {
      text.append("\nWITH ").append(Sql.parameters(view.options()));
    }
    view.tablespace().ifPresent(space -> text.append("\nTABLESPACE ").append(space));
    text.append(" AS\n").append(view.query()).append(view.materialized() ? "\nWITH NO DATA" : "");
    List<String> sql = new ArrayList<>();
    sql.add(text.toString());
    sql.addAll(TraitDdl.of(view.id(), view.traits()));
    TraitDdl.columns(view.id(), view.columns(), sql);
    if (view.materialized()) {
      String alter = "ALTER MATERIALIZED VIEW " + view.id().qualified();
      view.columns().forEach(column -> sql.addAll(ColumnDdl.tuning(alter, column)));
    }
    return sql;
  }

  /** A view with the same columns and no rows, for others to refer to meanwhile. */
  static List<String> shell(View view) {
    return view.materialized()
        ? List.of()
        : List.of(
            "CREATE VIEW "
                + view.id().qualified()
                + " AS\nSELECT "
                + view.columns().stream()
                    .map(ViewDdl::empty)
                    .collect(Collectors.joining(",\n    ")));
  }

  private static String empty(Column column) {
    return "NULL::"
        + column.type()
        + column.collation().map(collation -> " COLLATE " + collation).orElse("")
        + " AS "
        + column.name();
  }
}
