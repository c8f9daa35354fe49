package dev.retort.revision.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.revision.RevisionId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slugs, file names and ids of new revisions. */
class NamingTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2025, 1, 8, 9, 12, 44, 0, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          Add audit log → add_audit_log
          add  "users".name! → add_users_name
          Größe ändern → größe_ändern
          snake_case stays → snake_case_stays
          ?! → ``
          one two three four five six seven eightth → one_two_three_four_five_six_seven
          one two three four five six seven eight nine → one_two_three_four_five_six_seven_eight
          abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz → abcdefghijklmnopqrstuvwxyzabcdefghijklmn
          """)
  void aSlugIsTheWordsOfTheMessage(String message, String slug) {
    assertEquals(slug, Slug.of(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          {id}_{slug}.sql → 0022_add_it.sql
          {rev}-{slug}.sql → 0022-add_it.sql
          {date}_{hour}{minute}{second}_{slug}.SQL → 2025-01-08_091244_add_it.SQL
          {year}{month}{day}_{id}.sql → 20250108_0022.sql
          {epoch}_{id}.sql → 1736327564_0022.sql
          """)
  void aFileIsNamedByTheTemplate(String template, String name) {
    assertEquals(
        name, new FileNameTemplate(template).nameOf(new RevisionId("0022"), "Add it", NOW));
  }

  @Test
  void anEmptySlugLeavesNoSeparatorAndOddIdsNoSlash() {
    RevisionId id = new RevisionId("a/b");
    assertEquals("a_b.sql", FileNameTemplate.DEFAULT.nameOf(id, "", NOW));
    assertEquals("a_b.sql", new FileNameTemplate("{slug}_{id}.sql").nameOf(id, "?", NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id}_{slug}.txt",
        "{id}.up.sql",
        "{id}.down.sql",
        "{nope}_{id}.sql",
        "a/{id}.sql",
        "a\\{id}.sql",
        ".{id}.sql",
        "{year}.sql"
      })
  void templatesThatCannotWorkAreRefused(String template) {
    RevisionFileException e =
        assertThrows(RevisionFileException.class, () -> new FileNameTemplate(template));
    assertEquals("bad-file-name-template", e.code());
    assertTrue(e.message().contains(template));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          `` → 0001
          ab12 x → 0001
          0001 0021 0005 → 0022
          7 0012 → 0013
          99 → 100
          0099 → 0100
          abc 003 zz → 004
          20240101000000 0001 → 20250108091244
          20990101000000 → 20990101000001
          99999999999999 → 100000000000000
          """)
  void theNextNumberContinuesTheHighest(String existing, String next) {
    List<RevisionId> ids =
        Arrays.stream(existing.split(" "))
            .filter(id -> !id.isEmpty())
            .map(RevisionId::new)
            .toList();
    assertEquals(new RevisionId(next), IdScheme.SEQUENTIAL.next(ids, NOW));
  }

  @Test
  void hexIdsAreTwelveRandomDigits() {
    RevisionId one = IdScheme.HEX.next(List.of(), NOW);
    assertTrue(one.value().matches("[0-9a-f]{12}"), one.value());
    assertNotEquals(one, IdScheme.HEX.next(List.of(one), NOW));
  }

  @Test
  void schemesHaveTheWordsOfTheConfiguration() {
    assertEquals(Optional.of(IdScheme.SEQUENTIAL), IdScheme.of("sequential"));
    assertEquals(Optional.of(IdScheme.HEX), IdScheme.of("hex"));
    assertEquals(Optional.empty(), IdScheme.of("uuid"));
  }
}
