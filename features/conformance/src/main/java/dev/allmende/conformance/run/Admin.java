package dev.allmende.conformance.run;

import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;
import dev.allmende.openstack.config.Secret;
import java.util.Optional;

/** A login that may make domains and users, and the way to log in as a user it made. */
public interface Admin {

    Cloud cloud();

    /** Logs in with the domain as scope; the caller closes it. */
    Cloud domainLogin(String userId, Secret password, String domainId);

    /**
     * @param cloud opened from {@code config}; whoever opened it closes it
     * @param config says where the cloud is
     */
    static Admin of(Cloud cloud, CloudConfig config, ClientOptions options) {
        return new Admin() {
            @Override
            public Cloud cloud() {
                return cloud;
            }

            @Override
            public Cloud domainLogin(String userId, Secret password, String domainId) {
                var user = new Credential.User(Optional.of(userId), Optional.empty(), Credential.Domain.UNSAID);
                var domain = new Credential.Domain(Optional.of(domainId), Optional.empty());
                return Clouds.open(
                        new CloudConfig(
                                config.name(),
                                config.origin(),
                                config.region(),
                                config.authUrl(),
                                new Credential.Password(user, password),
                                new Scope.OfDomain(domain),
                                config.tls(),
                                config.interfaces(),
                                config.settings(),
                                config.apiTimeout()),
                        options);
            }
        };
    }
}
