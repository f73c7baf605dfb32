package dev.allmende.central.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.central.keycloak.Connection;
import dev.allmende.central.keycloak.Keycloak;
import dev.allmende.central.keycloak.RoleName;
import dev.allmende.central.keycloak.WantedGroup;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tenants see, on the embedded API server, with a real Keycloak and with ours in memory alike. */
@ExtendWith(ApiServerExtension.class)
abstract class IdentityContract {

    private static final List<String> KINDS = List.of("User", "Group", "Role", "Client", "IdentityProvider", "Realm");

    Stage stage;
    Keycloak keycloak;
    /** No two tests share a realm: at a real Keycloak others may be at work too. */
    final String realm = "allmende-test-" + Long.toHexString(System.nanoTime());

    abstract Connection connection();

    @BeforeEach
    void begin(KubernetesClient kubernetes) {
        stage = new Stage(kubernetes, connection());
        stage.start();
        stage.onboard();
        keycloak = stage.keycloak(connection());
    }

    @AfterEach
    void end() {
        stage.close();
        keycloak.realms().delete(realm);
        keycloak.close();
    }

    @Test
    void theExampleIsAppliedInAnyOrderAndDeletedAtOnce() {
        stage.apply(Stage.example().replace("name: example-team", "name: " + realm));
        stage.ready("Realm", "team");
        var user = Stage.id(stage.ready("User", "anna"));
        for (var kind : KINDS) {
            stage.all(kind).forEach(each -> stage.ready(kind, each.getMetadata().getName()));
        }
        assertThat(keycloak.users(realm).groups(user)).containsKey("/staff/operators");
        var operators = Stage.id(stage.ready("Group", "operators"));
        assertThat(keycloak.groups(realm).roles(operators).all())
                .containsExactlyInAnyOrder(RoleName.ofRealm("restart-servers"), RoleName.ofClient("web", "editor"));
        var client = Stage.id(stage.ready("Client", "web"));
        assertThat(stage.secret("web-login"))
                .containsEntry("clientId", "web")
                .containsEntry(
                        "clientSecret",
                        keycloak.clients(realm).secret(client).orElseThrow().reveal())
                .containsEntry("issuer", keycloak.issuer(realm));
        assertThat(stage.until("Realm", "team", it -> !List.of().equals(it.get("status", "usedBy")))
                        .<List<String>>get("status", "usedBy"))
                .contains("Client web", "User anna", "Group staff");

        for (var kind : List.of("Realm", "Group", "Client", "User", "Role", "IdentityProvider")) {
            stage.all(kind)
                    .forEach(each -> stage.delete(kind, each.getMetadata().getName()));
        }
        for (var kind : KINDS) {
            stage.all(kind).forEach(each -> stage.gone(kind, each.getMetadata().getName()));
        }
        assertThat(keycloak.realms().get(realm)).isEmpty();
    }

    @Test
    void aResourceWaitsForWhatItNames() {
        stage.apply("Group", "dev", "realmRef: {name: team}");
        var waiting = stage.until("Group", "dev", "Progressing", "True", "WaitingFor");
        assertThat(Stage.message(waiting, "Ready")).isEqualTo("Realm team is not there");
        team("");
        stage.ready("Group", "dev");
    }

    @Test
    void whatIsThereAlreadyIsAConflictUntilItIsImported() {
        team("");
        stage.ready("Realm", "team");
        var there = keycloak.groups(realm).create(group("dev"), "somebody-without-a-resource");
        stage.apply("Group", "dev", "realmRef: {name: team}");
        assertThat(Stage.message(stage.until("Group", "dev", "Ready", "False", "Conflict"), "Ready"))
                .contains("group dev belongs to another object");
        stage.delete("Group", "dev");
        stage.gone("Group", "dev");
        assertThat(keycloak.groups(realm).get(there)).isPresent();
    }

    @Test
    void whatIsOnlyObservedIsNeverChanged() {
        team("");
        stage.ready("Realm", "team");
        var there = keycloak.groups(realm).create(group("dev"), "somebody");
        stage.apply(
                "Group",
                "dev",
                "realmRef: {name: team}, managementPolicy: Observe, import: {filter: {name: dev}}, attributes: {cost: ['1']}");
        assertThat(Stage.id(stage.ready("Group", "dev"))).isEqualTo(there);
        assertThat(keycloak.groups(realm).get(there).orElseThrow().tree().toString())
                .doesNotContain("cost");
        stage.delete("Group", "dev");
        stage.gone("Group", "dev");
        assertThat(keycloak.groups(realm).get(there)).isPresent();
    }

    @Test
    void whatBelongsToAnotherResourceIsNotImported() {
        team("");
        stage.apply("Role", "first", "realmRef: {name: team}, name: ours");
        var id = Stage.id(stage.ready("Role", "first"));
        stage.apply("Role", "second", "realmRef: {name: team}, name: ours, import: {id: " + id + "}");
        assertThat(Stage.message(stage.until("Role", "second", "Ready", "False", "Conflict"), "Ready"))
                .contains("belongs to another object");
    }

    @Test
    void driftIsReportedAndCorrectedOnlyWhenAskedFor() {
        team("");
        stage.apply(
                "Client",
                "web",
                "realmRef: {name: team}, displayName: Unser, redirectUris: ['https://a.example.org/*']");
        var id = Stage.id(stage.ready("Client", "web"));
        meddle(id, "Fremd");
        stage.wake();
        var drifted = stage.until("Client", "web", "Synced", "False", "Drifted");
        assertThat(drifted.<List<Map<String, String>>>get("status", "drift"))
                .containsExactly(Map.of("path", "name", "want", "\"Unser\"", "have", "\"Fremd\""));
        assertThat(nameOf(id)).isEqualTo("Fremd");

        stage.apply(
                "Client",
                "web",
                "realmRef: {name: team}, displayName: Unser, drift: Correct, redirectUris: ['https://a.example.org/*']");
        stage.ready("Client", "web");
        assertThat(nameOf(id)).isEqualTo("Unser");
        meddle(id, "Wieder fremd");
        stage.wake();
        Stage.eventually(
                () -> Optional.of(nameOf(id)).filter("Unser"::equals),
                () -> "the client is still called " + nameOf(id));
    }

    @Test
    void whatAnotherHandRemovedIsToldAndMadeAgainWhenAskedFor() {
        team("");
        stage.apply("Group", "dev", "realmRef: {name: team}");
        var id = Stage.id(stage.ready("Group", "dev"));
        keycloak.groups(realm).delete(id);
        stage.wake();
        stage.until("Group", "dev", "Ready", "False", "ExternallyDeleted");
        stage.apply("Group", "dev", "realmRef: {name: team}, drift: Correct");
        var again = stage.until(
                "Group", "dev", it -> !id.equals(it.get("status", "id")) && Stage.has(it, "Ready", "True", ""));
        assertThat(keycloak.groups(realm).get(Stage.id(again))).isPresent();
    }

    @Test
    void aProtectedRealmStaysAndSoDoesOneThatIsUsed() {
        stage.apply("Realm", "team", "connection: {name: keycloak}, name: " + realm);
        stage.ready("Realm", "team");
        stage.apply("Group", "dev", "realmRef: {name: team}");
        stage.ready("Group", "dev");
        stage.delete("Realm", "team");
        assertThat(Stage.message(stage.until("Realm", "team", "Ready", "False", "Deleting"), "Ready"))
                .startsWith("protected: set spec.deletionPolicy");
        team("");
        stage.until("Realm", "team", it -> Stage.message(it, "Ready").equals("still used by Group dev"));
        assertThat(keycloak.realms().get(realm)).isPresent();
        stage.delete("Group", "dev");
        stage.gone("Group", "dev");
        stage.gone("Realm", "team");
        assertThat(keycloak.realms().get(realm)).isEmpty();
    }

    @Test
    void whatIsRetainedStays() {
        team("");
        stage.apply("Group", "dev", "realmRef: {name: team}, deletionPolicy: Retain");
        var id = Stage.id(stage.ready("Group", "dev"));
        stage.delete("Group", "dev");
        stage.gone("Group", "dev");
        assertThat(keycloak.groups(realm).get(id)).isPresent();
    }

    @Test
    void aRunThatWasKilledAfterTheCreationFindsItsThingAgain() {
        team("");
        stage.ready("Realm", "team");
        stage.stop();
        stage.apply("Group", "dev", "realmRef: {name: team}");
        var uid = stage.get("Group", "dev").orElseThrow().getMetadata().getUid();
        var made = keycloak.groups(realm).create(group("dev"), uid);
        stage.start();
        assertThat(Stage.id(stage.ready("Group", "dev"))).isEqualTo(made);
    }

    @Test
    void aRunThatWasKilledAfterTheCreationLeavesNothingWhenTheResourceIsDeleted() {
        team("");
        stage.apply("Group", "dev", "realmRef: {name: team}");
        var first = stage.ready("Group", "dev");
        stage.stop();
        keycloak.groups(realm).delete(Stage.id(first));
        var made =
                keycloak.groups(realm).create(group("dev"), first.getMetadata().getUid());
        stage.delete("Group", "dev");
        stage.start();
        stage.gone("Group", "dev");
        assertThat(keycloak.groups(realm).get(made)).isEmpty();
    }

    @Test
    void aClientsSecretIsRotatedOnDemand() {
        team("");
        stage.apply("Client", "web", "realmRef: {name: team}, secretRef: {name: web-login}");
        stage.ready("Client", "web");
        var before = stage.secret("web-login").get("clientSecret");
        stage.apply("Client", "web", "realmRef: {name: team}, secretRef: {name: web-login}, rotation: '1'");
        var client = stage.ready("Client", "web");
        assertThat(stage.secret("web-login").get("clientSecret"))
                .isNotEqualTo(before)
                .isEqualTo(keycloak.clients(realm)
                        .secret(Stage.id(client))
                        .orElseThrow()
                        .reveal());
        assertThat(client.toString())
                .doesNotContain(
                        String.valueOf(before), stage.secret("web-login").get("clientSecret"));
    }

    @Test
    void twoNamespacesWithEqualNamesDoNotMeet() {
        team("");
        stage.apply("Group", "dev", "realmRef: {name: team}");
        stage.ready("Group", "dev");
        try (var other = new Stage(stage.kubernetes, connection())) {
            other.onboard();
            other.apply("Realm", "team", "connection: {name: keycloak}, name: " + realm);
            assertThat(Stage.message(other.until("Realm", "team", "Ready", "False", "Conflict"), "Ready"))
                    .contains("belongs to another object");
            other.apply("Group", "dev", "realmRef: {name: team}");
            assertThat(Stage.message(other.until("Group", "dev", "Ready", "False", "WaitingFor"), "Ready"))
                    .isEqualTo("Realm team is not ready");
        }
    }

    void team(String more) {
        stage.apply("Realm", "team", "connection: {name: keycloak}, deletionPolicy: Delete, name: " + realm + more);
    }

    private void meddle(String client, String name) {
        var clients = keycloak.clients(realm);
        var have = clients.get(client).orElseThrow();
        have.tree().put("name", name);
        clients.adopt(have, have.owner().orElseThrow());
    }

    private String nameOf(String client) {
        return keycloak.clients(realm)
                .get(client)
                .orElseThrow()
                .tree()
                .path("name")
                .asText();
    }

    static WantedGroup group(String name) {
        return new WantedGroup(name, Optional.empty(), Map.of(), Optional.empty(), false);
    }
}
