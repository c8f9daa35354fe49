package dev.retort.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.GeneralObject;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Options;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import dev.retort.schema.Traits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Differences as people read them. */
class SchemaDiffTest {
  private static Column column(String name, String type) {
    return new Column(
        name,
        type,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Column.Tuning.DEFAULT,
        true,
        Traits.NONE);
  }

  private static Table table(String name, Column... columns) {
    return new Table(
        ObjectId.of(ObjectKind.TABLE, "public", name),
        Traits.NONE,
        List.of(columns),
        List.of(),
        new Table.Partition(Optional.empty(), Optional.empty()),
        new Table.Storage(
            false,
            Optional.of("heap"),
            Optional.empty(),
            Options.NONE,
            "DEFAULT",
            Optional.empty()),
        new Table.RowSecurity(false, false),
        Optional.empty(),
        Optional.empty());
  }

  private static EnumType mood(String... labels) {
    return new EnumType(
        ObjectId.of(ObjectKind.TYPE, "public", "mood"), Traits.NONE, List.of(labels));
  }

  private static GeneralObject general(ObjectKind kind, String name) {
    return new GeneralObject(ObjectId.of(kind, "public", name), Traits.NONE, List.of("CREATE it"));
  }

  private static Index index(String name, String table) {
    return new Index(
        ObjectId.of(ObjectKind.INDEX, "public", name),
        Traits.NONE,
        ObjectId.of(ObjectKind.TABLE, "public", table),
        false,
        "btree",
        List.of("x"),
        Optional.empty(),
        "CREATE INDEX " + name + " ON public." + table + " USING btree (x)",
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Snapshot snapshot(SchemaObject... objects) {
    return new Snapshot(180_000, Arrays.asList(objects), List.of(), List.of());
  }

  @Test
  void theListSaysWhatCameWhatWentAndWhatIsAnotherDownToTheColumn() {
    Snapshot before =
        snapshot(
            table("orders", column("id", "bigint"), column("slices", "integer")),
            general(ObjectKind.INDEX, "orders_created_idx"),
            mood("sad", "happy"));
    Snapshot after =
        snapshot(
            table(
                "orders",
                column("id", "bigint"),
                column("slices", "bigint"),
                column("note", "text")),
            table("audit_log", column("id", "bigint")),
            mood("sad", "so-so", "happy"));

    assertThat(SchemaDiff.between(before, after).text())
        .isEqualTo(
            """
            ~ type public.mood
              + value 'so-so'
            + table public.audit_log
            ~ table public.orders
              ~ column slices: type integer → bigint
              + column note text
            - index public.orders_created_idx
            """);
  }

  @Test
  void aColumnThatMayHaveBeenRenamedIsSaidToBeAGuess() {
    Snapshot before = snapshot(table("a", column("x", "integer"), column("y", "text")));
    Snapshot after = snapshot(table("a", column("z", "integer"), column("y", "text")));

    assertThat(SchemaDiff.between(before, after).text())
        .isEqualTo(
            """
            ~ table public.a
              + column z integer
              - column x integer (perhaps renamed to z: a guess, all else is equal)
            """);
  }

  @Test
  void aColumnIsGuessedWhereverItStandsAndSaidWithTheStatementThatWouldKeepItsValues() {
    Snapshot before = snapshot(table("a", column("x", "integer"), column("y", "text")));
    Snapshot after = snapshot(table("a", column("y", "text"), column("z", "integer")));

    SchemaDiff diff = SchemaDiff.between(before, after);

    assertThat(diff.changes().getFirst().guesses())
        .extracting(Guess::sql)
        .containsExactly("ALTER TABLE public.a RENAME COLUMN x TO z");
    assertThat(diff.statements())
        .filteredOn(ProposedStatement::loses)
        .extracting(statement -> statement.warning().orElseThrow())
        .containsExactly("Loses data: all values of the column are lost.");
  }

  @Test
  void nothingIsGuessedWhereTwoCouldBeMeant() {
    Snapshot before = snapshot(table("a", column("x", "integer"), column("k", "text")));
    Snapshot after =
        snapshot(table("a", column("k", "text"), column("y", "integer"), column("z", "integer")));

    assertThat(SchemaDiff.between(before, after).guesses()).isEmpty();
  }

  @Test
  void aRenamedTableIsGuessedByItsColumnsAndAnIndexByItsDefinition() {
    Snapshot before = snapshot(table("a", column("x", "integer")), index("i", "a"));
    Snapshot table = snapshot(table("b", column("x", "integer")), index("i", "b"));
    Snapshot index = snapshot(table("a", column("x", "integer")), index("j", "a"));

    assertThat(SchemaDiff.between(before, table).text())
        .contains("- table public.a (perhaps renamed to b: a guess, all else is equal)");
    assertThat(SchemaDiff.between(before, index).guesses().values())
        .flatExtracting(guesses -> guesses)
        .extracting(Guess::sql)
        .containsExactly("ALTER INDEX public.i RENAME TO j");
  }

  @Test
  void anEnumsLabelInTheSamePlaceIsGuessed() {
    SchemaDiff diff =
        SchemaDiff.between(snapshot(mood("sad", "ok")), snapshot(mood("sad", "fine")));

    assertThat(diff.guesses().values())
        .flatExtracting(guesses -> guesses)
        .extracting(Guess::sql)
        .containsExactly("ALTER TYPE public.mood RENAME VALUE 'ok' TO 'fine'");
    assertThat(diff.text()).contains("- value 'ok' (perhaps renamed to fine");
  }

  @Test
  void aCastThatCutsIsSaidToLoseDataAndOneThatWidensIsNot() {
    assertThat(TypeChange.loses("text", "character varying(20)")).isTrue();
    assertThat(TypeChange.loses("character varying(20)", "text")).isFalse();
    assertThat(TypeChange.loses("character varying(20)", "character varying(30)")).isFalse();
    assertThat(TypeChange.loses("numeric(18,8)", "numeric(10,2)")).isTrue();
    assertThat(TypeChange.loses("integer", "bigint")).isFalse();
    assertThat(TypeChange.loses("timestamp with time zone", "date")).isTrue();
    assertThat(TypeChange.loses("date", "timestamp with time zone")).isFalse();
    assertThat(TypeChange.loses("double precision", "real")).isTrue();
  }

  @Test
  void theNewValueOfAnEnumIsCommittedBeforeItIsUsedAndOnlyThen() {
    Table plain = table("a", column("m", "public.mood"));
    Table used =
        table(
            "a",
            new Column(
                "m",
                "public.mood",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Column.Value.Default("'ok'::public.mood")),
                Column.Tuning.DEFAULT,
                true,
                Traits.NONE));

    Snapshot before = snapshot(mood("sad"), plain);
    assertThat(SchemaDiff.between(before, snapshot(mood("sad", "ok"), plain)).parts()).hasSize(1);
    assertThat(SchemaDiff.between(before, snapshot(mood("sad", "ok"), used)).parts()).hasSize(2);
  }

  @Test
  void equalSchemasDifferInNothing() {
    Snapshot one = snapshot(table("a", column("x", "integer")));

    SchemaDiff diff = SchemaDiff.between(one, one);

    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.onlyColumnOrder()).isFalse();
    assertThat(diff.text()).isEmpty();
  }

  @Test
  void anotherOrderOfColumnsIsToldFromAnyOtherChange() {
    Column x = column("x", "integer");
    Column y = column("y", "text");
    Snapshot before = snapshot(table("a", x, y));

    SchemaDiff order = SchemaDiff.between(before, snapshot(table("a", y, x)));
    SchemaDiff more = SchemaDiff.between(before, snapshot(table("a", y, column("x", "bigint"))));

    assertThat(order.onlyColumnOrder()).isTrue();
    assertThat(order.text()).isEqualTo("~ table public.a\n  ~ order of columns x, y → y, x\n");
    assertThat(more.onlyColumnOrder()).isFalse();
  }

  @Test
  void anObjectsTextIsGivenBeforeAndAfter() {
    SchemaDiff diff = SchemaDiff.between(snapshot(mood("sad")), snapshot(mood("sad", "happy")));

    DdlText text = diff.textOf(diff.changes().getFirst());

    assertThat(text.before()).contains("'sad'").doesNotContain("happy").endsWith(";\n");
    assertThat(text.after()).contains("'sad'", "'happy'");
  }

  @Test
  void theDdlOfWhatChangesStandsUnderItsNamesAndIsFoundThere() {
    Snapshot before = snapshot(table("orders", column("id", "bigint")), table("same"));
    Snapshot after =
        snapshot(
            table("audit_log", column("id", "bigint")),
            table("orders", column("id", "bigint"), column("note", "text")),
            table("same"));
    ChangedDdl ddl = ChangedDdl.of(SchemaDiff.between(before, after));
    assertThat(ddl.before()).startsWith("-- table public.orders\nCREATE TABLE public.orders (");
    assertThat(ddl.after())
        .contains("-- table public.audit_log\n", "note text")
        .doesNotContain("public.same");
    for (ChangedDdl.Entry entry : ddl.entries()) {
      assertThat(ddl.after().lines().toList().get(entry.lineAfter() - 1))
          .isEqualTo("-- " + entry.change().id());
    }
    assertThat(ddl.entries()).hasSize(2);
    assertThat(ddl.entries().getFirst().lineBefore()).isEqualTo(1);
    assertThat(ddl.entries().getLast().lineBefore()).isEqualTo(1);
  }
}
