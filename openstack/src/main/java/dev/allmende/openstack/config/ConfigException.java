package dev.allmende.openstack.config;

import dev.allmende.openstack.OpenStackException;

/** The configuration is missing, unreadable or contradictory; the message says where and what to do. */
public final class ConfigException extends OpenStackException {

    public ConfigException(String message) {
        super(Kind.CONFIG, message);
    }

    public ConfigException(String message, Throwable cause) {
        super(Kind.CONFIG, message, cause);
    }
}
