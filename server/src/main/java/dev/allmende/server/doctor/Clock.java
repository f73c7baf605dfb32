package dev.allmende.server.doctor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The machine's clock: tokens, certificates and leases are judged by it. */
final class Clock implements Examination {

    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** adjtimex(2): what it returns while nothing keeps the clock right. */
    private static final int UNSYNCHRONISED = 5;

    /** More than struct timex needs; all zero asks and sets nothing. */
    private static final int TIMEX_BYTES = 512;

    @Override
    public String topic() {
        return "clock";
    }

    @Override
    public List<Finding> of(Patient patient) throws IOException {
        List<Finding> findings = new ArrayList<>();
        var objects = patient.folders().objects();
        if (Files.exists(objects)) {
            var written = Files.getLastModifiedTime(objects).toInstant();
            if (written.isAfter(patient.now().plus(TOLERANCE))) {
                findings.add(Finding.fault(
                        topic(),
                        "says %s, but %s was written at %s".formatted(patient.now(), objects, written),
                        "set the machine's clock"));
            }
        }
        findings.add(kernel(patient));
        return findings;
    }

    private Finding kernel(Patient patient) {
        try {
            return adjtimex() == UNSYNCHRONISED
                    ? Finding.remark(
                            topic(),
                            "the kernel says that nothing keeps it right",
                            "run an NTP client (chrony, systemd-timesyncd), here or on the machine below")
                    : Finding.ok(topic(), "kept right, " + patient.now());
        } catch (Throwable notLinux) {
            return Finding.unknown(topic(), "cannot be asked: " + notLinux, "see that an NTP client runs");
        }
    }

    @SuppressWarnings("restricted")
    private static int adjtimex() throws Throwable {
        var linker = Linker.nativeLinker();
        var function = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("adjtimex"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (var arena = Arena.ofConfined()) {
            return (int) function.invokeExact(arena.allocate(TIMEX_BYTES, Long.BYTES));
        }
    }
}
