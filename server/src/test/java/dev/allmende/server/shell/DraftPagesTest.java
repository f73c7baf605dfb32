package dev.allmende.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Making and changing objects in forms, against the whole server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DraftPagesTest {

    private static final String NETWORKS = "/ui/namespaces/team-a/networks.network.allmende.dev";
    private static final String NEW_SUBNET = "/ui/new/namespaces/team-a/subnets.network.allmende.dev";
    private static final String NEW_NETWORK = "/ui/new/namespaces/team-a/networks.network.allmende.dev";

    private TestServer server;
    private Browser admin;
    private Browser anna;

    DraftPagesTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws InterruptedException {
        server = new TestServer(folder);
        TenantKinds.install(server);
        server.widgets();
        server.namespace("team-a");
        TenantKinds.network(server, "team-a", "web", "{}");
        admin = server.signedIn("admin");
        anna = server.signedIn("anna");
    }

    @AfterAll
    void stop() {
        admin.close();
        anna.close();
        server.close();
    }

    private Browser.Page send(String path, String action, String... fields) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        all.put("do", action);
        return admin.post(admin.get(path), path, all);
    }

    private JsonNode stored(String plural, String name) {
        return server.admin.get(TenantKinds.ROOT + "team-a/" + plural + "/" + name);
    }

    @Test
    void theFormAsksForWhatTheSchemaSays() {
        var html = admin.get(NEW_SUBNET).html();
        assertThat(html)
                .contains("name=\"f.metadata.name\"", "name=\"f.spec.cidr\"", "Range of addresses, of IPv4 or IPv6.")
                .contains("<select id=\"f-spec-networkRef\"", "<option value=\"web\">web</option>")
                .contains("(not set: Managed)", "<option value=\"Protect\">Protect</option>")
                .contains("<textarea id=\"f-spec-dns\"")
                .doesNotContain("f.status");
    }

    @Test
    void whatIsSentIsMadeAndItsPageFollows() {
        var done = send(
                NEW_SUBNET,
                "save",
                "f.metadata.name",
                "front",
                "n.metadata.labels",
                "1",
                "f.metadata.labels[0]~key",
                "tier",
                "f.metadata.labels[0]~value",
                "web",
                "f.spec.networkRef",
                "web",
                "f.spec.cidr",
                "10.1.0.0/24",
                "f.spec.dhcp",
                "false",
                "f.spec.dns",
                "1.1.1.1\r\n9.9.9.9\r\n");
        assertThat(done.location()).isEqualTo("/ui/namespaces/team-a/subnets.network.allmende.dev/front");
        assertThat(admin.get(done.location()).html()).contains("Subnet front is created.");
        var subnet = stored("subnets", "front");
        assertThat(subnet.path("metadata").path("labels").path("tier").asText()).isEqualTo("web");
        assertThat(subnet.path("spec").path("networkRef").path("name").asText()).isEqualTo("web");
        assertThat(subnet.path("spec").path("dns")).hasSize(2);
        assertThat(subnet.path("spec").path("dhcp").isBoolean()).isTrue();
        assertThat(subnet.path("spec").path("managementPolicy").asText()).isEqualTo("Managed");
        assertThat(subnet.path("spec").has("deletionPolicy")).isFalse();
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndNothingTypedIsLost() {
        var back = send(
                NEW_SUBNET,
                "save",
                "f.metadata.name",
                "Bad Name",
                "f.spec.networkRef~other",
                "later",
                "f.spec.cidr",
                "ten",
                "f.spec.gateway",
                "<b>\"x\"",
                "f.spec.description",
                "kept words");
        assertThat(back.code()).isEqualTo(422);
        assertThat(back.html())
                .contains("Nothing was written", "href=\"#f-spec-cidr\"", "id=\"f-spec-cidr-wrong\"")
                .contains("href=\"#f-metadata-name\"", "value=\"Bad Name\"", "value=\"ten\"")
                .contains("value=\"&lt;b&gt;&quot;x&quot;\"", "value=\"kept words\"", "value=\"later\"")
                .containsPattern("id=\"f-spec-cidr\"[^>]*aria-invalid=\"true\"");
    }

    @Test
    void aRuleOverSeveralFieldsIsToldAtTheirObject() {
        var back = send(NEW_SUBNET, "save", "f.metadata.name", "empty");
        assertThat(back.code()).isEqualTo(422);
        assertThat(back.html()).contains("networkRef and cidr are needed", "href=\"#f-spec\"");
    }

    @Test
    void aNameThatIsTakenIsToldAtTheName() {
        var back = send(NEW_NETWORK, "save", "f.metadata.name", "web");
        assertThat(back.code()).isEqualTo(422);
        assertThat(back.html()).contains("href=\"#f-metadata-name\"", "already exists");
    }

    @Test
    void aPreviewShowsWhatWouldBeAndWritesNothing() {
        var shown = send(NEW_NETWORK, "preview", "f.metadata.name", "trial", "f.spec.description", "for a look");
        assertThat(shown.code()).isEqualTo(200);
        assertThat(shown.html())
                .contains("The API would accept this", "kind: Network", "name: trial", "managementPolicy: Managed")
                .contains("value=\"for a look\"");
        assertThat(admin.get(NETWORKS + "/trial").code()).isEqualTo(404);
    }

    @Test
    void rowsComeAndGoWithoutScript() {
        var more = send(
                NEW_NETWORK,
                "add:metadata.labels",
                "f.metadata.name",
                "rows",
                "n.metadata.labels",
                "1",
                "f.metadata.labels[0]~key",
                "kept");
        assertThat(more.html())
                .contains("name=\"n.metadata.labels\" value=\"2\"", "value=\"kept\"", "value=\"rows\"")
                .contains("name=\"f.metadata.labels[1]~key\"");
        var less = send(
                NEW_NETWORK,
                "drop:metadata.labels[0]",
                "n.metadata.labels",
                "2",
                "f.metadata.labels[0]~key",
                "goes",
                "f.metadata.labels[1]~key",
                "stays");
        assertThat(less.html())
                .contains("name=\"n.metadata.labels\" value=\"1\"", "value=\"stays\"")
                .doesNotContain("value=\"goes\"");
    }

    @Test
    void anEditChangesWhatWasTypedAndNothingElse() {
        server.create(
                TenantKinds.ROOT + "team-a/networks",
                "{'apiVersion':'network.allmende.dev/v1alpha1','kind':'Network','metadata':{'name':'edited',"
                        + "'annotations':{'keep':'me'},'labels':{'a':'b'}},'spec':{'description':'old'}}");
        var path = NETWORKS + "/edited/edit";
        var form = admin.get(path);
        assertThat(form.html())
                .contains("value=\"old\"")
                .containsPattern("id=\"f-metadata-name\"[^>]* readonly")
                .containsPattern("id=\"f-spec-managementPolicy\"[^>]* disabled");
        Map<String, String> fields = fields(form, "new words");
        fields.put("do", "preview");
        var shown = admin.post(form, path, fields);
        assertThat(shown.html()).contains("spec.description", "&quot;old&quot;", "&quot;new words&quot;");
        fields.put("do", "save");
        assertThat(admin.post(form, path, fields).location()).isEqualTo(NETWORKS + "/edited");
        var network = stored("networks", "edited");
        assertThat(network.path("spec").path("description").asText()).isEqualTo("new words");
        assertThat(network.path("metadata").path("annotations").path("keep").asText())
                .isEqualTo("me");
        assertThat(network.path("metadata").path("labels")).hasSize(1);
    }

    private static Map<String, String> fields(Browser.Page form, String description) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("uid", form.hidden("uid"));
        fields.put("version", form.hidden("version"));
        fields.put("n.metadata.labels", "1");
        fields.put("f.metadata.labels[0]~key", "a");
        fields.put("f.metadata.labels[0]~value", "b");
        fields.put("f.spec.managementPolicy", "Managed");
        fields.put("f.spec.drift", "Report");
        fields.put("f.spec.description", description);
        return fields;
    }

    @Test
    void whoEditsWhatHasChangedMeanwhileIsToldAndMaySaveAgain() {
        TenantKinds.network(server, "team-a", "raced", "{}");
        var path = NETWORKS + "/raced/edit";
        var form = admin.get(path);
        var other = stored("networks", "raced").deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) other.path("spec")).put("description", "theirs");
        server.admin.put(
                TenantKinds.ROOT + "team-a/networks/raced", Map.of(), (com.fasterxml.jackson.databind.node.ObjectNode)
                        other);
        Map<String, String> fields = fields(form, "mine");
        fields.put("do", "save");
        var told = admin.post(form, path, fields);
        assertThat(told.code()).isEqualTo(409);
        assertThat(told.html()).contains("has changed since you opened the form", "value=\"mine\"");
        assertThat(stored("networks", "raced").path("spec").path("description").asText())
                .isEqualTo("theirs");
        fields.put("version", told.hidden("version"));
        assertThat(admin.post(told, path, fields).code()).isEqualTo(303);
        assertThat(stored("networks", "raced").path("spec").path("description").asText())
                .isEqualTo("mine");
    }

    @Test
    void aKindWithoutSchemaIsAskedForAsYaml() {
        var path = "/ui/new/namespaces/team-a/widgets.shop.example";
        assertThat(admin.get(path).html()).contains("<textarea id=\"f-spec\"");
        var done = send(path, "save", "f.metadata.name", "typed", "f.spec", "size: 9\ncolours: [red]");
        assertThat(done.location()).endsWith("/typed");
        assertThat(server.admin
                        .get("/apis/shop.example/v1/namespaces/team-a/widgets/typed")
                        .path("spec")
                        .path("colours"))
                .hasSize(1);
        var broken = send(path, "save", "f.metadata.name", "typed-2", "f.spec", "size: [");
        assertThat(broken.code()).isEqualTo(422);
        assertThat(broken.html()).contains("This is not YAML.", "size: [");
    }

    @Test
    void formsOfKubernetesOwnKindsWorkToo() {
        var path = "/ui/new/namespaces/team-a/configmaps";
        var done = send(
                path,
                "save",
                "f.metadata.name",
                "typed",
                "n.data",
                "1",
                "f.data[0]~key",
                "greeting",
                "f.data[0]~value",
                "hello");
        assertThat(done.location()).isEqualTo("/ui/namespaces/team-a/configmaps/typed");
        assertThat(server.admin
                        .get("/api/v1/namespaces/team-a/configmaps/typed")
                        .path("data")
                        .path("greeting")
                        .asText())
                .isEqualTo("hello");
    }

    @Test
    void theValuesOfASecretGetIntoNoForm() {
        server.create(
                "/api/v1/namespaces/team-a/secrets",
                "{'metadata':{'name':'key'},'stringData':{'password':'topsecret'}}");
        assertThat(admin.get("/ui/namespaces/team-a/secrets/key/edit").code()).isEqualTo(405);
        assertThat(admin.get("/ui/namespaces/team-a/secrets/key").html()).doesNotContain("/key/edit");
        var shown = send(
                "/ui/new/namespaces/team-a/secrets",
                "preview",
                "f.metadata.name",
                "fresh",
                "n.stringData",
                "1",
                "f.stringData[0]~key",
                "password",
                "f.stringData[0]~value",
                "hidden-too");
        assertThat(shown.html()).contains("password: (not shown)").doesNotContain("password: hidden-too");
    }

    @Test
    void whoMayNotWriteIsOfferedNothingAndLosesNothing() {
        assertThat(anna.get("/ui/namespaces/team-a").html()).doesNotContain("/ui/new/");
        assertThat(anna.get("/ui/namespaces/team-a/configmaps").html()).doesNotContain("/ui/new/");
        assertThat(anna.get("/ui/namespaces/team-a/configmaps/first").html()).doesNotContain("/edit");
        var path = "/ui/new/namespaces/team-a/configmaps";
        var back = anna.post(anna.get(path), path, Map.of("f.metadata.name", "hers", "do", "save"));
        assertThat(back.code()).isEqualTo(422);
        assertThat(back.html()).contains("forbidden", "value=\"hers\"");
    }

    @Test
    void whoMayWriteIsOfferedTheKindsOfTheNamespace() {
        assertThat(admin.get("/ui/namespaces/team-a").html())
                .contains("href=\"" + NEW_NETWORK + "\"", "href=\"" + NEW_SUBNET + "\"");
        assertThat(admin.get(NETWORKS).html()).contains("href=\"" + NEW_NETWORK + "\"");
        assertThat(admin.get(NETWORKS + "/web").html()).contains("href=\"" + NETWORKS + "/web/edit\"");
    }

    @Test
    void whatCannotBeMadeIsNotFound() {
        for (var path : new String[] {
            "/ui/new",
            "/ui/new/namespaces/team-a",
            "/ui/new/namespaces/team-a/no-such",
            "/ui/new/cluster/networks.network.allmende.dev",
            NETWORKS + "/no-such/edit",
            NETWORKS + "/web/sell"
        }) {
            assertThat(admin.get(path).code()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theFormSpeaksBothLanguages() {
        try (var browser = server.signedIn("admin")) {
            browser.post(browser.get("/ui/namespaces"), "/ui/display", Map.of("language", "de"));
            assertThat(browser.get(NEW_SUBNET).html())
                    .contains("Subnet anlegen", "Vorschau", "(nicht gesetzt: Managed)");
            assertThat(browser.get(NETWORKS + "/web/edit").html()).contains("Network web bearbeiten", "nicht änderbar");
        }
    }
}
