package dev.allmende.server.shell.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.cli.UserError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class GitHubOptionsTest {

    @TempDir
    private Path folder = Path.of("");

    GitHubOptionsTest() {}

    private static Optional<GitHubSettings> read(String... options) throws IOException {
        return CommandLine.populateCommand(new GitHubOptions(), options).settings(Optional.empty());
    }

    private String secret() throws IOException {
        return "--github-client-secret-file=" + Files.writeString(folder.resolve("secret"), "hush hush\n");
    }

    @Test
    void withoutAnApplicationThereIsNone() throws IOException {
        assertThat(read()).isEmpty();
    }

    @Test
    void thePublicGitHubNeedsNoAddresses() throws IOException {
        var settings = read("--github-client-id=Iv1.x", secret(), "--github-organization=Acme")
                .orElseThrow();
        assertThat(settings.web()).isEqualTo(URI.create("https://github.com"));
        assertThat(settings.api()).isEqualTo(URI.create("https://api.github.com"));
        assertThat(settings.clientSecret()).isEqualTo("hush hush");
        assertThat(settings.organizations()).containsExactly("acme");
        assertThat(settings.name()).isEqualTo("GitHub");
    }

    @Test
    void aGitHubOfOnesOwnHasItsApiBelowIt() throws IOException {
        var settings = read(
                        "--github-client-id=x",
                        secret(),
                        "--github-organization=a",
                        "--github-url=https://git.example/")
                .orElseThrow();
        assertThat(settings.api()).isEqualTo(URI.create("https://git.example/api/v3"));
        assertThat(settings.name()).isEqualTo("git.example");
    }

    @Test
    void whatIsWrongIsSaidWithItsOption() {
        refused("--github-client-secret-file", "--github-client-id=x");
        refused("--github-organization", "--github-client-id=x", "SECRET");
        refused(
                "must be an https address",
                "--github-client-id=x",
                "SECRET",
                "--github-organization=a",
                "--github-url=http://x");
        refused("--github-prefix", "--github-client-id=x", "SECRET", "--github-organization=a", "--github-prefix=");
        refused(
                "--github-prefix",
                "--github-client-id=x",
                "SECRET",
                "--github-organization=a",
                "--github-prefix=system:");
    }

    private void refused(String message, String... options) {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < options.length; i++) {
                        options[i] = options[i].equals("SECRET") ? secret() : options[i];
                    }
                    read(options);
                })
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message);
    }
}
