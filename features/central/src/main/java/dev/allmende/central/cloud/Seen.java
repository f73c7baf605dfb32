package dev.allmende.central.cloud;

import dev.allmende.api.tenancy.CloudStatus;
import dev.allmende.openstack.identity.CatalogEntry;
import dev.allmende.openstack.identity.Token;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a token says of a cloud. Pure. */
final class Seen {

    private static final int MOST = 128;

    private Seen() {}

    /** @param region empty for a cloud that has one only */
    static CloudStatus of(Token token, String region) {
        Map<String, CloudStatus.Service> services = new TreeMap<>();
        for (var entry : token.catalog()) {
            entry.endpoints().stream()
                    .filter(endpoint -> isPublic(endpoint) && isIn(endpoint, region))
                    .findFirst()
                    .ifPresent(endpoint -> services.putIfAbsent(
                            entry.type(), new CloudStatus.Service(entry.type(), entry.name(), endpoint.url())));
        }
        var shown = services.values().stream().limit(MOST).toList();
        return new CloudStatus(0, List.of(), token.userName(), token.projectId().orElse(null), services.size(), shown);
    }

    /** Why a catalog shows nothing, and what could be meant. */
    static String nothingHere(Token token, String region) {
        var regions = token.catalog().stream()
                .flatMap(entry -> entry.endpoints().stream())
                .map(CatalogEntry.Endpoint::region)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        return "the catalog offers nothing in region '%s': it has %s; set spec.region to one of them"
                .formatted(region, regions.isEmpty() ? "no endpoints at all" : String.join(", ", regions));
    }

    private static boolean isPublic(CatalogEntry.Endpoint endpoint) {
        return endpoint.interfaceName().equals("public");
    }

    private static boolean isIn(CatalogEntry.Endpoint endpoint, String region) {
        return region.isEmpty() || endpoint.region().equals(region);
    }
}
