package dev.retort.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Environment;
import dev.retort.profile.Secret;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.libpq.LibpqDefaults;
import dev.retort.profile.resolve.Wish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFormModelTest {
  // Nothing listens there, so that a test or a look ends at once.
  private static final String NOWHERE = "postgresql://me@127.0.0.1:1/d";

  private @TempDir Path home;
  private Desk desk;
  private ProfilesModel profiles;
  private Forms forms;
  private final List<Optional<String>> done = new ArrayList<>();

  @BeforeEach
  void open() {
    desk = new Desk(home);
    desk.write(
        "retort/config/profiles.toml",
        "# mine\n[profiles.dev] # the one at work\nurl = \"%s\"\nlock-timeout = \"3s\"\n"
            .formatted(NOWHERE));
    desk.open(Wish.url(NOWHERE));
    profiles = new ProfilesModel(desk.session, desk.background);
    forms = new Forms(desk.session, desk.background, profiles, desk.ring);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aFreshFormDoesNotReproachUntilItIsUsed() {
    ProfileFormModel form = create();
    assertEquals(Map.of(), form.errors());
    form.text(Field.PORT).set("many");
    assertEquals(List.of(Field.PORT), List.copyOf(form.errors().keySet()));
    form.save();
    assertTrue(form.errors().containsKey(Field.NAME), form.errors().toString());
    assertTrue(form.errors().containsKey(Field.DATABASE), form.errors().toString());
    assertFalse(form.noticeProperty().get().isEmpty());
    assertEquals(List.of(), done, "nothing is saved");
  }

  @Test
  void aNameThatSaysWhatItIsForIsBelievedUntilOneChoosesOtherwise() {
    ProfileFormModel form = create();
    form.text(Field.NAME).set("prod");
    assertEquals(Environment.PRODUCTION, form.environmentProperty().get());
    form.text(Field.NAME).set("stage");
    assertEquals(Environment.STAGING, form.environmentProperty().get());
    form.choose(Environment.PRODUCTION);
    form.text(Field.NAME).set("dev2");
    assertEquals(Environment.PRODUCTION, form.environmentProperty().get());
  }

  @Test
  void aPasswordGoesToTheKeyRingIfThatIsWantedAndNeverIntoTheFile() {
    ProfileFormModel form = create();
    form.text(Field.URL).set("postgresql://me:s3cret@127.0.0.1:1/other");
    form.text(Field.NAME).set("other");
    form.rememberProperty().set(true);
    form.save();
    assertEquals(List.of(Optional.of("other")), done);
    assertEquals(Map.of("me@127.0.0.1:1/other", "s3cret"), desk.ring.kept);
    assertFalse(desk.own().contains("s3cret"), desk.own());
    assertTrue(desk.own().contains("[profiles.other]"), desk.own());
    assertTrue(profiles.entries().stream().anyMatch(one -> one.name().equals("other")));
  }

  @Test
  void withoutAKeyRingAPasswordIsKnownForThisSessionAndThatIsSaid() {
    desk.ring.locked = true;
    ProfileFormModel form = create();
    form.text(Field.URL).set("postgresql://me@127.0.0.1:1/other");
    form.text(Field.NAME).set("other");
    form.passwordProperty().set("s3cret");
    form.rememberProperty().set(true);
    form.save();
    assertTrue(
        profiles.noticeProperty().get().startsWith("The password is known until Retort is closed"),
        profiles.noticeProperty().get());
    assertEquals(List.of(Optional.of("other")), done, "the profile itself is saved");
    ConnectionSettings settings =
        new LibpqDefaults(desk.retort.surroundings().user())
            .settings(desk.retort.ownProfiles().get("other").orElseThrow().options());
    assertEquals(
        Optional.of("s3cret"), desk.session.passwords().known(settings).map(Secret::reveal));
  }

  @Test
  void renamingTakesTheLimitsAlongAndTheOldOneAway() {
    ProfileFormModel form = forms.edit(entry("dev"), this::done);
    form.text(Field.NAME).set("desk");
    form.readOnlyProperty().set(true);
    form.save();
    assertTrue(desk.retort.ownProfiles().get("dev").isEmpty());
    ProfileDefinition saved = desk.retort.ownProfiles().get("desk").orElseThrow();
    assertTrue(saved.readOnly());
    assertTrue(desk.own().startsWith("# mine\n[profiles.desk] # the one at work\n"), desk.own());
    assertEquals(Optional.of(Duration.ofSeconds(3)), saved.limits().lockTimeout(), desk.own());
  }

  @Test
  void aCopyGetsANameOfItsOwn() {
    ProfileFormModel form = forms.copy(entry("dev"), this::done);
    assertEquals("dev-copy", form.text(Field.NAME).get());
    assertEquals(NOWHERE, form.text(Field.URL).get());
    form.save();
    assertEquals("dev-copy-2", forms.copy(entry("dev"), this::done).text(Field.NAME).get());
  }

  @Test
  void aTestThatFailsSaysWhyAndAnEditForgetsIt() {
    ProfileFormModel form = create();
    form.text(Field.URL).set(NOWHERE);
    form.test();
    TestState state = form.testProperty().get();
    assertTrue(
        state instanceof TestState.Failed failed
            && failed.trouble().code().equals("connection-refused"),
        state.toString());
    form.text(Field.DATABASE).set("e");
    assertEquals(new TestState.Untested(), form.testProperty().get());
  }

  @Test
  void leavingSavesNothing() {
    String before = desk.own();
    ProfileFormModel form = forms.edit(entry("dev"), this::done);
    form.text(Field.HOST).set("elsewhere");
    form.leave();
    assertEquals(before, desk.own());
    assertEquals(List.of(Optional.empty()), done);
  }

  @Test
  void aFileThatIsOutOfOrderIsSaidAndNotOverwritten() {
    ProfileFormModel form = create();
    desk.write("retort/config/profiles.toml", "[profiles.dev\n");
    form.text(Field.URL).set(NOWHERE);
    form.text(Field.NAME).set("other");
    form.save();
    assertTrue(
        form.noticeProperty().get().contains("before the file is in order"),
        form.noticeProperty().get());
    assertEquals("[profiles.dev\n", desk.own());
    assertEquals(List.of(), done);
  }

  private ProfileFormModel create() {
    return forms.create(this::done);
  }

  private void done(Optional<ProfileDefinition> saved) {
    done.add(saved.map(ProfileDefinition::name));
  }

  private ProfileEntry entry(String name) {
    return profiles.entries().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aGuardOnProductionIsTakenOffByTheDatabasesNameAlone() {
    desk.write(
        "retort/config/profiles.toml",
        "[profiles.live]\n"
            + "url = \"postgresql://me@127.0.0.1:1/shop\"\n"
            + "environment = \"production\"\n"
            + "read-only = true\n");
    desk.session.profilesChanged();
    for (java.util.function.Consumer<ProfileFormModel> weaker :
        List.<java.util.function.Consumer<ProfileFormModel>>of(
            form -> form.choose(Environment.DEVELOPMENT),
            form -> form.choose(Environment.STAGING),
            form -> form.readOnlyProperty().set(false),
            form -> form.text(Field.DATABASE).set("other"),
            form -> form.text(Field.PORT).set("2"))) {
      String before = desk.own();
      ProfileFormModel form =
          forms.edit(
              profiles.entries().stream()
                  .filter(entry -> entry.name().equals("live"))
                  .findFirst()
                  .orElseThrow(),
              saved -> {});
      weaker.accept(form);
      form.save();
      assertEquals("shop", form.guardedProperty().get());
      form.guardNameProperty().set("Shop");
      form.save();
      assertEquals(before, desk.own());
    }
  }

  @Test
  void anotherWayToAProductionDatabaseIsGuardedAsWell() {
    desk.write(
        "retort/config/profiles.toml",
        "[profiles.live]\n"
            + "url = \"postgresql://me@127.0.0.1:1/shop\"\n"
            + "environment = \"production\"\n");
    desk.session.profilesChanged();
    ProfileFormModel form = forms.create(saved -> {});
    form.text(Field.URL).set("postgresql://you@127.0.0.1:1/shop");
    form.text(Field.NAME).set("harmless");
    form.choose(Environment.DEVELOPMENT);
    form.save();
    assertEquals("shop", form.guardedProperty().get());
    assertFalse(desk.own().contains("harmless"), desk.own());
    form.guardNameProperty().set("shop");
    form.save();
    assertTrue(desk.own().contains("harmless"), desk.own());
  }
}
