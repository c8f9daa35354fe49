package dev.retort.cli.look;

import dev.retort.plan.HalfMade;
import dev.retort.plan.Interruption;
import dev.retort.plan.resume.Situation;
import dev.retort.plan.resume.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** A step that stopped midway, for JSON. */
final class StoppedJson {
  private StoppedJson() {}

  /** The mark alone. */
  static Map<String, Object> mark(Interruption mark) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("revision", mark.revision().value());
    map.put("direction", mark.direction().word());
    map.put("statement", mark.statement() + 1);
    map.put("statements", mark.statements());
    map.put("reached", mark.allDone() ? "all-done" : mark.reached().word());
    mark.sql().ifPresent(sql -> map.put("sql", sql));
    map.put("started", mark.started().toString());
    mark.who().ifPresent(who -> map.put("who", who));
    return map;
  }

  /** With what is half made, and what can be said about it. */
  static Map<String, Object> situation(Situation situation) {
    Map<String, Object> map = mark(situation.interruption());
    map.put("half_made", situation.halfMade().stream().map(HalfMade::details).toList());
    map.put(
        "verdict",
        switch (situation.verdict()) {
          case Verdict.Proven proven -> "proven";
          case Verdict.Unclear unclear -> "unclear";
          case Verdict.Impossible(String code, String words, String hint) -> code;
        });
    if (situation.verdict() instanceof Verdict.Proven proven) {
      map.put("next_statement", proven.next() + 1);
    }
    map.put("words", situation.verdict().words());
    return map;
  }
}
