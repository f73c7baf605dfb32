package dev.allmende.devcloud.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FaultsFileTest {

    @Test
    void aCloudBreaksAndHealsAsTheFileSaysAndAWrongFileChangesNothing(@TempDir Path folder) throws Exception {
        var file = folder.resolve("faults.yaml");
        var faults = new Faults(List.of());
        BlockingQueue<String> problems = new LinkedBlockingQueue<>();
        try (var _ = FaultsFile.watch(file, faults, problems::add)) {
            assertThat(struck(faults)).isEmpty();

            Files.writeString(file, "- {kind: status, service: compute, status: 503}\n");
            while (struck(faults).isEmpty()) {
                Thread.sleep(10);
            }
            Files.writeString(file, "- {kind: status, service: compute, status: many}\n");
            assertThat(problems.take()).contains("faults.yaml: line 1, column", "wanted a whole number");
            assertThat(struck(faults)).singleElement().isInstanceOf(Fault.Status.class);

            Files.delete(file);
            while (!struck(faults).isEmpty()) {
                Thread.sleep(10);
            }
            assertThat(problems).isEmpty();
        }
    }

    private static List<Fault> struck(Faults faults) {
        return faults.strike("compute", "GET", "/v2.1/servers");
    }
}
