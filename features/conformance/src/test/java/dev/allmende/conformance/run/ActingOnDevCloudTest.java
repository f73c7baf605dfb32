package dev.allmende.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.backup.BackupCases;
import dev.allmende.conformance.entropy.VmConsole;
import dev.allmende.conformance.instance.InstanceCases;
import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import dev.allmende.conformance.tls.TlsCases;
import dev.allmende.conformance.zone.ZoneCases;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfigs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActingOnDevCloudTest {

    @TempDir
    private @Nullable Path folder;

    @Test
    void everyTopicThatActsOrLooksAroundWorksOnAGoodCloud() throws IOException {
        var cases = new ArrayList<TestCase>();
        cases.addAll(BackupCases.all());
        cases.addAll(InstanceCases.all());
        cases.addAll(ZoneCases.all());
        cases.addAll(TlsCases.all());
        cases.add(server());
        try (var devcloud = DevCloud.start(Scenario.named("good"))) {
            var home = Objects.requireNonNull(folder);
            var file = Files.writeString(home.resolve("clouds.yaml"), devcloud.cloudsYaml());
            var configs = CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), home, home);
            try (var cloud = Clouds.open(configs.get("devcloud"), ClientOptions.standard("test"))) {
                var verdicts = new TreeMap<String, Verdict>();
                var outcomes = RealCloud.check(cloud, home.resolve("runs"), cases);
                outcomes.forEach(outcome ->
                        verdicts.put(outcome.testCase().id(), outcome.strict().verdict()));

                assertThat(verdicts)
                        .as("%s", outcomes)
                        .containsEntry("scs-0117-test-backup", Verdict.PASS)
                        .containsEntry("allmende-scs-0117-snapshot", Verdict.PASS)
                        .containsEntry("allmende-test-vm", Verdict.PASS)
                        .containsEntry("allmende-scs-0121-availability-zones", Verdict.PASS)
                        .containsEntry("allmende-580-instance-metadata", Verdict.PASS)
                        // It speaks plain http, on this machine only.
                        .containsEntry("allmende-scs-0125-https", Verdict.FAIL);
            }
        }
    }

    private static TestCase server() {
        return new TestCase(
                "allmende-test-vm",
                "a server boots",
                "none",
                "",
                TestCase.Profile.BEYOND,
                List.of(VmConsole.CONSOLE),
                (facts, rules) -> switch (facts.of(VmConsole.CONSOLE)) {
                    case Known.Unknown<?> unknown -> Judgement.abort(unknown.why());
                    case Known.Seen<?> seen -> Judgement.pass(String.valueOf(seen.value()));
                });
    }
}
