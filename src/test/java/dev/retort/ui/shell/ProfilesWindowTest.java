package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.Environment;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.resolve.Wish;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.profile.ProfileEntry;
import dev.retort.ui.widget.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Profiles in the window: listed, switched, written, tested, deleted. */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class ProfilesWindowTest {
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
  void theListShowsEveryProfileAndSwitchesByClickAndKey(PgDatabase database) throws Exception {
    open(database);
    rig.await("at base", () -> rig.text("#position").equals("at base"));
    assertEquals("sandbox, staging, dev, prod", names());
    rig.shoot("profiles-list");

    rig.robot().clickOn("prod");
    rig.await("prod", () -> current().equals("prod") && rig.text("#position").equals("at base"));
    rig.robot().interact(() -> list().getSelectionModel().select(2));
    rig.robot().interact(() -> list().requestFocus());
    rig.robot().push(KeyCode.ENTER);
    rig.await("dev", () -> current().equals("dev") && rig.text("#position").equals("at base"));
  }

  @Test
  void aPastedUrlFillsTheFormIsTestedAndSavedWithoutItsPassword(PgDatabase database)
      throws Exception {
    String role = database.roleWithPassword("owner", "s3cret word");
    open(database);
    rig.click("#new-profile");
    rig.shoot("profile-form-empty");
    rig.click("#save-profile");
    rig.await("reproaches", () -> rig.visible("#profile-name-error"));
    rig.type("#profile-port", "70000");
    rig.type("#profile-name", "sandbox");
    rig.type("#profile-root-certificate", "/nowhere/root.crt");
    rig.await("a missing file", () -> rig.visible("#profile-root-certificate-error"));
    rig.shoot("profile-form-errors");

    rig.type(
        "#profile-url",
        "postgresql://%s:s3cret%%20word@localhost:%d/%s?application_name=desk"
            .formatted(role, database.port(), database.name()));
    rig.type("#profile-name", "production");
    rig.await("no password in sight", () -> !field("#profile-url").contains("s3cret"));
    assertEquals(role, field("#profile-user"));
    assertEquals("s3cret word", field("#profile-password"));
    rig.type("#profile-database", "nowhere");
    rig.click("#test-profile");
    rig.await("refused", () -> rig.text("#test-message").contains("\"nowhere\" does not exist"));
    rig.shoot("profile-test-failed");
    rig.type("#profile-database", database.name());
    assertFalse(rig.visible("#test-message"), "a test of something else says nothing");
    rig.click("#test-profile");
    rig.await("connected", () -> rig.text("#test-message").startsWith("Connected: PostgreSQL"));
    assertTrue(rig.text("#test-table").startsWith("No version table yet"));
    rig.shoot("profile-test-passed");

    rig.click("#save-profile");
    rig.await("looked at", () -> current().equals("production"));
    rig.await("at base", () -> rig.text("#position").equals("at base"));
    ProfileDefinition saved = rig.retort().ownProfiles().get("production").orElseThrow();
    assertEquals(Environment.PRODUCTION, saved.environment(), "the name says so");
    String file = Files.readString(rig.retort().ownProfiles().file());
    assertFalse(file.contains("s3cret"), file);
    assertTrue(file.contains("application_name=desk"), file);
  }

  @Test
  void ownProfilesAreEditedAndDeletedAndTheProjectsAreNot(PgDatabase database) throws Exception {
    open(database);
    rig.await("four", () -> names().equals("sandbox, staging, dev, prod"));
    select("prod");
    rig.robot().push(KeyCode.E);
    rig.await("form", () -> rig.visible("#profile-form"));
    rig.type("#profile-name", "live");
    rig.click("#profile-read-only");
    rig.click("#save-profile");
    rig.await("renamed", () -> names().equals("sandbox, staging, dev, live"));

    select("live");
    rig.robot().push(KeyCode.DELETE);
    rig.await("question", () -> rig.visible("#delete-question"));
    rig.shoot("profiles-delete");
    rig.click("#keep-profile");
    assertFalse(rig.visible("#delete-question"));
    rig.robot().interact(() -> list().requestFocus());
    rig.robot().push(KeyCode.DELETE);
    rig.type("#delete-name", rig.node("#delete-name", TextInputControl.class).getPromptText());
    rig.click("#delete-profile");
    rig.await("gone", () -> names().equals("sandbox, staging, dev"));

    select("staging");
    rig.robot().push(KeyCode.DELETE);
    assertFalse(rig.visible("#delete-question"), "the project's file is not ours to change");
  }

  @Test
  void aServiceIsImported(PgDatabase database) throws Exception {
    WindowRig.write(
        home.resolve(".pg_service.conf"),
        "[desk]\nhost=db.example\nport=6432\ndbname=trading\nuser=clerk\n");
    open(database);
    rig.click("#new-profile");
    rig.await("services", () -> rig.visible("#import-service"));
    rig.click("#import-service");
    rig.click("desk");
    rig.await("filled", () -> field("#profile-host").equals("db.example"));
    assertEquals("desk", field("#profile-name"));
    assertEquals("postgresql://clerk@db.example:6432/trading", field("#profile-url"));
  }

  private void open(PgDatabase database) throws TimeoutException {
    String url = WindowRig.url(database);
    rig.project(
            """
            [migrations]
            locations = ["migrations"]

            [profiles.staging]
            url = "%s"
            environment = "staging"
            """
                .formatted(url))
        .own(
            """
            [profiles.dev]
            url = "%s"
            environment = "development"

            [profiles.prod]
            url = "%s"
            environment = "production"
            read-only = true
            """
                .formatted(url, url))
        .show(Wish.profile("staging"), Theme.LIGHT, 1000, 700);
  }

  private void select(String name) {
    rig.robot()
        .interact(
            () -> {
              list().requestFocus();
              list().getItems().stream()
                  .filter(entry -> entry.name().equals(name))
                  .findFirst()
                  .ifPresent(entry -> list().getSelectionModel().select(entry));
            });
  }

  private String names() {
    return String.join(", ", list().getItems().stream().map(ProfileEntry::name).toList());
  }

  @SuppressWarnings("unchecked")
  private ListView<ProfileEntry> list() {
    return rig.node("#profiles", ListView.class);
  }

  private String current() {
    return rig.session()
        .connectionProperty()
        .get()
        .map(connection -> connection.profile().name())
        .orElse("");
  }

  private String field(String id) {
    return Optional.ofNullable(rig.node(id, TextField.class).getText()).orElse("");
  }
}
