package dev.allmende.server.doctor;

import dev.allmende.cli.Terminal;
import dev.allmende.server.doctor.Finding.Level;
import dev.allmende.server.place.FolderOptions;
import dev.allmende.server.place.Instance;
import dev.allmende.server.port.ListenOn;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for what could keep a server from working. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Look for what could keep a server from working, and say what to do. Changes nothing.",
            "Exit codes: 0 all well, remarks included; 1 at least one fault; 2 something could not be examined."
        })
public final class DoctorCommand implements Callable<Integer> {

    static final int WELL = 0;
    static final int FAULTS = 1;
    static final int UNSURE = 2;

    private static final List<Examination> ALL = List.of(
            new JavaRuntime(),
            new Permissions(),
            new Keys(),
            new Certificates(),
            new Disk(),
            new Objects(),
            new Clock(),
            new Server());

    @Mixin
    private FolderOptions options = new FolderOptions();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = ListenOn.STANDARD,
            description = "Where a server is to listen. Default: ${DEFAULT-VALUE}.")
    private String listen = ListenOn.STANDARD;

    private final Terminal terminal;

    public DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folders = options.folders(terminal);
        var patient = new Patient(folders, ListenOn.parse(listen), Instance.state(folders.data()), Instant.now());
        List<Finding> findings = new ArrayList<>();
        for (var examination : ALL) {
            findings.addAll(examined(examination, patient));
        }
        findings.forEach(this::print);
        terminal.out().flush();
        return exitCode(findings);
    }

    private static List<Finding> examined(Examination examination, Patient patient) throws InterruptedException {
        try {
            return examination.of(patient);
        } catch (IOException | UnsupportedOperationException e) {
            return List.of(Finding.unknown(
                    examination.topic(), "could not be examined: " + e, "run doctor as the user who runs the server"));
        }
    }

    static int exitCode(List<Finding> findings) {
        var levels = findings.stream().map(Finding::level).toList();
        if (levels.contains(Level.FAULT)) {
            return FAULTS;
        }
        return levels.contains(Level.UNKNOWN) ? UNSURE : WELL;
    }

    private void print(Finding finding) {
        var out = terminal.out();
        out.printf("%-8s %-13s %s%n", finding.level(), finding.topic(), finding.found());
        if (!finding.remedy().isEmpty()) {
            out.printf("%-8s %-13s -> %s%n", "", "", finding.remedy());
        }
    }
}
