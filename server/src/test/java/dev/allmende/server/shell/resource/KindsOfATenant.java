package dev.allmende.server.shell.resource;

import java.util.List;
import java.util.Set;

/** Kinds as discovery would tell them, those of Kubernetes among them. */
public final class KindsOfATenant {

    public static final Kinds ALL = new Kinds(List.of(
            kind("network.allmende.dev", "Network"),
            kind("network.allmende.dev", "Subnet"),
            kind("network.allmende.dev", "Router"),
            kind("network.allmende.dev", "Port"),
            kind("network.allmende.dev", "FloatingIP"),
            kind("network.allmende.dev", "SecurityGroup"),
            kind("compute.allmende.dev", "Server"),
            kind("compute.allmende.dev", "ServerGroup"),
            kind("compute.allmende.dev", "KeyPair"),
            kind("volume.allmende.dev", "Volume"),
            kind("volume.allmende.dev", "VolumeSnapshot"),
            kind("identity.allmende.dev", "Group"),
            kind("identity.allmende.dev", "Realm"),
            kind("identity.allmende.dev", "Role"),
            kind("rbac.authorization.k8s.io", "Role"),
            kind("", "Secret"),
            new Kind("tenancy.allmende.dev", "v1alpha1", "clouds", "Cloud", false, Set.of("list"))));

    private KindsOfATenant() {}

    private static Kind kind(String group, String name) {
        return new Kind(
                group, "v1alpha1", name.toLowerCase(java.util.Locale.ROOT) + "s", name, true, Set.of("list", "watch"));
    }

    /** The kind of this name that is not Kubernetes' own. */
    public static Kind of(String name) {
        return ALL.all().stream()
                .sorted(java.util.Comparator.comparing(kind -> !kind.isOurs()))
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
