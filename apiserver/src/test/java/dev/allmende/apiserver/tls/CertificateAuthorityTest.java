package dev.allmende.apiserver.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.authn.SetClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {

    private static final Wanted.Server SERVER = Wanted.Server.local(List.of("host.example", "198.51.100.7"));

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00Z"));
    private CertificateAuthority authority;

    @BeforeEach
    void open() throws IOException {
        authority = CertificateAuthority.open(folder.resolve("pki"), clock, new SecureRandom());
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("pki").resolve(file)));
    }

    @Test
    void isMadeOnceAndKeysAreForTheOwnerAlone() throws IOException {
        authority.kept("server", SERVER);
        var again = CertificateAuthority.open(folder.resolve("pki"), clock, new SecureRandom());

        assertThat(again.certificate()).isEqualTo(authority.certificate());
        assertThat(again.certificate().getBasicConstraints()).isNotNegative();
        assertThat(mode("ca.key")).isEqualTo("rw-------");
        assertThat(mode("server.key")).isEqualTo("rw-------");
        assertThat(mode("")).isEqualTo("rwx------");
        try (var files = Files.list(folder.resolve("pki"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("ca.crt", "ca.key", "server.crt", "server.key");
        }
    }

    @Test
    void aServersCertificateHasAllItsNames() throws Exception {
        var own = authority.kept("server", SERVER).certificate();

        own.verify(authority.certificate().getPublicKey());
        assertThat(own.getSubjectAlternativeNames().stream()
                        .map(name -> name.get(1).toString()))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "host.example", "198.51.100.7");
        assertThat(own.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    @Test
    void aClientsCertificateHasUserAndGroups() throws Exception {
        var own = authority.issue(Wanted.Client.ADMIN).certificate();

        assertThat(own.getSubjectX500Principal().getName()).isEqualTo("CN=allmende-admin,O=system:masters");
        assertThat(own.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    }

    @Test
    void keepsWhatStillFits() throws IOException {
        var first = authority.kept("server", SERVER);
        var admin = authority.kept("admin", Wanted.Client.ADMIN);
        clock.pass(Duration.ofDays(400));

        assertThat(authority.kept("server", SERVER)).isEqualTo(first);
        assertThat(authority.kept("server", Wanted.Server.local(List.of("198.51.100.7", "host.example"))))
                .as("the order of names does not matter")
                .isEqualTo(first);
        assertThat(authority.kept("admin", Wanted.Client.ADMIN)).isEqualTo(admin);
    }

    @Test
    void makesAnewWhatSaysSomethingElse() throws IOException {
        var first = authority.kept("server", SERVER);
        var admin = authority.kept("admin", Wanted.Client.ADMIN);

        assertThat(authority.kept("server", Wanted.Server.local(List.of("other.example"))))
                .isNotEqualTo(first);
        assertThat(authority.kept("admin", new Wanted.Client("allmende-admin", List.of("dev"))))
                .isNotEqualTo(admin);
    }

    @Test
    void makesAnewWhatEndsWithinAYear() throws IOException {
        var first = authority.kept("server", SERVER);
        clock.pass(Duration.ofDays(820 - 364));

        var second = authority.kept("server", SERVER);

        assertThat(second).isNotEqualTo(first);
        assertThat(second.certificate().getNotAfter().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofDays(820)));
    }

    @Test
    void makesAnewWhatIsBrokenOrOfAnotherAuthority() throws IOException {
        authority.kept("server", SERVER);
        Files.writeString(folder.resolve("pki/server.key"), "junk");
        var second = authority.kept("server", SERVER);
        assertThat(authority.kept("server", SERVER)).isEqualTo(second);

        Files.copy(folder.resolve("pki/ca.key"), folder.resolve("pki/server.key"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(authority.kept("server", SERVER)).as("not its key").isNotEqualTo(second);

        Files.delete(folder.resolve("pki/ca.crt"));
        var third = authority.kept("server", SERVER);
        open();
        assertThat(authority.kept("server", SERVER)).isNotEqualTo(third);
    }

    @Test
    void anExpiredAuthoritySaysWhatToDo() {
        clock.pass(Duration.ofDays(3651));

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ca.crt: this certificate authority has expired; move the folder away");
    }

    @Test
    void namesTheFileThatIsNoCertificate() throws IOException {
        Files.writeString(folder.resolve("pki/ca.crt"), "nothing");

        assertThatThrownBy(this::open).hasMessageEndingWith("ca.crt: expected a CERTIFICATE in PEM");
    }
}
