package dev.allmende.server.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Main;
import dev.allmende.cli.Terminal;
import dev.allmende.server.shell.account.Accounts;
import dev.allmende.server.shell.account.PasswordHash;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path data = Path.of("");

    UserCommandTest() {}

    private int run(String... args) {
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, false, 100, Map.of());
        return Main.run(terminal, dev.allmende.server.Main.COMMANDS, args);
    }

    private Accounts accounts() {
        return new Accounts(data.resolve("keys"), PasswordHash.ITERATIONS, Clock.systemUTC(), new SecureRandom());
    }

    @Test
    void usersAreAddedListedChangedAndRemoved() throws Exception {
        Files.createDirectories(data.resolve("keys"));
        var file = Files.writeString(data.resolve("password"), "correct horse battery\nsecond line\n");
        var folder = data.toString();

        assertThat(run("user", "add", "anna", "--group", "team", "--group", "staff", "--data", folder))
                .isZero();
        var made = Pattern.compile("password: (\\S+)").matcher(out.toString());
        assertThat(made.find()).isTrue();
        assertThat(accounts()
                        .find("anna")
                        .orElseThrow()
                        .password()
                        .fits(made.group(1).toCharArray()))
                .isTrue();

        assertThat(run("user", "password", "anna", "--password-file", file.toString(), "--data", folder))
                .isZero();
        assertThat(accounts().find("anna").orElseThrow().password().fits("correct horse battery".toCharArray()))
                .isTrue();

        assertThat(run("user", "list", "--data", folder)).isZero();
        assertThat(out.toString()).contains("anna", "team,staff").doesNotContain("correct horse");

        assertThat(run("user", "remove", "anna", "--data", folder)).isZero();
        assertThat(accounts().all()).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsSaidInALine() throws Exception {
        Files.createDirectories(data.resolve("keys"));
        var folder = data.toString();
        assertThat(run("user", "remove", "nobody", "--data", folder)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("there is no user nobody: allmende user list shows them");
        assertThat(run("user", "add", "system:admin", "--data", folder)).isEqualTo(ExitCode.USAGE);
        assertThat(run("user", "list", "--data", data.resolve("elsewhere").toString()))
                .isEqualTo(ExitCode.DATA);
        assertThat(err.toString()).contains("is no folder of keys: start the server once");
    }
}
