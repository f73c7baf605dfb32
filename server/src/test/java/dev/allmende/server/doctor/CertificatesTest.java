package dev.allmende.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.tls.CertificateAuthority;
import dev.allmende.apiserver.tls.Wanted;
import dev.allmende.server.doctor.Finding.Level;
import dev.allmende.server.place.Folders;
import dev.allmende.server.place.Instance;
import dev.allmende.server.port.ListenOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    private static final Instant MADE = Instant.parse("2026-11-26T00:00:00Z");

    private @TempDir Path folder = Path.of("");

    private List<Finding> after(Duration time) throws IOException {
        var keys = folder.resolve("keys");
        if (!Files.exists(keys)) {
            CertificateAuthority.open(keys, () -> MADE, new SecureRandom())
                    .kept("server", Wanted.Server.local(List.of()));
        }
        return new Certificates()
                .of(new Patient(
                        new Folders(folder, keys),
                        ListenOn.parse(ListenOn.STANDARD),
                        new Instance.Stopped(),
                        MADE.plus(time)));
    }

    private List<Level> levels(Duration time) throws IOException {
        return after(time).stream().map(Finding::level).toList();
    }

    @Test
    void goodOnesAreGood() throws IOException {
        assertThat(levels(Duration.ofDays(1))).containsExactly(Level.OK, Level.OK);
    }

    @Test
    void oneThatExpiresSoonIsRemarked() throws IOException {
        assertThat(levels(Duration.ofDays(800))).containsExactly(Level.OK, Level.REMARK);
    }

    @Test
    void expiredOnesAreFaultsThatSayHowTheyAreRenewed() throws IOException {
        var findings = after(Duration.ofDays(3651));
        assertThat(findings).extracting(Finding::level).containsExactly(Level.FAULT, Level.FAULT);
        assertThat(findings.getFirst().remedy()).contains("ca.crt", "hand out the new kubeconfig");
        assertThat(findings.getLast().remedy()).contains("start the server again");
    }

    @Test
    void aClockBeforeTheirTimeIsToBlame() throws IOException {
        assertThat(after(Duration.ofDays(-400)))
                .allSatisfy(finding -> assertThat(finding.remedy()).isEqualTo("set the machine's clock"));
    }

    @Test
    void whatIsNoCertificateIsAFault() throws IOException {
        after(Duration.ZERO);
        Files.writeString(folder.resolve("keys/server.crt"), "nonsense");
        assertThat(levels(Duration.ofDays(1))).containsExactly(Level.OK, Level.FAULT);
    }

    @Test
    void theWorstFindingDecidesTheExitCode() {
        var ok = Finding.ok("a", "fine");
        var remark = Finding.remark("a", "hm", "look");
        var unknown = Finding.unknown("a", "?", "run as root");
        var fault = Finding.fault("a", "broken", "mend");
        assertThat(DoctorCommand.exitCode(List.of(ok, remark))).isZero();
        assertThat(DoctorCommand.exitCode(List.of(ok, unknown, remark))).isEqualTo(2);
        assertThat(DoctorCommand.exitCode(List.of(fault, unknown))).isEqualTo(1);
    }
}
