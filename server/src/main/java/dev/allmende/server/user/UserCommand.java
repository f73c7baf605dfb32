package dev.allmende.server.user;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.server.place.FolderOptions;
import dev.allmende.server.shell.account.Accounts;
import dev.allmende.server.shell.account.PasswordHash;
import dev.allmende.server.shell.account.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds, lists and removes those who sign in to the web pages by name and password. A running server sees it at once. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Local users of the web pages: add, list, set a password, remove. Rights come from RBAC.")
public final class UserCommand implements Runnable {

    private static final String NAME = "NAME";
    private static final String PASSWORD_FILE = "--password-file";
    private static final String ABOUT_FILE =
            "Read the password from this file's first line, - for standard input, instead of making one.";

    @Spec
    private @Nullable CommandSpec spec;

    private final Terminal terminal;
    private final SecureRandom random = new SecureRandom();

    public UserCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Add a user; prints a password unless one is given. A user without groups may see nothing yet.")
    int add(
            @Mixin FolderOptions folders,
            @Parameters(paramLabel = NAME, description = "Name to sign in with, and in RBAC.") String name,
            @Option(
                            names = "--group",
                            paramLabel = "GROUP",
                            description =
                                    "Group in RBAC; may be given several times. system:masters may do everything.")
                    @Nullable
                    List<String> groups,
            @Option(names = PASSWORD_FILE, paramLabel = "FILE", description = ABOUT_FILE) @Nullable Path file)
            throws IOException {
        var password = password(file);
        change(() -> accounts(folders).add(name, groups == null ? List.of() : groups, password.text()));
        tell("added user " + name, password);
        return ExitCode.CONFORMS;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List users, their groups, and since when their password holds.")
    int list(@Mixin FolderOptions folders) {
        for (var account : accounts(folders).all()) {
            terminal.out()
                    .printf("%-20s %-30s %s%n", account.name(), String.join(",", account.groups()), account.changed());
        }
        return ExitCode.CONFORMS;
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Set another password; ends the user's sessions.")
    int password(
            @Mixin FolderOptions folders,
            @Parameters(paramLabel = NAME, description = "Whose password.") String name,
            @Option(names = PASSWORD_FILE, paramLabel = "FILE", description = ABOUT_FILE) @Nullable Path file)
            throws IOException {
        var password = password(file);
        change(() -> accounts(folders).password(name, password.text()));
        tell("set the password of " + name, password);
        return ExitCode.CONFORMS;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Remove a user; ends the user's sessions.")
    int remove(
            @Mixin FolderOptions folders,
            @Parameters(paramLabel = NAME, description = "Who is to be removed.") String name)
            throws IOException {
        change(() -> accounts(folders).remove(name));
        terminal.out().println("removed user " + name);
        return ExitCode.CONFORMS;
    }

    /** @param made whether it was made here and must be told */
    private record Password(String text, boolean made) {}

    private Password password(@Nullable Path file) throws IOException {
        if (file == null) {
            return new Password(Passwords.random(random), true);
        }
        var text = file.toString().equals("-")
                ? new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                : Files.readString(file);
        return new Password(text.lines().findFirst().orElse(""), false);
    }

    private void tell(String what, Password password) {
        terminal.out().println(what);
        if (password.made()) {
            terminal.out().println("password: " + password.text() + " (not kept anywhere readable: note it down)");
        }
    }

    private Accounts accounts(FolderOptions options) {
        var folders = options.folders(terminal);
        if (!Files.isDirectory(folders.keys())) {
            throw new UserError(
                    ExitCode.DATA,
                    folders.keys()
                            + ": is no folder of keys: start the server once (allmende up), or name its folders with --data and --keys");
        }
        return new Accounts(folders.keys(), PasswordHash.ITERATIONS, Clock.systemUTC(), random);
    }

    private interface Change {
        void run() throws IOException;
    }

    private static void change(Change change) throws IOException {
        try {
            change.run();
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    ExitCode.USAGE, Optional.ofNullable(e.getMessage()).orElse("refused"), e);
        }
    }
}
