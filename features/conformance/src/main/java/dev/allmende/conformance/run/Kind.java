package dev.allmende.conformance.run;

import dev.allmende.openstack.Call;
import dev.allmende.openstack.ServiceType;
import java.util.Arrays;
import java.util.Locale;

/**
 * Kinds of resources that runs create, in the order in which they can be removed: first what uses, then what is used.
 *
 * <p>Paths: API references of the services (Nova 2.1, Neutron 2.0, Cinder 3, Barbican 1, Keystone 3).
 */
enum Kind {
    SERVER(ServiceType.COMPUTE, "/servers", "servers"),
    KEYPAIR(ServiceType.COMPUTE, "/os-keypairs", "keypairs"),
    FLOATING_IP(ServiceType.NETWORK, "/floatingips", "floatingips"),
    PORT(ServiceType.NETWORK, "/ports", "ports"),
    ROUTER(ServiceType.NETWORK, "/routers", "routers"),
    SUBNET(ServiceType.NETWORK, "/subnets", "subnets"),
    NETWORK(ServiceType.NETWORK, "/networks", "networks"),
    SECURITY_GROUP(ServiceType.NETWORK, "/security-groups", "security_groups"),
    BACKUP(ServiceType.BLOCK_STORAGE, "/backups", "backups"),
    SNAPSHOT(ServiceType.BLOCK_STORAGE, "/snapshots", "snapshots"),
    VOLUME(ServiceType.BLOCK_STORAGE, "/volumes", "volumes"),
    SECRET(ServiceType.KEY_MANAGER, "/secrets", "secrets"),
    USER(ServiceType.IDENTITY, "/users", "users"),
    GROUP(ServiceType.IDENTITY, "/groups", "groups"),
    PROJECT(ServiceType.IDENTITY, "/projects", "projects"),
    DOMAIN(ServiceType.IDENTITY, "/domains", "domains");

    private final ServiceType service;
    private final String path;
    private final String collection;

    Kind(ServiceType service, String path, String collection) {
        this.service = service;
        this.path = path;
        this.collection = collection;
    }

    /** @param word as given to {@link Session#creating}, for example {@code floating-ip} */
    static Kind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of resource is called '" + word + "'"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ServiceType service() {
        return service;
    }

    String collection() {
        return collection;
    }

    /** The key of the one resource in an answer, for example {@code security_group}. */
    String single() {
        return collection.substring(0, collection.length() - 1);
    }

    /** The field that carries the run's mark; floating IPs have no name. */
    String markedField() {
        return this == FLOATING_IP ? "description" : "name";
    }

    Call list() {
        return switch (this) {
            // The short lists of these lack the time of creation and the state.
            case SERVER, BACKUP, SNAPSHOT, VOLUME -> Call.get(path + "/detail");
            // Keystone filters by the start of a name, which keeps large directories out (api/_shared/json_home,
            // filters).
            case USER, GROUP, PROJECT, DOMAIN -> Call.get(path).with("name__startswith", "allmende-");
            default -> Call.get(path);
        };
    }

    Call get(String id) {
        return Call.get(path + "/" + id);
    }

    Call delete(String id) {
        return Call.delete(path + "/" + id);
    }
}
