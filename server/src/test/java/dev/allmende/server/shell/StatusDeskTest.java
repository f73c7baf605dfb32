package dev.allmende.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.StatusPage;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Incidents and maintenance written in a browser: admin and bert may write them, anna may only look. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StatusDeskTest {

    private static final String API = "/apis/status.allmende.dev/v1alpha1";
    private static final String INCIDENTS = API + "/namespaces/status/incidents";
    private static final String MAINTENANCES = API + "/namespaces/status/maintenances";
    private static final String NEW = "/ui/status/status/~new";
    private static final String PLANS = "/ui/status/status/~maintenance/";
    private static final String NEW_PLAN = PLANS + "~new";

    private TestServer server;

    StatusDeskTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        server = new TestServer(folder);
        server.accounts.add("bert", List.of(User.MASTERS), TestServer.PASSWORD);
        for (var kind :
                List.of(StatusPage.class, Component.class, ImpactType.class, Incident.class, Maintenance.class)) {
            TenantKinds.install(server, Definition.of(kind));
        }
        server.create("/api/v1/namespaces", "{'metadata':{'name':'status'}}");
        put("statuspages", "page", "'displayName':'Cloud','phases':[{'generation':1,'phases':['Seen','Solved']}]");
        put("components", "compute", "'displayName':'Compute'");
        put("impacttypes", "slow", "'displayName':'Slow'");
        server.create(
                "/apis/rbac.authorization.k8s.io/v1/clusterroles",
                "{'metadata':{'name':'lookers'},'rules':[{'apiGroups':['status.allmende.dev'],'resources':['*'],'verbs':['get','list']}]}");
        server.create(
                "/apis/rbac.authorization.k8s.io/v1/namespaces/status/rolebindings",
                "{'metadata':{'name':'lookers'},'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'ClusterRole','name':'lookers'},"
                        + "'subjects':[{'kind':'Group','apiGroup':'rbac.authorization.k8s.io','name':'team'}]}");
    }

    private void put(String plural, String name, String spec) {
        server.create(
                API + "/namespaces/status/" + plural,
                "{'apiVersion':'status.allmende.dev/v1alpha1','kind':'%s','metadata':{'name':'%s'},'spec':{%s}}"
                        .formatted(kindOf(plural), name, spec));
    }

    private static String kindOf(String plural) {
        return switch (plural) {
            case "statuspages" -> "StatusPage";
            case "components" -> "Component";
            default -> "ImpactType";
        };
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Map<String, String> typed(String title) {
        return new HashMap<>(Map.of(
                "title.en", title,
                "text.en", "Servers start slowly",
                "title.de", "Langsam",
                "phase", "1.0",
                "component.0", "compute",
                "type.0", "slow",
                "severity.0", "40",
                "component.1", "",
                "do", "save"));
    }

    private List<ObjectNode> incidents(String title) {
        return server.admin
                .get(INCIDENTS)
                .path("items")
                .valueStream()
                .map(ObjectNode.class::cast)
                .filter(incident -> Json.string(incident, "spec", "displayName").equals(title))
                .toList();
    }

    private ObjectNode make(Browser browser, String title) {
        assertThat(browser.post(browser.get(NEW), NEW, typed(title)).code()).isEqualTo(303);
        return incidents(title).getFirst();
    }

    private static String page(ObjectNode incident) {
        return "/ui/status/status/" + Json.string(incident, "metadata", "name");
    }

    @Test
    void anIncidentIsPreviewedThenWrittenWithItsImpactsLanguagesAndAuthor() {
        try (var browser = server.signedIn("admin")) {
            var fields = typed("Slow <starts>");
            fields.put("do", "preview");
            fields.put("changed-by", "somebody else");
            var preview = browser.post(browser.get(NEW), NEW, fields);
            assertThat(preview.code()).isEqualTo(200);
            assertThat(preview.html())
                    .contains("Nothing has been written yet.", "Slow &lt;starts&gt;", "Langsam", "Seen");
            assertThat(incidents("Slow <starts>")).isEmpty();

            var incident = make(browser, "Slow <starts>");
            assertThat(incident.path("spec").path("affects").toString())
                    .contains("\"compute\"", "\"slow\"", "\"severity\":40");
            assertThat(incident.path("spec").path("translations").toString()).contains("\"de\"", "Langsam");
            assertThat(incident.path("spec").path("phase").path("generation").asInt())
                    .isEqualTo(1);
            assertThat(incident.path("metadata")
                            .path("annotations")
                            .path("status.allmende.dev/changed-by")
                            .asText())
                    .isEqualTo("admin");
            assertThat(browser.get("/ui/status/status").html()).contains("Slow &lt;starts&gt;", "admin", "lasts");
        }
    }

    private static Map<String, String> planned(String title) {
        return new HashMap<>(Map.of(
                "title.en", title,
                "title.de", "Neue Switche",
                "start", "2099-12-01T02:00",
                "end", "2099-12-01T04:00",
                "zone", "Europe/Berlin",
                "announce", "P3D PT1H",
                "component.0", "compute",
                "type.0", "slow",
                "severity.0", "0",
                "do", "save"));
    }

    private ObjectNode maintenance(String title) {
        return server.admin
                .get(MAINTENANCES)
                .path("items")
                .valueStream()
                .map(ObjectNode.class::cast)
                .filter(maintenance ->
                        Json.string(maintenance, "spec", "displayName").equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** Presses a button beside the form. */
    private Browser.Page press(Browser browser, String page, String button, Map<String, String> fields) {
        var shown = browser.get(page);
        Map<String, String> all = new HashMap<>(fields);
        all.put("version", shown.hidden("version"));
        all.put("do", button);
        return browser.post(shown, page, all);
    }

    @Test
    void aMaintenanceIsPreviewedAsReadersWillSeeItThenWrittenMovedAndCalledOff() {
        try (var browser = server.signedIn("admin")) {
            var fields = planned("New <switches>");
            fields.put("do", "preview");
            var preview = browser.post(browser.get(NEW_PLAN), NEW_PLAN, fields);
            assertThat(preview.code()).isEqualTo(200);
            assertThat(preview.html())
                    .contains("New &lt;switches&gt;", "Neue Switche", "1 Dec 2099, 01:00 UTC", "Planned", "Geplant")
                    .contains("Compute");
            fields.put("do", "save");
            assertThat(browser.post(browser.get(NEW_PLAN), NEW_PLAN, fields).code())
                    .isEqualTo(303);
            var page = PLANS + Json.string(maintenance("New <switches>"), "metadata", "name");
            assertThat(browser.get("/ui/status/status").html()).contains("New &lt;switches&gt;", "Planned");

            var of = Map.of("of", "2099-12-01T02:00");
            Map<String, String> moved = new HashMap<>(of);
            moved.putAll(Map.of("start", "2099-12-01T03:00", "end", "2099-12-01T06:00", "reason", "Parts come late"));
            assertThat(press(browser, page, "move", moved).code()).isEqualTo(303);
            assertThat(browser.get(page).html()).contains("value=\"2099-12-01T06:00\"");
            assertThat(press(browser, page, "begin", of).code()).isEqualTo(303);
            assertThat(browser.get(page).html()).contains("In progress", "value=\"finish\"");
            assertThat(press(browser, page, "call-off", of).code()).isEqualTo(422);
            assertThat(press(browser, page, "nothing", of).code()).isEqualTo(400);
            Map<String, String> why = new HashMap<>(of);
            why.put("reason", "Parts are broken");
            assertThat(press(browser, page, "call-off", why).code()).isEqualTo(303);
            assertThat(browser.get("/ui/status/status").html()).contains("Called off");
        }
    }

    @Test
    void anotherPersonApprovesWithTheirOwnNameAndAnotherPlanIsApprovedAnew() {
        try (var asks = server.signedIn("admin");
                var approves = server.signedIn("bert")) {
            var fields = planned("Two people");
            fields.put("approval", "on");
            fields.put("do", "preview");
            assertThat(asks.post(asks.get(NEW_PLAN), NEW_PLAN, fields).html()).contains("Readers see nothing of it");
            fields.put("do", "save");
            assertThat(asks.post(asks.get(NEW_PLAN), NEW_PLAN, fields).code()).isEqualTo(303);
            var page = PLANS + Json.string(maintenance("Two people"), "metadata", "name");
            assertThat(asks.get(page).html()).contains("Asked for by admin").doesNotContain("value=\"approve\"");
            assertThat(press(asks, page, "approve", Map.of()).code()).isEqualTo(422);
            assertThat(approves.get(page).html()).contains("Approve as bert");
            assertThat(press(approves, page, "approve", Map.of("approvedBy", "someone"))
                            .code())
                    .isEqualTo(303);
            assertThat(Json.string(maintenance("Two people"), "spec", "approvedBy"))
                    .isEqualTo("bert");

            fields.put("news-title.en", "Tonight");
            assertThat(press(approves, page, "save", fields).code()).isEqualTo(303);
            assertThat(Json.string(maintenance("Two people"), "spec", "approvedBy"))
                    .isEqualTo("bert");
            fields.put("end", "2099-12-01T08:00");
            assertThat(press(approves, page, "save", fields).code()).isEqualTo(303);
            var spec = maintenance("Two people").path("spec");
            assertThat(Json.string(spec, "requestedBy")).isEqualTo("bert");
            assertThat(spec.has("approvedBy")).isFalse();
        }
    }

    @Test
    void updatesAreNumberedAndTheIncidentIsResolved() {
        try (var browser = server.signedIn("admin")) {
            var page = page(make(browser, "Course"));
            for (int turn = 0; turn < 2; turn++) {
                var form = browser.get(page);
                var fields = typed("Course");
                fields.put("version", form.hidden("version"));
                fields.put("news-title.en", "Turn " + turn);
                fields.put("news-title.de", "Runde " + turn);
                fields.put("phase", "1." + turn);
                if (turn == 1) {
                    fields.put("over", "on");
                }
                assertThat(browser.post(form, page, fields).code()).isEqualTo(303);
            }
            var spec = incidents("Course").getFirst().path("spec");
            assertThat(spec.path("updates")
                            .valueStream()
                            .map(update -> update.path("order").asInt()))
                    .containsExactly(0, 1);
            assertThat(spec.path("updates").toString()).contains("Turn 0", "Runde 1");
            assertThat(spec.path("lastOrder").asInt()).isEqualTo(1);
            assertThat(spec.path("phase").path("order").asInt()).isEqualTo(1);
            assertThat(Json.string(spec, "endedAt")).isNotEmpty();
        }
    }

    @Test
    void whatAProbeProposesIsPublishedByWhoMay() {
        server.create(
                INCIDENTS,
                "{'apiVersion':'status.allmende.dev/v1alpha1','kind':'Incident','metadata':{'name':'proposed',"
                        + "'labels':{'status.allmende.dev/draft':'true'}},'spec':{'displayName':'Proposed'}}");
        var page = "/ui/status/status/proposed";
        try (var browser = server.signedIn("admin");
                var looker = server.signedIn("anna")) {
            assertThat(browser.get("/ui/status/status").html()).contains("Proposal");
            assertThat(press(looker, page, "publish", Map.of()).code()).isEqualTo(403);
            assertThat(browser.get(page).html()).contains("value=\"publish\"");
            assertThat(press(browser, page, "publish", Map.of()).code()).isEqualTo(303);
            assertThat(browser.get(page).html()).doesNotContain("value=\"publish\"");
        }
        assertThat(incidents("Proposed").getFirst().path("metadata").path("labels"))
                .isEmpty();
    }

    @Test
    void whoeverSavesOverTheChangeOfAnotherIsToldFirstAndKeepsWhatWasTyped() {
        try (var browser = server.signedIn("admin")) {
            var incident = make(browser, "Both");
            var page = page(incident);
            var old = browser.get(page);
            var other = incident.deepCopy();
            other.withObjectProperty("spec").put("description", "written meanwhile");
            server.admin.put(INCIDENTS + "/" + Json.string(incident, "metadata", "name"), Map.of(), other);
            var fields = typed("Both");
            fields.put("version", old.hidden("version"));
            fields.put("news-title.en", "typed by me");
            var refused = browser.post(old, page, fields);
            assertThat(refused.code()).isEqualTo(409);
            assertThat(refused.html()).contains("Somebody else has changed the incident", "typed by me");
            assertThat(incidents("Both").getFirst().toString()).contains("written meanwhile");
            fields.put("version", refused.hidden("version"));
            assertThat(browser.post(refused, page, fields).code()).isEqualTo(303);
        }
    }

    @Test
    void whatIsWrongIsSaidAndKeepsWhatWasTyped() {
        try (var browser = server.signedIn("admin")) {
            var fields = typed("Wrong");
            fields.put("severity.0", "much");
            var wrong = browser.post(browser.get(NEW), NEW, fields);
            assertThat(wrong.code()).isEqualTo(422);
            assertThat(wrong.html()).contains("A severity is a whole number", "value=\"much\"", "value=\"Wrong\"");
            fields.put("severity.0", "400");
            var refused = browser.post(browser.get(NEW), NEW, fields);
            assertThat(refused.code()).isEqualTo(422);
            assertThat(refused.html()).contains("severity", "value=\"400\"");
            assertThat(incidents("Wrong")).isEmpty();
        }
    }

    @Test
    void whoMayOnlyLookWritesNothing() {
        try (var browser = server.signedIn("anna")) {
            assertThat(browser.get("/ui/status/status").code()).isEqualTo(200);
            var refused = browser.post(browser.get(NEW), NEW, typed("Not mine"));
            assertThat(refused.code()).isEqualTo(403);
            assertThat(refused.html()).contains("anna", "value=\"Not mine\"");
            assertThat(browser.post(browser.get(NEW_PLAN), NEW_PLAN, planned("Not mine"))
                            .code())
                    .isEqualTo(403);
            assertThat(browser.get("/ui/status/elsewhere").code()).isEqualTo(403);
            assertThat(incidents("Not mine")).isEmpty();
        }
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() {
        try (var browser = server.signedIn("admin")) {
            var fields = typed("Forged");
            fields.put("form", "x");
            assertThat(browser.post(browser.get(NEW), NEW, fields).code()).isEqualTo(403);
            assertThat(incidents("Forged")).isEmpty();
        }
        try (var stranger = server.browser()) {
            assertThat(stranger.get(NEW).code()).isEqualTo(303);
        }
    }

    @Test
    void pagesComeInGermanToo() {
        try (var browser = server.signedIn("admin")) {
            assertThat(browser.get(NEW, "Accept-Language", "de").html()).contains("Neue Störung", "Schwere, 1 bis 100");
            assertThat(browser.get(NEW_PLAN, "Accept-Language", "de").html())
                    .contains("Neue Wartung", "Schwere im schlimmsten Fall, 0 bis 100");
        }
    }
}
