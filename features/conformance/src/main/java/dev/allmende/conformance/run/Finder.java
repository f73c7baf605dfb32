package dev.allmende.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.openstack.Answer;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for resources that carry the mark of any run. */
final class Finder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Finder() {}

    /** @throws OpenStackException when the cloud does not tell */
    static List<Found> find(Cloud cloud, Kind kind) {
        var found = new ArrayList<Found>();
        for (var page : cloud.service(kind.service()).pages(kind.list(), kind.collection())) {
            for (var element : read(page).path(kind.collection())) {
                var one = read(kind, element.has(kind.single()) ? element.path(kind.single()) : element);
                if (one.run().isPresent()) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    /**
     * Empty when it is gone, or does not carry a mark any more.
     *
     * @throws OpenStackException when the cloud does not tell
     */
    static Optional<Found> find(Cloud cloud, Kind kind, String id) {
        try {
            var answer = read(cloud.service(kind.service()).send(kind.get(id)));
            var found = read(kind, answer.has(kind.single()) ? answer.path(kind.single()) : answer);
            return Optional.of(found).filter(one -> one.run().isPresent());
        } catch (OpenStackException absent) {
            if (absent.kind() == OpenStackException.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw absent;
        }
    }

    static JsonNode read(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new OpenStackException(
                    OpenStackException.Kind.GARBLED, answer.uri() + " answered something that is no JSON", broken);
        }
    }

    private static Found read(Kind kind, JsonNode element) {
        var id = switch (kind) {
            case SECRET -> element.path("secret_ref").asText().replaceFirst(".*/", "");
            case KEYPAIR -> element.path("name").asText();
            default -> element.path("id").asText();
        };
        return new Found(
                kind,
                id,
                element.path(kind.markedField()).asText(),
                created(element.path("created_at")).or(() -> created(element.path("created"))));
    }

    /** All services tell UTC; Cinder and Barbican leave the Z out. */
    private static Optional<Instant> created(JsonNode time) {
        try {
            var text = time.asText();
            return text.length() < 19
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text.substring(0, 19)).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException unusual) {
            return Optional.empty();
        }
    }
}
