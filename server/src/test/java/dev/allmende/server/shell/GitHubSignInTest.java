package dev.allmende.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.Incident;
import dev.allmende.apiserver.request.Query;
import dev.allmende.server.shell.visit.Cookies;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GitHubSignInTest {

    private static final String INCIDENTS = "/ui/namespaces/status/incidents.status.allmende.dev";
    private static final String NEW_INCIDENT = "/ui/new/namespaces/status/incidents.status.allmende.dev";

    private FakeGitHub gitHub;
    private TestServer server;

    GitHubSignInTest() {}

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path keys) throws Exception {
        gitHub = new FakeGitHub(keys);
        server = new TestServer(folder, Issuers.of(gitHub.settings("Acme", "other")));
    }

    @BeforeEach
    void straight() {
        gitHub.memberships.clear();
        gitHub.memberships.put("acme", "active");
        gitHub.teams = List.of("Acme/ops", "elsewhere/ops");
    }

    @AfterAll
    void stop() {
        server.close();
        gitHub.close();
    }

    @Test
    void aMemberSignsInAndHasTheOrganizationAndItsTeamsAsGroups() {
        try (var browser = server.browser()) {
            assertThat(browser.get("/ui/sign-in?return=/ui/cluster").html())
                    .contains("Sign in with 127.0.0.1", "/ui/github/start?return=%2Fui%2Fcluster");
            var sent = browser.get("/ui/github/start?return=/ui/cluster");
            assertThat(sent.setCookie()).contains("; HttpOnly", "; Secure", "; SameSite=Lax");
            var asked = Query.parse(URI.create(sent.location()).getRawQuery());
            assertThat(asked.text("redirect_uri")).isEqualTo(server.server.url() + "/ui/github/callback");
            assertThat(asked.text("state")).hasSize(43);
            assertThat(asked.text("code_challenge_method")).isEqualTo("S256");
            assertThat(asked.text("scope")).isEqualTo("read:org");
            var in = browser.get(gitHub.letIn(sent.location()));
            assertThat(in.location()).isEqualTo("/ui/cluster");
            assertThat(in.setCookie()).contains("; HttpOnly", "; Secure", "; SameSite=Lax");
            assertThat(browser.get("/ui/cluster").html())
                    .contains("github:carla", "github:acme, ", "github:acme:ops", "system:authenticated")
                    .doesNotContain("elsewhere", "github:other");
        }
    }

    @Test
    void aTeamWritesIncidentsOnceItsGroupHasARole() throws InterruptedException {
        TenantKinds.install(server, Definition.of(Incident.class));
        server.create("/api/v1/namespaces", "{'metadata':{'name':'status'}}");
        try (var browser = server.browser()) {
            browser.get(gitHub.letIn(browser.get("/ui/github/start").location()));
            var refused = incident(browser, "save");
            assertThat(refused.code()).isEqualTo(422);
            assertThat(refused.html()).contains("forbidden", "value=\"Volumes do not attach\"");

            letWrite("github:acme:ops");
            assertThat(incident(browser, "preview").html())
                    .contains("The API would accept this", "language: de", "Volumes lassen sich");
            assertThat(browser.get(INCIDENTS + "/attach").code()).isEqualTo(404);
            assertThat(incident(browser, "save").location()).isEqualTo(INCIDENTS + "/attach");
            var spec = server.admin
                    .get("/apis/status.allmende.dev/v1alpha1/namespaces/status/incidents/attach")
                    .path("spec");
            assertThat(spec.path("origin").asText()).isEqualTo("Person");
            assertThat(spec.at("/affects/0/componentRef/name").asText()).isEqualTo("volumes");
            assertThat(spec.at("/affects/0/severity").asInt()).isEqualTo(60);
            assertThat(spec.at("/updates/0/description").asText()).isEqualTo("We are looking.");
        }
    }

    private static Browser.Page incident(Browser browser, String action) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("f.metadata.name", "attach");
        fields.put("f.spec.displayName", "Volumes do not attach");
        fields.put("n.spec.translations", "1");
        fields.put("f.spec.translations[0].language", "de");
        fields.put("f.spec.translations[0].displayName", "Volumes lassen sich nicht anhängen");
        fields.put("f.spec.beganAt", "2026-01-02T03:04:05Z");
        fields.put("n.spec.affects", "1");
        fields.put("f.spec.affects[0].componentRef", "volumes");
        fields.put("f.spec.affects[0].impactTypeRef", "performance-degradation");
        fields.put("f.spec.affects[0].severity", "60");
        fields.put("n.spec.updates", "1");
        fields.put("f.spec.updates[0].order", "0");
        fields.put("f.spec.updates[0].description", "We are looking.");
        fields.put("f.spec.updates[0].createdAt", "2026-01-02T03:14:05Z");
        fields.put("do", action);
        return browser.post(browser.get(NEW_INCIDENT), NEW_INCIDENT, fields);
    }

    private void letWrite(String group) {
        var roles = "/apis/rbac.authorization.k8s.io/v1/namespaces/status/";
        server.create(
                roles + "roles",
                "{'metadata':{'name':'writers'},'rules':[{'apiGroups':['status.allmende.dev'],'resources':['incidents'],"
                        + "'verbs':['get','list','create','update']}]}");
        server.create(
                roles + "rolebindings",
                "{'metadata':{'name':'writers'},'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'Role','name':'writers'},"
                        + "'subjects':[{'kind':'Group','apiGroup':'rbac.authorization.k8s.io','name':'" + group
                        + "'}]}");
    }

    @Test
    void teamsOfAllPagesCount() {
        var many = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(number -> "acme/team-" + number)
                .toList());
        many.add("acme/last");
        gitHub.teams = many;
        try (var browser = server.browser()) {
            browser.get(gitHub.letIn(browser.get("/ui/github/start").location()));
            assertThat(browser.get("/ui/cluster").html()).contains("github:acme:team-99", "github:acme:last");
        }
    }

    @Test
    void whoIsNoMemberOrOnlyInvitedIsRefused() {
        for (var state : new String[] {"", "pending"}) {
            gitHub.memberships.clear();
            if (!state.isEmpty()) {
                gitHub.memberships.put("acme", state);
            }
            try (var browser = server.browser()) {
                var page =
                        browser.get(gitHub.letIn(browser.get("/ui/github/start").location()));
                assertThat(page.code()).isEqualTo(403);
                assertThat(page.html()).contains("you are in none of: acme, other");
                assertThat(browser.cookies).doesNotContainKey(Cookies.SESSION);
            }
        }
    }

    @Test
    void aCodeIsGoodOnceInTheBrowserThatBeganAndNotForAnotherSignIn() {
        try (var browser = server.browser();
                var other = server.browser()) {
            var back = gitHub.letIn(browser.get("/ui/github/start").location());
            assertThat(other.get(back).code()).isEqualTo(400);
            assertThat(browser.get(back).code()).isEqualTo(400);

            var stolen = gitHub.letIn(browser.get("/ui/github/start").location());
            var own = other.get("/ui/github/start").location();
            var state = Query.parse(URI.create(own).getRawQuery()).text("state");
            var mixed = stolen.replaceFirst("state=.*", "state=" + state);
            assertThat(other.get(mixed).code()).isEqualTo(502);
            assertThat(gitHub.lastRefusal).isEqualTo("bad_verification_code");
            assertThat(other.cookies).doesNotContainKey(Cookies.SESSION);
        }
    }

    @Test
    void aSignInThatTookTooLongOrWasDeniedIsNone() {
        try (var browser = server.browser()) {
            var back = gitHub.letIn(browser.get("/ui/github/start").location());
            server.clock.turn(Duration.ofMinutes(11));
            assertThat(browser.get(back).code()).isEqualTo(400);
            server.clock.turn(Duration.ofMinutes(-11));
            var state = Query.parse(URI.create(browser.get("/ui/github/start").location())
                            .getRawQuery())
                    .text("state");
            var denied = browser.get("/ui/github/callback?error=access_denied%3Cb%3E&state=" + state);
            assertThat(denied.code()).isEqualTo(401);
            assertThat(denied.html()).doesNotContain("access_denied");
        }
    }

    @Test
    void noSecretIsInAnAddress() {
        try (var browser = server.browser()) {
            var sent = browser.get("/ui/github/start").location();
            browser.get(gitHub.letIn(sent));
            assertThat(gitHub.addresses).isNotEmpty();
            assertThat(String.join(" ", gitHub.addresses) + sent).doesNotContain("hush", "gho_", "verifier");
            assertThat(gitHub.settings("acme").toString()).doesNotContain("hush");
        }
    }

    @Test
    void nobodyIsSentToAnotherSite() {
        try (var browser = server.browser()) {
            var sent = browser.get("/ui/github/start?return=//evil.example").location();
            assertThat(browser.get(gitHub.letIn(sent)).location()).isEqualTo("/ui/namespaces");
        }
    }
}
