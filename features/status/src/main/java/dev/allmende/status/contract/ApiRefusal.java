package dev.allmende.status.contract;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;

/** What the API of the resources refuses, in the words of the contract. */
final class ApiRefusal {

    private static final int UNPROCESSABLE = 422;

    private ApiRefusal() {}

    static Refused of(KubernetesClientException refused) {
        return switch (refused.getCode()) {
            case 400, UNPROCESSABLE -> bad(refused);
            case 404 -> Refused.of(404, "it is gone");
            case 409 -> Refused.of(409, "somebody else changes it now: try again");
            case 413 -> Refused.of(413, "the object grows too large");
            default -> Refused.of(503, "the API of the resources does not take it now", "Retry-After", "2");
        };
    }

    private static Refused bad(KubernetesClientException refused) {
        var status = refused.getStatus();
        var details = status == null ? null : status.getDetails();
        var causes = details == null ? null : details.getCauses();
        if (causes == null || causes.isEmpty()) {
            return Refused.of(400, String.valueOf(refused.getMessage()));
        }
        var cause = causes.getFirst();
        var field = Objects.requireNonNullElse(cause.getField(), "");
        return Refused.field(pointer(field), String.valueOf(cause.getMessage()));
    }

    /** {@code spec.affects[0].severity} is {@code /affects/0/severity}. */
    private static String pointer(String field) {
        return field.replaceFirst("^spec", "").replaceAll("[.\\[]", "/").replace("]", "");
    }
}
