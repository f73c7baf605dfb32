package dev.allmende.status.probe;

import dev.allmende.openstack.config.CloudConfig;
import java.util.Optional;

/** Finds out how a cloud is logged in to: another room keeps the clouds. */
@FunctionalInterface
public interface CloudAccess {

    /**
     * @param cloud name of the Cloud object
     * @param login name of a Secret beside the controllers; empty for the Cloud's own
     * @throws IllegalArgumentException when there is none; says what to do
     */
    CloudConfig find(String cloud, Optional<String> login);

    /** For who has no clouds. */
    static CloudAccess none() {
        return (cloud, login) -> {
            throw new IllegalArgumentException("no clouds are known here");
        };
    }
}
