package dev.allmende.cli.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a person is asked, and when not. */
class SignInTest {

    private static final Optional<String> NOBODY = Optional.of("allmende login --issuer X");
    private static final Optional<String> SOMEBODY = Optional.empty();

    private @TempDir Path folder = Path.of("");
    private final StringWriter err = new StringWriter();
    private Instant now = Clock.systemUTC().instant();
    private DeviceIssuer issuer;

    @BeforeEach
    void start() throws Exception {
        issuer = new DeviceIssuer(folder);
    }

    @AfterEach
    void stop() {
        issuer.close();
        assertThat(err.toString()).matches(text -> !DeviceIssuer.showsSecret(text));
    }

    private Tokens signIn(Optional<String> otherwise) throws Exception {
        var keep = new Keep(folder.resolve("logins"));
        return new SignIn(keep, () -> now, time -> now = now.plus(time), new SecureRandom(), new PrintWriter(err, true))
                .tokens(issuer.client(), otherwise);
    }

    private void later() {
        now = now.plus(Duration.ofMinutes(5));
    }

    @Test
    void aTokenThatIsGoodIsUsedAgainWithoutAskingAnybody() throws Exception {
        var first = signIn(SOMEBODY);
        issuer.close();
        assertThat(signIn(NOBODY).id()).isEqualTo(first.id());
    }

    @Test
    void theNextTokenComesForTheRefreshTokenWhichMayBeGoodForOneUse() throws Exception {
        var first = signIn(SOMEBODY);
        issuer.asked.clear();
        later();
        issuer.lifetimeOfTokens = Duration.ofMinutes(10);
        var second = signIn(NOBODY);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(issuer.asked("/device")).isEmpty();
        later();
        issuer.lifetimeOfTokens = Duration.ofMinutes(15);
        assertThat(signIn(NOBODY).refresh()).isPresent().isNotEqualTo(second.refresh());
    }

    @Test
    void whatIsKeptIsForItsOwnerAlone() throws Exception {
        signIn(SOMEBODY);
        var logins = folder.resolve("logins");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logins)))
                .isEqualTo("rwx------");
        try (var files = Files.list(logins)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void whereTheSessionIsOverAPersonIsAskedOrTheRemedyTold() throws Exception {
        signIn(SOMEBODY);
        later();
        issuer.endSessions();
        assertThatThrownBy(() -> signIn(NOBODY)).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.getMessage()).contains("not signed in", "run: allmende login --issuer X");
            assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
        });
        issuer.lifetimeOfTokens = Duration.ofMinutes(15);
        assertThat(signIn(SOMEBODY).user()).isEqualTo("carla");
        assertThat(err.toString()).contains("WDJB-MJHT");
    }

    @Test
    void whereNobodyCanBeAskedTheIssuerIsNotTroubled() {
        assertThatThrownBy(() -> signIn(NOBODY)).hasMessageContaining("not signed in");
        assertThat(issuer.asked).isEmpty();
    }

    @Test
    void anIssuerThatIsDownDoesNotCostTheLogin() throws Exception {
        signIn(SOMEBODY);
        later();
        issuer.fail(503);
        assertThatThrownBy(() -> signIn(NOBODY))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.UNAVAILABLE));
        issuer.lifetimeOfTokens = Duration.ofMinutes(15);
        assertThat(signIn(NOBODY).user()).isEqualTo("carla");
    }

    @Test
    void withoutARefreshTokenAPersonIsAskedEachTime() throws Exception {
        issuer.refreshes = false;
        signIn(SOMEBODY);
        later();
        assertThatThrownBy(() -> signIn(NOBODY)).hasMessageContaining("not signed in");
    }

    @Test
    void aBrokenFileIsAsNone() throws Exception {
        signIn(SOMEBODY);
        try (var files = Files.newDirectoryStream(folder.resolve("logins"), "*.json")) {
            for (var file : files) {
                Files.writeString(file, "{\"expires\": \"soon\"");
            }
        }
        assertThatThrownBy(() -> signIn(NOBODY)).hasMessageContaining("not signed in");
        assertThat(signIn(SOMEBODY).user()).isEqualTo("carla");
    }
}
