package dev.retort.postgres.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.execute.Cancellation;
import dev.retort.plan.Plan;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.catalog.CatalogReader;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.revision.WayBack;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.Shadow;
import dev.retort.shadow.ShadowException;
import dev.retort.shadow.ShadowServer;
import dev.retort.shadow.Workspace;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("db")
@ExtendWith(PgExtension.class)
class PostgresShadowTest {
  @TempDir Path folder;

  private PgDatabase database;
  private ShadowRig rig;

  @BeforeEach
  void open(PgDatabase database) {
    this.database = database;
    this.rig = new ShadowRig(database, folder);
    rig.baseline("CREATE TABLE old (n int)");
    rig.revision("a", "CREATE TABLE a (n int)", "DROP TABLE a");
    rig.revision("b", "CREATE TABLE b (n int)", "DROP TABLE b");
    rig.revision("c", "DROP TABLE a", "CREATE TABLE a (n int)");
  }

  @AfterEach
  void dropShadows() {
    rig.close();
  }

  private static List<String> tables(Snapshot snapshot) {
    return snapshot.objects().stream()
        .map(object -> object.id())
        .filter(id -> id.kind() == ObjectKind.TABLE)
        .map(ObjectId::name)
        .toList();
  }

  @Test
  void aRevisionHasTheBaselineAndAllBelowIt() {
    assertThat(tables(rig.at("base"))).containsExactly("old");
    assertThat(tables(rig.at("b"))).containsExactly("a", "b", "old");
    assertThat(tables(rig.at("c"))).containsExactly("b", "old");
  }

  @Test
  void theSecondLookNeedsNoServer() {
    Snapshot first = rig.at("c");
    assertThat(rig.at("c")).isEqualTo(first);
    assertThat(rig.opened()).isEqualTo(1);
  }

  @Test
  void aReplayGoesOnFromTheNearestDatabaseKept() {
    rig.at("b");
    rig.at("c");
    assertThat(rig.said())
        .containsExactly(
            "Replaying 2 revisions on a shadow …", "Replaying a revision on a shadow …");
  }

  @Test
  void anotherTextOfAnEarlierRevisionIsAnotherSchema() {
    rig.at("c");
    ShadowRig other = new ShadowRig(database, folder);
    other.baseline("CREATE TABLE old (n int)");
    other.revision("a", "CREATE TABLE a (n bigint)", "").revision("b", "CREATE TABLE b ()", "");
    other.revision("c", "SELECT 1", "");
    assertThat(tables(other.at("c"))).containsExactly("a", "b", "old");
  }

  @Test
  void nothingIsLeftBehindButWhatIsKept() {
    rig.at("c");
    assertThat(rig.databases())
        .hasSize(1)
        .allSatisfy(name -> assertThat(name).matches(ShadowNames.KEPT_PATTERN));
  }

  @Test
  void whatRanBeforeAFailureIsKept() {
    rig.revision("d", "SELECT nothing_of_the_kind", "");
    assertThatThrownBy(() -> rig.at("d"))
        .isInstanceOfSatisfying(
            ShadowException.class,
            e -> assertThat(e.message()).contains("Revision d", "nothing_of_the_kind"));
    assertThat(rig.databases()).hasSize(1);
    rig.said().clear();
    rig.at("c");
    assertThat(rig.said()).isEmpty();
  }

  @Test
  void aMissingRoleIsMadeAndMayNotLogIn() {
    String role = database.name() + "_app";
    rig.revision("d", "GRANT SELECT ON b TO " + role, "");
    try {
      assertThat(rig.at("d").roles()).contains(role);
      assertThat(database.query("SELECT rolcanlogin FROM pg_roles WHERE rolname = '" + role + "'"))
          .containsExactly("f");
    } finally {
      rig.close();
      database.execute("DROP ROLE IF EXISTS " + role);
    }
  }

  @Test
  void aRoleThatIsThereAlreadyIsNotMadeAgainAndOneInUseElsewhereNotDropped() {
    String role = database.role("other");
    database.execute("CREATE TABLE hers (n int); ALTER TABLE hers OWNER TO " + role);
    rig.revision("d", "CREATE ROLE " + role + "; GRANT SELECT ON b TO " + role, "");
    rig.revision("e", "REVOKE SELECT ON b FROM " + role + "; DROP ROLE " + role, "");
    assertThat(rig.at("d").roles()).contains(role);
    assertThat(rig.at("e").roles()).doesNotContain(role);
    assertThat(database.query("SELECT rolname FROM pg_roles WHERE rolname = '" + role + "'"))
        .containsExactly(role);
    database.execute("DROP TABLE hers");
  }

  @Test
  void aRoleInUseInTheShadowItselfIsNotDropped() {
    String role = database.role("other");
    rig.revision("d", "GRANT SELECT ON b TO " + role, "");
    rig.revision("e", "DROP ROLE " + role, "");
    assertThatThrownBy(() -> rig.at("e"))
        .hasMessageContaining("cannot be dropped because some objects depend on it");
  }

  @Test
  void whatTheShadowLacksIsNamed() {
    rig.revision("d", "CREATE EXTENSION postgis_of_ours", "");
    rig.revision("e", "SELECT 1", "");
    assertThatThrownBy(() -> rig.at("e"))
        .isInstanceOfSatisfying(
            ShadowException.class,
            e -> {
              assertThat(e.code()).isEqualTo("shadow-lacks-extension");
              assertThat(e.details())
                  .containsEntry("name", "postgis_of_ours")
                  .containsEntry("revision", "d");
            });
  }

  @Test
  void whatAPlanMakesOfADatabasesOwnSchemaIsSeenWithoutThatDatabase() {
    database.execute("CREATE TABLE a (n int); CREATE TABLE by_hand (n int)");
    Snapshot own =
        new CatalogReader(
                new PostgresSessions(database.settings(), "test", Access.READ_ONLY),
                VersionTable.standard())
            .read();
    Plan plan = rig.from("a", "c");
    try (Shadow shadow = rig.shadow()) {
      assertThat(tables(shadow.after(own, plan, new Cancellation())))
          .containsExactly("b", "by_hand");
    }
    try (Shadow shadow = rig.shadow()) {
      shadow.after(own, plan, new Cancellation());
    }
    assertThat(rig.opened()).isEqualTo(1);
    assertThat(rig.databases()).isEmpty();
  }

  @Test
  void aMissingTablespaceIsNamed() {
    rig.revision("d", "ALTER TABLE b SET TABLESPACE fast", "");
    assertThatThrownBy(() -> rig.at("d"))
        .isInstanceOfSatisfying(
            ShadowException.class, e -> assertThat(e.code()).isEqualTo("shadow-lacks-tablespace"));
  }

  @Test
  void whatCannotBeInATransactionIsReplayedAsItIsRun() {
    rig.revision(
        "d", ShadowRig.autocommit("CREATE INDEX CONCURRENTLY i ON b (n)"), new WayBack.Missing());
    assertThat(rig.at("d").find(ObjectId.of(ObjectKind.INDEX, "public", "i"))).isPresent();
  }

  @Test
  void whatAKilledProcessLeftIsDroppedAndWhatALivingOneWorksInIsNot() {
    try (ShadowServer living = rig.open()) {
      Workspace workspace = living.empty();
      ShadowServer killed = rig.open();
      Workspace left = killed.empty();
      assertThat(rig.databases()).hasSize(2);
      database.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
              + " 'retort shadow' AND pid = (SELECT max(pid) FROM pg_stat_activity WHERE"
              + " application_name = 'retort shadow')");
      database.await(
          "SELECT count(*) = 1 FROM pg_stat_activity WHERE application_name = 'retort shadow'");
      rig.open().close();
      assertThat(rig.databases()).hasSize(1);
      assertThat(workspace.snapshot().objects()).hasSize(1);
      assertThatThrownBy(left::close).isInstanceOf(ShadowException.class);
      killed.close();
    }
    assertThat(rig.databases()).isEmpty();
  }

  @Test
  void severalAtOnceSeeTheSame() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<Snapshot>> all =
          List.of("c", "c", "c").stream()
              .map(
                  target ->
                      threads.submit(
                          () -> {
                            try (Shadow shadow = rig.shadow()) {
                              return shadow.at(rig.upTo(target), new Cancellation());
                            }
                          }))
              .toList();
      for (Future<Snapshot> one : all) {
        assertThat(tables(one.get())).containsExactly("b", "old");
      }
    }
    assertThat(rig.databases()).hasSize(1);
  }

  @Test
  void aDatabaseThatOnlyHasSuchANameIsLeftAlone() {
    String name = ShadowNames.WORK + "0123456789abcdef";
    database.execute("CREATE DATABASE " + name);
    database.execute("COMMENT ON DATABASE " + name + " IS 'mine'");
    rig.open().close();
    assertThat(rig.databases()).containsExactly(name);
  }
}
