package dev.retort.revision.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import dev.retort.revision.reading.RevisionReader;
import dev.retort.sql.SqlTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** What is written reads back as the same revision. */
class RoundTripPropertyTest {
  private Path folder = Path.of("");

  @BeforeProperty
  void createFolder() throws IOException {
    folder = Files.createTempDirectory("round-trip");
  }

  @AfterProperty
  void deleteFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("x.sql"));
    Files.delete(folder);
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .withChars("abcXYZ019 é:,'\"$;/*@-\t")
        .ofMinLength(1)
        .ofMaxLength(30)
        .map(text -> ("m " + text).strip().replaceAll("[ \t]+", " "));
  }

  private static Arbitrary<List<String>> names() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .withChars('_', '.')
        .ofMinLength(1)
        .ofMaxLength(32)
        .filter(name -> !List.of("head", "heads", "base", "current", "None").contains(name))
        .list()
        .uniqueElements()
        .ofMaxSize(3);
  }

  private static Arbitrary<Script> scripts() {
    Arbitrary<String> sql = SqlTexts.statements().map(all -> String.join(";\n", all) + ";");
    return Combinators.combine(Arbitraries.of(TransactionMode.values()), sql)
        .as((mode, text) -> new Script(mode, text, 1, Optional.empty()));
  }

  private static Arbitrary<WayBack> waysBack() {
    return Arbitraries.oneOf(
        scripts().map(WayBack.Downgrade::new),
        words().map(WayBack.Irreversible::new),
        Arbitraries.just(new WayBack.Irreversible("")),
        Arbitraries.just(new WayBack.Missing()));
  }

  @Provide
  Arbitrary<Revision> revisions() {
    Arbitrary<RevisionId> id =
        names().filter(names -> !names.isEmpty()).map(names -> new RevisionId(names.getFirst()));
    Arbitrary<Optional<String>> date =
        Arbitraries.of(Optional.empty(), Optional.of("2025-01-08 09:12:44+00:00"));
    Arbitrary<Optional<Script>> verify = scripts().map(s -> Script.of(s.sql())).optional();
    return Combinators.combine(id, names(), names(), names(), words(), date, scripts(), waysBack())
        .flatAs(
            (own, down, labels, deps, message, created, upgrade, wayBack) ->
                verify.map(
                    queries ->
                        new Revision(
                            own,
                            down.stream().map(RevisionId::new).toList(),
                            labels,
                            deps,
                            message,
                            created,
                            upgrade,
                            wayBack,
                            queries,
                            Optional.empty())));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aRevisionReadsBackAsItself(@ForAll("revisions") Revision revision) throws IOException {
    Files.writeString(folder.resolve("x.sql"), RevisionText.of(revision));
    RevisionSet read = RevisionReader.read(List.of(folder));
    assertEquals(List.of(), read.problems());
    assertEquals(List.of(revision), read.revisions().stream().map(this::bare).toList());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void newParentsChangeTheParentsAlone(
      @ForAll("revisions") Revision revision, @ForAll("revisions") Revision other)
      throws IOException {
    Files.writeString(folder.resolve("x.sql"), RevisionText.of(revision));
    Revision read = RevisionReader.read(List.of(folder)).revisions().getFirst();
    RevisionRewriter.rewrite(read, other.downRevisions(), other.dependsOn());
    Revision expected =
        new Revision(
            revision.id(),
            other.downRevisions(),
            revision.branchLabels(),
            other.dependsOn(),
            revision.message(),
            revision.createDate(),
            revision.upgrade(),
            revision.wayBack(),
            revision.verify(),
            Optional.empty());
    assertEquals(
        List.of(expected),
        RevisionReader.read(List.of(folder)).revisions().stream().map(this::bare).toList());
  }

  /** Without places in files, and without the blank line that a section ends with. */
  private Revision bare(Revision read) {
    WayBack wayBack =
        read.wayBack() instanceof WayBack.Downgrade(Script script)
            ? new WayBack.Downgrade(bare(script))
            : read.wayBack();
    return new Revision(
        read.id(),
        read.downRevisions(),
        read.branchLabels(),
        read.dependsOn(),
        read.message(),
        read.createDate(),
        bare(read.upgrade()),
        wayBack,
        read.verify().map(this::bare),
        Optional.empty());
  }

  private Script bare(Script script) {
    return new Script(script.mode(), script.sql().stripTrailing(), 1, Optional.empty());
  }
}
