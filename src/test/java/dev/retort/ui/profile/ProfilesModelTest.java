package dev.retort.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.resolve.Wish;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesModelTest {
  // Nothing listens there, so that a look ends at once.
  private static final String NOWHERE = "postgresql://me@127.0.0.1:1/d";

  private @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void write() {
    desk = new Desk(home);
    desk.write(
        "trading/retort.toml",
        """
        [migrations]
        locations = ["migrations"]

        [profiles.staging]
        url = "%s"
        environment = "staging"

        [profiles.lost]
        service = "nobody"
        """
            .formatted(NOWHERE));
    desk.write(
        "retort/config/profiles.toml",
        """
        [profiles.dev]
        url = "%1$s"

        [profiles.prod]
        url = "%1$s"
        read-only = true
        """
            .formatted(NOWHERE));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void everyProfileIsListedWithWhoKeepsItAndWhatItIs() {
    ProfilesModel model = open(Wish.profile("staging"));
    assertEquals(
        List.of(
            "sandbox: embedded PostgreSQL",
            "staging: staging (project)",
            "lost: cannot be completed",
            "dev: development",
            "prod: production, read-only"),
        model.entries().stream().map(one -> one.name() + ": " + one.words()).toList());
    assertEquals("staging", model.currentProperty().get());
    assertEquals("me@127.0.0.1:1/d", model.entries().get(1).address());
  }

  @Test
  void aUrlOfTheCommandLineIsListedForAsLongAsItIsLookedAt() {
    ProfilesModel model = open(Wish.url("postgresql://me@127.0.0.1:1/elsewhere"));
    ProfileEntry last = model.entries().getLast();
    assertEquals(ProfileEntry.Origin.SESSION, last.origin());
    assertEquals("me@127.0.0.1:1/elsewhere", model.currentProperty().get());
    model.choose(model.entries().get(3));
    assertEquals("dev", model.currentProperty().get());
    assertTrue(
        model.entries().stream().noneMatch(one -> one.origin() == ProfileEntry.Origin.SESSION));
  }

  @Test
  void oneOfTheUsersOwnIsDeletedOnlyOnceThatIsConfirmed() {
    ProfilesModel model = open(Wish.profile("staging"));
    model.askToDelete(model.entries().get(1));
    assertEquals(Optional.empty(), model.doomedProperty().get(), "the project's is not ours");
    ProfileEntry prod = model.entries().getLast();
    model.askToDelete(prod);
    model.keep();
    model.delete();
    assertTrue(desk.retort.ownProfiles().get("prod").isPresent());
    model.askToDelete(prod);
    model.delete();
    model.typedNameProperty().set("prod");
    model.delete();
    assertTrue(desk.retort.ownProfiles().get("prod").isPresent(), "its database's name is wanted");
    model.typedNameProperty().set(model.nameToDeleteProperty().get());
    model.delete();
    assertFalse(desk.retort.ownProfiles().get("prod").isPresent());
    assertTrue(model.entries().stream().noneMatch(one -> one.name().equals("prod")));
  }

  @Test
  void aFileThatIsChangedByHandIsSeenAtTheNextReading() {
    ProfilesModel model = open(Wish.profile("staging"));
    desk.write(
        "retort/config/profiles.toml",
        "[profiles.staging]\nurl = \"%s\"\nenvironment = \"production\"\n".formatted(NOWHERE));
    desk.session.refresh();
    ProfileEntry staging =
        model.entries().stream()
            .filter(one -> one.name().equals("staging"))
            .findFirst()
            .orElseThrow();
    assertEquals(ProfileEntry.Origin.OWN, staging.origin());
    assertTrue(model.problemProperty().get().contains("hides the project's"));
    assertEquals(
        dev.retort.profile.Environment.PRODUCTION,
        desk.session.connectionProperty().get().orElseThrow().profile().environment(),
        "the rules of the connection in use are the new ones");
  }

  private ProfilesModel open(Wish wish) {
    desk.open(wish);
    return new ProfilesModel(desk.session, desk.background);
  }
}
