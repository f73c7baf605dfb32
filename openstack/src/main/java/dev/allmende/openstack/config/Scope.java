package dev.allmende.openstack.config;

import java.util.Optional;

/** What a login is for. */
public sealed interface Scope {

    /** A project by id, or by name within a domain. */
    record Project(Optional<String> id, Optional<String> name, Credential.Domain domain) implements Scope {}

    record OfDomain(Credential.Domain domain) implements Scope {}

    /** The whole deployment: {@code system_scope: all}. */
    record OfSystem() implements Scope {}

    /** A trust, which holds its own project. */
    record OfTrust(String id) implements Scope {}

    /** Nothing asked for: Keystone takes the user's default project, an application credential its own. */
    record Unsaid() implements Scope {}
}
