package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.FieldError.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition's {@code spec}. */
final class SpecCheck {

    private final List<FieldError> errors;

    SpecCheck(List<FieldError> errors) {
        this.errors = errors;
    }

    void check(JsonNode spec, @Nullable JsonNode old, boolean established) {
        NamesCheck.checkGroup(Json.string(spec, "group"), errors);
        checkScope(Json.string(spec, "scope"));
        var versions = spec.path("versions").isArray() ? spec.path("versions") : Json.MAPPER.createArrayNode();
        VersionsCheck.check(versions, old == null ? null : old.path("versions"), errors);
        NamesCheck.check(spec.path("names"), "spec.names", errors);
        checkConversion(spec.path("conversion"));
        if (old != null) {
            checkImmutable(spec, old, established);
        }
        if (spec.path("preserveUnknownFields").asBoolean()) {
            errors.add(
                    FieldError.invalid(
                            "spec.preserveUnknownFields",
                            "true",
                            "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead"));
        }
    }

    private void checkScope(String scope) {
        if (scope.isEmpty()) {
            errors.add(FieldError.required("spec.scope", ""));
        } else if (!scope.equals("Cluster") && !scope.equals("Namespaced")) {
            notSupported("spec.scope", scope, "\"Cluster\", \"Namespaced\"");
        }
    }

    /** Webhooks are refused here: objects in several versions share one form. */
    private void checkConversion(JsonNode conversion) {
        var strategy = Json.string(conversion, "strategy");
        switch (strategy) {
            case "" -> errors.add(FieldError.required("spec.conversion.strategy", ""));
            case "None" -> {
                if (conversion.has("webhook")) {
                    errors.add(FieldError.forbidden(
                            "spec.conversion.webhook", "should not be set when strategy is not set to Webhook"));
                }
            }
            case "Webhook" ->
                errors.add(FieldError.invalid(
                        "spec.conversion.strategy",
                        "\"Webhook\"",
                        "this server calls no conversion webhooks: use None, with versions that differ only in optional"
                                + " fields"));
            default -> notSupported("spec.conversion.strategy", strategy, "\"None\", \"Webhook\"");
        }
    }

    private void notSupported(String path, String value, String supported) {
        errors.add(new FieldError(Kind.NOT_SUPPORTED, path, Quoted.text(value), "supported values: " + supported));
    }

    private void checkImmutable(JsonNode spec, JsonNode old, boolean established) {
        if (established) {
            checkSame(spec, old, "scope");
            checkSame(spec, old, "names", "kind");
        }
        checkSame(spec, old, "group");
        checkSame(spec, old, "names", "plural");
    }

    private void checkSame(JsonNode spec, JsonNode old, String... path) {
        var value = Json.string(spec, path);
        if (!value.equals(Json.string(old, path))) {
            errors.add(FieldError.invalid("spec." + String.join(".", path), Quoted.text(value), "field is immutable"));
        }
    }
}
