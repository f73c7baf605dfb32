package dev.allmende.openstack.config;

import java.util.Objects;

/** A password, token or the like; never shows itself in messages, logs or a record's toString. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The secret itself, for the wire only. */
    public String reveal() {
        return value;
    }

    /** The text with every occurrence of this secret blotted out. Very short secrets stay: they hide nothing. */
    public String removeFrom(String text) {
        return value.length() < 4 ? text : text.replace(value, "***");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
