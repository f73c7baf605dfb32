package dev.allmende.openstack;

import java.util.List;

/**
 * Services by their official type, with the aliases and historical names under which a catalog may list them.
 *
 * <p>Source: OpenStack Service Types Authority, as of 2024.
 */
public enum ServiceType {
    IDENTITY("identity"),
    COMPUTE("compute"),
    IMAGE("image"),
    NETWORK("network"),
    BLOCK_STORAGE("block-storage", "volumev3", "volumev2", "volume", "block-store"),
    OBJECT_STORE("object-store"),
    LOAD_BALANCER("load-balancer"),
    PLACEMENT("placement"),
    KEY_MANAGER("key-manager"),
    DNS("dns"),
    ORCHESTRATION("orchestration"),
    S3("object-store-s3", "s3");

    private final String type;
    private final List<String> aliases;

    ServiceType(String type, String... aliases) {
        this.type = type;
        this.aliases = List.of(aliases);
    }

    /** The official name, for example {@code block-storage}. */
    public String type() {
        return type;
    }

    /** Other names to accept, best first. */
    public List<String> aliases() {
        return aliases;
    }
}
