package dev.allmende.cli.login;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.openstack.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a credential plug-in of Kubernetes is asked and prints (client.authentication.k8s.io/v1 and v1beta1). */
final class ExecCredential {

    /** Where kubectl puts the question. */
    static final String QUESTION = "KUBERNETES_EXEC_INFO";

    private static final String NEWEST = "client.authentication.k8s.io/v1";
    private static final Set<String> SPOKEN = Set.of(NEWEST, "client.authentication.k8s.io/v1beta1");

    private ExecCredential() {}

    static boolean isAsked(Map<String, String> env) {
        return !env.getOrDefault(QUESTION, "").isEmpty();
    }

    /** @throws UserError when the question is in a version that is not spoken here */
    static String answer(Map<String, String> env, Tokens tokens) {
        var answer = Json.object().put("apiVersion", version(env)).put("kind", "ExecCredential");
        answer.putObject("status")
                .put("expirationTimestamp", tokens.expires().toString())
                .put("token", tokens.id().reveal());
        return new String(Json.bytes(answer), StandardCharsets.UTF_8);
    }

    private static String version(Map<String, String> env) {
        if (!isAsked(env)) {
            return NEWEST;
        }
        var version = Json.tree(env.getOrDefault(QUESTION, "").getBytes(StandardCharsets.UTF_8))
                .flatMap(question -> Json.text(question, "apiVersion"))
                .orElse("");
        return Optional.of(version)
                .filter(SPOKEN::contains)
                .orElseThrow(() -> new UserError(
                        ExitCode.CONFIG,
                        "%s asks for '%s': the kubeconfig's exec must have apiVersion %s"
                                .formatted(QUESTION, version, NEWEST)));
    }
}
