package dev.allmende.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.Issuers;
import dev.allmende.server.shell.Shell;
import dev.allmende.server.shell.ShellSettings;
import dev.allmende.server.shell.resource.Api;
import dev.allmende.server.shell.visit.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A server with pages and something to look at: namespace blue with a healthy, a failed and a building server. */
final class Cloud implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";
    static final String SERVERS = "/apis/central.example/v1/namespaces/blue/servers";

    final ApiServer server;
    final Api api;

    Cloud(Path folder) throws IOException, InterruptedException {
        var settings = ShellSettings.of(folder, Issuers.NONE, "test", Clock.systemUTC());
        settings.accounts().add("admin", List.of(User.MASTERS), PASSWORD);
        settings.accounts().add("anna", List.of(), PASSWORD);
        server = ApiServer.in(folder)
                .pages(inside -> new Shell(settings, inside))
                .start();
        api = new Api(server.inside(), User.of("root", User.MASTERS, User.AUTHENTICATED), "");
        post("/api/v1/namespaces", "{'metadata':{'name':'blue'}}");
        post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", DEFINITION);
        awaitKind();
        server("web-1", "True", "Active", "The server runs.");
        server("web-2", "False", "QuotaExceeded", "The project may have 20 cores and has 20: ask for more quota.");
        server("database", "Unknown", "Building", "The cloud builds the server.");
        post("/api/v1/namespaces/blue/secrets", "{'metadata':{'name':'key'},'stringData':{'password':'topsecret'}}");
        post(
                "/api/v1/namespaces/blue/events",
                "{'metadata':{'name':'e','namespace':'blue'},'type':'Warning','reason':'QuotaExceeded','message':'The cloud refused.',"
                        + "'lastTimestamp':'2026-01-02T03:04:05Z','involvedObject':{'apiVersion':'central.example/v1',"
                        + "'kind':'Server','name':'web-2','namespace':'blue'}}");
    }

    private static final String DEFINITION = """
            {'metadata':{'name':'servers.central.example'},
             'spec':{'group':'central.example','scope':'Namespaced',
              'names':{'plural':'servers','singular':'server','kind':'Server','listKind':'ServerList'},
              'versions':[{'name':'v1','served':true,'storage':true,
               'additionalPrinterColumns':[{'name':'Flavor','type':'string','jsonPath':'.spec.flavor'}],
               'schema':{'openAPIV3Schema':{'type':'object','x-kubernetes-preserve-unknown-fields':true}}}]}}
            """;

    private void awaitKind() throws InterruptedException {
        while (true) {
            try {
                api.get("/apis/central.example/v1/servers");
                return;
            } catch (Refusal notYet) {
                Thread.sleep(20);
            }
        }
    }

    void server(String name, String ready, String reason, String message) {
        post(SERVERS, """
                {'apiVersion':'central.example/v1','kind':'Server','metadata':{'name':'%s','labels':{'app':'shop'}},
                 'spec':{'flavor':'SCS-2V-4-20','serverRef':{'name':'database'}},
                 'status':{'id':'0b7c9d5e-4f0a-4d5c-9a53-0c1c6e0f9b11','observed':{'hostId':'c0ffee','addresses':['10.1.0.7','fd00::7']},
                 'drift':[{'path':'metadata','want':'{\\"tier\\":\\"web\\"}','have':'{}'}],'usedBy':['Server/web-1','Volume/data'],
                 'lastSyncTime':'2026-01-02T03:04:05Z','conditions':[{'type':'Ready','status':'%s','reason':'%s',
                 'message':'%s','lastTransitionTime':'2026-01-02T03:04:05Z'}]}}
                """.formatted(name, ready, reason, message));
    }

    void post(String path, String json) {
        api.post(path, (ObjectNode) Json.parse(json.replace('\'', '"')));
    }

    void delete(String path) {
        api.delete(path, Json.object());
    }

    @Override
    public void close() {
        server.close();
    }
}
