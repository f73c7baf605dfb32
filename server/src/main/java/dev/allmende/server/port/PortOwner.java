package dev.allmende.server.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the process that listens on a TCP port, where Linux tells (proc(5): /proc/net/tcp, /proc/PID/fd). */
public final class PortOwner {

    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Such as {@code process 4711 (kube-apiserver)}; empty when it is another user's, or this is not Linux. */
    public static Optional<String> of(int port) {
        var sockets = sockets(port);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .findFirst()
                .map(process -> "process %d (%s)".formatted(process.pid(), name(process.pid())));
    }

    private static Set<String> sockets(int port) {
        Set<String> inodes = new HashSet<>();
        var suffix = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (var lines = Files.lines(Path.of(table))) {
                lines.map(line -> line.strip().split("\\s+", -1))
                        .filter(row -> row.length > 9 && row[1].endsWith(suffix) && row[3].equals(LISTENING))
                        .forEach(row -> inodes.add("socket:[" + row[9] + "]"));
            } catch (IOException notLinux) {
                // then nobody is named
            }
        }
        return inodes;
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (var open = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (var descriptor : open) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException otherUser) {
            return false;
        }
        return false;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static String name(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "comm"))
                    .strip();
        } catch (IOException gone) {
            return "?";
        }
    }
}
