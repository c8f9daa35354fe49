package dev.retort.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.resolve.Wish;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("db")
@ExtendWith(PgExtension.class)
class PasswordModelTest {
  private @TempDir Path home;
  private Desk desk;
  private String role = "";

  @BeforeEach
  void open(PgDatabase database) {
    desk = new Desk(home);
    role = database.roleWithPassword("owner", "right");
    desk.open(
        Wish.url(
            "postgresql://%s@localhost:%d/%s".formatted(role, database.port(), database.name())));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void onlyAPasswordThatTheServerTookGoesToTheKeyRing(PgDatabase database) {
    PasswordModel model = model();
    assertTrue(model.wantedProperty().get());
    model.rememberProperty().set(true);
    submit(model, "wrong");
    assertTrue(model.wantedProperty().get());
    assertEquals("The server does not take this password.", model.refusedProperty().get());
    assertEquals("", model.typedProperty().get());
    assertEquals(Map.of(), desk.ring.kept);

    submit(model, "right");
    assertFalse(model.wantedProperty().get());
    assertTrue(desk.session.positionProperty().get().isPresent());
    assertEquals(List.of("right"), List.copyOf(desk.ring.kept.values()));
    assertEquals("The password is in the key ring now.", model.noticeProperty().get());
    model.read();
    assertEquals("", model.noticeProperty().get());
  }

  @Test
  void withoutAKeyRingItIsKnownForThisSession(PgDatabase database) {
    desk.ring.there = false;
    PasswordModel model = model();
    assertFalse(model.canRememberProperty().get());
    model.rememberProperty().set(true);
    submit(model, "right");
    assertTrue(desk.session.positionProperty().get().isPresent());
    assertEquals(Map.of(), desk.ring.kept);
    desk.session.refresh();
    assertTrue(desk.session.positionProperty().get().isPresent(), "it is not asked for again");
  }

  @Test
  void aKeyRingThatDoesNotTakeItIsSaid(PgDatabase database) {
    desk.ring.locked = true;
    PasswordModel model = model();
    model.rememberProperty().set(true);
    submit(model, "right");
    assertTrue(desk.session.positionProperty().get().isPresent());
    assertTrue(
        model.noticeProperty().get().contains("The key ring is locked."),
        model.noticeProperty().get());
  }

  @Test
  void whatAnotherDatabaseRefusedIsNotHeldAgainstThisOne(PgDatabase database) {
    PasswordModel model = model();
    submit(model, "wrong");
    assertTrue(model.again());
    String other = database.roleWithPassword("other", "right");
    desk.open(
        Wish.url(
            "postgresql://%s@localhost:%d/%s".formatted(other, database.port(), database.name())));
    assertTrue(model.wantedProperty().get());
    assertFalse(model.again());
    desk.session.refresh();
    assertEquals("", model.refusedProperty().get(), "nothing was typed for it yet");
  }

  @Test
  void nothingIsTriedByItselfOrWithoutAWord(PgDatabase database) {
    PasswordModel model = model();
    model.submit();
    assertEquals("", model.refusedProperty().get());
    assertEquals(List.of(), desk.background.waiting());
  }

  @Test
  void aRefusedPasswordIsTriedAgainByHandAloneAndNotWithEveryChangeOfTheFiles(PgDatabase database) {
    PasswordModel model = model();
    submit(model, "later");
    assertTrue(model.wantedProperty().get());
    database.execute("ALTER ROLE " + role + " PASSWORD 'later'");
    desk.session.filesChanged();
    assertFalse(desk.session.positionProperty().get().isPresent());
    assertFalse(desk.session.busyProperty().get());
    desk.session.refresh();
    assertTrue(desk.session.positionProperty().get().isPresent());
  }

  private PasswordModel model() {
    return new PasswordModel(desk.session, desk.background, desk.ring);
  }

  private static void submit(PasswordModel model, String password) {
    model.typedProperty().set(password);
    model.submit();
  }
}
