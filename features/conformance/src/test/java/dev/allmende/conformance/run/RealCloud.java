package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.Secrets;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.CloudConfigs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The test bed's cloud, as clouds.yaml names it; see testbed/README.md. */
public final class RealCloud {

    private RealCloud() {}

    /** @throws IllegalStateException when the test bed is not there */
    public static Cloud open(String name) {
        return Clouds.open(config(name), ClientOptions.standard("test"));
    }

    /** @throws IllegalStateException when the test bed is not there */
    public static CloudConfig config(String name) {
        var env = System.getenv();
        if (!env.containsKey("OS_CLIENT_CONFIG_FILE")) {
            throw new IllegalStateException(
                    "no test bed: run testbed/openstack-up and set OS_CLIENT_CONFIG_FILE to its clouds.yaml");
        }
        var configs = CloudConfigs.read(env, Path.of(System.getProperty("user.home")), Path.of(""));
        return configs.get(name);
    }

    /** As below, with an administrator's login beside it. */
    public static List<Outcome> check(Cloud cloud, CloudConfig admin, Path journals, List<TestCase> cases) {
        var options = ClientOptions.standard("test");
        try (var adminCloud = Clouds.open(admin, options)) {
            return check(cloud, Optional.of(Admin.of(adminCloud, admin, options)), journals, cases);
        }
    }

    /** Asks what the cases need, tells its progress on the console, and judges. */
    public static List<Outcome> check(Cloud cloud, Path journals, List<TestCase> cases) {
        return check(cloud, Optional.empty(), journals, cases);
    }

    private static List<Outcome> check(Cloud cloud, Optional<Admin> admin, Path journals, List<TestCase> cases) {
        var request =
                new RunRequest(RunId.make(new SecureRandom()), cases, false, RunRequest.Limits.USUAL, "allmende test");
        var result = new Runner(Clock.systemUTC(), Pause.REAL, journals, Secrets.UNKNOWN::scrub)
                .run(cloud, admin, request, Progress.SILENT);
        if (!result.leftovers().isEmpty()) {
            throw new AssertionError("left behind: " + result.leftovers());
        }
        return Judge.all(cases, result.snapshot(), result.snapshot().header().takenAt());
    }
}
