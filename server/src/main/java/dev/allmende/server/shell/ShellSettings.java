package dev.allmende.server.shell;

import dev.allmende.server.shell.account.Accounts;
import dev.allmende.server.shell.account.PasswordHash;
import dev.allmende.server.shell.login.Sessions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * What the pages are made with.
 *
 * @param issuers where people may sign in besides
 * @param hashing iterations for new passwords, see {@link PasswordHash#ITERATIONS}
 * @param version of the program
 */
public record ShellSettings(
        Accounts accounts,
        Issuers issuers,
        Sessions.Limits sessions,
        int hashing,
        String version,
        Clock clock,
        SecureRandom random) {

    /** @param keys folder of everything secret */
    public static ShellSettings of(Path keys, Issuers issuers, String version, Clock clock) {
        var random = new SecureRandom();
        return new ShellSettings(
                new Accounts(keys, PasswordHash.ITERATIONS, clock, random),
                issuers,
                Sessions.Limits.STANDARD,
                PasswordHash.ITERATIONS,
                version,
                clock,
                random);
    }
}
