package dev.retort.postgres.server;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Folders;
import dev.retort.profile.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/**
 * The main class of a process that uses the server: {@code ServerUser DATA CACHE LINGER-MILLIS}.
 * Does what the lines on its standard input say, and answers each with a line; tells the steps of
 * attaching as well.
 */
public final class ServerUser {
  private ServerUser() {}

  /** Runs until the input ends. */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    EmbeddedServer server =
        new EmbeddedServer(
            new Folders(data, data, Path.of(args[1])),
            Duration.ofMillis(Long.parseLong(args[2])),
            (step, detail) -> answer("step " + step));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    ServerHandle handle = null;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("attach")) {
        handle = server.attach();
        answer("port " + handle.port());
      } else if (handle != null) {
        answer(query(handle.settings("postgres"), line));
      }
    }
  }

  private static void answer(String text) {
    System.out.println(text);
    System.out.flush();
  }

  /** The first value of a query, or why there is none. */
  public static String query(ConnectionSettings settings, String sql) {
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  static Connection connect(ConnectionSettings settings) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(settings.parameters());
    properties.setProperty("user", settings.user());
    settings.password().map(Secret::reveal).ifPresent(p -> properties.setProperty("password", p));
    return DriverManager.getConnection(
        "jdbc:postgresql://" + settings.hosts().getFirst() + "/" + settings.database(), properties);
  }
}
