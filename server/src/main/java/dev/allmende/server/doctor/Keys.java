package dev.allmende.server.doctor;

import java.nio.file.Files;
import java.util.List;

/** Whether the keys that the objects need are there. */
final class Keys implements Examination {

    /** Made at the first start, all at once. */
    private static final List<String> FILES = List.of("ca.crt", "ca.key", "secrets.key", "service-accounts.key");

    @Override
    public String topic() {
        return "keys";
    }

    @Override
    public List<Finding> of(Patient patient) {
        var keys = patient.folders().keys();
        if (!Files.exists(patient.folders().objects())) {
            return List.of(Finding.ok(topic(), "none needed yet; up makes them"));
        }
        var missing =
                FILES.stream().filter(name -> !Files.exists(keys.resolve(name))).toList();
        if (missing.isEmpty()) {
            return List.of(Finding.ok(topic(), keys + " is complete"));
        }
        return List.of(
                Finding.fault(
                        topic(),
                        keys + " lacks " + String.join(", ", missing),
                        "put back your copy of the keys folder before the next start; without secrets.key no Secret can be read"));
    }
}
