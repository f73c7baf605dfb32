package dev.allmende.e2e.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A repository of a few files around the real launcher, on a machine of a few programs: what the launcher sees is only
 * what a test puts there. Its Maven notes each call and writes a jar; its JDKs print how they were called.
 */
final class StrawHouse {

    private static final List<String> TOOLS = List.of(
            "cat cksum cut dirname find flock grep id mkdir mktemp mv readlink rm sleep tail touch".split(" ", -1));

    final Path root;
    final Path source;
    private final Path machine;
    private final Path bin;
    private final Path jvms;
    private final Map<String, String> environment = new TreeMap<>();

    StrawHouse(Path folder) throws IOException {
        root = folder.resolve("a repository");
        machine = Files.createDirectories(folder.resolve("machine"));
        bin = Files.createDirectories(machine.resolve("bin"));
        jvms = Files.createDirectories(machine.resolve("jvm"));
        for (var tool : TOOLS) {
            // not a link: JUnit warns of each link out of the folder that it removes
            script(bin.resolve(tool), "PATH=/usr/bin:/bin; exec " + tool + " \"$@\"\n");
        }
        source = root.resolve("server/src/main/java/Main.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class Main {}");
        Files.createDirectories(root.resolve("server/src/test/java"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of(System.getProperty("allmende.root"), "allmende"), launcher());
        launcher().toFile().setExecutable(true);
        environment.put("PATH", bin.toString());
        environment.put("ALLMENDE_JVM_DIR", jvms.toString());
        script(bin.resolve("mvn"), """
                echo "$*" >>'%1$s/mvn-calls'
                [ ! -e '%1$s/mvn-waits' ] || { echo $$ >'%1$s/mvn-pid'; exec sleep 600; }
                [ ! -e '%1$s/mvn-fails' ] || { echo '[ERROR] Main.java:[1,2] no such thing'; exit 1; }
                cd "$(dirname "$3")" && mkdir -p server/target/app && cat '%1$s/jar' >server/target/app/allmende.jar
                """.formatted(machine));
        Files.writeString(jarThatMavenBuilds(), "");
    }

    Path launcher() {
        return root.resolve("allmende");
    }

    /** Empty at first: the JDKs of straw do not read it. */
    Path jarThatMavenBuilds() {
        return machine.resolve("jar");
    }

    Path installed(String version) throws IOException {
        return jdk(jvms.resolve("jdk-" + version), version);
    }

    Path elsewhere(String version) throws IOException {
        return jdk(machine.resolve("elsewhere-" + version), version);
    }

    /** A JDK of straw. Its java prints its version and arguments; the argument exit=N sets the exit code. */
    private static Path jdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Straw\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "exit 1\n");
        script(home.resolve("bin/java"), """
                code=0
                for argument in "$@"; do
                  case $argument in
                  -XX:AOTCacheOutput=*) echo trained >"${argument#*=}" ;;
                  exit=*) code=${argument#*=} ;;
                  wait) echo waiting; exec sleep 600 ;;
                  esac
                done
                printf 'java %s:'; printf ' <%%s>' "$@"; echo
                exit $code
                """.formatted(version));
        return home;
    }

    void onPath(Path jdk) throws IOException {
        Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
    }

    void with(String variable, Object value) {
        environment.put(variable, value.toString());
    }

    void withoutMaven() throws IOException {
        Files.delete(bin.resolve("mvn"));
    }

    void mavenFails(boolean fails) throws IOException {
        mark("mvn-fails", fails);
    }

    void mavenWaits(boolean waits) throws IOException {
        mark("mvn-waits", waits);
    }

    private void mark(String name, boolean there) throws IOException {
        if (there) {
            Files.writeString(machine.resolve(name), "");
        } else {
            Files.deleteIfExists(machine.resolve(name));
        }
    }

    List<String> mavenCalls() throws IOException {
        var calls = machine.resolve("mvn-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** The Maven that waits, once it has started. */
    ProcessHandle waitingMaven() throws IOException, InterruptedException {
        var pid = machine.resolve("mvn-pid");
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            Thread.sleep(10);
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }

    static void change(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    /** Makes everything as old as a repository cloned an hour ago. */
    void age() throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.filter(path -> !path.startsWith(root.resolve("server/target")))
                    .toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
            }
        }
    }

    record Run(int exitCode, String out, String err) {}

    Run run(String... arguments) throws IOException, InterruptedException {
        return finish(start(launcher(), arguments));
    }

    Process start(Path launcher, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(machine.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectError(Files.createTempFile(machine, "err", "").toFile());
        return builder.start();
    }

    Run finish(Process process) throws IOException, InterruptedException {
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end; it printed: " + out);
        }
        var err = new StringBuilder();
        try (var files = Files.newDirectoryStream(machine, "err*")) {
            for (var file : files) {
                err.append(Files.readString(file));
                Files.delete(file);
            }
        }
        return new Run(process.exitValue(), out, err.toString());
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
