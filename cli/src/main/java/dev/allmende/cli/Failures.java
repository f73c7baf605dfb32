package dev.allmende.cli;

import dev.allmende.openstack.OpenStackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one line on standard error and an exit code. */
public final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        int exitCode = exitCode(thrown);
        err.println(command.getColorScheme().errorText("error: " + message(thrown)));
        if (exitCode == ExitCode.INTERNAL) {
            err.println("This is a mistake in Allmende. Please report it with the lines below.");
            thrown.printStackTrace(err);
        }
        return exitCode;
    }

    /** One line that names the place and the remedy. */
    public static String message(Exception thrown) {
        var message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return thrown.getClass().getSimpleName();
        }
        return thrown instanceof IOException || thrown instanceof UncheckedIOException
                ? "cannot read or write: " + message
                : message;
    }

    /** One of {@link ExitCode}. */
    public static int exitCode(Exception thrown) {
        return switch (thrown) {
            case UserError error -> error.exitCode();
            case OpenStackException cloud -> exitCode(cloud.kind());
            case IOException _ -> ExitCode.IO;
            case UncheckedIOException _ -> ExitCode.IO;
            case InterruptedException _ -> ExitCode.INTERRUPTED;
            default -> ExitCode.INTERNAL;
        };
    }

    private static int exitCode(OpenStackException.Kind kind) {
        return switch (kind) {
            case CONFIG -> ExitCode.CONFIG;
            case CREDENTIAL, FORBIDDEN -> ExitCode.REFUSED;
            case TLS, CONNECTION, UNAVAILABLE, MISSING_SERVICE, NOT_FOUND, CONFLICT, QUOTA, REFUSED, GARBLED ->
                ExitCode.UNAVAILABLE;
        };
    }
}
