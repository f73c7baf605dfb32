package dev.allmende.cli.kubeconfig;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A context whose user is a credential plug-in (Kubernetes, client-authentication.v1): cluster and context carry its name,
 * the user is {@code NAME-oidc}.
 *
 * @param authorities PEM of the server's; empty for the machine's
 * @param namespace empty to leave it as it is
 * @param command the plug-in with its arguments
 */
public record Entry(
        String name, URI server, Optional<String> authorities, Optional<String> namespace, List<String> command) {

    static final String EXEC_VERSION = "client.authentication.k8s.io/v1";

    String user() {
        return name + "-oidc";
    }

    void putInto(Document document) {
        document.set("clusters", name, "cluster", cluster());
        document.set("contexts", name, "context", context());
        document.set("users", user(), "user", Map.of("exec", exec()));
        document.set("current-context", name);
    }

    private Map<String, Object> cluster() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("server", server.toString());
        authorities.ifPresent(pem -> fields.put(
                "certificate-authority-data",
                Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.ISO_8859_1))));
        return fields;
    }

    private Map<String, Object> context() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("cluster", name);
        fields.put("user", user());
        namespace.ifPresent(text -> fields.put("namespace", text));
        return fields;
    }

    /** Never: what people must do they read on standard error. Standard input stays kubectl's, for {@code apply -f -}. */
    private Map<String, Object> exec() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("apiVersion", EXEC_VERSION);
        fields.put("command", command.getFirst());
        fields.put("args", command.subList(1, command.size()));
        fields.put("interactiveMode", "Never");
        fields.put("provideClusterInfo", false);
        return fields;
    }
}
