package dev.allmende.conformance.instance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.ServiceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The test case about metadata of servers.
 *
 * <p>There is no standard, only what the IaaS team decided on 2024-08-01: everybody may use keys that do not start with
 * {@code scs}; such keys are not portable. So a key of one's own is no fault: it is reported.
 */
public final class InstanceCases {

    private static final String CLAUSE = "https://github.com/SovereignCloudStack/standards/issues/580";
    private static final String PREFIX = "scs";

    static final Input<List<Server>> SERVERS = new Input<>(
            "servers",
            Input.Effect.READS,
            session -> session.list(ServiceType.COMPUTE, Call.get("/servers/detail"), "servers").stream()
                    .map(InstanceCases::keysOnly)
                    .toList(),
            InstanceCases::read);

    private InstanceCases() {}

    /** A server with the keys of its metadata; values are nobody's business. */
    record Server(String id, String name, Set<String> keys) {}

    public static List<TestCase> all() {
        return List.of(new TestCase(
                "allmende-580-instance-metadata",
                "Which metadata keys of this project's servers are portable",
                "standards issue 580",
                CLAUSE,
                TestCase.Profile.BEYOND,
                List.of(SERVERS),
                (facts, rules) -> switch (facts.of(SERVERS)) {
                    case Known.Unknown<List<Server>> unknown -> Judgement.abort(unknown.why());
                    case Known.Seen<List<Server>> seen -> judge(seen.value());
                }));
    }

    static Judgement judge(List<Server> servers) {
        var byKey = new TreeMap<String, List<Server>>();
        for (var server : servers) {
            server.keys()
                    .forEach(key -> byKey.computeIfAbsent(key, same -> new ArrayList<>())
                            .add(server));
        }
        var findings = new ArrayList<Finding>();
        byKey.forEach((key, users) -> finding(key, users).ifPresent(findings::add));
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::item));
        long portable =
                byKey.keySet().stream().filter(key -> key.startsWith(PREFIX)).count();
        var reason = servers.isEmpty()
                ? "this project has no server"
                : servers.size() + " servers use " + byKey.size() + " metadata keys, " + portable + " of them portable";
        return Judgement.of(findings, reason, "keys look portable and are not");
    }

    private static Optional<Finding> finding(String key, List<Server> users) {
        var example = users.size() + " servers, for example " + users.getFirst().name() + " ("
                + users.getFirst().id() + ")";
        if (key.startsWith(PREFIX)) {
            return Optional.empty();
        }
        if (key.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            return Optional.of(new Finding(
                    Severity.ERROR,
                    "metadata key " + key,
                    "looks like a key of SCS; on " + example,
                    "keys of SCS start with scs in small letters",
                    "set it under a small-letter name: openstack server set --property",
                    Optional.of(CLAUSE)));
        }
        return Optional.of(new Finding(
                Severity.NOTE,
                "metadata key " + key,
                "not portable; on " + example,
                "nothing: keys without the prefix scs are free to use",
                "do not count on it meaning anything in another cloud",
                Optional.of(CLAUSE)));
    }

    /** Of a server only what is judged: its metadata may hold anything, also what should not be kept. */
    private static RecordedAnswer keysOnly(RecordedAnswer page) {
        var slim = Json.object();
        var servers = slim.putArray("servers");
        for (var server : Json.tree(page.body()).orElseGet(Json::object).path("servers")) {
            var one = servers.addObject()
                    .put("id", server.path("id").asText())
                    .put("name", server.path("name").asText());
            var keys = one.putArray("metadata_keys");
            server.path("metadata").fieldNames().forEachRemaining(keys::add);
        }
        return new RecordedAnswer(page.request(), page.status(), page.headers(), Json.bytes(slim));
    }

    private static List<Server> read(List<RecordedAnswer> pages) {
        var servers = new ArrayList<Server>();
        for (var page : pages) {
            var tree = Json.tree(page.body())
                    .orElseThrow(() -> new UnreadableAnswer(page.request() + ": the answer is no JSON"));
            for (var server : tree.path("servers")) {
                servers.add(server(server));
            }
        }
        return servers;
    }

    private static Server server(JsonNode server) {
        var keys = new TreeSet<String>();
        server.path("metadata_keys").forEach(key -> keys.add(key.asText()));
        return new Server(server.path("id").asText(), server.path("name").asText(), keys);
    }
}
