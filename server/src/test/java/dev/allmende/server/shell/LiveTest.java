package dev.allmende.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
final class LiveTest {

    private TestServer server;

    LiveTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws InterruptedException {
        server = new TestServer(folder);
        server.namespace("team-a");
        server.widgets();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** The events of a stream, one after the other. */
    private static final class Events implements AutoCloseable {
        private final BufferedReader lines;

        Events(Browser browser, String page) {
            var live = browser.get(page).html().replaceAll("(?s).*data-href=\"([^\"]*)\".*", "$1");
            assertThat(live).startsWith("/ui/live/");
            lines = new BufferedReader(
                    new InputStreamReader(browser.events(live.replace("&amp;", "&")), StandardCharsets.UTF_8));
        }

        /** The data of the next event of this name whose data holds the text; empty at the end of the stream. */
        String next(String name, String holding) throws IOException {
            var event = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring(7);
                }
                if (line.startsWith("data: ") && event.equals(name) && line.contains(holding)) {
                    return line.substring(6);
                }
            }
            return "";
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void aRowComesAndChangesAndGoesWithItsObject() throws Exception {
        try (var browser = server.signedIn("admin");
                var events = new Events(browser, "/ui/namespaces/team-a")) {
            events.next("on", "");
            server.create(
                    "/apis/shop.example/v1/namespaces/team-a/widgets", Widgets.widget("w", "False", "Building", ""));
            var row = Json.parse(events.next("row", "Ready: Building"));
            assertThat(row.path("table").asText()).isEqualTo("widgets.shop.example");
            assertThat(row.path("html").asText()).startsWith("<tr").contains("data-label=\"Size\">7</td>");
            server.admin.delete("/apis/shop.example/v1/namespaces/team-a/widgets/w", Json.object());
            assertThat(Json.parse(events.next("drop", "")).path("id").asText())
                    .isEqualTo(row.path("id").asText());
        }
    }

    @Test
    void aReaderHearsOnlyOfWhatHeMayWatch() throws Exception {
        try (var browser = server.signedIn("anna");
                var events = new Events(browser, "/ui/namespaces/team-a")) {
            events.next("on", "");
            server.create("/api/v1/namespaces/team-a/secrets", "{'metadata':{'name':'hidden-one'}}");
            server.configMap("team-a", "after-the-secret");
            // Both watches would have told by now: the secret came first, and the store's order is one.
            assertThat(events.next("row", "")).contains("after-the-secret").doesNotContain("hidden-one");
            assertThat(browser.get("/ui/live/namespaces/default?since=1").code())
                    .isEqualTo(403);
        }
    }

    @Test
    void namesAreEscapedInRowsToo() throws Exception {
        try (var browser = server.signedIn("admin");
                var events = new Events(browser, "/ui/namespaces/team-a")) {
            events.next("on", "");
            server.create(
                    "/apis/shop.example/v1/namespaces/team-a/widgets",
                    Widgets.widget("sly", "False", "<script>alert(1)</script>", "<img src=x>"));
            assertThat(Json.parse(events.next("row", "sly")).path("html").asText())
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>", "<img");
        }
    }

    @Test
    void anObjectsPageIsMadeAnewWhenItChangesAndSaysWhenItIsGone() throws Exception {
        server.configMap("team-a", "watched");
        try (var browser = server.signedIn("admin");
                var events = new Events(browser, "/ui/namespaces/team-a/configmaps/watched")) {
            events.next("on", "");
            server.create(
                    "/api/v1/namespaces/team-a/events",
                    "{'metadata':{'name':'e1','namespace':'team-a'},'reason':'Noticed','message':'something','type':'Normal',"
                            + "'involvedObject':{'apiVersion':'v1','kind':'ConfigMap','name':'watched','namespace':'team-a','uid':'"
                            + server.admin
                                    .get("/api/v1/namespaces/team-a/configmaps/watched")
                                    .path("metadata")
                                    .path("uid")
                                    .asText()
                            + "'}}");
            assertThat(events.next("part", "Noticed")).isNotEmpty();
            server.admin.delete("/api/v1/namespaces/team-a/configmaps/watched", Json.object());
            assertThat(events.next("part", "This object was deleted")).contains("\"last\":true");
            assertThat(events.next("part", "")).isEmpty();
        }
    }

    @Test
    void theStreamEndsWithTheSession() throws Exception {
        try (var browser = server.signedIn("admin");
                var events = new Events(browser, "/ui/namespaces/team-a")) {
            events.next("on", "");
            browser.post(browser.get("/ui/namespaces"), "/ui/sign-out", Map.of());
            assertThat(events.next("stale", "")).isNotEmpty();
            assertThat(events.next("row", "")).isEmpty();
        }
    }

    @Test
    void aStreamDoesNotKeepASessionFromEnding(@TempDir Path folder) throws Exception {
        try (var own = new TestServer(folder);
                var browser = own.signedIn("admin");
                var events = new Events(browser, "/ui/namespaces")) {
            events.next("on", "");
            own.clock.turn(Duration.ofMinutes(61));
            assertThat(events.next("stale", "")).isNotEmpty();
        }
    }

    @Test
    void oneSessionHasAFewStreamsAndNotMore() throws Exception {
        try (var browser = server.signedIn("admin")) {
            var open = new Events[10];
            for (int i = 0; i < open.length; i++) {
                open[i] = new Events(browser, "/ui/namespaces");
                open[i].next("on", "");
            }
            try (var more = new Events(browser, "/ui/namespaces")) {
                assertThat(more.next("stale", "")).isNotEmpty();
            }
            for (var events : open) {
                events.close();
            }
        }
    }

    @Test
    void whoIsNotSignedInHearsNothing() {
        try (var browser = server.browser()) {
            assertThat(browser.get("/ui/live/namespaces/team-a?since=1").code()).isEqualTo(401);
        }
        try (var browser = server.signedIn("admin")) {
            assertThat(browser.get("/ui/live/namespaces/team-a?since=x").code()).isEqualTo(400);
        }
    }

    @Test
    void aPictureIsDrawnAnewWhenSomethingComes() throws Exception {
        try (var browser = server.signedIn("admin");
                var events = new Events(browser, "/ui/topology/team-a")) {
            events.next("on", "");
            server.create(
                    "/apis/shop.example/v1/namespaces/team-a/widgets", Widgets.widget("seen", "True", "Built", ""));
            assertThat(events.next("part", "widgets.shop.example/seen")).contains("<svg", "Widget seen, Ready");
        }
    }
}
