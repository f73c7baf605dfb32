package dev.allmende.central.identity;

import dev.allmende.central.keycloak.Connection;
import dev.allmende.central.keycloak.RealKeycloak;
import org.junit.jupiter.api.Tag;

@Tag("real")
class RealIdentityTest extends IdentityContract {

    @Override
    Connection connection() {
        return RealKeycloak.connection();
    }
}
