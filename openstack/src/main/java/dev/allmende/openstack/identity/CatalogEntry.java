package dev.allmende.openstack.identity;

import java.util.List;

/** A service of the catalog with its endpoints, as the token gave them. */
public record CatalogEntry(String id, String type, String name, List<Endpoint> endpoints) {

    public CatalogEntry {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * One endpoint.
     *
     * @param interfaceName public, internal or admin
     * @param region region id; empty when Keystone gave none
     */
    public record Endpoint(String interfaceName, String region, String url) {}
}
