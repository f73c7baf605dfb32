package dev.allmende.openstack.catalog;

import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.identity.CatalogEntry;
import dev.allmende.openstack.identity.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Picks a service's URL from settings and catalog. Pure. */
public final class Endpoints {

    private final CloudConfig config;

    public Endpoints(CloudConfig config) {
        this.config = config;
    }

    /** Official type and aliases, best first. */
    public static List<String> names(ServiceType type) {
        var names = new ArrayList<String>();
        names.add(type.type());
        names.addAll(type.aliases());
        return names;
    }

    /**
     * The URL of a service.
     *
     * @throws OpenStackException of kind MISSING_SERVICE naming what the catalog has
     */
    public String url(ServiceType type, Token token) {
        var names = names(type);
        var override = config.setting(names, "endpoint_override").or(() -> config.setting(names, "endpoint"));
        if (override.isPresent()) {
            return filled(override.get(), token);
        }
        var wanted = config.setting(names, "service_type").map(List::of).orElse(names);
        for (var name : wanted) {
            var url = pick(type, name, token.catalog());
            if (url.isPresent()) {
                return url.get();
            }
        }
        throw missing(type, wanted, token);
    }

    private Optional<String> pick(ServiceType type, String name, List<CatalogEntry> catalog) {
        var names = names(type);
        var serviceName = config.setting(names, "service_name");
        var region = region(type);
        for (var wanted : interfaces(type)) {
            for (var entry : catalog) {
                if (!entry.type().equals(name)
                        || serviceName.filter(own -> !own.equals(entry.name())).isPresent()) {
                    continue;
                }
                for (var endpoint : entry.endpoints()) {
                    if (endpoint.interfaceName().equals(wanted)
                            && (region.isEmpty() || region.equals(endpoint.region()))) {
                        return Optional.of(endpoint.url());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private String region(ServiceType type) {
        return config.setting(names(type), "region_name").orElse(config.region());
    }

    private List<String> interfaces(ServiceType type) {
        return config.setting(names(type), "interface").map(List::of).orElse(config.interfaces());
    }

    private static String filled(String url, Token token) {
        var project = token.projectId().orElse("");
        return url.replace("%(project_id)s", project)
                .replace("%(tenant_id)s", project)
                .replace("$(project_id)s", project)
                .replace("$(tenant_id)s", project)
                .replace("%(user_id)s", token.userId());
    }

    private OpenStackException missing(ServiceType type, List<String> wanted, Token token) {
        var same = token.catalog().stream()
                .filter(entry -> wanted.contains(entry.type()))
                .flatMap(entry -> entry.endpoints().stream())
                .map(endpoint -> endpoint.interfaceName() + " in " + endpoint.region())
                .collect(Collectors.toCollection(TreeSet::new));
        var where = "cloud '" + config.name() + "' at " + config.authUrl() + ": ";
        if (!same.isEmpty()) {
            return new OpenStackException(
                    Kind.MISSING_SERVICE,
                    where + "the catalog has no endpoint of service '" + type.type() + "' for interface "
                            + String.join(" or ", interfaces(type))
                            + (region(type).isEmpty() ? "" : " in region '" + region(type) + "'") + ", only "
                            + String.join(", ", same) + "; check interface and region_name in " + config.origin());
        }
        var types = token.catalog().stream().map(CatalogEntry::type).collect(Collectors.toCollection(TreeSet::new));
        return new OpenStackException(
                Kind.MISSING_SERVICE,
                where + "the catalog has no service '" + type.type() + "'"
                        + (types.isEmpty()
                                ? " and nothing else: the login has no scope; name a project in " + config.origin()
                                : ", only " + String.join(", ", types)
                                        + (token.projectId().isEmpty() ? " (the login has no project)" : "")
                                        + "; have it registered in Keystone, or set "
                                        + type.type().replace('-', '_') + "_endpoint_override"));
    }
}
