package dev.allmende.openstack.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the answer of {@code POST /v3/auth/tokens}. */
final class TokenReader {

    private TokenReader() {}

    static Token read(JsonNode token) {
        var user = token.path("user");
        var project = token.path("project");
        return new Token(
                Json.text(user, "id").orElse(""),
                Json.text(user, "name").orElse(""),
                Json.text(user.path("domain"), "id").orElse(""),
                Json.text(project, "id"),
                Json.text(project, "name"),
                Json.text(token.path("domain"), "id"),
                token.path("system").path("all").asBoolean(false),
                roles(token.path("roles")),
                catalog(token.path("catalog")),
                instant(token, "expires_at"));
    }

    static Optional<Instant> instant(JsonNode token, String field) {
        return Json.text(token, field).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        });
    }

    private static List<String> roles(JsonNode roles) {
        var names = new ArrayList<String>();
        roles.forEach(role -> Json.text(role, "name").ifPresent(names::add));
        return names;
    }

    private static List<CatalogEntry> catalog(JsonNode catalog) {
        var entries = new ArrayList<CatalogEntry>();
        for (var entry : catalog) {
            var endpoints = new ArrayList<CatalogEntry.Endpoint>();
            for (var endpoint : entry.path("endpoints")) {
                endpoints.add(new CatalogEntry.Endpoint(
                        Json.text(endpoint, "interface").orElse(""),
                        Json.text(endpoint, "region_id")
                                .or(() -> Json.text(endpoint, "region"))
                                .orElse(""),
                        Json.text(endpoint, "url").orElse("")));
            }
            entries.add(new CatalogEntry(
                    Json.text(entry, "id").orElse(""),
                    Json.text(entry, "type").orElse(""),
                    Json.text(entry, "name").orElse(""),
                    endpoints));
        }
        return entries;
    }
}
