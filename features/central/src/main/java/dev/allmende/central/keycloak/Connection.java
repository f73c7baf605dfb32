package dev.allmende.central.keycloak;

import dev.allmende.peer.Limits;
import java.net.URI;
import java.util.Optional;

/**
 * Where a Keycloak is and who we are there. Equal connections may share one client; the CA is part of it, so a new one
 * makes a new client.
 *
 * @param base address before {@code /realms} and {@code /admin}
 * @param authorities PEM text of the only authorities to trust; empty for the JDK's
 */
public record Connection(URI base, Login login, Optional<String> authorities, Limits limits) {}
