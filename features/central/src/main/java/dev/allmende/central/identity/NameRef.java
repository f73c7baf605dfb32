package dev.allmende.central.identity;

import io.fabric8.generator.annotation.Required;

/** A resource in the same namespace. */
public record NameRef(@Required String name) {}
