package dev.allmende.cli.whoami;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.cli.kubeconfig.Access;
import dev.allmende.cli.wire.NoAnswer;
import dev.allmende.cli.wire.Reply;
import dev.allmende.cli.wire.Wire;
import dev.allmende.openstack.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The few questions that are asked of a Kubernetes API, with an access to it. */
public final class KubernetesApi implements AutoCloseable {

    private final URI server;
    private final Map<String, String> headers;
    private final Wire wire;

    /** @param authoritiesAt where the server's authorities are named, for messages */
    public KubernetesApi(URI server, Access access, String authoritiesAt) {
        this.server = server;
        this.headers = access.token()
                .map(token -> Map.of("Authorization", "Bearer " + token.reveal()))
                .orElse(Map.of());
        this.wire = new Wire(access.tls(), authoritiesAt);
    }

    /** Whom the server takes us for (SelfSubjectReview). */
    public User user() throws InterruptedException {
        var review = review("authentication.k8s.io/v1", "SelfSubjectReview");
        return User.of(post("/apis/authentication.k8s.io/v1/selfsubjectreviews", review)
                .path("status")
                .path("userInfo"));
    }

    /** Rules that hold for us in the namespace (SelfSubjectRulesReview). */
    JsonNode rules(String namespace) throws InterruptedException {
        var review = review("authorization.k8s.io/v1", "SelfSubjectRulesReview");
        review.putObject("spec").put("namespace", namespace);
        return post("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", review)
                .path("status");
    }

    /** Empty when we may not list them. */
    Optional<List<String>> namespaces(int most) throws InterruptedException {
        try {
            var reply = wire.get(URI.create(server + "/api/v1/namespaces?limit=" + most), headers);
            if (reply.status() == 403) {
                return Optional.empty();
            }
            var names = new ArrayList<String>();
            good(reply)
                    .path("items")
                    .forEach(item -> Json.text(item.path("metadata"), "name").ifPresent(names::add));
            return Optional.of(names);
        } catch (NoAnswer lost) {
            throw lost.asUserError();
        }
    }

    private JsonNode post(String path, JsonNode body) throws InterruptedException {
        try {
            return good(wire.post(URI.create(server + path), headers, body));
        } catch (NoAnswer lost) {
            throw lost.asUserError();
        }
    }

    private JsonNode good(Reply reply) {
        if (reply.ok() && reply.json().isObject()) {
            return reply.json();
        }
        var why = Reply.printable(reply.text("message"));
        throw switch (reply.status()) {
            case 401 -> new UserError(ExitCode.REFUSED, server + ": does not take this login (401)");
            case 403 -> new UserError(ExitCode.REFUSED, server + ": refuses: " + why);
            default ->
                new UserError(
                        ExitCode.UNAVAILABLE,
                        "%s: answered %d%s".formatted(reply.uri(), reply.status(), why.isEmpty() ? "" : ": " + why));
        };
    }

    private static ObjectNode review(String version, String kind) {
        return Json.object().put("apiVersion", version).put("kind", kind);
    }

    @Override
    public void close() {
        wire.close();
    }
}
