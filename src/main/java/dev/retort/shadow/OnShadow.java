package dev.retort.shadow;

import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.RunFailedException;
import dev.retort.problem.RetortException;
import java.util.function.Supplier;

/**
 * Says of a step that failed that it did so on a shadow. What a run says of the database it leaves
 * behind is of no use there, and would be taken for the user's own.
 */
public final class OnShadow {
  private OnShadow() {}

  /** What went wrong, and nothing of the state of a database that is thrown away. */
  public static String words(RetortException failure) {
    return failure instanceof RunFailedException failed ? failed.what() : failure.message();
  }

  /**
   * Does something on a shadow.
   *
   * @throws ShadowException in place of a failed step, with its code
   */
  static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (RunCancelledException e) {
      throw e;
    } catch (RunFailedException e) {
      throw new ShadowException(
          e.kind(),
          e.code(),
          e.what() + " This was tried on a shadow database; no other was touched.",
          "Correct the revision and look again.",
          e.details(),
          e);
    }
  }
}
