package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;

/** How large an object may be: what etcd takes by default, so that nothing fits here that fails on a real cluster. */
final class Limits {

    static final int OBJECT_BYTES = 1_536 * 1024;

    private Limits() {}

    static void checkSize(Asked asked, int bytes) {
        if (bytes > OBJECT_BYTES) {
            throw StatusException.of(
                    Reason.REQUEST_ENTITY_TOO_LARGE,
                    "%s \"%s\" has %d bytes with its metadata, the limit is %d: split it"
                            .formatted(asked.resource().groupResource(), asked.name(), bytes, OBJECT_BYTES));
        }
    }
}
