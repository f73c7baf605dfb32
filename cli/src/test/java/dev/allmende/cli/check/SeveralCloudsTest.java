package dev.allmende.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Ran;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several clouds in one run: {@code good} conforms, {@code bad} does not, {@code locked} and
 * {@code locked-too} refuse the login. */
@NullMarked
class SeveralCloudsTest {

    private @TempDir Path folder = Path.of("");
    private final DevCloud good = DevCloud.start(Scenario.named("good"));
    private final DevCloud bad = DevCloud.start(Scenario.named("demo"));

    @BeforeEach
    void writesCloudsYaml() throws IOException {
        Files.writeString(
                folder.resolve("clouds.yaml"),
                "clouds:\n" + cloud("good", good, "demo-password") + cloud("bad", bad, "demo-password")
                        + cloud("locked", good, "wrong") + cloud("locked-too", bad, "wrong"));
    }

    @AfterEach
    void stopsClouds() {
        good.close();
        bad.close();
    }

    @Test
    void eachCloudGetsItsReportInTheOrderAskedFor() {
        var ran = check("--cloud", "good", "--cloud", "bad");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DOES_NOT_CONFORM);
        assertThat(ran.out()).containsSubsequence("good passes the test cases", "bad does not pass the test cases");
    }

    @Test
    void oneThatRefusesTheLoginDoesNotKeepTheOthersFromBeingJudged() {
        var ran = check("--cloud", "locked,good");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(ran.out()).contains("good passes the test cases");
        assertThat(ran.err()).contains("error: locked: ").contains("password");
    }

    @Test
    void whenAllRefuseForOneReasonTheExitCodeSaysIt() {
        var ran = check("--cloud", "locked", "--cloud", "locked-too");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.err()).contains("error: locked: ").contains("error: locked-too: ");
    }

    @Test
    void filesCarryTheNameOfTheCloud() {
        var page = folder.resolve("{cloud}.html");
        var snapshot = folder.resolve("{cloud}.json.gz");
        var ran = check("--cloud", "good", "--cloud", "bad", "-o", "" + page, "--record", "" + snapshot);
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DOES_NOT_CONFORM);
        assertThat(folder.resolve("good.html")).content().contains("good passes");
        assertThat(folder.resolve("bad.html")).content().contains("bad does not pass");
        assertThat(folder.resolve("bad.json.gz")).exists();
    }

    @Test
    void oneFileForSeveralCloudsIsRefusedBeforeAnyIsAsked() {
        var ran = check("--cloud", "good", "--cloud", "bad", "-o", "html=report.html");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("report.html").contains("{cloud}");
        assertThat(check("--cloud", "good,bad", "-o", "json").err()).contains("json={cloud}.json");
        assertThat(good.requests() + bad.requests()).isZero();
    }

    @Test
    void reportsForTheComplianceMonitorFollowEachOther() {
        var ran = check("--cloud", "good", "--cloud", "bad", "-o", "yaml");
        assertThat(ran.out().lines().filter("---"::equals)).hasSize(2);
        assertThat(ran.out()).containsSubsequence("subject: good", "subject: bad");
    }

    private Ran check(String... args) {
        var all = new String[args.length + 4];
        System.arraycopy(new String[] {"check", "iaas", "--section", "light"}, 0, all, 0, 4);
        System.arraycopy(args, 0, all, 4, args.length);
        return Ran.with(
                Map.of(
                        "XDG_STATE_HOME",
                        folder.toString(),
                        "OS_CLIENT_CONFIG_FILE",
                        folder.resolve("clouds.yaml").toString()),
                all);
    }

    private static String cloud(String name, DevCloud cloud, String password) {
        return """
                  %s:
                    region_name: RegionOne
                    auth:
                      auth_url: %s
                      username: demo
                      password: %s
                      user_domain_name: Default
                      project_name: demo
                      project_domain_name: Default
                """.formatted(name, cloud.authUrl(), password);
    }
}
