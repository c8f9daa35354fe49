package dev.retort.cli;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.term.ErrorReport;
import dev.retort.cli.term.Output;
import dev.retort.problem.RetortException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever a command threw into words and an exit code; the only place that does. */
final class Failures {
  private final CrashFile crashes;

  Failures(CrashFile crashes) {
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
      default -> {
        crashes.report(failure).write(output);
        yield ExitCode.FAILED;
      }
    };
  }

  private static ErrorReport usage(ParameterException usage) {
    String command = usage.getCommandLine().getCommandSpec().qualifiedName();
    String message = words(usage);
    String near =
        usage instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()
            ? "Did you mean "
                + unmatched.getSuggestions().getFirst().replace(command + " ", "")
                + "? "
            : "";
    return ErrorReport.of(
        "usage",
        message.endsWith(".") ? message : message + ".",
        near + "'" + command + " --help' lists what it takes.");
  }

  private static String words(ParameterException usage) {
    boolean noCommand = usage.getCommandLine().getParent() == null;
    if (noCommand && usage instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().getFirst();
      if (!first.startsWith("-")) {
        return "There is no command '" + first + "'.";
      }
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
