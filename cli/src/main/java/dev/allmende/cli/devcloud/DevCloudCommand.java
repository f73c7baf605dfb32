package dev.allmende.cli.devcloud;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.FaultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the emulator until it is stopped. */
@Command(
        name = "devcloud",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Run an OpenStack emulator on 127.0.0.1 until Ctrl-C: for demos, training and tests.")
public final class DevCloudCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            defaultValue = "demo",
            description = "demo, good, big, or a scenario file. Default: ${DEFAULT-VALUE}.")
    private String scenario = "demo";

    @Option(names = "--port", defaultValue = "0", description = "TCP port; 0 (the default) takes a free one.")
    private int port;

    @Option(
            names = "--clouds-yaml",
            paramLabel = "FILE",
            defaultValue = "devcloud-clouds.yaml",
            description = "Where to write the logins, readable by you only. Default: ${DEFAULT-VALUE}.")
    private Path cloudsYaml = Path.of("devcloud-clouds.yaml");

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            defaultValue = "devcloud-faults.yaml",
            description = "What goes wrong while it runs, as under faults of a scenario; read when it changes."
                    + " Default: ${DEFAULT-VALUE}, which need not exist.")
    private Path faults = Path.of("devcloud-faults.yaml");

    private final Terminal terminal;

    public DevCloudCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        try (var cloud = DevCloud.start(Scenarios.named(scenario), port, Clock.systemUTC());
                var _ = FaultsFile.watch(faults, cloud.faults(), terminal.err()::println)) {
            write(cloud.cloudsYaml());
            terminal.out().println("OpenStack emulator at " + cloud.authUrl() + "; stop it with Ctrl-C. Use it by");
            terminal.out()
                    .println("  export OS_CLIENT_CONFIG_FILE=" + cloudsYaml.toAbsolutePath() + " OS_CLOUD=devcloud");
            terminal.out().flush();
            new CountDownLatch(1).await();
        }
        return ExitCode.CONFORMS;
    }

    private void write(String text) throws IOException {
        Files.deleteIfExists(cloudsYaml);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(cloudsYaml, owner);
        Files.writeString(cloudsYaml, text);
    }
}
