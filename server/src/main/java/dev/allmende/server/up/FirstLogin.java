package dev.allmende.server.up;

import dev.allmende.apiserver.tls.Pem;
import dev.allmende.server.shell.ShellSettings;
import dev.allmende.server.shell.account.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The administrator's password for the pages, made at the first start. It goes to a file of the keys folder and not to the
 * terminal, which a service manager would keep in its log.
 */
final class FirstLogin {

    static final String USER = Accounts.ADMINISTRATOR;

    private FirstLogin() {}

    /** Where the password lies; empty once the file was removed. */
    static Optional<Path> passwordFile(ShellSettings shell) throws IOException {
        var file = shell.accounts().firstPassword();
        var made = shell.accounts().firstAdministrator();
        if (made.isPresent()) {
            Pem.writeSecret(file, made.get() + "\n");
        }
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
}
