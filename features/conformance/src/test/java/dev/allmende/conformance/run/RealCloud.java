package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.Secrets;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfigs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** The test bed's cloud, as clouds.yaml names it; see testbed/README.md. */
public final class RealCloud {

    private RealCloud() {}

    /** @throws IllegalStateException when the test bed is not there */
    public static Cloud open(String name) {
        var env = System.getenv();
        if (!env.containsKey("OS_CLIENT_CONFIG_FILE")) {
            throw new IllegalStateException(
                    "no test bed: run testbed/openstack-up and set OS_CLIENT_CONFIG_FILE to its clouds.yaml");
        }
        var configs = CloudConfigs.read(env, Path.of(System.getProperty("user.home")), Path.of(""));
        return Clouds.open(configs.get(name), ClientOptions.standard("test"));
    }

    /** Asks what the cases need, tells its progress on the console, and judges. */
    public static List<Outcome> check(Cloud cloud, Path journals, List<TestCase> cases) {
        var request =
                new RunRequest(RunId.make(new SecureRandom()), cases, false, RunRequest.Limits.USUAL, "allmende test");
        var result = new Runner(Clock.systemUTC(), Pause.REAL, journals, Secrets.UNKNOWN::scrub)
                .run(cloud, request, Progress.SILENT);
        if (!result.leftovers().isEmpty()) {
            throw new AssertionError("left behind: " + result.leftovers());
        }
        return Judge.all(cases, result.snapshot(), result.snapshot().header().takenAt());
    }
}
