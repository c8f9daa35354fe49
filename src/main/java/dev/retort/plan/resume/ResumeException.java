package dev.retort.plan.resume;

import dev.retort.plan.HalfMade;
import dev.retort.plan.Interruption;
import dev.retort.problem.RetortException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A step stopped midway, and the plan that was asked for cannot be made before that is settled. */
public final class ResumeException extends RetortException {
  private static final long serialVersionUID = 1L;

  private final transient Situation situation;

  private ResumeException(String code, Situation situation, String what, String hint) {
    super(
        Kind.REFUSED,
        code,
        "An earlier run stopped midway: "
            + situation.interruption().display()
            + ". "
            + situation.interruption().known()
            + (what.isEmpty() ? "" : " " + what),
        hint,
        details(situation),
        List.of(),
        null);
    this.situation = situation;
  }

  private static Map<String, Object> details(Situation situation) {
    Interruption mark = situation.interruption();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("revision", mark.revision().value());
    details.put("direction", mark.direction().word());
    details.put("statement", mark.statement() + 1);
    details.put("statements", mark.statements());
    details.put("started", mark.started().toString());
    details.put("half_made", situation.halfMade().stream().map(HalfMade::details).toList());
    return details;
  }

  /** It has to be said whether the statement under way is done. */
  static ResumeException unclear(Situation situation, Verdict.Unclear verdict) {
    return new ResumeException(
        "interrupted", situation, verdict.words(), WaysOut.choose(situation));
  }

  /** It cannot be gone on with as things are. */
  static ResumeException impossible(Situation situation, Verdict.Impossible verdict) {
    return new ResumeException(verdict.code(), situation, verdict.words(), verdict.hint());
  }

  /** Something else was asked for. */
  static ResumeException elsewhere(Situation situation, String what) {
    return new ResumeException("interrupted", situation, what, WaysOut.finish(situation));
  }

  /** What it stopped over. */
  public Situation situation() {
    return situation;
  }
}
