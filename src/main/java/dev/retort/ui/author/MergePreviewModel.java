package dev.retort.ui.author;

import dev.retort.revision.RevisionId;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.ShadowLane;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import java.util.List;
import java.util.stream.Collectors;
import javafx.util.Subscription;

/**
 * The heads of a merge applied in each order on a shadow, when somebody asks for it. An answer
 * about other heads, or about files as they were, is forgotten. Toolkit's thread.
 */
public final class MergePreviewModel implements AutoCloseable {
  private final ProjectSession session;
  private final Inquiry<MergeOutcome> inquiry;
  private final Subscription following;
  private List<RevisionId> heads = List.of();

  /** Is about no heads yet. */
  public MergePreviewModel(ProjectSession session, Background background) {
    this.session = session;
    this.inquiry = new Inquiry<>(background);
    following = session.projectProperty().subscribe((before, now) -> inquiry.forget());
  }

  /** Is about these from now on. */
  void about(List<RevisionId> some) {
    if (!some.equals(heads)) {
      heads = List.copyOf(some);
      inquiry.forget();
    }
  }

  /** Whether there is anything to be asked. */
  boolean possible() {
    return heads.size() > 1;
  }

  /** Tries the orders. */
  void begin() {
    if (!possible() || session.projectProperty().get().isEmpty()) {
      return;
    }
    List<RevisionId> these = heads;
    ShadowLane lane = session.shadows().schemas();
    inquiry.ask(
        "Applying "
            + these.stream().map(RevisionId::value).collect(Collectors.joining(" and "))
            + " in each order on a shadow…",
        (progress, cancellation) ->
            lane.ask(
                shadows -> MergeOutcome.of(shadows.mergePreview(these, cancellation)),
                progress,
                cancellation));
  }

  /** Its page is gone: nobody waits for an answer any more. */
  @Override
  public void close() {
    following.unsubscribe();
    inquiry.stop();
  }

  /** The question. */
  Inquiry<MergeOutcome> inquiry() {
    return inquiry;
  }
}
