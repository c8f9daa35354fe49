package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.resolve.Wish;
import dev.retort.testing.MoodyProxy;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.widget.Theme;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Servers that are stopped, hang, refuse or keep things to themselves: the window stays alive, says
 * what is wrong and what to do, and goes on when the cause has gone.
 */
@Tag("fx")
@Tag("db")
@ExtendWith(PgExtension.class)
class UnhappyServersTest {
  /** As many frames as a window that is blocked would never paint. */
  private static final long ALIVE = 20;

  private @TempDir Path home;
  private WindowRig rig;

  @BeforeEach
  void rig() {
    rig = new WindowRig(home);
  }

  @AfterEach
  void close() throws TimeoutException {
    rig.close();
  }

  @Test
  void aStoppedServerIsTriedAgainByItselfAndByHand(PgDatabase database) throws Exception {
    try (MoodyProxy proxy = MoodyProxy.before(database)) {
      proxy.stop();
      show(WindowRig.url(database, "postgres", proxy.port()));
      rig.await("what is wrong", () -> rig.text("#database-message").contains("nothing answers"));
      assertFalse(rig.text("#database-hint").isEmpty(), "what to do");
      rig.await("the next attempt", () -> rig.text("#retry-in").startsWith("by itself in"));
      rig.shoot("unreachable-retry");
      proxy.work();
      rig.await("recovered by itself", () -> rig.text("#position").equals("at base"));
      assertFalse(rig.visible("#database-trouble"));

      proxy.stop();
      rig.robot().push(KeyCode.F5);
      rig.await("gone again", () -> rig.visible("#database-trouble"));
      assertEquals("", rig.text("#position").replace("at base", ""), "no position is claimed");
      proxy.work();
      rig.click("#retry");
      rig.await("recovered by hand", () -> rig.text("#position").equals("at base"));
      rig.await("all well", () -> !rig.visible("#database-trouble"));
    }
  }

  @Test
  void aNetworkThatHangsLeavesTheWindowAlive(PgDatabase database) throws Exception {
    try (MoodyProxy proxy = MoodyProxy.before(database)) {
      show(WindowRig.url(database, "postgres", proxy.port()) + "?connect_timeout=4");
      rig.await("at base", () -> rig.text("#position").equals("at base"));
      proxy.hang();
      rig.robot().push(KeyCode.F5);
      rig.await("reading", () -> rig.session().busyProperty().get());
      rig.heartbeat().reset();
      rig.await(
          "alive while it hangs",
          () -> rig.session().busyProperty().get() && rig.heartbeat().beats() > ALIVE);
      rig.type("#revision-filter", "audit");
      rig.await(
          "filters while it hangs",
          () ->
              rig.session().busyProperty().get()
                  && rig.node("#revisions", ListView.class).getItems().size() == 1);

      rig.await("says so", () -> trouble().equals("connect-timeout"));
      assertTrue(rig.visible("#database-trouble") && !rig.text("#database-hint").isEmpty());
      rig.shoot("hanging");
      proxy.work();
      rig.await("recovered by itself", () -> rig.text("#position").equals("at base"));
    }
  }

  @Test
  void aTestThatHangsIsCancelled(PgDatabase database) throws Exception {
    try (MoodyProxy proxy = MoodyProxy.before(database)) {
      proxy.hang();
      show(WindowRig.url(database));
      rig.await("at base", () -> rig.text("#position").equals("at base"));
      rig.click("#new-profile");
      rig.type("#profile-url", WindowRig.url(database, "postgres", proxy.port()));
      rig.click("#test-profile");
      rig.await("connecting", () -> rig.visible("#cancel-test"));
      rig.heartbeat().reset();
      rig.await(
          "alive while it hangs",
          () -> rig.visible("#cancel-test") && rig.heartbeat().beats() > ALIVE);
      rig.shoot("profile-testing");
      rig.click("#cancel-test");
      assertFalse(rig.visible("#test-message"));
      assertFalse(rig.node("#test-profile", Button.class).isDisabled());
    }
  }

  @Test
  void aRoleWithoutRightsIsToldWhichRightItLacks(PgDatabase database) throws Exception {
    String role = database.role("reader");
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
            + "INSERT INTO alembic_version VALUES ('0001')");
    show(WindowRig.url(database, role, database.port()));
    rig.await(
        "what is wrong",
        () -> rig.text("#database-message").contains(role + " may not read the version table"));
    String hint = rig.text("#database-hint");
    assertTrue(hint.contains("GRANT SELECT ON public.alembic_version TO " + role), hint);
    rig.shoot("no-rights");
    database.execute("GRANT SELECT ON public.alembic_version TO " + role);
    rig.await("recovered by itself", () -> rig.text("#position").equals("at 0001"));
    assertFalse(rig.visible("#database-trouble"));
  }

  @Test
  void aPasswordIsAskedForInTheWindowAgainIfItIsWrongOrExpired(PgDatabase database)
      throws Exception {
    String role = database.roleWithPassword("owner", "right");
    show(WindowRig.url(database, role, database.port()));
    rig.await("asked", () -> rig.visible("#password"));
    assertTrue(rig.node("#password", javafx.scene.Node.class).isFocused(), "one can type at once");
    assertEquals("", rig.text("#retry-in"), "a password is never tried again by itself");
    rig.shoot("password-asked");

    rig.type("#password", "wrong");
    rig.click("#password");
    rig.robot().push(KeyCode.ENTER);
    rig.await("refused", () -> rig.visible("#password-refused"));
    assertEquals("", rig.node("#password", javafx.scene.control.PasswordField.class).getText());

    database.execute("ALTER ROLE " + role + " VALID UNTIL '2001-01-01'");
    rig.type("#password", "right");
    rig.click("#connect");
    rig.await(
        "still refused",
        () -> rig.visible("#password-refused") && !rig.session().busyProperty().get());
    assertTrue(rig.text("#database-hint").contains("expired"), rig.text("#database-hint"));
    assertEquals(
        "The password of "
            + role
            + " at localhost:"
            + database.port()
            + "/"
            + database.name()
            + "?",
        rig.text("#database-message"),
        "that it is refused is said once, beside the field");
    rig.shoot("password-refused");

    database.execute("ALTER ROLE " + role + " VALID UNTIL 'infinity'");
    rig.type("#password", "right");
    rig.click("#connect");
    rig.await("let in", () -> rig.text("#position").equals("at base"));
    assertFalse(rig.visible("#password"));
    rig.robot().push(KeyCode.F5);
    rig.await("read again", () -> !rig.session().busyProperty().get());
    assertEquals("at base", rig.text("#position"), "it is remembered for this session");
  }

  @Test
  void aReadOnlyProfileOffersNothingThatWritesAndSaysWhy(PgDatabase database) throws Exception {
    rig.own(
            "[profiles.prod]\nurl = \"%s\"\nenvironment = \"production\"\nread-only = true\n"
                .formatted(WindowRig.url(database)))
        .show(Wish.profile("prod"), Theme.LIGHT, 1000, 700);
    rig.await("at base", () -> rig.text("#position").equals("at base"));
    assertTrue(rig.text("#no-writes").startsWith("Profile prod is read-only"));
    rig.await("a plan", () -> !rig.node("#review", Button.class).isDisabled());
    assertEquals("Read plan", rig.text("#review"));
    rig.shoot("read-only");
    rig.click("#review");
    rig.await("the plan", () -> rig.visible("#pending-sql"));
    assertFalse(rig.visible("#run"));
    assertFalse(rig.visible("#database-name"));
    assertTrue(rig.text("#run-message").startsWith("Profile prod is read-only"));
    rig.shoot("read-only-plan");
  }

  private String trouble() {
    return rig.session().databaseTroubleProperty().get().map(one -> one.code()).orElse("");
  }

  private void show(String url) throws TimeoutException {
    rig.show(Wish.url(url), Theme.LIGHT, 1000, 700);
  }
}
