package dev.retort.shadow;

import dev.retort.plan.Plan;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the database is after the baseline and after each step of a replay, as keys: equal keys mean
 * that the very same SQL was run in the same order on the same version of PostgreSQL.
 *
 * @param keys 32 hexadecimal digits each; the first is the baseline's, the others follow the steps
 */
record Chain(List<String> keys) {
  private static final int DIGITS = 32;

  Chain {
    keys = List.copyOf(keys);
  }

  /**
   * The keys of a replay.
   *
   * @param ground what else decides: the server's version, the version table's name
   */
  static Chain of(String ground, List<Script> baseline, List<Step> steps) {
    List<String> texts = new ArrayList<>();
    texts.add(ground);
    baseline.forEach(script -> texts.add(script.sql()));
    List<String> keys = new ArrayList<>();
    keys.add(hash(texts));
    for (Step step : steps) {
      keys.add(hash(texts(keys.getLast(), step)));
    }
    return new Chain(keys);
  }

  /** The keys of a plan that begins with a schema, wherever that comes from. */
  static Chain after(String ground, Snapshot before, Plan plan) {
    List<String> texts = new ArrayList<>();
    texts.add(ground);
    texts.add(CanonicalDdl.of(before).text());
    plan.headsBefore().forEach(head -> texts.add(head.value()));
    List<String> keys = new ArrayList<>();
    keys.add(hash(texts));
    plan.steps().forEach(step -> keys.add(hash(texts(keys.getLast(), step))));
    return new Chain(keys);
  }

  private static List<String> texts(String before, Step step) {
    List<String> texts = new ArrayList<>();
    texts.add(before);
    texts.add(step.revision().map(RevisionId::value).orElse(""));
    texts.add(step.direction().word());
    texts.add(step.transactional() ? "transaction" : "autocommit");
    step.headsAfter().forEach(head -> texts.add(head.value()));
    for (PlannedStatement statement : step.statements()) {
      texts.add(statement.purpose().name());
      texts.add(statement.sql());
    }
    return texts;
  }

  /** The key of where the replay ends. */
  String last() {
    return keys.getLast();
  }

  /** A hash over texts, each with its length, so that no two lists read the same. */
  static String hash(List<String> texts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
      }
      return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
