package dev.retort;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ANNOTATIONS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between packages, as {@code src/site/markdown/architecture.md} draws them. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.retort");

  private static final String[] TOOLKITS = {"javafx..", "picocli.."};
  private static final String[] JDBC = {"java.sql..", "javax.sql..", "org.postgresql.."};

  @Test
  void problemsKnowNothingElse() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.problem")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.retort.problem", "java..", "org.jspecify..")
        .check(MAIN);
  }

  @Test
  void sqlUsesTheJdkOnly() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.sql..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.retort.sql..", "java..", "org.jspecify..")
        .check(MAIN);
  }

  @Test
  void schemasUseTheJdkOnly() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.schema..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.retort.schema..", "java..", "org.jspecify..")
        .check(MAIN);
  }

  @Test
  void revisionsMayUseSqlToFindSectionsAndNothingElse() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.revision..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.retort.revision..",
            "dev.retort.sql..",
            "dev.retort.problem",
            "java..",
            "org.jspecify..")
        .check(MAIN);
  }

  @Test
  void graphUsesRevisionsAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.graph..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.retort.graph..",
            "dev.retort.revision..",
            "dev.retort.problem",
            "java..",
            "org.jspecify..")
        .check(MAIN);
  }

  @Test
  void lanesUseGraphAndRevisionsAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.lanes..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.retort.lanes..",
            "dev.retort.graph..",
            "dev.retort.revision",
            "dev.retort.problem",
            "java..",
            "org.jspecify..")
        .check(MAIN);
  }

  @Test
  void planUsesGraphRevisionAndSql() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.plan..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.retort.plan..",
            "dev.retort.graph..",
            "dev.retort.revision..",
            "dev.retort.sql..",
            "dev.retort.problem",
            "java..",
            "org.jspecify..")
        .check(MAIN);
  }

  @Test
  void onlyPostgresTalksJdbc() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.retort.postgres..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JDBC)
        .check(MAIN);
  }

  @Test
  void theExecutorKnowsItsPortsButNotWhoImplementsThem() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.execute..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.retort.postgres..", "dev.retort.engine..", "dev.retort.profile..")
        .check(MAIN);
  }

  @Test
  void shadowsKnowTheirPortsButNotWhoImplementsThem() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.shadow..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.retort.shadow..",
            "dev.retort.execute..",
            "dev.retort.plan..",
            "dev.retort.graph..",
            "dev.retort.revision..",
            "dev.retort.schema..",
            "dev.retort.sql..",
            "dev.retort.problem",
            "java..",
            "org.jspecify..")
        .check(MAIN);
  }

  @Test
  void toolkitsStayInTheFaces() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.retort.ui..", "dev.retort.cli..", "dev.retort")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TOOLKITS)
        .check(MAIN);
  }

  @Test
  void theFacesDoNotSeeEachOther() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.retort.cli..")
        .check(MAIN);
    noClasses()
        .that()
        .resideInAPackage("dev.retort.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.retort.ui..")
        .check(MAIN);
  }

  @Test
  void theFacesGoThroughTheEngine() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.retort.ui..", "dev.retort.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.retort.postgres..")
        .check(MAIN);
  }

  @Test
  void theEngineKnowsNoFace() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.retort.cli..", "dev.retort.ui..")
        .check(MAIN);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("dev.retort.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void nothingStaticChanges() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("dev.retort..")
        .should()
        .beFinal()
        .check(MAIN);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.retort.cli..", "dev.retort")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(MAIN);
  }

  /** Read by reflection, they would take a tenth of a second of every command's start. */
  @Test
  void commandsAreDeclaredWithoutAnnotations() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("picocli..").and(ANNOTATIONS))
        .check(MAIN);
  }

  @Test
  void featuresOfTheClientNeverImportOneAnother() {
    slices()
        .matching("dev.retort.ui.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage("dev.retort.ui.shell.."), alwaysTrue())
        .ignoreDependency(
            alwaysTrue(),
            resideInAnyPackage(
                "dev.retort.ui.task..", "dev.retort.ui.widget..", "dev.retort.ui.session.."))
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void platformAppearsOnlyInTheTaskPackageAndTheLauncher() {
    noClasses()
        .that()
        .resideInAPackage("dev.retort.ui..")
        .and()
        .resideOutsideOfPackages("dev.retort.ui.task", "dev.retort.ui.shell")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javafx.application.Platform")
        .allowEmptyShould(true)
        .check(MAIN);
  }
}
