package dev.allmende.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Within one process; two processes meet in e2e. */
class InstanceTest {

    private @TempDir Path data = Path.of("");

    @Test
    void tellsAboutItselfWhatOthersRead() {
        var info = new Instance.Info(4711, "https://[::1]:6443", "0.1.0", Instant.parse("2026-11-26T00:00:00Z"));
        assertThat(Instance.Info.parse(info.text())).isEqualTo(info);
    }

    @Test
    void readsPastLinesThatItDoesNotKnow() {
        assertThat(Instance.Info.parse("pid: 7\nodd\ncolour: red\n").pid()).isEqualTo(7);
    }

    @Test
    void nothingRunsOnAFolderThatIsEmptyOrWasLeft() throws Exception {
        assertThat(Instance.state(data)).isInstanceOf(Instance.Stopped.class);
        Instance.claim(data).close();
        assertThat(Instance.state(data)).isInstanceOf(Instance.Stopped.class);
    }

    @Test
    void whatAKilledOneSaidIsForgotten() throws IOException, InterruptedException, Instance.Taken {
        Files.writeString(data.resolve("run.info"), "pid: 7\n");
        try (var _ = Instance.claim(data)) {
            assertThat(data.resolve("run.info")).doesNotExist();
        }
    }
}
