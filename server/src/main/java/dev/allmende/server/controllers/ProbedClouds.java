package dev.allmende.server.controllers;

import dev.allmende.api.tenancy.Cloud;
import dev.allmende.central.cloud.Logins;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.status.probe.CloudAccess;
import java.util.Optional;

/** Lets probes log in to the clouds that another room keeps. */
final class ProbedClouds implements CloudAccess {

    private final Mirror mirror;
    private final Logins logins;

    ProbedClouds(Mirror mirror) {
        this.mirror = mirror;
        this.logins = new Logins(mirror);
    }

    @Override
    public CloudConfig find(String name, Optional<String> login) {
        var cloud = mirror.find(Cloud.class, "", name)
                .orElseThrow(() -> new IllegalArgumentException("Cloud %s is not there".formatted(name)));
        var found = login.map(secret -> logins.find(cloud, secret)).orElseGet(() -> logins.find(cloud));
        return switch (found) {
            case Logins.Usable usable -> usable.config();
            case Logins.Missing missing -> throw new IllegalArgumentException(missing.what());
            case Logins.Unusable unusable -> throw new IllegalArgumentException(unusable.why());
        };
    }
}
