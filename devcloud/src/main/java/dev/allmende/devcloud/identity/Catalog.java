package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.scenario.Things.ServiceEntry;
import dev.allmende.devcloud.world.Ids;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Optional;

/** The service catalog. URLs differ in whether the version is in them, as on our test bed. */
final class Catalog {
    private final List<ServiceEntry> services;
    private final String region;
    private final Ids ids;

    Catalog(List<ServiceEntry> services, String region, Ids ids) {
        this.services = services;
        this.region = region;
        this.ids = ids;
    }

    /** @param root scheme, host and port */
    ArrayNode of(String root, Optional<String> project) {
        ArrayNode catalog = Json.array();
        for (ServiceEntry service : services) {
            ArrayNode endpoints = Json.array();
            url(service.type(), root, project).ifPresent(url -> {
                for (String side : service.interfaces()) {
                    endpoints.add(endpoint(service, side, url));
                }
            });
            ObjectNode entry = Json.object();
            entry.set("endpoints", endpoints);
            catalog.add(entry.put("id", id(service)).put("type", service.type()).put("name", service.name()));
        }
        return catalog;
    }

    private ObjectNode endpoint(ServiceEntry service, String side, String url) {
        return Json.object()
                .put("id", ids.hex("endpoint", service.type() + "/" + side))
                .put("interface", side)
                .put("region_id", region)
                .put("url", url)
                .put("region", region);
    }

    private String id(ServiceEntry service) {
        return ids.hex("service", service.type());
    }

    /** Services whose URL holds the project have no endpoint for a token without project. */
    private static Optional<String> url(String type, String root, Optional<String> project) {
        return switch (type) {
            case "identity" -> Optional.of(root + "/identity/v3");
            case "compute" -> Optional.of(root + "/compute/v2.1");
            case "image", "network", "key-manager", "placement", "load-balancer", "dns" ->
                Optional.of(root + "/" + type);
            case "volumev3", "block-storage", "volume" -> project.map(id -> root + "/volume/v3/" + id);
            case "object-store" -> project.map(id -> root + "/object-store/v1/AUTH_" + id);
            case "object-store-s3", "s3" -> Optional.of(root + "/");
            default -> Optional.of(root + "/not-emulated/" + type);
        };
    }

    List<ObjectNode> services(String base) {
        return services.stream()
                .map(s -> {
                    ObjectNode row =
                            Json.object().put("name", s.name()).put("id", id(s)).put("type", s.type());
                    row.put("enabled", true).set("links", Json.object().put("self", base + "/v3/services/" + id(s)));
                    return row;
                })
                .toList();
    }

    List<ObjectNode> endpoints(String root, String base) {
        return services.stream()
                .flatMap(s -> s.interfaces().stream().map(side -> {
                    String url =
                            url(s.type(), root, Optional.of("%(project_id)s")).orElse("");
                    ObjectNode row = endpoint(s, side, url);
                    row.put("service_id", id(s)).put("enabled", true);
                    row.set(
                            "links",
                            Json.object()
                                    .put(
                                            "self",
                                            base + "/v3/endpoints/"
                                                    + row.path("id").asText()));
                    return row;
                }))
                .toList();
    }

    ObjectNode regionRow(String base) {
        ObjectNode row = Json.object().put("id", region).put("description", "").putNull("parent_region_id");
        row.set("links", Json.object().put("self", base + "/v3/regions/" + region));
        return row;
    }
}
