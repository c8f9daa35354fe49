package dev.retort.cli;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.term.ErrorReport;
import dev.retort.cli.term.Output;
import dev.retort.problem.Nearest;
import dev.retort.problem.RetortException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever a command threw into words and an exit code; the only place that does. */
final class Failures {
  private final CrashReport crashes;

  Failures(CrashReport crashes) {
    this.crashes = crashes;
  }

  /** Says what went wrong; gives the exit code. */
  int report(Throwable failure, Output output) {
    return switch (failure) {
      case RetortException known -> {
        ErrorReport.of(known).write(output);
        yield ExitCode.of(known.kind());
      }
      case ParameterException usage -> {
        usage(usage).write(output);
        yield ExitCode.INPUT;
      }
      case UncheckedIOException io when io.getCause() instanceof FileSystemException file -> {
        ErrorReport.of("file-access", words(file), "Check the path and your rights to it.")
            .write(output);
        yield ExitCode.INPUT;
      }
      case OutOfMemoryError memory -> {
        outOfMemory().write(output);
        yield ExitCode.FAILED;
      }
      default -> {
        crashes.of(failure).write(output);
        yield ExitCode.FAILED;
      }
    };
  }

  private static ErrorReport outOfMemory() {
    return ErrorReport.of(
        "out-of-memory",
        "Retort ran out of memory: it may use "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MB here.",
        "Allow it more, as in JAVA_TOOL_OPTIONS=-Xmx4g, or split the largest revision. If a run"
            + " was under way, see first where it stopped: retort current.");
  }

  private static ErrorReport usage(ParameterException usage) {
    String command = usage.getCommandLine().getCommandSpec().qualifiedName();
    String message = words(usage);
    String near =
        unknownCommand(usage)
            .map(word -> Nearest.to(word, usage.getCommandLine().getSubcommands().keySet()))
            .orElseGet(() -> suggestion(usage, command))
            .map(word -> "Did you mean " + word + "? ")
            .orElse("");
    return ErrorReport.of(
        "usage",
        message.endsWith(".") ? message : message + ".",
        near + "'" + command + " --help' lists what it takes.");
  }

  private static Optional<String> suggestion(ParameterException usage, String command) {
    return usage instanceof UnmatchedArgumentException unmatched
        ? unmatched.getSuggestions().stream()
            .findFirst()
            .map(word -> word.replace(command + " ", ""))
        : Optional.empty();
  }

  /** The word that stands where a command should, if that is what is wrong. */
  private static Optional<String> unknownCommand(ParameterException usage) {
    return usage.getCommandLine().getParent() == null
            && usage instanceof UnmatchedArgumentException unmatched
        ? Optional.of(unmatched.getUnmatched().getFirst()).filter(word -> !word.startsWith("-"))
        : Optional.empty();
  }

  private static String words(ParameterException usage) {
    Optional<String> unknown = unknownCommand(usage);
    if (unknown.isPresent()) {
      return "There is no command '" + unknown.get() + "'.";
    }
    String message = String.valueOf(usage.getMessage());
    int option = message.indexOf("Unknown option: ");
    return option < 0 ? message : message.substring(option);
  }

  private static String words(FileSystemException error) {
    String what =
        switch (error) {
          case NoSuchFileException missing -> "there is no such file";
          case AccessDeniedException denied -> "access is denied";
          case FileAlreadyExistsException exists -> "the file is there already";
          default ->
              error.getReason() == null ? error.getClass().getSimpleName() : error.getReason();
        };
    return error.getFile() + ": " + what + ".";
  }

  /** Whether the arguments ask for JSON, however much of them could be parsed. */
  static boolean wantsJson(String... arguments) {
    return Arrays.asList(arguments).contains("--json");
  }
}
