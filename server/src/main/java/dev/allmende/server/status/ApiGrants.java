package dev.allmende.server.status;

import dev.allmende.status.caller.Caller;
import dev.allmende.status.caller.Grants;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;

/** Has the API of the resources say what somebody may do there (Kubernetes, SubjectAccessReview). */
public final class ApiGrants implements Grants {

    private static final String GROUP = "status.allmende.dev";

    private final KubernetesClient kubernetes;

    public ApiGrants(KubernetesClient kubernetes) {
        this.kubernetes = kubernetes;
    }

    @Override
    public boolean may(Caller caller, String verb, String resource, String namespace) {
        var review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(caller.name())
                .withGroups(caller.groups())
                .withNewResourceAttributes()
                .withVerb(verb)
                .withGroup(GROUP)
                .withResource(resource)
                .withNamespace(namespace)
                .endResourceAttributes()
                .endSpec()
                .build();
        var status = kubernetes
                .authorization()
                .v1()
                .subjectAccessReview()
                .create(review)
                .getStatus();
        return Objects.requireNonNullElse(status.getAllowed(), false);
    }
}
