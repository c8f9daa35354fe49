package dev.retort.profile.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.ProfileException;
import dev.retort.profile.Secret;
import dev.retort.testing.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingStoreTest {
  private static final Account ACCOUNT = new Account("u@h:5432/d");

  @TempDir Path home;
  private final FakeKeyRing ring = new FakeKeyRing();
  private final AtomicInteger opened = new AtomicInteger();

  @Test
  void whatIsSavedIsFoundUntilItIsRemoved() throws IOException {
    KeyRingStore store = store();
    store.save(ACCOUNT, new Secret("p"));
    assertEquals(Optional.of("p"), store.find(ACCOUNT).map(Secret::reveal));
    assertFalse(Files.readString(home.resolve("accounts")).contains("p\n"));
    assertTrue(store.remove(ACCOUNT));
    assertEquals(0, opened.get(), "what was opened is closed");
    assertFalse(store.remove(ACCOUNT));
    assertEquals(Map.of(), ring.passwords);
  }

  @Test
  void theKeyRingIsNotOpenedForWhatWasNeverSaved() {
    assertEquals(Optional.empty(), store().find(ACCOUNT));
    assertEquals(0, opened.get());
  }

  @Test
  void withoutASessionBusNobodyIsAsked() {
    KeyRingStore store =
        new KeyRingStore(
            Users.ada(home), home.resolve("accounts"), this::open, Duration.ofSeconds(9));
    ProfileException e =
        assertThrows(ProfileException.class, () -> store.save(ACCOUNT, new Secret("s3cret")));
    assertEquals("no-key-ring", e.code());
    assertTrue(e.hint().contains(".pgpass"), e.hint());
    assertEquals(0, opened.get());
  }

  @Test
  void aKeyRingThatNeverAnswersIsGivenUp() {
    store().save(ACCOUNT, new Secret("s3cret"));
    CountDownLatch never = new CountDownLatch(1);
    KeyRingStore hanging =
        store(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return ring;
            },
            Duration.ofMillis(20));
    assertEquals(Optional.empty(), hanging.find(ACCOUNT));
    ProfileException e =
        assertThrows(ProfileException.class, () -> hanging.save(ACCOUNT, new Secret("s3cret")));
    assertTrue(e.message().contains("did not answer"), e.message());
    assertFalse((e.message() + e.hint()).contains("s3cret"));
    never.countDown();
  }

  @Test
  void aLockedKeyRingIsAsGoodAsNone() {
    store().save(ACCOUNT, new Secret("p"));
    ring.locked = true;
    assertEquals(Optional.empty(), store().find(ACCOUNT));
    assertThrows(ProfileException.class, () -> store().remove(ACCOUNT));
  }

  private KeyRingStore store() {
    return store(this::open, Duration.ofSeconds(20));
  }

  private KeyRingStore store(KeyRing.Opener opener, Duration patience) {
    return new KeyRingStore(
        Users.ada(home, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"),
        home.resolve("accounts"),
        opener,
        patience);
  }

  private KeyRing open() {
    opened.incrementAndGet();
    return ring;
  }

  private final class FakeKeyRing implements KeyRing {
    final Map<String, String> passwords = new HashMap<>();
    boolean locked;

    @Override
    public String get(String service, String account) throws KeyRingException {
      check();
      return passwords.getOrDefault(service + "/" + account, "");
    }

    @Override
    public void set(String service, String account, String password) throws KeyRingException {
      check();
      passwords.put(service + "/" + account, password);
    }

    @Override
    public void delete(String service, String account) throws KeyRingException {
      check();
      passwords.remove(service + "/" + account);
    }

    @Override
    public void close() {
      opened.decrementAndGet();
    }

    private void check() throws KeyRingException {
      if (locked) {
        throw new KeyRingException("locked", new IllegalStateException());
      }
    }
  }
}
