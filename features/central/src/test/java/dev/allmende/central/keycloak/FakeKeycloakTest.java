package dev.allmende.central.keycloak;

import org.junit.jupiter.api.AfterAll;

/** Holds our Keycloak in memory against what holds of the real one. */
class FakeKeycloakTest extends KeycloakContract {

    private static final FakeKeycloak FAKE = new FakeKeycloak();

    @Override
    Keycloak open() {
        return FAKE.open();
    }

    @AfterAll
    static void close() {
        FAKE.close();
    }
}
