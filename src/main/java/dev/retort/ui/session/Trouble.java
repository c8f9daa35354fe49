package dev.retort.ui.session;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import dev.retort.ui.task.ClientWords;
import java.util.Set;

/**
 * Something that went wrong, in words a person can act on.
 *
 * @param code the error's; empty for none
 * @param mayPass whether it may go away without anybody doing anything here
 */
public record Trouble(String code, String message, String hint, boolean mayPass) {
  private static final Set<String> PASSWORDS = Set.of("password", "not-authorized");

  /** Something without a code, that stays. */
  public Trouble(String message, String hint) {
    this("", message, hint, false);
  }

  /** What went wrong and what to do about it. */
  public String words() {
    return Problem.sentences(message, hint);
  }

  /** What an exception says. */
  public static Trouble of(Throwable problem) {
    return problem instanceof RetortException known
        ? new Trouble(
            known.code(),
            known.message(),
            ClientWords.hint(known),
            (known.kind() == RetortException.Kind.CONNECTION && !PASSWORDS.contains(known.code()))
                || known.code().equals("permission-denied"))
        : new Trouble(ClientWords.of(problem), "");
  }

  /** Whether another password might help. */
  public boolean aboutPassword() {
    return PASSWORDS.contains(code);
  }
}
