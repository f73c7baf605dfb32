package dev.allmende.conformance.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Pages;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the token says: roles and services.
 *
 * @param region in use; empty when none was named
 * @param roles names
 * @param services in the catalog's order
 */
public record Catalog(String region, List<String> roles, List<Entry> services) {

    /** Our own JSON, made from the token: Keystone's answer holds more than is needed. */
    public static final Input<Catalog> TOKEN = new Input<>("token", Input.Effect.READS, Catalog::ask, Catalog::read);

    public Catalog {
        roles = List.copyOf(roles);
        services = List.copyOf(services);
    }

    /** One service. */
    public record Entry(String type, String name, List<Endpoint> endpoints) {
        public Entry {
            endpoints = List.copyOf(endpoints);
        }

        /** Whether customers of the region can reach it. */
        boolean isPublicIn(String region) {
            return endpoints.stream()
                    .anyMatch(endpoint -> endpoint.interfaceName().equals("public")
                            && !endpoint.url().isEmpty()
                            && (region.isEmpty()
                                    || endpoint.region().isEmpty()
                                    || endpoint.region().equals(region)));
        }
    }

    /** One endpoint. */
    public record Endpoint(String interfaceName, String region, String url) {}

    /** Services of any of the types. */
    public List<Entry> of(Collection<String> types) {
        return services.stream().filter(entry -> types.contains(entry.type())).toList();
    }

    /** Whether there is a service of the type. */
    public boolean has(String type) {
        return !of(List.of(type)).isEmpty();
    }

    private static List<RecordedAnswer> ask(Session session) {
        var token = session.cloud().token();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("region", session.cloud().region());
        var roles = json.putArray("roles");
        token.roles().forEach(roles::add);
        var catalog = json.putArray("catalog");
        for (var entry : token.catalog()) {
            var service = catalog.addObject().put("type", entry.type()).put("name", entry.name());
            var endpoints = service.putArray("endpoints");
            entry.endpoints()
                    .forEach(endpoint -> endpoints
                            .addObject()
                            .put("interface", endpoint.interfaceName())
                            .put("region", endpoint.region())
                            .put("url", endpoint.url()));
        }
        return List.of(RecordedAnswer.text("POST identity /auth/tokens (roles and catalog)", json.toString()));
    }

    private static Catalog read(List<RecordedAnswer> answers) {
        var json = Pages.tree(answers.getFirst());
        var roles = new ArrayList<String>();
        json.path("roles").forEach(role -> roles.add(role.asText()));
        var services = new ArrayList<Entry>();
        json.path("catalog").forEach(entry -> services.add(entry(entry)));
        return new Catalog(json.path("region").asText(), roles, services);
    }

    private static Entry entry(JsonNode json) {
        var endpoints = new ArrayList<Endpoint>();
        json.path("endpoints")
                .forEach(endpoint -> endpoints.add(new Endpoint(
                        endpoint.path("interface").asText(),
                        endpoint.path("region").asText(),
                        endpoint.path("url").asText())));
        return new Entry(json.path("type").asText(), json.path("name").asText(), endpoints);
    }
}
