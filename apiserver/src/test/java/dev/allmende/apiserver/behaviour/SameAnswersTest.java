package dev.allmende.apiserver.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.ApiServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded server's answers to the requests of {@code testbed/kubernetes-compare} against those that a real
 * kube-apiserver gave. Needs Python 3 and two minutes, for the watches among the requests.
 */
@Tag("real")
class SameAnswersTest {

    private static final Path ROOT = Path.of(System.getProperty("allmende.root", ".."));
    private static final Path COMPARE = ROOT.resolve("testbed/kubernetes-compare");

    @TempDir
    Path folder;

    @Test
    void everyDifferenceFromAKubeApiserverIsExplained() throws Exception {
        var kubeconfig = folder.resolve("kubeconfig");
        var answers = folder.resolve("answers.json");
        try (var server =
                ApiServer.in(folder.resolve("data")).listen("127.0.0.1", 0).start()) {
            server.kubeconfig("allmende").write(kubeconfig);
            run("record", "--patience", "5", "--kubeconfig", kubeconfig.toString(), "-o", answers.toString());
        }
        var differences = ROOT.resolve("apiserver/DIFFERENCES.md").toString();
        var recorded = COMPARE.resolve("kube-1.35.4.json.gz").toString();
        assertThat(run("compare", "--allow", differences, recorded, answers.toString()))
                .contains(" 0 unexplained differences");
    }

    private String run(String program, String... arguments) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(List.of("python3", COMPARE.resolve(program).toString()));
        command.addAll(List.of(arguments));
        var output = folder.resolve(program + ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
