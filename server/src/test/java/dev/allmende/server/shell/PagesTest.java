package dev.allmende.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.resource.Api;
import dev.allmende.server.shell.visit.Refusal;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{frame.token}";

    private TestServer server;
    private Browser admin;
    private Browser anna;

    PagesTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws InterruptedException {
        server = new TestServer(folder);
        server.widgets();
        TenantKinds.install(server);
        server.namespace("team-a");
        server.create("/api/v1/namespaces", "{'metadata':{'name':'hers-not'}}");
        server.configMap("hers-not", "unseen");
        admin = server.signedIn("admin");
        anna = server.signedIn("anna");
    }

    @AfterAll
    void stop() {
        admin.close();
        anna.close();
        server.close();
    }

    @Test
    void whoMayListNamespacesSeesAll() {
        assertThat(admin.get("/ui/namespaces").html())
                .contains("href=\"/ui/namespaces/team-a\"", "href=\"/ui/namespaces/hers-not\"", "kube-system");
    }

    @Test
    void whoMayNotListNamespacesSeesThoseWithARole() {
        assertThat(anna.get("/ui/namespaces").html())
                .contains("href=\"/ui/namespaces/team-a\"")
                .doesNotContain("hers-not", "kube-system");
    }

    @Test
    void aNamespacesPageShowsWhatTheReaderMayList() {
        var page = anna.get("/ui/namespaces/team-a");
        assertThat(page.code()).isEqualTo(200);
        assertThat(page.html())
                .contains("/ui/namespaces/team-a/configmaps/first", "kinds are not shown")
                .doesNotContain("data-table=\"secrets\"");
        assertThat(admin.get("/ui/namespaces/team-a").html()).contains("data-table=\"secrets\"");
    }

    @Test
    void aNamespaceWithoutARoleIsForbiddenInTheWordsOfTheApi() {
        var page = anna.get("/ui/namespaces/hers-not");
        assertThat(page.code()).isEqualTo(403);
        assertThat(page.html()).contains("You may not see or do this", "anna").doesNotContain("unseen");
        assertThat(anna.get("/ui/namespaces/hers-not/configmaps/unseen").code()).isEqualTo(403);
        assertThat(anna.get("/ui/cluster").code()).isEqualTo(403);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (var path : new String[] {
            "/ui/namespaces/no-such",
            "/ui/namespaces/team-a/no-such-kind",
            "/ui/namespaces/team-a/configmaps/no-such",
            "/ui/nowhere",
            "/ui/namespaces/team-a/configmaps/first/else",
            "/ui/namespaces/team-a/configmaps/first/delete/x"
        }) {
            assertThat(admin.get(path).code()).as(path).isEqualTo(404);
        }
    }

    @Test
    void anObjectsPageShowsItsYamlAndOwners() {
        var uid = server.admin
                .get("/api/v1/namespaces/team-a/configmaps/first")
                .path("metadata")
                .path("uid")
                .asText();
        server.create(
                "/api/v1/namespaces/team-a/configmaps",
                "{'metadata':{'name':'owned','labels':{'app':'web'},'ownerReferences':"
                        + "[{'apiVersion':'v1','kind':'ConfigMap','name':'first','uid':'%s'}]},'data':{'a':'b'}}"
                                .formatted(uid));
        var page = admin.get("/ui/namespaces/team-a/configmaps/owned");
        assertThat(page.html())
                .contains("kind: ConfigMap", "app=web", "Delete")
                .contains("<a href=\"/ui/namespaces/team-a/configmaps/first\">ConfigMap first</a>");
        assertThat(page.html()).doesNotContain("managedFields");
    }

    @Test
    void secretsShowTheirNamesOnly() {
        server.create(
                "/api/v1/namespaces/team-a/secrets",
                "{'metadata':{'name':'key','annotations':{'kubectl.kubernetes.io/last-applied-configuration':'topsecret'}},'stringData':{'password':'topsecret'}}");
        var page = admin.get("/ui/namespaces/team-a/secrets/key");
        assertThat(page.code()).isEqualTo(200);
        assertThat(page.html())
                .contains("password: (not shown)", "The values of a Secret are not shown here.")
                .doesNotContain("topsecret", "dG9wc2VjcmV0");
        assertThat(admin.get("/ui/namespaces/team-a").html())
                .contains("/secrets/key")
                .doesNotContain("topsecret", "dG9wc2VjcmV0");
    }

    @Test
    void textsOfOthersStayTexts() {
        server.admin.post("/api/v1/namespaces/team-a/configmaps", Json.readObject(hostileConfigMap()));
        server.admin.post("/api/v1/namespaces/team-a/events", Json.readObject(hostileEvent()));
        for (var path : new String[] {
            "/ui/namespaces/team-a",
            "/ui/namespaces/team-a/configmaps/hostile",
            "/ui/namespaces/team-a/configmaps?labels=%3Cscript%3Ealert(1)%3C/script%3E%22'",
            "/ui/namespaces/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "/ui/namespaces/team-a/%22%3E%3Cscript%3Ealert(1)",
            "/ui/namespaces?go=%22%3E%3Cscript%3E"
        }) {
            assertThat(admin.get(path).html())
                    .as(path)
                    .doesNotContain("<script>", "<img src=x", "\"'>")
                    .doesNotContainPattern("onerror=alert(?!\\(2\\)&gt;)");
        }
        assertThat(admin.get("/ui/namespaces/team-a").html()).contains("&lt;script&gt;alert(1)", "{frame.token}");
    }

    private static byte[] hostileConfigMap() {
        var object = Json.object();
        object.putObject("metadata")
                .put("name", "hostile")
                .putObject("annotations")
                .put("note", HOSTILE);
        object.putObject("data").put("text", HOSTILE);
        return Json.write(object);
    }

    private static byte[] hostileEvent() {
        var event = Json.object()
                .put("reason", HOSTILE)
                .put("message", HOSTILE)
                .put("type", "Warning")
                .put("lastTimestamp", "2026-01-02T03:04:05Z");
        event.putObject("metadata").put("name", "hostile").put("namespace", "team-a");
        event.putObject("involvedObject")
                .put("apiVersion", "v1")
                .put("kind", "ConfigMap")
                .put("name", "\"><script>alert(3)</script>")
                .put("namespace", "team-a");
        return Json.write(event);
    }

    @Test
    void customKindsAreShownWithTheirColumnsAndConditions() {
        server.create("/apis/shop.example/v1/namespaces/team-a/widgets", Widgets.READY);
        server.create("/apis/shop.example/v1/namespaces/team-a/widgets", Widgets.BROKEN);
        var page = admin.get("/ui/namespaces/team-a");
        assertThat(page.html())
                .contains("Widget", ">Size</th>", "data-label=\"Size\">7</td>")
                .contains("Ready: True", "Ready: NoCapacity", "(problem)");
        assertThat(page.html().indexOf("data-table=\"widgets.shop.example\""))
                .isLessThan(page.html().indexOf("data-table=\"configmaps\""));
        assertThat(admin.get("/ui/namespaces/team-a/widgets.shop.example/broken")
                        .html())
                .contains("there is no room left", "NoCapacity", "apiVersion: shop.example/v1");
        assertThat(admin.get("/ui/cluster").html()).contains("CustomResourceDefinition", "Established: True");
    }

    @Test
    void anObjectsPageLinksWhatItUsesAndWhatUsesIt() {
        server.create("/apis/shop.example/v1/namespaces/team-a/widgets", """
                {'apiVersion':'shop.example/v1','kind':'Widget','metadata':{'name':'linked'},
                 'spec':{'widgetRef':{'name':'other'}},
                 'status':{'id':'4711','usedBy':['Widget/user'],'drift':[{'path':'size','want':'7','have':'8'}]}}
                """);
        assertThat(admin.get("/ui/namespaces/team-a/widgets.shop.example/linked")
                        .html())
                .contains("<a href=\"/ui/namespaces/team-a/widgets.shop.example/other\">Widget other</a>")
                .contains("<a href=\"/ui/namespaces/team-a/widgets.shop.example/user\">Widget user</a>")
                .contains(">size</th>", "<code>7</code>", "<code>8</code>", ">4711</td>");
    }

    @Test
    void aTopologyShowsAndLinksWhatIsThere() {
        TenantKinds.network(server, "team-a", "drawn", "{}");
        server.create(
                TenantKinds.ROOT + "team-a/subnets",
                "{'apiVersion':'network.allmende.dev/v1alpha1','kind':'Subnet','metadata':{'name':'drawn-v4'},"
                        + "'spec':{'networkRef':{'name':'drawn'},'cidr':'10.1.0.0/24'}}");
        var html = admin.get("/ui/topology/team-a").html();
        assertThat(html)
                .contains("<svg class=\"drawing wide\"", "<svg class=\"drawing narrow\"")
                .contains("href=\"/ui/namespaces/team-a/subnets.network.allmende.dev/drawn-v4\" id=\"wide-")
                .contains("Subnet drawn-v4</a>", "Network drawn</a>")
                .contains("data-href=\"/ui/live/topology/team-a?since=");
        assertThat(admin.get("/ui/namespaces/team-a").html()).contains("href=\"/ui/topology/team-a\"");
        assertThat(admin.get("/ui/topology").code()).isEqualTo(404);
        assertThat(anna.get("/ui/topology/hers-not").code()).isEqualTo(403);
    }

    @Test
    void whatIsProtectedIsNotDeletedFromHere() {
        TenantKinds.network(server, "team-a", "precious", "{'deletionPolicy':'Protect'}");
        var path = "/ui/namespaces/team-a/networks.network.allmende.dev/precious";
        var question = admin.get(path + "/delete");
        assertThat(question.html()).contains("It is protected").doesNotContain("name=\"confirm\"");
        var refused = admin.post(question, path + "/delete", Map.of("confirm", "precious"));
        assertThat(refused.code()).isEqualTo(422);
        assertThat(admin.get(path).html()).doesNotContain("is being deleted");
    }

    @Test
    void whoDeletesIsToldWhatBecomesOfTheThingInTheCloud() {
        TenantKinds.network(server, "team-a", "kept", "{'deletionPolicy':'Retain'}");
        TenantKinds.network(server, "team-a", "usual", "{}");
        TenantKinds.network(server, "team-a", "seen", "{'managementPolicy':'Observe','import':{'id':'4711'}}");
        var root = "/ui/namespaces/team-a/networks.network.allmende.dev/";
        assertThat(admin.get(root + "kept/delete").html()).contains("stays in the cloud");
        assertThat(admin.get(root + "usual/delete").html()).contains("in the cloud is deleted too");
        assertThat(admin.get(root + "seen/delete").html()).contains("in the cloud nothing changes");
        assertThat(admin.get("/ui/namespaces/team-a/configmaps/first/delete").html())
                .doesNotContain("deletionPolicy", "managementPolicy");
    }

    @Test
    void deletingAsksForTheNameFirst() {
        server.configMap("team-a", "doomed");
        var path = "/ui/namespaces/team-a/configmaps/doomed";
        var question = admin.get(path + "/delete");
        assertThat(question.html()).contains("Delete ConfigMap doomed?");
        var uid = question.hidden("uid");
        var wrong = admin.post(question, path + "/delete", Map.of("uid", uid, "confirm", "doom"));
        assertThat(wrong.code()).isEqualTo(422);
        assertThat(wrong.html()).contains("Nothing was deleted");
        assertThat(admin.get(path).code()).isEqualTo(200);
        var done = admin.post(question, path + "/delete", Map.of("uid", uid, "confirm", "doomed"));
        assertThat(done.location()).isEqualTo("/ui/namespaces/team-a/configmaps");
        assertThat(admin.get(done.location()).html()).contains("ConfigMap doomed is deleted");
        assertThat(admin.get(path).code()).isEqualTo(404);
    }

    @Test
    void anObjectThatTookTheNameMeanwhileIsNotDeleted() {
        server.configMap("team-a", "reborn");
        var path = "/ui/namespaces/team-a/configmaps/reborn";
        var question = admin.get(path + "/delete");
        server.admin.delete("/api/v1/namespaces/team-a/configmaps/reborn", Json.object());
        server.configMap("team-a", "reborn");
        var refused =
                admin.post(question, path + "/delete", Map.of("uid", question.hidden("uid"), "confirm", "reborn"));
        assertThat(refused.code()).isEqualTo(409);
        assertThat(admin.get(path).code()).isEqualTo(200);
    }

    @Test
    void whoMayNotDeleteIsNotOfferedItAndCannot() {
        var path = "/ui/namespaces/team-a/configmaps/first";
        assertThat(anna.get(path).html()).doesNotContain("/delete");
        var question = anna.get(path + "/delete");
        var refused = anna.post(question, path + "/delete", Map.of("uid", question.hidden("uid"), "confirm", "first"));
        assertThat(refused.code()).isEqualTo(403);
        assertThat(anna.get(path).code()).isEqualTo(200);
    }

    @Test
    void aKindsPageGoesOnPageByPageAndTakesLabels() {
        server.create("/api/v1/namespaces", "{'metadata':{'name':'many'}}");
        for (int i = 0; i < 205; i++) {
            server.create(
                    "/api/v1/namespaces/many/configmaps",
                    "{'metadata':{'name':'c-%03d','labels':{'parity':'%s'}}}"
                            .formatted(i, i % 2 == 0 ? "even" : "odd"));
        }
        var first = admin.get("/ui/namespaces/many/configmaps");
        assertThat(first.html()).contains("c-000").doesNotContain("c-204");
        var next = first.html()
                .replaceAll("(?s).*href=\"([^\"]*from=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(admin.get(next).html()).contains("c-204").doesNotContain("c-000");
        assertThat(admin.get("/ui/namespaces/many/configmaps?labels=parity%3Dodd")
                        .html())
                .contains("c-001", "c-203")
                .doesNotContain("c-002");
        assertThat(admin.get("/ui/namespaces/many").html()).contains("Show all 206 of ConfigMap");
        assertThat(admin.get("/ui/namespaces/many/configmaps?labels=%3D%3D").code())
                .isEqualTo(400);
    }

    @Test
    void pagesSpeakTheReadersLanguageAndKeepHisChoice() {
        try (var browser = server.browser()) {
            var page = browser.get("/ui/sign-in", "Accept-Language", "fr, de-AT;q=0.8, en;q=0.3");
            assertThat(page.html()).contains("<html lang=\"de\"", "Anmelden");
            assertThat(browser.get("/ui/sign-in", "Accept-Language", "fr").html())
                    .contains("<html lang=\"en\"");
            var chosen = browser.post(page, "/ui/display", Map.of("language", "de", "return", "/ui/sign-in"));
            assertThat(chosen.location()).isEqualTo("/ui/sign-in");
            assertThat(browser.get("/ui/sign-in", "Accept-Language", "en").html())
                    .contains("<html lang=\"de\"");
            browser.post(page, "/ui/display", Map.of("theme", "dark", "return", "/ui/sign-in"));
            assertThat(browser.get("/ui/sign-in").html()).contains("lang=\"de\" data-theme=\"dark\"");
        }
    }

    @Test
    void everyPageComesInEveryLanguage() {
        try (var browser = server.signedIn("admin")) {
            var token = browser.get("/ui/namespaces");
            for (var language : new String[] {"de", "en"}) {
                browser.post(token, "/ui/display", Map.of("language", language));
                for (var path : new String[] {
                    "/ui/namespaces",
                    "/ui/namespaces/team-a",
                    "/ui/namespaces/team-a/configmaps",
                    "/ui/namespaces/team-a/configmaps/first",
                    "/ui/namespaces/team-a/configmaps/first/delete",
                    "/ui/namespaces/team-a/configmaps/first/edit",
                    "/ui/new/namespaces/team-a/configmaps",
                    "/ui/topology/team-a",
                    "/ui/cluster",
                    "/ui/cluster/clusterroles.rbac.authorization.k8s.io/view",
                    "/ui/cluster/namespaces/team-a"
                }) {
                    var page = browser.get(path);
                    assertThat(page.code()).as(path).isEqualTo(200);
                    assertThat(page.html()).as(path).contains("<html lang=\"" + language + "\"", "</html>");
                }
            }
        }
    }

    @Test
    void theApiSaysNoToTheShellAsToAnybody() {
        var api = new Api(server.server.inside(), User.of("anna", "system:authenticated"), "");
        Assertions.assertThatThrownBy(() -> api.get("/api/v1/secrets"))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(403));
    }
}
