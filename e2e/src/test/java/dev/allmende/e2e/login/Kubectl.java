package dev.allmende.e2e.login;

import dev.allmende.e2e.Allmende.Ended;
import dev.allmende.e2e.client.Clients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A real kubectl, and on its path a script {@code allmende} that is this build. */
final class Kubectl {

    private final Clients clients;
    private final Path allmende;

    Kubectl(Path folder) throws IOException, InterruptedException {
        clients = Clients.of(folder);
        allmende = Files.writeString(clients.path().resolve("allmende"), """
                #!/bin/sh
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' dev.allmende.server.Main "$@"
                """.formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(allmende, PosixFilePermissions.fromString("rwx------"));
    }

    Ended run(String... args) throws IOException, InterruptedException {
        return clients.kubectl(args);
    }

    /** The program itself, in the same surroundings. */
    Ended allmende(String... args) throws IOException, InterruptedException {
        return clients.run(allmende, args);
    }
}
