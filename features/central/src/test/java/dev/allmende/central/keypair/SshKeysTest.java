package dev.allmende.central.keypair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judged by OpenSSH itself. */
class SshKeysTest {

    @TempDir
    private Path folder;

    @Test
    void opensshReadsThePrivateKeyAndFindsThePublicOneInIt() throws Exception {
        var keys = SshKeys.generate(new SecureRandom(), "web");
        var file = folder.resolve("key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, keys.privateKey());

        assertThat(run("ssh-keygen", "-y", "-f", file.toString())).isEqualTo(keys.publicKey());
    }

    @Test
    void thePrivateKeyIsNotInItsText() {
        var keys = SshKeys.generate(new SecureRandom(), "web");

        assertThat(keys.toString()).contains(keys.publicKey()).doesNotContain("PRIVATE");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }
}
