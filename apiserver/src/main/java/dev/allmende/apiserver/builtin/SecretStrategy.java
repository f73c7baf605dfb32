package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Secrets: texts become data, and the type says which keys must be there. */
final class SecretStrategy implements Strategy {

    private static final String OWNER = "kubernetes.io/service-account.name";

    @Override
    public void prepare(ObjectNode secret, @Nullable ObjectNode old) {
        if (secret.remove("stringData") instanceof ObjectNode texts && !texts.isEmpty()) {
            var data = secret.withObjectProperty("data");
            texts.properties()
                    .forEach(text ->
                            data.put(text.getKey(), base64(text.getValue().asText())));
        }
        if (Json.string(secret, "type").isEmpty()) {
            secret.put("type", "Opaque");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<FieldError> validate(ObjectNode secret, @Nullable ObjectNode old) {
        List<FieldError> errors = new ArrayList<>();
        if (old != null) {
            errors.addAll(Faults.immutable("type", secret.get("type"), old.get("type")));
            errors.addAll(Keys.lasting(secret, old, "data"));
        }
        var data = secret.path("data");
        errors.addAll(Keys.syntax(data, "data"));
        if (Keys.decodedBytes(data) > Keys.MOST_BYTES) {
            errors.add(Faults.tooLong("data", Keys.MOST_BYTES));
        }
        errors.addAll(byType(secret, data));
        return errors;
    }

    private static List<FieldError> byType(JsonNode secret, JsonNode data) {
        return switch (Json.string(secret, "type")) {
            case "kubernetes.io/service-account-token" ->
                Json.string(secret, "metadata", "annotations", OWNER).isEmpty()
                        ? List.of(FieldError.required("metadata.annotations[" + OWNER + "]", ""))
                        : List.of();
            case "kubernetes.io/dockercfg" -> json(data, ".dockercfg");
            case "kubernetes.io/dockerconfigjson" -> json(data, ".dockerconfigjson");
            case "kubernetes.io/basic-auth" ->
                data.has("username") || data.has("password") ? List.of() : required(data, "username", "password");
            case "kubernetes.io/ssh-auth" ->
                Json.string(data, "ssh-privatekey").isEmpty()
                        ? List.of(FieldError.required("data[ssh-privatekey]", ""))
                        : List.of();
            case "kubernetes.io/tls" -> required(data, "tls.crt", "tls.key");
            default -> List.of();
        };
    }

    private static List<FieldError> required(JsonNode data, String... keys) {
        List<FieldError> errors = new ArrayList<>();
        for (var key : keys) {
            if (!data.has(key)) {
                errors.add(FieldError.required(Keys.path("data", key), ""));
            }
        }
        return errors;
    }

    /** The error does not show the value, and says less than the parser: its words could quote a password. */
    private static List<FieldError> json(JsonNode data, String key) {
        if (!data.has(key)) {
            return required(data, key);
        }
        try {
            if (Json.MAPPER.readTree(Base64Text.decode(Json.string(data, key))).isObject()) {
                return List.of();
            }
        } catch (JacksonException e) {
            return redacted(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return redacted(key);
    }

    private static List<FieldError> redacted(String key) {
        return List.of(Faults.invalid(Keys.path("data", key), "<secret contents redacted>", "must be a JSON object"));
    }
}
