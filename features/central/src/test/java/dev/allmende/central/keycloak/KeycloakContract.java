package dev.allmende.central.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.config.Secret;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import java.util.List;
import java.util.Map;
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
        assertThat(realms.step(other, found)).isTrue();
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
        assertThat(clients.step(moved, found)).isTrue();
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
    void whatTokensOfAClientCarryIsSettledACallAtATime() {
        var clients = keycloak.clients(realm);
        keycloak.roles(realm).create(role("viewer", Optional.empty()), OWNER);
        var first = carrying(
                Set.of("email", "phone"), Set.of("profile"), List.of(mapper("team", "team"), mapper("x", "x")));
        clients.create(first, OWNER);
        assertThat(clients.drift(first, clients.find(first).orElseThrow()))
                .extracting(Difference::path)
                .contains("defaultScopes", "optionalScopes", "mappers[team].config.claim.name", "serviceAccountRoles");
        settle(clients, first);
        var id = clients.find(first).orElseThrow().id();
        assertThat(clients.scopes(id, false)).containsExactlyInAnyOrder("email", "phone");
        assertThat(clients.scopes(id, true)).containsExactly("profile");
        assertThat(clients.mappers(id).all()).containsOnlyKeys("team", "x");

        var second = carrying(Set.of("profile"), Set.of(), List.of(mapper("team", "mannschaft")));
        assertThat(clients.drift(second, clients.find(first).orElseThrow()))
                .contains(new Difference("mappers[x]", "null", "\"x\""));
        settle(clients, second);
        assertThat(clients.scopes(id, false)).containsExactly("profile");
        assertThat(clients.mappers(id).all()).containsOnlyKeys("team");
    }

    @Test
    void aScopeThatIsNotThereIsNamed() {
        var clients = keycloak.clients(realm);
        var wanted = carrying(Set.of("nirgends"), Set.of(), List.of());
        clients.create(wanted, OWNER);
        assertThatThrownBy(() -> settle(clients, wanted))
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND))
                .hasMessageContainingAll(realm, "client scope 'nirgends'");
    }

    @Test
    void groupsOfEqualNamesLiveInDifferentParents() {
        var groups = keycloak.groups(realm);
        var top = group("team a/b", Optional.empty(), Map.of("cost", List.of("1", "2")), Optional.empty(), false);
        var parent = groups.create(top, OWNER);
        var below = group("team a/b", Optional.of(parent), Map.of(), Optional.empty(), false);
        assertThat(groups.find(below)).isEmpty();
        var child = groups.create(below, OWNER + "-child");

        assertThat(groups.find(top).orElseThrow()).satisfies(found -> {
            assertThat(found.id()).isEqualTo(parent);
            assertThat(found.owner()).contains(OWNER);
            assertThat(groups.drift(top, found)).isEmpty();
        });
        assertThat(groups.find(below).map(Found::id)).contains(child);
        assertThat(groups.find(below).flatMap(Found::owner)).contains(OWNER + "-child");

        var standard = group("team a/b", Optional.empty(), Map.of(), Optional.empty(), true);
        settle(groups, standard);
        assertThat(groups.isDefault(parent)).isTrue();
        settle(groups, top);
        assertThat(groups.isDefault(parent)).isFalse();
    }

    @Test
    void rolesAreMadeOfEachOtherAndGivenToGroups() {
        var client = keycloak.clients(realm).create(client("web", List.of()), OWNER);
        var roles = keycloak.roles(realm);
        var viewer = role("viewer", Optional.empty());
        roles.create(viewer, OWNER);
        assertThat(roles.find(viewer).orElseThrow()).satisfies(found -> {
            assertThat(found.owner()).contains(OWNER);
            assertThat(roles.drift(viewer, found)).isEmpty();
        });
        var editor = new WantedRole(
                "editor",
                Optional.of(client),
                Optional.of("edits"),
                Map.of("level", List.of("2")),
                Optional.of(Set.of(RoleName.ofRealm("viewer"))));
        var id = roles.create(editor, OWNER);
        assertThat(roles.drift(editor, roles.get(id).orElseThrow()))
                .containsExactly(new Difference("composites", "[\"viewer\"]", "[]"));
        settle(roles, editor);
        assertThat(roles.composites(id)).containsExactly(RoleName.ofRealm("viewer"));
        assertThat(roles.get(id).flatMap(Found::owner)).contains(OWNER);
        settle(roles, new WantedRole("editor", Optional.of(client), Optional.empty(), Map.of(), Optional.of(Set.of())));
        assertThat(roles.composites(id)).isEmpty();

        var both = Set.of(RoleName.ofRealm("viewer"), RoleName.ofClient("web", "editor"));
        var groups = keycloak.groups(realm);
        var dev = group("dev", Optional.empty(), Map.of(), Optional.of(both), false);
        var group = groups.create(dev, OWNER);
        settle(groups, dev);
        assertThat(groups.roles(group).all()).containsExactlyInAnyOrderElementsOf(both);
        settle(groups, group("dev", Optional.empty(), Map.of(), Optional.of(Set.of()), false));
        assertThat(groups.roles(group).all()).isEmpty();
    }

    @Test
    void aRoleThatIsNotThereIsNamed() {
        var group = keycloak.groups(realm).create(group("dev"), OWNER);
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

        var wish = realm(Optional.of("Ein Reich"), true);
        assertThat(keycloak.realms().drift(wish, keycloak.realms().get(realm).orElseThrow()))
                .containsExactly(new Difference("marksOfUsers", "[\"true\"]", "[\"false\"]"));
        settle(keycloak.realms(), wish);
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
    void aUserHasPasswordGroupsRolesAndIdentities() {
        keycloak.realms().letMarksOfUsersBeKept(realm);
        keycloak.identityProviders(realm).create(provider("Firma", Optional.empty()), OWNER);
        keycloak.roles(realm).create(role("viewer", Optional.empty()), OWNER);
        var parent = keycloak.groups(realm).create(group("dev"), OWNER);
        keycloak.groups(realm).create(group("ops", Optional.of(parent), Map.of(), Optional.empty(), false), OWNER);
        var users = keycloak.users(realm);
        var everything =
                user("anna", Set.of("/dev", "/dev/ops"), Set.of(RoleName.ofRealm("viewer")), Set.of(identity("4711")));
        var id = users.create(everything, OWNER);
        users.setPassword(id, new Secret("ein-wort"), false);
        assertThat(users.drift(everything, users.get(id).orElseThrow()))
                .extracting(Difference::path)
                .containsExactly("groups", "roles", "identities");
        settle(users, everything);
        assertThat(users.groups(id)).containsOnlyKeys("/dev", "/dev/ops");
        assertThat(users.identities(id)).containsExactly(identity("4711"));

        settle(users, user("anna", Set.of("/dev"), Set.of(), Set.of(identity("4712"))));
        assertThat(users.groups(id)).containsOnlyKeys("/dev");
        assertThat(users.identities(id)).containsExactly(identity("4712"));
        settle(users, user("anna", Set.of(), Set.of(), Set.of()));
        assertThat(users.identities(id)).isEmpty();
    }

    @Test
    void aGroupThatIsNotThereIsNamed() {
        var users = keycloak.users(realm);
        var wanted = user("anna", Set.of("/nirgends"), Set.of(), Set.of());
        users.create(wanted, OWNER);
        assertThatThrownBy(() -> settle(users, wanted)).hasMessageContainingAll(realm, "group '/nirgends'");
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
        assertThat(providers.step(renamed, found)).isTrue();
        var changed = providers.get("firma").orElseThrow();
        assertThat(changed.owner()).contains(OWNER);
        assertThat(changed.tree().path("config").path("clientSecret").asText()).isEqualTo(Drift.MASK);

        var mapper = WantedMapper.ofProvider(
                "firma", "mail", "oidc-user-attribute-idp-mapper", Map.of("claim", "mail", "user.attribute", "email"));
        var bringing = provider("Die Firma", Optional.empty(), Optional.of(List.of(mapper)));
        settle(providers, bringing);
        assertThat(providers.mappers("firma").all()).containsOnlyKeys("mail");
        settle(providers, provider("Die Firma", Optional.empty(), Optional.of(List.of())));
        assertThat(providers.mappers("firma").all()).isEmpty();

        providers.delete("firma");
        assertThat(providers.find(wanted)).isEmpty();
    }

    /** Steps until there is nothing to do; a dozen calls are enough for each of these wishes. */
    private static <W extends Wanted> void settle(Things<W> things, W wanted) {
        for (var steps = 0; things.step(wanted, things.find(wanted).orElseThrow()); steps++) {
            assertThat(steps).isLessThan(16);
        }
        assertThat(things.drift(wanted, things.find(wanted).orElseThrow())).isEmpty();
    }

    private WantedRealm realm(Optional<String> displayName) {
        return realm(displayName, false);
    }

    private WantedRealm realm(Optional<String> displayName, boolean marksOfUsers) {
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
                marksOfUsers,
                List.of("de", "en"),
                Map.of("team", "x"));
    }

    private static WantedClient client(String clientId, List<String> redirects) {
        return client(clientId, redirects, WantedClient.Flows.STANDARD, WantedClient.Scopes.UNSAID, Optional.empty());
    }

    private static WantedClient carrying(Set<String> standard, Set<String> optional, List<WantedMapper> mappers) {
        return client(
                "robot",
                List.of(),
                new WantedClient.Flows(false, false, true, true, Optional.of("S256")),
                new WantedClient.Scopes(Optional.of(standard), Optional.of(optional), Optional.of(mappers)),
                Optional.of(Set.of(RoleName.ofRealm("viewer"))));
    }

    private static WantedClient client(
            String clientId,
            List<String> redirects,
            WantedClient.Flows flows,
            WantedClient.Scopes scopes,
            Optional<Set<RoleName>> roles) {
        return new WantedClient(
                clientId,
                Optional.of("Ein Dienst"),
                Optional.empty(),
                true,
                "openid-connect",
                false,
                flows,
                Optional.empty(),
                Optional.empty(),
                Optional.of(redirects),
                Optional.empty(),
                Map.of(),
                scopes,
                roles);
    }

    private static WantedMapper mapper(String name, String claim) {
        return WantedMapper.ofClient(
                "openid-connect",
                name,
                "oidc-usermodel-attribute-mapper",
                Map.of("user.attribute", "team", "claim.name", claim, "access.token.claim", "true"));
    }

    private static WantedRole role(String name, Optional<String> client) {
        return new WantedRole(name, client, Optional.of("sees"), Map.of(), Optional.empty());
    }

    private static WantedGroup group(String name) {
        return group(name, Optional.empty(), Map.of(), Optional.empty(), false);
    }

    private static WantedGroup group(
            String name,
            Optional<String> parent,
            Map<String, List<String>> attributes,
            Optional<Set<RoleName>> roles,
            boolean standard) {
        return new WantedGroup(name, parent, attributes, roles, standard);
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
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static WantedUser user(
            String name, Set<String> groups, Set<RoleName> roles, Set<WantedUser.Identity> identities) {
        return new WantedUser(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.of(List.of()),
                Map.of(),
                Optional.of(groups),
                Optional.of(roles),
                Optional.of(identities));
    }

    private static WantedUser.Identity identity(String userId) {
        return new WantedUser.Identity("firma", userId, "a.schmidt");
    }

    private static WantedProvider provider(String displayName, Optional<Secret> secret) {
        return provider(displayName, secret, Optional.empty());
    }

    private static WantedProvider provider(
            String displayName, Optional<Secret> secret, Optional<List<WantedMapper>> mappers) {
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
                secret,
                mappers);
    }
}
