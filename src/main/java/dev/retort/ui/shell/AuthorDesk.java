package dev.retort.ui.shell;

import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.drawing.GraphFormat;
import dev.retort.revision.RevisionId;
import dev.retort.ui.author.AuthorActions;
import dev.retort.ui.author.DraftModel;
import dev.retort.ui.author.DraftModel.Kind;
import dev.retort.ui.author.MergePage;
import dev.retort.ui.author.MergePreviewModel;
import dev.retort.ui.author.NewRevisionPage;
import dev.retort.ui.author.RebaseModel;
import dev.retort.ui.author.RebasePage;
import dev.retort.ui.author.SquashModel;
import dev.retort.ui.author.SquashPage;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.FolderChooser;
import dev.retort.ui.widget.notice.Notices;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Opens the pages that write files over the view that is open, and shows what was written. */
final class AuthorDesk implements Writing, AuthorActions {
  private final ProjectSession session;
  private final Background background;
  private final Exports exports;
  private final Notices notices;
  private final FolderChooser chooser;
  private Optional<FrontPage> front = Optional.empty();
  private Optional<MainPage> revisions = Optional.empty();

  /**
   * A desk without pages yet.
   *
   * @param chooser asks for folders
   */
  AuthorDesk(
      ProjectSession session,
      Background background,
      Exports exports,
      Notices notices,
      FolderChooser chooser) {
    this.session = session;
    this.background = background;
    this.exports = exports;
    this.notices = notices;
    this.chooser = chooser;
  }

  /** Says where pages are opened, and where revisions are shown. */
  void in(FrontPage pages, MainPage graph) {
    front = Optional.of(pages);
    revisions = Optional.of(graph);
  }

  private Optional<RevisionGraph> graph() {
    return session.projectProperty().get().map(Project::graph);
  }

  @Override
  public void newRevision(Optional<RevisionId> parent) {
    boolean head = parent.isEmpty() || heads().containsAll(parent.stream().toList());
    String target = parent.map(RevisionId::value).orElseGet(this::usualParent);
    open(
        () -> {
          DraftModel model =
              new DraftModel(session, background, Kind.REVISION, List.of(target), !head, this);
          NewRevisionPage page = new NewRevisionPage(model, background);
          return new OverPage(page, page::begin, model::close);
        });
  }

  /** The one head; among several, the selected one. */
  private String usualParent() {
    return revisions
        .flatMap(MainPage::selected)
        .filter(one -> heads().size() > 1 && heads().contains(one))
        .map(RevisionId::value)
        .orElse("head");
  }

  private List<RevisionId> heads() {
    return graph().map(RevisionGraph::heads).orElse(List.of());
  }

  @Override
  public void merge(List<RevisionId> some) {
    boolean splice = !heads().containsAll(some);
    List<String> targets = some.stream().map(RevisionId::value).toList();
    open(
        () -> {
          DraftModel model = new DraftModel(session, background, Kind.MERGE, targets, splice, this);
          MergePreviewModel preview = new MergePreviewModel(session, background);
          MergePage page = new MergePage(model, preview, background);
          return new OverPage(
              page,
              page::begin,
              () -> {
                model.close();
                preview.close();
              });
        });
  }

  @Override
  public void rebase(List<RevisionId> some) {
    List<String> moved = some.stream().limit(1).map(RevisionId::value).toList();
    String onto = "";
    if (some.size() == 2 && graph().isPresent()) {
      boolean first = movable(some.getFirst(), some.getLast());
      RevisionId from = first ? some.getFirst() : some.getLast();
      RevisionId to = first ? some.getLast() : some.getFirst();
      moved = own(from, to).stream().map(RevisionId::value).toList();
      onto = to.value();
    }
    List<String> those = List.copyOf(moved);
    String there = onto;
    open(
        () -> {
          RebaseModel model = new RebaseModel(session, background, those, there, this);
          RebasePage page = new RebasePage(model);
          return new OverPage(page, page::begin, model::close);
        });
  }

  private void open(Supplier<OverPage> made) {
    front.ifPresent(pages -> pages.openPage(made));
  }

  /** Whether nothing of what one line has alone is applied on the chosen database. */
  private boolean movable(RevisionId from, RevisionId to) {
    Set<RevisionId> applied =
        session.positionProperty().get().map(Position::applied).orElse(Set.of());
    return own(from, to).stream().noneMatch(applied::contains);
  }

  /** What one line has and the other has not. */
  private Set<RevisionId> own(RevisionId from, RevisionId to) {
    RevisionGraph graph = graph().orElseThrow();
    Set<RevisionId> own = new LinkedHashSet<>(graph.ancestors(List.of(from), false));
    own.removeAll(graph.ancestors(List.of(to), false));
    return own;
  }

  @Override
  public void squash(List<RevisionId> ends) {
    open(
        () -> {
          SquashModel model = new SquashModel(session, background, range(ends), this);
          SquashPage page = new SquashPage(model, background, chooser);
          return new OverPage(page, page::begin, model::close);
        });
  }

  /** The lower one first, as the range is read. */
  private String range(List<RevisionId> ends) {
    if (ends.size() < 2 || graph().isEmpty()) {
      return "";
    }
    boolean upsideDown =
        graph().get().ancestors(List.of(ends.getFirst()), true).contains(ends.getLast());
    RevisionId low = upsideDown ? ends.getLast() : ends.getFirst();
    RevisionId high = upsideDown ? ends.getFirst() : ends.getLast();
    return low + ":" + high;
  }

  @Override
  public void export(GraphFormat format) {
    exports.graph(format);
  }

  @Override
  public void leave() {
    front.ifPresent(FrontPage::leavePage);
    revisions.ifPresent(page -> page.graph().toRows());
  }

  @Override
  public void written(String words, List<Path> files, RevisionId select) {
    front.ifPresent(pages -> pages.open(View.GRAPH));
    notices.post(exports.written(words, files));
    session.refresh();
    revisions.ifPresent(page -> page.graph().select(select));
  }
}
