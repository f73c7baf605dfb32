package dev.allmende.e2e.central;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.e2e.Allmende.Ended;
import dev.allmende.e2e.client.Clients;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A release of the chart in examples/, as a person handles it with helm and kubectl. */
record Release(Clients clients, String name) {

    private static final String CHART = Path.of(System.getProperty("allmende.root", ".."))
            .resolve("examples/chart-three-tier")
            .toAbsolutePath()
            .normalize()
            .toString();
    private static final String PATIENCE = "150s";

    /** @param values such as {@code web.count=3} */
    Ended install(String... values) throws Exception {
        return clients.helm(with(List.of("install", name, CHART), values));
    }

    Ended upgrade(String... values) throws Exception {
        return clients.helm(with(List.of("upgrade", name, CHART, "--reuse-values"), values));
    }

    private static String[] with(List<String> command, String... values) {
        return Stream.concat(command.stream(), Stream.of(values).flatMap(value -> Stream.of("--set", value)))
                .toArray(String[]::new);
    }

    /** Returns when all its objects are gone that it does not leave there. */
    void uninstall() throws Exception {
        works(clients.helm("uninstall", name, "--wait", "--timeout", PATIENCE));
    }

    /** Returns when all its objects are ready, as they are now: their names, such as {@code server.compute.allmende.dev/web}. */
    List<String> awaitReady() throws Exception {
        var met = " condition met";
        var lines = kubectl("wait", "allmende", "-l", label(), "--for=condition=Ready", "--timeout=" + PATIENCE)
                .lines()
                .toList();
        assertThat(lines).allMatch(line -> line.endsWith(met));
        return lines.stream().map(line -> line.replace(met, "")).toList();
    }

    /** Names of the objects that are there. */
    List<String> objects() throws Exception {
        return kubectl("get", "allmende", "-l", label(), "-o", "name").lines().toList();
    }

    String kubectl(String... args) throws Exception {
        return works(clients.kubectl(args));
    }

    private String label() {
        return "app.kubernetes.io/instance=" + name;
    }

    /** What it printed; it must have ended well. */
    static String works(Ended ended) {
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
        return ended.out();
    }
}
