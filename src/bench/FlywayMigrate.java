import org.flywaydb.core.Flyway;

/** Flyway as its users embed it: everything in a folder, on one database. */
final class FlywayMigrate {
  private FlywayMigrate() {}

  /** Takes a JDBC URL, a user and a folder. */
  public static void main(String[] args) {
    Flyway.configure()
        .dataSource(args[0], args[1], "")
        .locations("filesystem:" + args[2])
        .load()
        .migrate();
  }
}
