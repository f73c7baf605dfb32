package dev.allmende.kit;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;

/** Server-side apply of what the program itself brings along: made, or brought to this state, whoever changed it. */
public final class Apply {

    private static final PatchContext CONTEXT = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("allmende")
            .withForce(true)
            .build();

    private Apply() {}

    public static void to(KubernetesClient kubernetes, HasMetadata resource) {
        kubernetes.resource(resource).patch(CONTEXT);
    }

    /** Makes it; what is there under its name stays as it is. */
    public static void unlessThere(KubernetesClient kubernetes, HasMetadata resource) {
        try {
            kubernetes.resource(resource).create();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refused;
            }
        }
    }
}
