package dev.retort.postgres;

import java.util.List;
import org.postgresql.shaded.com.ongres.scram.client.ScramClient;

/**
 * Goes once through what it takes to sign in with a password, with nobody and for nothing: in a
 * program that has just been started most of the time of that goes into loading and compiling it,
 * and meanwhile the server is being reached.
 */
final class Rehearsal {
  /** What a server would say; as many rounds as PostgreSQL usually wants. */
  private static final String SALT_AND_ROUNDS = "+,s=AAAAAAAAAAAAAAAAAAAAAA==,i=4096";

  private Rehearsal() {}

  /** Begins, on a thread of its own. Returns at once. */
  static void begin() {
    Thread.ofPlatform().daemon().name("rehearsal").start(Rehearsal::run);
  }

  private static void run() {
    try {
      ScramClient client =
          ScramClient.builder()
              .advertisedMechanisms(List.of("SCRAM-SHA-256"))
              .username("nobody")
              .password("nothing".toCharArray())
              .build();
      String first = client.clientFirstMessage().toString();
      client.serverFirstMessage(first.substring(first.indexOf("r=")) + SALT_AND_ROUNDS);
      client.clientFinalMessage();
    } catch (Exception e) {
      // If it is not possible at all, the server's own turn says so, and to whom it matters.
    }
  }
}
