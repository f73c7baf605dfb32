package dev.allmende.central.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.central.keycloak.Connection;
import dev.allmende.central.keycloak.FakeKeycloak;
import dev.allmende.central.keycloak.Login;
import dev.allmende.openstack.config.Secret;
import dev.allmende.peer.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** With our Keycloak in memory, which can be made to fail. */
class FakeIdentityTest extends IdentityContract {

    private static final FakeKeycloak FAKE = new FakeKeycloak();

    @Override
    Connection connection() {
        return FAKE.connection();
    }

    @AfterAll
    static void close() {
        FAKE.close();
    }

    @Test
    void aServerInTroubleIsTriedAgain() {
        team("");
        stage.ready("Realm", "team");
        for (var i = 0; i < 5; i++) {
            FAKE.peer().fail("POST /admin/realms/" + realm + "/groups", 503, "");
        }
        stage.apply("Group", "dev", "realmRef: {name: team}");
        stage.ready("Group", "dev");
        assertThat(FAKE.realm(realm).groups()).hasSize(1);
    }

    /** A day later by the clock, each look of one's own at those who wait is minutes away. */
    @Test
    void whoWaitsIsWokenByWhatComes() {
        stage.apply("User", "anna", "realmRef: {name: team}, groupRefs: [{name: dev}]");
        stage.apply("Group", "dev", "realmRef: {name: team}, parentRef: {name: staff}");
        stage.until("User", "anna", "Progressing", "True", "WaitingFor");
        stage.until("Group", "dev", "Progressing", "True", "WaitingFor");
        stage.stop();
        stage.start(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
        stage.apply("Group", "staff", "realmRef: {name: team}");
        stage.until("Group", "staff", "Progressing", "True", "WaitingFor");
        team("");
        stage.ready("User", "anna");
    }

    @Test
    void aRefusedCredentialIsToldAndMendedByAnother() {
        var wrong = new Connection(
                FAKE.peer().uri(),
                new Login.Password("master", "admin-cli", "admin", new Secret("falsches-wort")),
                Optional.empty(),
                Limits.STANDARD);
        stage.connect(wrong);
        team("");
        var stuck = stage.until("Realm", "team", "Ready", "False", "Unauthorized");
        assertThat(stuck.toString()).contains("user 'admin'").doesNotContain("falsches-wort");
        stage.connect(FAKE.connection());
        stage.ready("Realm", "team");
    }

    @Test
    void aSecretThatLacksAKeyIsTold() {
        stage.secret("keycloak", Map.of("url", "nirgends"));
        stage.apply("Realm", "team", "connection: {name: keycloak}, name: " + realm);
        assertThat(Stage.message(stage.until("Realm", "team", "Ready", "False", "Unauthorized"), "Ready"))
                .contains("Secret 'keycloak'", "'url'");
    }

    @Test
    void whatKeycloakRefusesIsAnInvalidSpec() {
        team("");
        stage.ready("Realm", "team");
        for (var i = 0; i < 200; i++) {
            FAKE.peer().fail("POST /admin/realms/" + realm + "/clients", 400, "{\"errorMessage\":\"so nicht\"}");
        }
        stage.apply("Client", "web", "realmRef: {name: team}");
        assertThat(Stage.message(stage.until("Client", "web", "Ready", "False", "InvalidSpec"), "Ready"))
                .contains("400 so nicht");
    }

    @Test
    void whatHasNoOwnerIsTakenOverByImport() {
        team("");
        stage.ready("Realm", "team");
        try (var admin = FAKE.open()) {
            var there = admin.groups(realm).create(group("dev"), "x");
            FAKE.realm(realm).groups().forEach(group -> group.remove("attributes"));
            stage.apply("Group", "dev", "realmRef: {name: team}");
            assertThat(Stage.message(stage.until("Group", "dev", "Ready", "False", "Conflict"), "Ready"))
                    .contains("set import to take it over");
            stage.delete("Group", "dev");
            stage.gone("Group", "dev");
            stage.apply("Group", "dev", "realmRef: {name: team}, import: {filter: {name: dev}}");
            assertThat(Stage.id(stage.ready("Group", "dev"))).isEqualTo(there);
            stage.delete("Group", "dev");
            stage.gone("Group", "dev");
            assertThat(admin.groups(realm).get(there))
                    .as("what was imported stays")
                    .isPresent();
        }
    }

    @Test
    void passwordsAndSecretsAreHandedOverOnceAndAgainWhenTheyChange() {
        team("");
        stage.secret("word", Map.of("password", "erstes-wort"));
        stage.secret("login", Map.of("clientSecret", "erstes-geheimnis"));
        stage.apply("User", "anna", "realmRef: {name: team}, password: {secretRef: {name: word}}");
        stage.apply("IdentityProvider", "firma", "realmRef: {name: team}, type: oidc, clientSecretRef: {name: login}");
        stage.ready("User", "anna");
        stage.ready("IdentityProvider", "firma");
        assertThat(FAKE.realm(realm).users()).first().asString().contains("erstes-wort");
        assertThat(FAKE.realm(realm).providers()).first().asString().contains("erstes-geheimnis");

        stage.secret("word", Map.of("password", "zweites-wort"));
        stage.secret("login", Map.of("clientSecret", "zweites-geheimnis"));
        stage.wake();
        Stage.eventually(
                () -> Optional.of(FAKE.realm(realm).users().toString()
                                + FAKE.realm(realm).providers())
                        .filter(all -> all.contains("zweites-wort") && all.contains("zweites-geheimnis")),
                () -> "still the old ones");
        assertThat(stage.all("User").toString() + stage.all("IdentityProvider")).doesNotContain("-wort", "-geheimnis");
    }

    @Test
    void eachRoundMakesAtMostOneChangingCall() {
        team("");
        stage.ready("Realm", "team");
        FAKE.peer().forget();
        stage.apply("Role", "viewer", "realmRef: {name: team}");
        stage.ready("Role", "viewer");
        assertThat(FAKE.peer().changes().stream().filter(call -> call.contains("/admin/")))
                .containsExactly("POST /admin/realms/" + realm + "/roles");
    }

    @Test
    void whatCannotBeChangedIsRefusedAtOnce() {
        team("");
        assertThatThrownBy(() -> stage.apply(
                        "Realm", "team", "connection: {name: keycloak}, deletionPolicy: Delete, name: other"))
                .hasMessageContaining("spec.name")
                .hasMessageContaining("cannot be changed");
        stage.apply("Group", "dev", "realmRef: {name: team}");
        assertThatThrownBy(() -> stage.apply("Group", "dev", "realmRef: {name: other}"))
                .hasMessageContaining("spec.realmRef")
                .hasMessageContaining("cannot be changed");
        assertThatThrownBy(() -> stage.apply("Group", "ops", "defaultGroup: true"))
                .hasMessageContaining("spec.realmRef");
        assertThatThrownBy(() -> stage.apply("Group", "ops", "realmRef: {name: team}, drift: Perhaps"))
                .hasMessageContaining("spec.drift");
        assertThatThrownBy(() -> stage.apply("Group", "ops", "realmRef: {name: team}, import: {filter: {tags: [a]}}"))
                .hasMessageContaining("import.filter.name");
        assertThatThrownBy(() -> stage.apply("IdentityProvider", "company", "realmRef: {name: team}"))
                .hasMessageContaining("type is needed");
    }
}
