package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.registry.Admission.Allowed;
import dev.allmende.apiserver.registry.Admission.Operation;
import dev.allmende.apiserver.registry.Admission.Refused;
import dev.allmende.apiserver.registry.Admission.Review;
import dev.allmende.apiserver.status.StatusException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks all admissions; the first refusal ends the request. */
final class Admitting {

    private final List<Admission> admissions;

    Admitting(List<Admission> admissions) {
        this.admissions = admissions;
    }

    void check(Asked asked, String name, Operation operation, @Nullable ObjectNode object, @Nullable ObjectNode old) {
        if (admissions.isEmpty()) {
            return;
        }
        var resource = asked.resource().groupResource();
        var review = new Review(
                operation,
                resource,
                asked.subresource(),
                asked.namespace(),
                name,
                asked.user(),
                Optional.ofNullable(object),
                Optional.ofNullable(old),
                asked.options().dryRun());
        for (var admission : admissions) {
            switch (admission.review(review)) {
                case Allowed allowed -> asked.warnings().addAll(allowed.warnings());
                case Refused refused -> throw StatusException.forbidden(resource, name, refused.reason());
            }
        }
    }
}
