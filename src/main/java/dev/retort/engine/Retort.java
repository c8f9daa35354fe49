package dev.retort.engine;

import dev.retort.engine.journal.Journal;
import dev.retort.engine.journal.JournalEntry;
import dev.retort.graph.RevisionGraph;
import dev.retort.postgres.sandbox.Sandbox;
import dev.retort.postgres.server.EmbeddedServer;
import dev.retort.postgres.server.ServerListener;
import dev.retort.postgres.server.ShadowServers;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Folders;
import dev.retort.profile.Profile;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.file.ProfileStore;
import dev.retort.profile.libpq.PasswordFile;
import dev.retort.profile.project.ProjectConfig;
import dev.retort.profile.project.ProjectLoader;
import dev.retort.profile.resolve.Choice;
import dev.retort.profile.resolve.ProfileBook;
import dev.retort.profile.resolve.ProfileResolver;
import dev.retort.profile.resolve.Wish;
import dev.retort.profile.secret.KeyRingStore;
import dev.retort.profile.secret.PasswordFinder;
import dev.retort.profile.secret.PasswordPrompt;
import dev.retort.revision.RevisionId;
import dev.retort.revision.reading.HeaderCache;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The application: where everything is, and the way to everything else. Holds nothing that was
 * read; every call reads what it needs. Any thread.
 */
public final class Retort {
  private final Surroundings surroundings;
  private final Folders folders;
  private final ServerListener sandboxListener;
  private final Consumer<String> progress;

  /** Retort in its surroundings. Reads and writes nothing yet. */
  public Retort(Surroundings surroundings) {
    this(surroundings, words -> {});
  }

  /**
   * Retort in its surroundings. Reads and writes nothing yet.
   *
   * @param progress told, in words, what takes time while the sandbox comes up; on the thread that
   *     waits for it
   */
  public Retort(Surroundings surroundings, Consumer<String> progress) {
    this.surroundings = surroundings;
    this.folders = Folders.of(surroundings.user());
    this.sandboxListener = new SandboxProgress(progress);
    this.progress = progress;
  }

  /** What it takes from the process. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** Where the user's own things are kept. */
  public Folders folders() {
    return folders;
  }

  /**
   * Finds and reads a project. Problems in its files are reported by it, not thrown.
   *
   * @param directory the project's folder; if absent, the current folder and those above are
   *     searched
   * @throws dev.retort.profile.ProfileException if there is none
   */
  public Project open(Optional<Path> directory) {
    return open(config(directory));
  }

  /** Reads a project that was found. Problems in its files are reported by it, not thrown. */
  public Project open(ProjectConfig config) {
    return Project.read(config);
  }

  /**
   * As {@link #open}, but of sound files no more is read than it takes to list them: no SQL.
   * Whoever wants that asks the project for the {@linkplain Project#whole() whole} of it.
   */
  public Project openToList(ProjectConfig config) {
    String version = Retort.class.getPackage().getImplementationVersion();
    HeaderCache cache =
        new HeaderCache(
            folders.cache().resolve("headers"),
            version == null ? "development" : version,
            InstantSource.system());
    return Project.readHeaders(config, cache);
  }

  /**
   * Finds a project and reads its configuration, but none of its revisions.
   *
   * @throws dev.retort.profile.ProfileException if there is none
   */
  public ProjectConfig config(Optional<Path> directory) {
    return directory
        .map(folder -> ProjectLoader.in(surroundings.directory().resolve(folder)))
        .orElseGet(() -> ProjectLoader.find(surroundings.directory()));
  }

  /** Every profile that can be named, the sandbox last. */
  public List<Profile> profiles(Project project) {
    return resolver(project).all();
  }

  /**
   * The definitions that profiles come from, the project's and the user's own, and what is wrong
   * with them.
   */
  public ProfileBook profileBook(Optional<Project> project) {
    return ProfileBook.of(project.map(Project::config), ownProfiles());
  }

  /** The user's own profiles, to be changed. */
  public ProfileStore ownProfiles() {
    return new ProfileStore(folders);
  }

  /**
   * Chooses a connection; nothing is connected to yet.
   *
   * @param prompt asked for a password where the server wants one that is kept nowhere
   * @throws dev.retort.profile.ProfileException if the wish names what does not exist
   */
  public Connection connect(Project project, Wish wish, PasswordPrompt prompt) {
    return connect(project.config(), wish, prompt);
  }

  /** The same, before the project's revisions are read. */
  public Connection connect(ProjectConfig config, Wish wish, PasswordPrompt prompt) {
    return connect(config, resolver(config).choose(wish), prompt);
  }

  /**
   * The connection of a profile that is being written; nothing is connected to yet.
   *
   * @param prompt as for {@link #connect}
   * @throws dev.retort.profile.ProfileException if the profile cannot be completed
   */
  public Connection tryOut(Project project, ProfileDefinition draft, PasswordPrompt prompt) {
    return connect(project.config(), resolver(project).drafted(draft), prompt);
  }

  private Connection connect(ProjectConfig config, Choice choice, PasswordPrompt prompt) {
    Server server =
        switch (choice.profile().target()) {
          case Profile.Target.Sandbox sandbox ->
              new SandboxServer(sandbox(), config.root(), config.migrations().baseline());
          case Profile.Target.Server(var settings) ->
              new UserServer(credentials(settings, choice.passwordFile(), prompt));
        };
    return new Connection(choice, config.migrations(), server);
  }

  /** The sandbox of a project. Nothing is started yet. */
  public SandboxControl sandbox(Project project) {
    return new SandboxControl(sandbox(), project);
  }

  /** The servers that sandboxes and shadows are on. Nothing is started. */
  public EmbeddedServers embeddedServers() {
    return new EmbeddedServers(embeddedServer(), shadowServers());
  }

  /**
   * The schema of a project at its revisions, on the shadow server that a wish leads to: the one
   * its profile names, or else the embedded one. Nothing is started yet; the caller closes it.
   *
   * @param prompt asked for the shadow server's password where that is kept nowhere
   * @throws dev.retort.profile.ProfileException if the wish names what does not exist
   */
  public Shadows shadows(Project project, Wish wish, PasswordPrompt prompt) {
    return shadows(project, resolver(project).choose(wish), prompt, progress);
  }

  /** As {@link #shadows(Project, Wish, PasswordPrompt)}, for a connection's profile. */
  public Shadows shadows(Project project, Connection connection, PasswordPrompt prompt) {
    return shadows(project, connection, prompt, progress);
  }

  /**
   * As {@link #shadows(Project, Connection, PasswordPrompt)}.
   *
   * @param words told what takes time, in place of whoever is told of everything else
   */
  public Shadows shadows(
      Project project, Connection connection, PasswordPrompt prompt, Consumer<String> words) {
    return shadows(project, connection.choice(), prompt, words);
  }

  private Shadows shadows(
      Project project, Choice choice, PasswordPrompt prompt, Consumer<String> words) {
    ShadowSources sources =
        new ShadowSources(
            shadowServers(),
            words,
            surroundings.user().variable("RETORT_POSTGRES").map(Path::of),
            resolver(project)
                .shadow(choice)
                .map(shadow -> credentials(shadow.settings(), shadow.passwordFile(), prompt)));
    return new Shadows(project, sources, folders, words);
  }

  /** Runs plans of a project on a connection. */
  public Runs runs(Project project, Connection connection) {
    return new Runs(project, connection, journal(), seen(project, connection), surroundings);
  }

  /** What of a project's files a connection's database last saw, by this machine's record. */
  public Seen seen(Project project, Connection connection) {
    return new Seen(project, connection, folders.data().resolve("seen"), surroundings);
  }

  /** The log of runs made on this machine. */
  public Journal journal() {
    return new Journal(folders.data().resolve("runs.jsonl"));
  }

  /**
   * What the log holds.
   *
   * @throws JournalException if it cannot be read
   */
  public Journal.Reading log() {
    Journal journal = journal();
    try {
      return journal.read();
    } catch (UncheckedIOException e) {
      throw JournalException.unreadable(journal.path(), e);
    }
  }

  /**
   * Where, by the log, some revisions of a project were applied when a run of this machine ended
   * last. Databases change without this log, so it is a hint and no proof.
   *
   * @return the revisions concerned, by database
   */
  public Map<String, Set<RevisionId>> seenApplied(Project project, Set<RevisionId> revisions) {
    Map<String, List<String>> last = new LinkedHashMap<>();
    for (JournalEntry entry : log().entries()) {
      if (entry.where().project().equals(project.root().toString())) {
        entry
            .end()
            .flatMap(JournalEntry.End::heads)
            .ifPresent(heads -> last.put(entry.where().database(), heads));
      }
    }
    RevisionGraph graph = project.graph();
    Map<String, Set<RevisionId>> seen = new LinkedHashMap<>();
    last.forEach(
        (database, heads) -> {
          List<RevisionId> known =
              heads.stream().map(RevisionId::new).filter(h -> graph.find(h).isPresent()).toList();
          Set<RevisionId> both = new LinkedHashSet<>(graph.ancestors(known, true));
          both.retainAll(revisions);
          if (!both.isEmpty()) {
            seen.put(database, both);
          }
        });
    return seen;
  }

  private ProfileResolver resolver(Project project) {
    return resolver(project.config());
  }

  private ProfileResolver resolver(ProjectConfig config) {
    return new ProfileResolver(
        surroundings.user(), ProfileBook.of(Optional.of(config), ownProfiles()));
  }

  private Credentials credentials(
      ConnectionSettings settings, PasswordFile file, PasswordPrompt prompt) {
    return new Credentials(
        prompt
            .known(settings)
            .map(settings::withPassword)
            .orElseGet(() -> finder().find(settings, file).settings()),
        prompt);
  }

  private Sandbox sandbox() {
    return new Sandbox(embeddedServer(), sandboxListener);
  }

  private EmbeddedServer embeddedServer() {
    return new EmbeddedServer(folders, EmbeddedServer.LINGER, sandboxListener);
  }

  private ShadowServers shadowServers() {
    return new ShadowServers(folders, EmbeddedServer.LINGER);
  }

  /** Where passwords are kept between starts of the program. */
  public KeptPasswords passwords() {
    return new KeptPasswords(keyRing());
  }

  private KeyRingStore keyRing() {
    return new KeyRingStore(surroundings.user(), folders);
  }

  private PasswordFinder finder() {
    return new PasswordFinder(keyRing());
  }
}
