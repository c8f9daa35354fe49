package dev.retort.shadow;

import dev.retort.problem.RetortException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a step needs and the shadow's server does not have: told from the server's error.
 *
 * @param what what sort of thing
 * @param name what it is called; empty where the server does not tell
 */
record Lack(What what, String name) {
  private static final String UNDEFINED_OBJECT = "42704";
  private static final String UNDEFINED_FILE = "58P01";
  private static final String NOT_SUPPORTED = "0A000";
  private static final String NO_DATABASE = "3D000";

  private static final Pattern ROLE = Pattern.compile("role \"(.+)\" does not exist");
  private static final Pattern TABLESPACE = Pattern.compile("tablespace \"(.+)\" does not exist");
  private static final Pattern EXTENSION = Pattern.compile("extension \"(.+)\" is not available");
  private static final Pattern CONTROL = Pattern.compile("extension control file \".*/(.+)\\.co");
  private static final Pattern LIBRARY = Pattern.compile("could not access file \"(.+)\"");
  private static final Pattern DATABASE = Pattern.compile("database \"(.+)\" does not exist");

  /** What can be lacking. */
  enum What {
    ROLE(
        "role", "The shadow's role may not make it: name a shadow where it may, or make the role."),
    TABLESPACE("tablespace", "Name a shadow server that has it: shadow = \"postgresql://…\"."),
    EXTENSION("extension", "Name a shadow server that has it: shadow = \"postgresql://…\"."),
    LIBRARY("library", "Name a shadow server that has it: shadow = \"postgresql://…\"."),
    DATABASE("database", "Say it without the database's name, for example with a DO block.");

    private final String word;
    private final String hint;

    What(String word, String hint) {
      this.word = word;
      this.hint = hint;
    }
  }

  /** What a failure says is lacking, if it is that which failed. */
  static Optional<Lack> in(RetortException failure) {
    String state = String.valueOf(failure.details().getOrDefault("sqlstate", ""));
    String said =
        String.valueOf(failure.details().getOrDefault("server_message", failure.message()));
    return switch (state) {
      case UNDEFINED_OBJECT ->
          find(ROLE, said, What.ROLE).or(() -> find(TABLESPACE, said, What.TABLESPACE));
      case NOT_SUPPORTED -> find(EXTENSION, said, What.EXTENSION);
      case UNDEFINED_FILE ->
          find(CONTROL, said, What.EXTENSION).or(() -> find(LIBRARY, said, What.LIBRARY));
      case NO_DATABASE -> find(DATABASE, said, What.DATABASE);
      default -> Optional.empty();
    };
  }

  private static Optional<Lack> find(Pattern pattern, String said, What what) {
    Matcher matcher = pattern.matcher(said);
    return matcher.find() ? Optional.of(new Lack(what, matcher.group(1))) : Optional.empty();
  }

  /** The failure as the reader is told it. */
  ShadowException failure(RetortException cause) {
    Map<String, Object> details = new LinkedHashMap<>(cause.details());
    details.put("lacking", what.word);
    details.put("name", name);
    return new ShadowException(
        RetortException.Kind.FAILED,
        "shadow-lacks-" + what.word,
        "The shadow server has no " + what.word + " “" + name + "”. " + cause.message(),
        what.hint,
        details,
        cause);
  }
}
