package dev.allmende.apiserver.authn.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claims of a token (RFC 7519, 4.1). A claim of the wrong type counts as absent. */
public record Claims(ObjectNode json) {

    /** Numbers beyond this year are no times. */
    private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

    public String issuer() {
        return text("iss");
    }

    public String id() {
        return text("jti");
    }

    /** {@code aud}, which may be one text or a list. */
    public List<String> audiences() {
        return texts("aud");
    }

    public String text(String claim) {
        var value = json.path(claim);
        return value.isTextual() ? value.textValue() : "";
    }

    /** A claim that may be one text or a list of texts; other items are left out. */
    public List<String> texts(String claim) {
        var value = json.path(claim);
        if (value.isTextual()) {
            return List.of(value.textValue());
        }
        var texts = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(item -> {
                if (item.isTextual()) {
                    texts.add(item.textValue());
                }
            });
        }
        return List.copyOf(texts);
    }

    public JsonNode at(String... path) {
        return Json.at(json, path);
    }

    /** A time in seconds since 1970, possibly with a fraction. */
    public Optional<Instant> time(String claim) {
        var value = json.path(claim);
        if (!value.isNumber()) {
            return Optional.empty();
        }
        double seconds = value.doubleValue();
        return seconds >= 0 && seconds <= LATEST
                ? Optional.of(Instant.ofEpochSecond((long) seconds))
                : Optional.empty();
    }

    /**
     * What is wrong with {@code exp} (which must be there), {@code nbf} and {@code iat}: {@code has expired}, or the like.
     *
     * @param early how far the issuer's clock may be ahead of ours
     * @param late how long after its end a token is still taken
     */
    public Optional<String> untimely(Instant now, Duration early, Duration late) {
        var end = time("exp");
        if (end.isEmpty()) {
            return Optional.of("has no time of expiry");
        }
        if (!now.isBefore(end.get().plus(late))) {
            return Optional.of("has expired");
        }
        if (json.has("nbf")
                && !time("nbf").filter(begin -> !begin.isAfter(now.plus(early))).isPresent()) {
            return Optional.of("is not valid yet");
        }
        if (json.has("iat")
                && !time("iat")
                        .filter(issued -> !issued.isAfter(now.plus(early)))
                        .isPresent()) {
            return Optional.of("is issued in the future");
        }
        return Optional.empty();
    }
}
