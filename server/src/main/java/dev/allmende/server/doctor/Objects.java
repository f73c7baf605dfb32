package dev.allmende.server.doctor;

import dev.allmende.apiserver.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Whether the file of all objects is whole. */
final class Objects implements Examination {

    @Override
    public String topic() {
        return "objects";
    }

    @Override
    public List<Finding> of(Patient patient) throws IOException {
        var file = patient.folders().objects();
        if (!Files.exists(file)) {
            return List.of(Finding.ok(topic(), "none yet"));
        }
        if (!Files.isWritable(file)) {
            return List.of(
                    Finding.fault(topic(), file + " cannot be written", "give it to the user who runs the server"));
        }
        return List.of(SqliteStore.damage(file)
                .map(damage -> Finding.fault(
                        topic(), file + " is damaged: " + damage, "restore a backup: allmende restore FILE"))
                .orElse(Finding.ok(topic(), "%s is whole, %,d KiB".formatted(file, Files.size(file) >> 10))));
    }
}
