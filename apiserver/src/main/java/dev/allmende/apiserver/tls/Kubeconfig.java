package dev.allmende.apiserver.tls;

import dev.allmende.apiserver.json.Quoted;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/**
 * How to reach the server and who one is there, as kubectl and all clients of Kubernetes read it.
 *
 * @param context names the cluster and the context; the user is {@code CONTEXT-USER}
 * @param authorityPem of the certificate authority that the server's certificate is from
 */
public record Kubeconfig(String context, URI server, String authorityPem, String user, Credential credential) {

    /** What proves who one is. */
    public sealed interface Credential {}

    /** A client certificate. */
    public record Certificate(Identity identity) implements Credential {}

    /** A bearer token. */
    public record Token(String token) implements Credential {
        @Override
        public String toString() {
            return "Token[...]";
        }
    }

    /** The file's text; holds the credential. */
    public String yaml() {
        var cluster = Quoted.text(context);
        var account = Quoted.text(context + "-" + user);
        return """
                apiVersion: v1
                kind: Config
                current-context: %1$s
                clusters:
                - name: %1$s
                  cluster:
                    server: %2$s
                    certificate-authority-data: %3$s
                contexts:
                - name: %1$s
                  context:
                    cluster: %1$s
                    user: %4$s
                users:
                - name: %4$s
                  user:
                %5$s""".formatted(cluster, Quoted.text(server.toString()), base64(authorityPem), account, userYaml());
    }

    private String userYaml() {
        return switch (credential) {
            case Certificate(var identity) ->
                "    client-certificate-data: %s\n    client-key-data: %s\n"
                        .formatted(base64(identity.certificatePem()), base64(identity.keyPem()));
            case Token(var token) -> "    token: %s\n".formatted(Quoted.text(token));
        };
    }

    /** Writes the file whole or not at all, with mode 0600. An older one is replaced. */
    public void write(Path file) throws IOException {
        Pem.writeSecret(file, yaml());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
