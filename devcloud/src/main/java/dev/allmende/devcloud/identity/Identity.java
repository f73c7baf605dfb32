package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.util.List;
import java.util.Optional;

/** Keystone: version documents, and the wiring of its parts. */
public final class Identity implements Service {
    private final Routes routes = new Routes();
    private final Manners manners = new IdentityManners();
    private final Tokens tokens;
    private final Directory directory;
    private final Ec2Pairs pairs;

    public Identity(Scenario scenario, World world) {
        tokens = new Tokens(world, scenario.tokenLifetime());
        directory = new Directory(scenario, world.ids());
        Policy policy = new Policy(scenario.domainManager());
        Catalog catalog = new Catalog(scenario.services(), scenario.region(), world.ids());
        AppCredentials credentials = new AppCredentials(world, directory);
        for (String root : List.of("", "/")) {
            routes.open("GET", root, Identity::versions);
            routes.open("GET", "/v3" + root, Identity::version);
        }
        new Login(world, directory, tokens, catalog, credentials).routes(routes);
        credentials.routes(routes);
        pairs = new Ec2Pairs(directory, tokens);
        pairs.routes(routes);
        new GrantRoutes(directory, policy).routes(routes);
        new PeopleRoutes(world, directory, policy).routes(routes);
        new DomainRoutes(world, directory, policy, catalog).routes(routes);
    }

    @Override
    public String prefix() {
        return "/identity";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return manners;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** A pair of keys by its access key, as the object store asks for it. */
    public Optional<Ec2Pair> pair(String access) {
        return pairs.find(access);
    }

    /** Id of a project of the scenario, for the services that keep things per project. */
    public String projectId(String name) {
        return directory.projects.where("name", name).stream()
                .findFirst()
                .map(row -> row.path("id").asText())
                .orElseThrow(() -> new dev.allmende.devcloud.scenario.ScenarioException(
                        "the scenario has no project '" + name + "'"));
    }

    private static ObjectNode describe(Request request) {
        ObjectNode version = Json.object().put("id", "v3.14").put("status", "stable");
        version.put("updated", "2020-04-07T00:00:00Z");
        version.set("links", Json.array(List.of(Json.link("self", request.base() + "/v3/"))));
        version.set(
                "media-types",
                Json.array(List.of(Json.object()
                        .put("base", "application/json")
                        .put("type", "application/vnd.openstack.identity-v3+json"))));
        return version;
    }

    private static Answer versions(Request request) {
        ObjectNode values = Json.object();
        values.set("values", Json.array(List.of(describe(request))));
        return Answer.json(300, Json.object().set("versions", values)).with("Location", request.base() + "/v3/");
    }

    private static Answer version(Request request) {
        return Answer.ok(Json.object().set("version", describe(request)));
    }
}
