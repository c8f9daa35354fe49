package dev.retort.ui.author;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.engine.squash.Squash;
import dev.retort.engine.squash.SquashFiles;
import dev.retort.engine.squash.Squashed;
import dev.retort.execute.Cancellation;
import dev.retort.revision.RevisionId;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.ShadowLane;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.ClientWords;
import dev.retort.ui.task.Inquiry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * Many revisions becoming one: which, the proof on a shadow, what is against it, and the writing.
 * What was proved is forgotten when the files or what is asked for change. Follows the session
 * until it is closed. Toolkit's thread.
 */
public final class SquashModel implements AutoCloseable {
  /**
   * What is to be known before the files go.
   *
   * @param forbids whether it must not be done as things are; otherwise somebody has to agree
   */
  record Caution(String words, boolean forbids) {}

  private final ProjectSession session;
  private final Background background;
  private final AuthorActions actions;
  private final Inquiry<SquashProof> inquiry;
  private final StringProperty range = new SimpleStringProperty("");
  private final StringProperty message = new SimpleStringProperty("");
  private final BooleanProperty schemaOnly = new SimpleBooleanProperty(false);
  private final StringProperty oneWay = new SimpleStringProperty("");
  private final OldFiles oldFiles;
  private final BooleanProperty agreed = new SimpleBooleanProperty(false);
  private final ReadOnlyObjectWrapper<List<Caution>> cautions =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper impossible = new ReadOnlyBooleanWrapper(true);
  private final Subscription following;
  private boolean writing;

  /**
   * A squash; nothing is proved yet.
   *
   * @param revisions {@code A:B}, or empty for one that is still to be named
   */
  public SquashModel(
      ProjectSession session, Background background, String revisions, AuthorActions actions) {
    this.session = session;
    this.background = background;
    this.actions = actions;
    this.inquiry = new Inquiry<>(background);
    this.oldFiles = new OldFiles(session);
    range.set(revisions);
    Stream.of(range, schemaOnly, oneWay).forEach(one -> one.addListener(now -> forget()));
    following =
        Subscription.combine(
            session.projectProperty().subscribe((before, now) -> forget()),
            session.positionProperty().subscribe((before, now) -> look()));
    // Where the old files go changes nothing about what was proved.
    oldFiles.folderProperty().addListener(now -> look());
    inquiry.stateProperty().addListener(now -> look());
    agreed.addListener(now -> look());
  }

  private void forget() {
    if (!writing) {
      inquiry.forget();
      trouble.set("");
      agreed.set(false);
    }
  }

  /** Whether there is a range to be proved. */
  ObservableValue<Boolean> named() {
    return range.map(words -> words.contains(":"));
  }

  /** Makes the one and proves it. */
  public void prove() {
    Optional<Project> project = session.projectProperty().get();
    if (project.isEmpty() || !range.get().contains(":")) {
      return;
    }
    Project on = project.get();
    Squash.Request request =
        new Squash.Request(
            range.get().strip(), Optional.empty(), schemaOnly.get(), typed(oneWay.get()));
    ShadowLane lane = session.shadows().proofs();
    inquiry.ask(
        "Proving on a shadow that " + range.get().strip() + " can be one revision…",
        (progress, cancellation) ->
            lane.ask(shadows -> prove(on, shadows, request, cancellation), progress, cancellation));
  }

  private static Optional<String> typed(String words) {
    return Optional.of(words.strip()).filter(text -> !text.isEmpty());
  }

  private SquashProof prove(
      Project on, Shadows shadows, Squash.Request request, Cancellation cancellation) {
    Squashed squashed = new Squash(on, shadows, clock()).prove(request, cancellation);
    Map<String, Set<RevisionId>> elsewhere =
        new TreeMap<>(session.retort().seenApplied(on, new LinkedHashSet<>(squashed.ids())));
    elsewhere.values().removeIf(applied -> !squashed.within(applied));
    return new SquashProof(squashed, new SquashFiles(on, clock()).uncommitted(squashed), elsewhere);
  }

  private static String midst(String database, Squashed squashed, Set<RevisionId> applied) {
    return "%s is in the midst of them: it has %s and not %s."
        .formatted(
            database,
            squashed.ids().stream()
                .filter(applied::contains)
                .map(RevisionId::value)
                .collect(Collectors.joining(", ")),
            squashed.revision().id());
  }

  private InstantSource clock() {
    return session.retort().surroundings().clock();
  }

  private void look() {
    List<Caution> found = inquiry.answer().map(this::cautions).orElse(List.of());
    cautions.set(found);
    boolean forbidden = found.stream().anyMatch(Caution::forbids);
    boolean open = !found.isEmpty() && !agreed.get();
    boolean nowhere = !oldFiles.refusal().isEmpty();
    impossible.set(writing || inquiry.answer().isEmpty() || forbidden || open || nowhere);
  }

  private List<Caution> cautions(SquashProof proof) {
    Squashed squashed = proof.squashed();
    List<Caution> found = new ArrayList<>();
    Optional<Position> position = session.positionProperty().get();
    Optional<Connection> at = session.connectionProperty().get();
    String name = at.map(one -> one.profile().name()).orElse("The chosen database");
    String first = " Upgrade it to " + squashed.revision().id() + " or beyond first";
    if (position.isEmpty()) {
      found.add(
          new Caution(
              name
                  + " cannot be asked where it is. If it is in the midst of them, it would be at a"
                  + " revision that is no more.",
              false));
    } else if (squashed.within(position.get().applied())) {
      found.add(new Caution(midst(name, squashed, position.get().applied()) + first + ".", true));
    }
    Map<String, Set<RevisionId>> others = new TreeMap<>(proof.elsewhere());
    // Of the chosen one more is known than what the log remembers.
    at.filter(one -> position.isPresent()).map(Connection::address).ifPresent(others::remove);
    others.forEach(
        (database, applied) ->
            found.add(
                new Caution(
                    "By the log of this machine, "
                        + midst(database, squashed, applied)
                        + first
                        + ", unless it is no more.",
                    false)));
    if (!proof.uncommitted().isEmpty() && oldFiles.folder().isEmpty()) {
      found.add(
          new Caution(
              "Not committed as they stand, so that nothing would bring them back: "
                  + proof.uncommitted().stream().map(this::shown).collect(Collectors.joining(", "))
                  + ".",
              false));
    }
    return found;
  }

  /** What is proved, with the message that is typed. */
  Optional<Squashed> squashed() {
    Optional<Squashed> proved = inquiry.answer().map(SquashProof::squashed);
    return typed(message.get()).map(words -> proved.map(one -> one.saying(words))).orElse(proved);
  }

  /** Puts the one in the place of the many, unless something is against it. */
  public void write() {
    Optional<Project> project = session.projectProperty().get();
    if (impossible.get() || project.isEmpty() || squashed().isEmpty()) {
      return;
    }
    Squashed squashed = squashed().orElseThrow();
    Optional<Path> keep = oldFiles.folder();
    writing = true;
    trouble.set("");
    look();
    background.run(
        () -> {
          Project now = project.get().reload();
          Squash.requireAsProved(squashed, now);
          return new SquashFiles(now, clock()).replace(squashed, keep);
        },
        done -> {
          writing = false;
          actions.written(
              "Squashed %d revisions into %s%s"
                  .formatted(
                      squashed.ids().size(),
                      squashed.revision().id(),
                      keep.map(folder -> "; their files are in " + shown(folder)).orElse("")),
              List.of(done.file()),
              squashed.revision().id());
        },
        problem -> {
          writing = false;
          forget();
          trouble.set(ClientWords.of(problem));
        });
  }

  /** Leaves without writing. */
  public void leave() {
    actions.leave();
  }

  /** Its page is gone: a proof that is still being made is made for nobody. */
  @Override
  public void close() {
    following.unsubscribe();
    inquiry.stop();
  }

  /** A path as it is shown: from the project's folder on. */
  String shown(Path file) {
    return session.shown(file);
  }

  /** The first and the last of them, {@code A:B}. */
  public StringProperty rangeProperty() {
    return range;
  }

  /** What the one does; empty for a message that names the range. */
  public StringProperty messageProperty() {
    return message;
  }

  /** Whether it is to be what leads from schema to schema, and nothing that is done to rows. */
  public BooleanProperty schemaOnlyProperty() {
    return schemaOnly;
  }

  /** Why it is to have no way back; empty if it is to have one. */
  public StringProperty oneWayProperty() {
    return oneWay;
  }

  /** Where the old files go. */
  public OldFiles oldFiles() {
    return oldFiles;
  }

  /** Whether somebody has read the cautions and wants it all the same. */
  public BooleanProperty agreedProperty() {
    return agreed;
  }

  /** What is to be known before the files go. */
  ReadOnlyObjectProperty<List<Caution>> cautionsProperty() {
    return cautions.getReadOnlyProperty();
  }

  /** Why nothing was written. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Whether there is nothing that could be written now. */
  ObservableValue<Boolean> impossible() {
    return impossible.getReadOnlyProperty();
  }

  /** The proof. */
  Inquiry<SquashProof> inquiry() {
    return inquiry;
  }
}
