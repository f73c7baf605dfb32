package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.store.ObjectStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What all verbs work with.
 *
 * @param suffix five random characters for generated names
 */
record Core(ObjectStore store, List<Admission> admissions, Clock clock, Supplier<UUID> uids, Supplier<String> suffix) {

    Core {
        admissions = List.copyOf(admissions);
    }

    Instant now() {
        return clock.instant();
    }
}
