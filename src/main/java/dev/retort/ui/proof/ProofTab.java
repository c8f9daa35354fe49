package dev.retort.ui.proof;

import dev.retort.revision.Revision;
import dev.retort.shadow.RoundTrip;
import dev.retort.ui.session.RoundTrips;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.diff.DiffView;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The tab that says of one revision whether its way back is proved, and what it leaves. */
public final class ProofTab extends Tab {
  private final RoundTrips trips;
  private final VBox verdict = new VBox(8);
  private final Label words = Nodes.label("", "muted");
  private final ProgressIndicator wheel = new ProgressIndicator();
  private final Button prove = Nodes.button("prove-one", "Prove the way back");
  private final Button cancel = Nodes.button("cancel-prove-one", "Cancel");
  private final DiffView diff;
  private Optional<Revision> revision = Optional.empty();

  /** A tab without a revision. */
  public ProofTab(RoundTrips trips, Background background) {
    super("Proof");
    this.trips = trips;
    setId("tab-proof");
    setClosable(false);
    diff = new DiffView("revision-proof-diff", background);
    VBox.setVgrow(diff, Priority.ALWAYS);
    words.setId("prove-one-words");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    wheel.setPrefSize(16, 16);
    wheel.setMaxSize(16, 16);
    wheel.setAccessibleText("Proving");
    verdict.setId("verdict");
    prove.setOnAction(event -> revision.ifPresent(one -> trips.prove(Set.of(one.id()))));
    cancel.setOnAction(event -> trips.proof().stop());
    Label explained =
        Nodes.label(
            "The revision is run, undone and run again on a shadow database, with sample rows in"
                + " the tables; the schemas are compared.",
            "muted");
    explained.setWrapText(true);
    explained.setMinHeight(Region.USE_PREF_SIZE);
    HBox bar = new HBox(12, prove, cancel, wheel, words);
    bar.getStyleClass().add("wait-line");
    VBox page = new VBox(12, verdict, bar, diff, explained);
    page.getStyleClass().add("proof-page");
    setContent(page);
    trips.knownProperty().addListener((observable, before, now) -> show());
    trips.proof().stateProperty().addListener((observable, before, now) -> look());
    show();
  }

  /** Is about another revision from now on. */
  public void show(Revision one) {
    revision = Optional.of(one);
    show();
  }

  private void show() {
    verdict.getChildren().clear();
    Optional<Finding> finding = revision.map(one -> Finding.of(one, trips.knownProperty().get()));
    finding.ifPresent(one -> verdict.getChildren().add(FindingLine.of(one)));
    Optional<RoundTrip> other = finding.filter(Finding::hasDifference).flatMap(Finding::trip);
    Nodes.show(diff, other.isPresent());
    other.map(Differences::of).ifPresent(texts -> diff.show(texts.before(), texts.after()));
    boolean none =
        finding.filter(one -> one.sort() == Finding.Sort.NONE).isPresent() || revision.isEmpty();
    prove.setDisable(none);
    look();
  }

  private void look() {
    boolean mine = revision.filter(one -> trips.wanted().contains(one.id())).isPresent();
    boolean asking = trips.proof().asking();
    Nodes.show(wheel, asking && mine);
    Nodes.show(cancel, asking && mine);
    Nodes.show(prove, !asking);
    words.setText(
        switch (trips.proof().stateProperty().get()) {
          case Inquiry.Asking<?>(String what) -> mine ? what : "Other ways back are being proved.";
          case Inquiry.Failed<?>(String why) -> mine ? why : "";
          case Inquiry.Stopped<?> stopped -> mine ? "Stopped." : "";
          case Inquiry.Idle<?> idle -> "";
          case Inquiry.Answered<?> answered -> "";
        });
  }
}
