package dev.retort.ui.graph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.revision.RevisionId;
import org.junit.jupiter.api.Test;

class BetweenTest {
  private static final String FORK = "a; b<-a; c<-b; d<-b; e<-d";

  @Test
  void twoDatabasesAreComparedInWords() {
    assertThat(Between.databases(new Sketch(FORK).here("b").there("b").base()))
        .isEqualTo("staging and production have the same revisions");
    assertThat(Between.databases(new Sketch(FORK).here("c").there("a").base()))
        .isEqualTo("staging is 2 revisions ahead of production");
    assertThat(Between.databases(new Sketch(FORK).here("b").there("c").base()))
        .isEqualTo("production is 1 revision ahead of staging");
    assertThat(Between.databases(new Sketch(FORK).here("c").there("e").base()))
        .isEqualTo("staging has 1 revision that production lacks, and lacks 2 that it has");
    assertThat(Between.databases(new Sketch(FORK).here("c").base())).isEmpty();
  }

  @Test
  void thePathBetweenThemIsMarkedRowByRow() {
    Picture picture = new Sketch(FORK).here("c").there("e").picture();
    assertThat(Sketch.row(picture, "c").difference()).isEqualTo(Difference.ONLY_HERE);
    assertThat(Sketch.row(picture, "d").difference()).isEqualTo(Difference.ONLY_THERE);
    assertThat(Sketch.row(picture, "b").difference()).isEqualTo(Difference.NONE);
  }

  @Test
  void twoRevisionsAreComparedInWords() {
    assertThat(between("e", "b")).isEqualTo("e is on top of b, 2 revisions up");
    assertThat(between("b", "e")).isEqualTo("e is on top of b, 2 revisions up");
    assertThat(between("c", "e"))
        .isEqualTo("On different branches: 1 only below c, 2 only below e");
    assertThat(between("c", "nowhere")).startsWith("One of them is missing from the files");
  }

  @Test
  void revisionsWithNothingInCommonAreSaidToBe() {
    assertThat(Between.revisions(new Sketch("a; x").graph(), id("a"), id("x")))
        .isEqualTo("On different branches with nothing in common: 1 only below a, 1 only below x");
  }

  private static String between(String one, String other) {
    return Between.revisions(new Sketch(FORK).graph(), id(one), id(other));
  }

  private static RevisionId id(String value) {
    return new RevisionId(value);
  }
}
