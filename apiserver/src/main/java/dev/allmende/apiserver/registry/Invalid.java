package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import java.util.List;

/** Refuses objects that break rules. */
final class Invalid {

    private Invalid() {}

    static void refuse(ServedResource resource, String name, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            var kind = resource.kind();
            throw StatusException.invalid(kind.groupVersion().group(), kind.kind(), name, errors);
        }
    }
}
