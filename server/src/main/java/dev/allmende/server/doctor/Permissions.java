package dev.allmende.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether both folders can be written, and what is secret is its owner's alone. */
final class Permissions implements Examination {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    @Override
    public String topic() {
        return "permissions";
    }

    @Override
    public List<Finding> of(Patient patient) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (var folder : List.of(patient.folders().data(), patient.folders().keys())) {
            findings.add(folder(folder));
        }
        List<Path> secrets = new ArrayList<>();
        for (var path :
                List.of(patient.folders().kubeconfig(), patient.folders().objects())) {
            if (Files.exists(path)) {
                secrets.add(path);
            }
        }
        if (Files.isDirectory(patient.folders().keys())) {
            try (Stream<Path> files = Files.list(patient.folders().keys())) {
                files.filter(file -> file.toString().endsWith(".key")).sorted().forEach(secrets::add);
            }
        }
        findings.addAll(secrets(secrets));
        return findings;
    }

    private Finding folder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Finding.ok(topic(), folder + " is not there yet; up makes it");
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder) || !Files.isExecutable(folder)) {
            return Finding.fault(
                    topic(),
                    folder + " cannot be written",
                    "make it a folder that belongs to the user who runs the server");
        }
        return isOwners(folder)
                ? Finding.ok(topic(), folder + " is its owner's alone")
                : Finding.remark(topic(), folder + " can be read by others", "chmod 700 " + folder);
    }

    private List<Finding> secrets(List<Path> files) throws IOException {
        List<Finding> open = new ArrayList<>();
        for (var file : files) {
            if (!isOwners(file)) {
                open.add(Finding.fault(
                        topic(),
                        file + " is secret and can be read by others",
                        "chmod 600 " + file + ", and think about who may have read it"));
            }
        }
        return open.isEmpty() && !files.isEmpty()
                ? List.of(Finding.ok(topic(), files.size() + " secret files are their owner's alone"))
                : open;
    }

    private static boolean isOwners(Path path) throws IOException {
        return OWNER.containsAll(Files.getPosixFilePermissions(path));
    }
}
