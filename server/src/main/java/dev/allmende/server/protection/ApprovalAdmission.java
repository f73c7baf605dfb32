package dev.allmende.server.protection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.status.FourEyes;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Admission;
import dev.allmende.apiserver.resource.GroupResource;
import java.util.Optional;

/** Lets nobody ask for a maintenance, or approve one, in the name of somebody else. */
public final class ApprovalAdmission implements Admission {

    private static final GroupResource MAINTENANCES = new GroupResource("status.allmende.dev", "maintenances");

    @Override
    public Verdict review(Review review) {
        boolean isWritten = review.resource().equals(MAINTENANCES)
                && review.subresource().isEmpty()
                && review.operation() != Operation.DELETE;
        var refusal = isWritten
                ? FourEyes.refusal(
                        spec(review.old()), spec(review.object()), review.user().name())
                : Optional.<String>empty();
        return refusal.<Verdict>map(Refused::new).orElse(Verdict.ALLOWED);
    }

    private static ObjectNode spec(Optional<ObjectNode> object) {
        return object.map(each -> each.path("spec"))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(Json::object);
    }
}
