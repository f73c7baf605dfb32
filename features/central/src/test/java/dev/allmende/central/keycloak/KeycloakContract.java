package dev.allmende.central.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.central.peer.PeerException;
import dev.allmende.central.peer.PeerException.Kind;
import dev.allmende.openstack.config.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of a real Keycloak and of ours in memory alike. */
abstract class KeycloakContract {

    private static final String OWNER = "5f0c0a5e-0000-4000-8000-000000000001";

    private Keycloak keycloak;
    private String realm;

    abstract Keycloak open();

    @BeforeEach
    void makesARealm() {
        keycloak = open();
        // Other runs may be under way at the same service.
        realm = "allmende-test-" + Long.toHexString(System.nanoTime());
        keycloak.realms().create(realm(Optional.of("Ein Reich")), OWNER);
    }

    @AfterEach
    void removesIt() {
        keycloak.realms().delete(realm);
        keycloak.close();
    }

    @Test
    void saysItsVersion() {
        assertThat(keycloak.version()).get().asString().startsWith("26.");
    }

    @Test
    void aRealmIsFoundMarkedChangedAndGone() {
        var realms = keycloak.realms();
        var wanted = realm(Optional.of("Ein Reich"));
        var found = realms.find(wanted).orElseThrow();
        assertThat(found.id()).isEqualTo(realm);
        assertThat(found.owner()).contains(OWNER);
        assertThat(realms.drift(wanted, found)).isEmpty();
        var before = found.tree().path("sslRequired");

        var other = realm(Optional.of("Ein anderes"));
        assertThat(realms.drift(other, found))
                .containsExactly(new Difference("displayName", "\"Ein anderes\"", "\"Ein Reich\""));
        realms.update(other, found);
        var changed = realms.get(realm).orElseThrow();
        assertThat(realms.drift(other, changed)).isEmpty();
        assertThat(changed.owner()).contains(OWNER);
        assertThat(changed.tree().path("sslRequired")).isEqualTo(before);

        realms.delete(realm);
        assertThat(realms.get(realm)).isEmpty();
        realms.delete(realm);
    }

    @Test
    void aTakenNameIsAConflictThatNamesTheRemedy() {
        assertThatThrownBy(() -> keycloak.realms().create(realm(Optional.empty()), OWNER))
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT))
                .hasMessageContainingAll("POST /admin/realms: 409", realm, "already exists", "import");
    }

    @Test
    void aClientIsFoundByItsPublicNameAndKeepsWhatWeDoNotKnow() {
        var clients = keycloak.clients(realm);
        var wanted = client("web app/1", List.of("https://app.example.org/*"));
        assertThat(clients.find(wanted)).isEmpty();
        var id = clients.create(wanted, OWNER);

        var found = clients.find(wanted).orElseThrow();
        assertThat(found.id()).isEqualTo(id);
        assertThat(found.owner()).contains(OWNER);
        assertThat(clients.drift(wanted, found)).isEmpty();

        var moved = client("web app/1", List.of("https://neu.example.org/*", "https://app.example.org/*"));
        assertThat(clients.drift(moved, found)).extracting(Difference::path).containsExactly("redirectUris");
        clients.update(moved, found);
        var changed = clients.get(id).orElseThrow();
        assertThat(clients.drift(moved, changed)).isEmpty();
        assertThat(changed.tree().path("fullScopeAllowed").asBoolean()).isTrue();
        assertThat(changed.tree().path("secret")).isEqualTo(found.tree().path("secret"));

        clients.delete(id);
        assertThat(clients.find(wanted)).isEmpty();
    }

    @Test
    void aClientsSecretIsReadAndRotated() {
        var clients = keycloak.clients(realm);
        var id = clients.create(client("web", List.of()), OWNER);
        var first = clients.secret(id).orElseThrow();
        var second = clients.rotate(id);
        assertThat(second).isNotEqualTo(first);
        assertThat(clients.secret(id)).contains(second);
    }

    @Test
    void mappersOfAClientAreSettledByName() {
        var clients = keycloak.clients(realm);
        var id = clients.create(client("web", List.of()), OWNER);
        var mappers = clients.mappers(id);
        var team = mapper("team", "team");
        var other = mapper("other", "other");
        mappers.settle(List.of(team, other), Set.of(), mappers.all());
        assertThat(mappers.all()).containsOnlyKeys("team", "other");
        assertThat(Mappers.drift(List.of(team, other), mappers.all())).isEmpty();

        var renamed = mapper("team", "mannschaft");
        assertThat(Mappers.drift(List.of(renamed), mappers.all()))
                .extracting(Difference::path)
                .containsExactly("mappers[team].config.claim.name");
        mappers.settle(List.of(renamed), Set.of("other"), mappers.all());
        assertThat(mappers.all()).containsOnlyKeys("team");
        assertThat(Mappers.drift(List.of(renamed), mappers.all())).isEmpty();
    }

    @Test
    void scopesOfAClientComeAndGo() {
        var clients = keycloak.clients(realm);
        var id = clients.create(client("web", List.of()), OWNER);
        var phone = Objects.requireNonNull(clients.scopesOfRealm().get("phone"));
        assertThat(clients.scopes(id, false)).containsKey("email").doesNotContainKey("phone");
        clients.removeScope(id, true, phone);
        clients.addScope(id, false, phone);
        assertThat(clients.scopes(id, false)).containsKey("phone");
        clients.removeScope(id, false, phone);
        assertThat(clients.scopes(id, false)).doesNotContainKey("phone");
    }

    @Test
    void groupsOfEqualNamesLiveInDifferentParents() {
        var groups = keycloak.groups(realm);
        var top = new WantedGroup("team a/b", Optional.empty(), Map.of("cost", List.of("1", "2")));
        var parent = groups.create(top, OWNER);
        var below = new WantedGroup("team a/b", Optional.of(parent), Map.of());
        assertThat(groups.find(below)).isEmpty();
        var child = groups.create(below, OWNER + "-child");

        assertThat(groups.find(top).orElseThrow()).satisfies(found -> {
            assertThat(found.id()).isEqualTo(parent);
            assertThat(found.owner()).contains(OWNER);
            assertThat(groups.drift(top, found)).isEmpty();
        });
        assertThat(groups.find(below).map(Found::id)).contains(child);
        assertThat(groups.find(below).flatMap(Found::owner)).contains(OWNER + "-child");

        groups.setDefault(parent, true);
        assertThat(groups.isDefault(parent)).isTrue();
        groups.setDefault(parent, false);
        assertThat(groups.isDefault(parent)).isFalse();
    }

    @Test
    void rolesOfRealmAndClientAreGivenToGroupsAndMadeOfEachOther() {
        var client = keycloak.clients(realm).create(client("web", List.of()), OWNER);
        var roles = keycloak.roles(realm);
        var viewer = new WantedRole("viewer", Optional.empty(), Optional.of("sees"), Map.of());
        var editor = new WantedRole("editor", Optional.of(client), Optional.empty(), Map.of("level", List.of("2")));
        roles.create(viewer, OWNER);
        var id = roles.create(editor, OWNER);
        assertThat(roles.find(viewer).orElseThrow()).satisfies(found -> {
            assertThat(found.owner()).contains(OWNER);
            assertThat(roles.drift(viewer, found)).isEmpty();
        });

        roles.addComposites(id, Set.of(RoleName.ofRealm("viewer")));
        assertThat(roles.composites(id)).containsExactly(RoleName.ofRealm("viewer"));
        roles.removeComposites(id, Set.of(RoleName.ofRealm("viewer")));
        assertThat(roles.composites(id)).isEmpty();

        var group = keycloak.groups(realm).create(new WantedGroup("dev", Optional.empty(), Map.of()), OWNER);
        var given = keycloak.groups(realm).roles(group);
        var both = Set.of(RoleName.ofRealm("viewer"), RoleName.ofClient("web", "editor"));
        given.add(both);
        assertThat(given.all()).containsExactlyInAnyOrderElementsOf(both);
        given.remove(Set.of(RoleName.ofRealm("viewer")));
        assertThat(given.all()).containsExactly(RoleName.ofClient("web", "editor"));

        roles.update(
                new WantedRole("editor", Optional.of(client), Optional.of("edits"), Map.of()),
                roles.get(id).orElseThrow());
        var changed = roles.get(id).orElseThrow();
        assertThat(changed.tree().path("description").asText()).isEqualTo("edits");
        assertThat(changed.owner()).contains(OWNER);
    }

    @Test
    void aRoleThatIsNotThereIsNamed() {
        var group = keycloak.groups(realm).create(new WantedGroup("dev", Optional.empty(), Map.of()), OWNER);
        assertThatThrownBy(() -> keycloak.groups(realm).roles(group).add(Set.of(RoleName.ofClient("nirgends", "x"))))
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND))
                .hasMessageContainingAll(realm, "nirgends", "make it first");
    }

    @Test
    void aUserKeepsTheMarkOnlyWhereTheRealmLetsIt() {
        var users = keycloak.users(realm);
        assertThat(keycloak.realms().keepsMarksOfUsers(realm)).isFalse();
        users.create(user("Anna", "Anna@Example.org"), OWNER);
        assertThat(users.find(user("anna", "")).orElseThrow().owner()).isEmpty();

        keycloak.realms().letMarksOfUsersBeKept(realm);
        assertThat(keycloak.realms().keepsMarksOfUsers(realm)).isTrue();
        var wanted = user("Bert", "Bert@Example.org");
        var id = users.create(wanted, OWNER);
        var found = users.find(wanted).orElseThrow();
        assertThat(found.id()).isEqualTo(id);
        assertThat(found.owner()).contains(OWNER);
        assertThat(users.drift(wanted, found)).isEmpty();

        users.adopt(users.find(user("anna", "")).orElseThrow(), OWNER + "-2");
        assertThat(users.find(user("anna", "")).orElseThrow().owner()).contains(OWNER + "-2");
    }

    @Test
    void aUserHasPasswordGroupsAndRoles() {
        keycloak.realms().letMarksOfUsersBeKept(realm);
        var users = keycloak.users(realm);
        var id = users.create(user("anna", "anna@example.org"), OWNER);
        users.setPassword(id, new Secret("ein-wort"), false);
        var group = keycloak.groups(realm).create(new WantedGroup("dev", Optional.empty(), Map.of()), OWNER);
        users.join(id, group);
        assertThat(users.groups(id)).containsExactly(Map.entry("/dev", group));
        users.leave(id, group);
        assertThat(users.groups(id)).isEmpty();

        keycloak.roles(realm).create(new WantedRole("viewer", Optional.empty(), Optional.empty(), Map.of()), OWNER);
        users.roles(id).add(Set.of(RoleName.ofRealm("viewer")));
        assertThat(users.roles(id).all()).contains(RoleName.ofRealm("viewer"));
    }

    @Test
    void anIdentityProviderKeepsItsSecretWhenSomethingElseChanges() {
        var providers = keycloak.identityProviders(realm);
        var wanted = provider("Firma", Optional.of(new Secret("streng-geheim")));
        providers.create(wanted, OWNER);
        var found = providers.find(wanted).orElseThrow();
        assertThat(found.owner()).contains(OWNER);
        assertThat(providers.drift(wanted, found)).isEmpty();
        assertThat(found.tree().toString()).doesNotContain("streng-geheim");

        var renamed = provider("Die Firma", Optional.empty());
        assertThat(providers.drift(renamed, found)).extracting(Difference::path).containsExactly("displayName");
        providers.update(renamed, found);
        var changed = providers.get("firma").orElseThrow();
        assertThat(changed.owner()).contains(OWNER);
        assertThat(changed.tree().path("config").path("clientSecret").asText()).isEqualTo(Drift.MASK);

        var mapper = WantedMapper.ofProvider(
                "firma", "mail", "oidc-user-attribute-idp-mapper", Map.of("claim", "mail", "user.attribute", "email"));
        var mappers = providers.mappers("firma");
        mappers.settle(List.of(mapper), Set.of(), mappers.all());
        assertThat(Mappers.drift(List.of(mapper), mappers.all())).isEmpty();

        var user = keycloak.users(realm).create(user("anna", "anna@example.org"), OWNER);
        keycloak.users(realm).link(user, "firma", "4711", "a.schmidt");
        assertThat(keycloak.users(realm).identities(user)).containsExactly(Map.entry("firma", "4711"));
        keycloak.users(realm).unlink(user, "firma");
        assertThat(keycloak.users(realm).identities(user)).isEmpty();

        providers.delete("firma");
        assertThat(providers.find(wanted)).isEmpty();
    }

    private WantedRealm realm(Optional<String> displayName) {
        return new WantedRealm(
                realm,
                displayName,
                true,
                WantedRealm.Logins.UNSAID,
                Optional.of("length(8)"),
                Optional.of(true),
                Optional.empty(),
                Optional.of(120),
                Optional.empty(),
                List.of("de", "en"),
                Map.of("team", "x"));
    }

    private static WantedClient client(String clientId, List<String> redirects) {
        return new WantedClient(
                clientId,
                Optional.of("Ein Dienst"),
                Optional.empty(),
                true,
                "openid-connect",
                false,
                WantedClient.Flows.STANDARD,
                Optional.empty(),
                Optional.empty(),
                Optional.of(redirects),
                Optional.empty(),
                Map.of());
    }

    private static WantedMapper mapper(String name, String claim) {
        return WantedMapper.ofClient(
                "openid-connect",
                name,
                "oidc-usermodel-attribute-mapper",
                Map.of("user.attribute", "team", "claim.name", claim, "access.token.claim", "true"));
    }

    private static WantedUser user(String name, String mail) {
        return new WantedUser(
                name,
                Optional.of(mail).filter(text -> !text.isEmpty()),
                Optional.of(true),
                Optional.of("Vorname"),
                Optional.empty(),
                true,
                Optional.empty(),
                Map.of());
    }

    private static WantedProvider provider(String displayName, Optional<Secret> secret) {
        return new WantedProvider(
                "firma",
                "oidc",
                Optional.of(displayName),
                true,
                Optional.of(true),
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        "clientId", "allmende",
                        "authorizationUrl", "https://idp.example.org/auth",
                        "tokenUrl", "https://idp.example.org/token"),
                secret);
    }
}
