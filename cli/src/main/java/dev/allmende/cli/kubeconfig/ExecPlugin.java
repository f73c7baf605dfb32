package dev.allmende.cli.kubeconfig;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.cli.wire.Tls;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A credential plug-in, run as kubectl runs it (Kubernetes, client-authentication.v1). It gets no standard input. */
record ExecPlugin(String source, List<String> command, Map<String, String> variables, String version) {

    /** What it gave. */
    record Given(Optional<Secret> token, Optional<Tls.Own> own) {}

    static ExecPlugin of(Kubeconfig.Found user) {
        var exec = user.entry().path("exec");
        var program = Json.text(exec, "command").orElse("");
        var command = new ArrayList<String>();
        command.add(program.contains("/") ? user.path(program).toString() : program);
        exec.path("args").forEach(word -> command.add(word.asText()));
        var variables = new HashMap<String, String>();
        exec.path("env")
                .forEach(item -> variables.put(
                        Json.text(item, "name").orElse(""),
                        Json.text(item, "value").orElse("")));
        return new ExecPlugin(
                user.file().toString(),
                command,
                variables,
                Json.text(exec, "apiVersion").orElse(Entry.EXEC_VERSION));
    }

    Given run(Map<String, String> env) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(env);
        builder.environment().putAll(variables);
        var question = Json.object().put("apiVersion", version).put("kind", "ExecCredential");
        question.putObject("spec").put("interactive", false);
        builder.environment().put("KUBERNETES_EXEC_INFO", new String(Json.bytes(question), StandardCharsets.UTF_8));
        var process = builder.start();
        process.getOutputStream().close();
        var answer = process.getInputStream().readAllBytes();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new UserError(ExitCode.REFUSED, "%s: %s ended with %d".formatted(source, command.getFirst(), exit));
        }
        var status = Json.tree(answer)
                .map(json -> json.path("status"))
                .orElseThrow(() -> new UserError(
                        ExitCode.DATA, "%s: %s printed no ExecCredential".formatted(source, command.getFirst())));
        var key = Json.text(status, "clientKeyData");
        return new Given(
                Json.text(status, "token").map(Secret::new),
                Json.text(status, "clientCertificateData")
                        .flatMap(pem -> key.map(secret -> new Tls.Own(pem, new Secret(secret)))));
    }
}
