package dev.allmende.server.shell.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccountsTest {

    private static final int QUICK = 500;

    @TempDir
    private Path keys = Path.of("");

    AccountsTest() {}

    private Accounts accounts() {
        return new Accounts(keys, QUICK, Clock.systemUTC(), new SecureRandom());
    }

    @Test
    void theFirstAdministratorIsMadeOnce() throws Exception {
        var password = accounts().firstAdministrator().orElseThrow();
        var admin = accounts().find("admin").orElseThrow();
        assertThat(admin.password().fits(password.toCharArray())).isTrue();
        assertThat(admin.user().groups()).containsExactly("system:masters", "system:authenticated");
        assertThat(accounts().firstAdministrator()).isEmpty();
        accounts().remove("admin");
        assertThat(accounts().firstAdministrator()).isEmpty();
    }

    @Test
    void theFirstPasswordsFileGoesWhenAnotherIsSet() throws Exception {
        var accounts = accounts();
        accounts.firstAdministrator();
        Files.writeString(accounts.firstPassword(), "secret");
        accounts.add("anna", List.of(), "correct horse battery");
        accounts.password("anna", "another password");
        assertThat(accounts.firstPassword()).exists();
        accounts.password("admin", "another password");
        assertThat(accounts.firstPassword()).doesNotExist();
    }

    @Test
    void theFileIsForItsOwnerAndHoldsNoPassword() throws Exception {
        accounts().add("anna", List.of("team"), "correct horse battery");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("users.json"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(keys.resolve("users.json"))).doesNotContain("correct horse");
    }

    @Test
    void anotherProcessesChangeIsSeen() throws Exception {
        var server = accounts();
        assertThat(server.find("anna")).isEmpty();
        accounts().add("anna", List.of("team"), "correct horse battery");
        assertThat(server.find("anna").orElseThrow().groups()).containsExactly("team");
        accounts().password("anna", "another password");
        assertThat(server.find("anna").orElseThrow().password().fits("another password".toCharArray()))
                .isTrue();
        accounts().remove("anna");
        assertThat(server.find("anna")).isEmpty();
    }

    @Test
    void namesAndPasswordsThatWillNotDoAreRefused() throws Exception {
        var accounts = accounts();
        accounts.add("anna", List.of(), "correct horse battery");
        for (var name : new String[] {"anna", "", " x", "system:admin", "a\nb", "x".repeat(129)}) {
            assertThatThrownBy(() -> accounts.add(name, List.of(), "correct horse battery"))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> accounts.add("berta", List.of(), "short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10");
        assertThatThrownBy(() -> accounts.remove("berta")).hasMessageContaining("no user berta");
        assertThatThrownBy(() -> accounts.password("berta", "correct horse battery"))
                .hasMessageContaining("no user berta");
    }

    @Test
    void aBrokenFileLetsNobodyInAndSaysSo() throws Exception {
        Files.writeString(keys.resolve("users.json"), "{broken");
        assertThatThrownBy(() -> accounts().find("admin"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("users.json");
    }

    @Test
    void aHashFitsItsPasswordAndNoOther() {
        var hash = PasswordHash.of("secret words".toCharArray(), QUICK, new SecureRandom());
        assertThat(hash.fits("secret words".toCharArray())).isTrue();
        assertThat(hash.fits("secret word".toCharArray())).isFalse();
        assertThat(hash.toString()).doesNotContain(java.util.Base64.getEncoder().encodeToString(hash.hash()));
        assertThat(PasswordHash.of("secret words".toCharArray(), QUICK, new SecureRandom()))
                .isNotEqualTo(hash);
    }

    /** RFC 7914, 11: PBKDF2-HMAC-SHA-256 of "Password" with salt "NaCl", 80000 iterations, first 32 of 64 bytes. */
    @Test
    void hashesAreThoseOfTheStandard() {
        var salt = "NaCl".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var expected =
                java.util.HexFormat.of().parseHex("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56");
        assertThat(new PasswordHash(80_000, salt, expected).fits("Password".toCharArray()))
                .isTrue();
    }
}
