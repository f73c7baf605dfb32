package dev.allmende.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user meets before any cloud is asked. */
@NullMarked
class CommandLineTest {

    @Test
    void withoutArgumentsShowsTheHelp() {
        var ran = Ran.of();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Usage: allmende").contains("check iaas --demo");
    }

    @Test
    void aWrongCommandNamesTheNearestAndTheHelp() {
        var ran = Ran.of("chekc");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("chekc").contains("check");
    }

    @Test
    void aWrongOptionIsAUsageErrorOfOneLineAndAHint() {
        var ran = Ran.of("check", "iaas", "--modus", "strict");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--modus");
    }

    @Test
    void aWrongModeNamesTheModes() {
        var ran = Ran.of("check", "iaas", "--mode", "lenient");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).containsIgnoringCase("upstream").containsIgnoringCase("strict");
    }

    @Test
    void anUnknownFormatNamesTheFormatsBeforeAnyCloudIsAsked() {
        var ran = Ran.of("check", "iaas", "-o", "pdf");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("pdf").contains("sarif").contains("junit");
    }

    @Test
    void aBrokenPatternNamesThePosition() {
        var ran = Ran.of("check", "iaas", "--only", "scs-(");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--only").contains("position");
    }

    @Test
    void anUnknownVersionNamesTheVersions() {
        var ran = Ran.of("check", "iaas", "--version", "v99");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("v99").contains("v5.1");
    }

    @Test
    void aDateBeforeAllPeriodsSaysWhatToDo() {
        var ran = Ran.of("check", "iaas", "--date", "2020-01-01");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("2020-01-01").contains("--date");
    }

    @Test
    void anUnknownSectionNamesTheSections() {
        var ran = Ran.of("check", "iaas", "--section", "night");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("night").contains("light, medium, heavy");
    }

    @Test
    void aNumberOfRetriesThatMakesNoSenseIsRefused() {
        var ran = Ran.of("check", "iaas", "--retries", "-1");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--retries");
    }

    @Test
    void demoReplayAndCloudExcludeEachOther() {
        var ran = Ran.of("check", "iaas", "--replay", "x.json", "--cloud", "prod");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--replay and --cloud");
    }

    @Test
    void aBrokenScopeFileNamesFileLineAndColumn(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("scope.yaml"), "name: x\nversions: [\n");
        var ran = Ran.of("check", "iaas", "--scope", file.toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DATA);
        assertThat(ran.err()).contains("scope.yaml").containsPattern("line 3|:3:");
    }

    @Test
    void aBrokenCloudsYamlNamesFileLineAndColumn(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("clouds.yaml"), "clouds:\n  prod:\n\tauth: {}\n");
        var ran = Ran.with(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), "check", "iaas", "--cloud", "prod");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.CONFIG);
        assertThat(ran.err()).contains("clouds.yaml").containsPattern("line 3|:3:");
    }

    @Test
    void anUnknownCloudNamesTheKnownOnes(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("clouds.yaml"), "clouds:\n  prod:\n    auth: {auth_url: 'http://127.0.0.1:9/v3'}\n");
        var ran = Ran.with(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), "check", "iaas", "--cloud", "pord");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.CONFIG);
        assertThat(ran.err()).contains("pord").contains("prod");
    }

    @Test
    void aCloudThatDoesNotAnswerIsUnavailableInOneLine(@TempDir Path folder) throws IOException {
        // Port 9 (discard) of loopback: nothing listens there.
        var file = Files.writeString(folder.resolve("clouds.yaml"), """
                clouds:
                  prod:
                    auth:
                      auth_url: http://127.0.0.1:9/v3
                      username: u
                      password: secret-of-prod
                      project_name: p
                      user_domain_name: Default
                      project_domain_name: Default
                """);
        var ran = Ran.with(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), "check", "iaas", "--cloud", "prod");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(ran.err().strip().lines()).hasSize(1);
        assertThat(ran.err()).contains("prod").contains("http://127.0.0.1:9").doesNotContain("secret-of-prod");
    }

    @Test
    void explainsATestCaseAndSuggestsNearOnes() {
        assertThat(Ran.of("check", "explain", "scs-0100-syntax-check").out()).contains("scs-0100-v3");
        var ran = Ran.of("check", "explain", "syntax-check");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("scs-0100-syntax-check");
    }

    @Test
    void listsEveryTestCaseWithWhatItTakes() {
        var ran = Ran.of("check", "list");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("scs-0103-flavor-1v-4").contains("reads").contains("v5.1");
    }

    @Test
    void completionCoversTheCommands() {
        assertThat(Ran.of("generate-completion").out())
                .contains("check")
                .contains("iaas")
                .contains("--read-only");
    }
}
