package dev.retort.cli.look;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.term.Output;
import dev.retort.engine.Project;
import dev.retort.graph.listing.History;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code retort show}. */
public final class ShowCommand extends RetortCommand {
  private String target = "";

  /** The command of a call. */
  public ShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Show a revision; with -v its SQL, and who wrote it in Git.");
    arguments.parameter(
        "TARGET",
        Reading.TARGET,
        "A revision, a head or heads, a branch, or 'current'.",
        word -> target = word);
  }

  @Override
  protected int run(Output output) {
    if (target.equals("current")) {
      invocation().lookAhead();
    }
    Project project = invocation().soundProject(output);
    List<RevisionId> rows =
        target.equals("current")
            ? invocation().connect(project, output).position(project).heads()
            : List.of();
    List<RevisionId> revisions = new History(project.graph()).show(target, rows);
    if (output.wantsJson()) {
      output.json(Map.of("revisions", maps(revisions, project, output)));
      return ExitCode.DONE;
    }
    Listing listing = new Listing(output, project.graph(), Set.of());
    Optional<GitWords> git =
        output.verbose() ? Optional.of(GitWords.of(project, revisions)) : Optional.empty();
    for (RevisionId id : revisions) {
      listing.paragraph(id);
      if (output.verbose()) {
        git.flatMap(words -> words.words(id))
            .ifPresent(words -> output.line("Git: " + words + "\n"));
        project.graph().find(id).ifPresent(revision -> sections(revision, output));
      }
    }
    return ExitCode.DONE;
  }

  private static void sections(Revision revision, Output output) {
    section("upgrade", revision.upgrade().sql(), output);
    switch (revision.wayBack()) {
      case WayBack.Downgrade(Script script) -> section("downgrade", script.sql(), output);
      case WayBack.Irreversible(String reason) ->
          output.line("-- downgrade: none" + (reason.isEmpty() ? "" : ", " + reason) + "\n");
      case WayBack.Missing missing -> output.line("-- downgrade: missing\n");
    }
    revision.verify().ifPresent(script -> section("verify", script.sql(), output));
  }

  private static void section(String name, String sql, Output output) {
    output.line("-- " + name);
    if (!sql.isBlank()) {
      output.line(sql.strip());
    }
    output.line("");
  }

  private static List<Map<String, Object>> maps(
      List<RevisionId> revisions, Project project, Output output) {
    RevisionJson json = new RevisionJson(project.graph(), output.paths());
    GitWords git = GitWords.of(project, revisions);
    List<Map<String, Object>> maps = new ArrayList<>();
    for (RevisionId id : revisions) {
      Revision revision = project.graph().find(id).orElseThrow();
      Map<String, Object> map = json.of(id);
      map.put("upgrade_sql", revision.upgrade().sql());
      if (revision.wayBack() instanceof WayBack.Downgrade(Script script)) {
        map.put("downgrade_sql", script.sql());
      }
      if (revision.wayBack() instanceof WayBack.Irreversible(String reason)) {
        map.put("irreversible", reason);
      }
      revision.verify().ifPresent(script -> map.put("verify_sql", script.sql()));
      git.json(id).ifPresent(known -> map.put("git", known));
      maps.add(map);
    }
    return maps;
  }
}
