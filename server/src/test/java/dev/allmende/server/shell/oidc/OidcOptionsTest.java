package dev.allmende.server.shell.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.cli.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class OidcOptionsTest {

    @TempDir
    private Path folder = Path.of("");

    OidcOptionsTest() {}

    private static Optional<OidcSettings> read(String... options) throws IOException {
        return CommandLine.populateCommand(new OidcOptions(), options).settings();
    }

    @Test
    void withoutAnIssuerThereIsNone() throws IOException {
        assertThat(read()).isEmpty();
    }

    @Test
    void anIssuersUsersAndGroupsHaveAPrefixUnlessAnotherIsWanted() throws IOException {
        var settings = read("--oidc-issuer=https://login.example/realms/x", "--oidc-client-id=allmende")
                .orElseThrow();
        assertThat(settings.issuer().username().name()).isEqualTo("preferred_username");
        assertThat(settings.issuer().username().prefix()).isEqualTo("oidc:");
        assertThat(settings.issuer().groups().orElseThrow().prefix()).isEqualTo("oidc:");
        assertThat(settings.issuer().audiences()).containsExactly("allmende");
        assertThat(settings.name()).isEqualTo("login.example");
        assertThat(settings.clientSecret()).isEmpty();
    }

    @Test
    void theSecretComesFromItsFileAndIsNotTold() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "hush hush\n");
        var settings = read(
                        "--oidc-issuer=https://login.example",
                        "--oidc-client-id=allmende",
                        "--oidc-client-secret-file=" + file)
                .orElseThrow();
        assertThat(settings.clientSecret()).isEqualTo("hush hush");
        assertThat(settings.toString()).doesNotContain("hush");
    }

    @Test
    void whatIsWrongIsSaidWithItsOption() throws IOException {
        assertThatThrownBy(() -> read("--oidc-issuer=https://login.example"))
                .isInstanceOf(UserError.class)
                .hasMessage("--oidc-issuer: needs --oidc-client-id too");
        assertThatThrownBy(() -> read("--oidc-issuer=http://login.example", "--oidc-client-id=a"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("must be an https address");
        var file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
        assertThatThrownBy(() -> read("--oidc-issuer=https://login.example", "--oidc-client-id=a", "--oidc-ca=" + file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ca.pem");
        assertThatThrownBy(() -> read(
                        "--oidc-issuer=https://login.example",
                        "--oidc-client-id=a",
                        "--oidc-client-secret-file=" + folder.resolve("absent")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
