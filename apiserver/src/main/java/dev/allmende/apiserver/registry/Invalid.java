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
            // rules belong to the kind that is stored: a view in another group is told by its name
            throw StatusException.invalid(resource.storage().group(), kind.kind(), name, errors);
        }
    }
}
