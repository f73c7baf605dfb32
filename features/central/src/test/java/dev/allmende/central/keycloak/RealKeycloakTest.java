package dev.allmende.central.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.config.Secret;
import dev.allmende.peer.Limits;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real")
class RealKeycloakTest extends KeycloakContract {

    @Override
    Keycloak open() {
        return Keycloak.open(RealKeycloak.connection(), Clock.systemUTC());
    }

    @Test
    void aClientWithAServiceAccountLogsInAndIsHeldToItsRights() {
        var realm = "allmende-login-" + Long.toHexString(System.nanoTime());
        try (var admin = open()) {
            admin.realms().create(bare(realm), "owner");
            try {
                var clients = admin.clients(realm);
                var id = clients.create(robot(), "owner");
                var login = new Login.ClientCredentials(
                        realm, "robot", clients.secret(id).orElseThrow());
                var connection = new Connection(RealKeycloak.uri(), login, Optional.empty(), Limits.STANDARD);
                try (var robot = Keycloak.open(connection, Clock.systemUTC())) {
                    assertThatThrownBy(() -> robot.groups(realm)
                                    .create(
                                            new WantedGroup("dev", Optional.empty(), Map.of(), Optional.empty(), false),
                                            "owner"))
                            .isInstanceOfSatisfying(
                                    PeerException.class,
                                    e -> assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN))
                            .hasMessageContaining("roles of realm-management");
                    admin.users(realm)
                            .roles(clients.serviceAccountUser(id))
                            .add(Set.of(RoleName.ofClient("realm-management", "realm-admin")));
                    // The right is in the next token only, which the client asks for by itself.
                    assertThat(robot.groups(realm)
                                    .create(
                                            new WantedGroup("dev", Optional.empty(), Map.of(), Optional.empty(), false),
                                            "owner"))
                            .isNotEmpty();
                }
            } finally {
                admin.realms().delete(realm);
            }
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        var login = new Login.Password("master", "admin-cli", "admin", new Secret("no-such-password"));
        var connection = new Connection(RealKeycloak.uri(), login, Optional.empty(), Limits.STANDARD);
        try (var keycloak = Keycloak.open(connection, Clock.systemUTC())) {
            assertThatThrownBy(() -> keycloak.realms().get("master"))
                    .isInstanceOfSatisfying(
                            PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAUTHORIZED))
                    .hasMessageContainingAll("user 'admin'", "Invalid user credentials", "Secret")
                    .hasMessageNotContaining("no-such-password");
        }
    }

    @Test
    void whatKeycloakRefusesIsNamedByItsField() {
        var realm = "allmende-refuse-" + Long.toHexString(System.nanoTime());
        try (var admin = open()) {
            admin.realms().create(bare(realm), "owner");
            try {
                var odd = new WantedUser(
                        "anna",
                        Optional.of("no mail"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                assertThatThrownBy(() -> admin.users(realm).create(odd, "owner"))
                        .isInstanceOfSatisfying(
                                PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                        .hasMessageContainingAll("email: error-invalid-email", "mend that field");
            } finally {
                admin.realms().delete(realm);
            }
        }
    }

    private static WantedRealm bare(String name) {
        return new WantedRealm(
                name,
                Optional.empty(),
                true,
                WantedRealm.Logins.UNSAID,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Map.of());
    }

    private static WantedClient robot() {
        return new WantedClient(
                "robot",
                Optional.empty(),
                Optional.empty(),
                true,
                "openid-connect",
                false,
                new WantedClient.Flows(false, false, true, false, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                WantedClient.Scopes.UNSAID,
                Optional.empty());
    }
}
