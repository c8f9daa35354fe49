package dev.retort.plan;

import java.util.List;

/**
 * How a plan's first step goes on with one that stopped midway.
 *
 * @param interruption the mark it goes on from; another mark, or none, refuses the run
 * @param traces what the database showed; anything else refuses the run as well
 * @param section all statements of the step's section, as the file has them now
 * @param numbers for each statement of the plan's first step, its 0-based index in the section; -1
 *     for what is none of the section's: cleaning up, and settings that the new session needs again
 * @param next 0-based index of the first statement of the section that the step still runs; the
 *     number of statements if it only writes the version table
 */
public record Resumption(
    Interruption interruption,
    Traces traces,
    List<PlannedStatement> section,
    List<Integer> numbers,
    int next) {

  /** Copies the lists. */
  public Resumption {
    section = List.copyOf(section);
    numbers = List.copyOf(numbers);
  }
}
