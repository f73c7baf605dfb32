package dev.allmende.server.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Space and kind of the disk that holds the objects. */
final class Disk implements Examination {

    private static final long TIGHT = 1L << 30;
    private static final long FULL = 100L << 20;

    /** SQLite's log needs memory that all its users share, which these do not give (sqlite.org/wal.html). */
    private static final Set<String> NETWORK =
            Set.of("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.glusterfs");

    @Override
    public String topic() {
        return "disk";
    }

    @Override
    public List<Finding> of(Patient patient) throws IOException {
        var folder = nearest(patient.folders().data());
        var disk = Files.getFileStore(folder);
        return List.of(space(folder, disk), kind(disk));
    }

    private Finding space(Path folder, FileStore disk) throws IOException {
        long free = disk.getUsableSpace();
        var found = "%,d MiB free at %s".formatted(free >> 20, folder);
        if (free < FULL) {
            return Finding.fault(topic(), found, "make room: writes fail when it is full, reads go on");
        }
        return free < TIGHT ? Finding.remark(topic(), found, "make room soon") : Finding.ok(topic(), found);
    }

    private Finding kind(FileStore disk) {
        return NETWORK.contains(disk.type())
                ? Finding.fault(
                        topic(),
                        "a network file system (" + disk.type() + "), on which writes may be lost",
                        "name a folder on a local disk with --data")
                : Finding.ok(topic(), "file system " + disk.type());
    }

    private static Path nearest(Path path) {
        var folder = path;
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
