package dev.allmende.cli.kubeconfig;

import dev.allmende.cli.wire.Tls;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/**
 * What opens a server.
 *
 * @param token bearer token (RFC 6750)
 */
public record Access(Tls tls, Optional<Secret> token) {

    /** As the context says; a credential plug-in is run. */
    public static Access of(Kubeconfig.Context context, Map<String, String> env)
            throws IOException, InterruptedException {
        var cluster = context.cluster();
        var user = context.user();
        cluster.refuse("insecure-skip-tls-verify", "proxy-url", "tls-server-name");
        user.refuse("username", "password", "auth-provider", "as", "as-uid", "as-groups");
        var authorities = cluster.content("certificate-authority").map(Access::text);
        if (user.entry().has("exec")) {
            var given = ExecPlugin.of(user).run(env);
            return new Access(new Tls(cluster.file().toString(), authorities, given.own()), given.token());
        }
        var certificate = user.content("client-certificate").map(Access::text);
        var key = user.content("client-key").map(Access::text);
        var own = certificate.flatMap(pem -> key.map(secret -> new Tls.Own(pem, new Secret(secret))));
        return new Access(new Tls(user.file().toString(), authorities, own), token(user));
    }

    private static Optional<Secret> token(Kubeconfig.Found user) throws IOException {
        var file = Json.text(user.entry(), "tokenFile");
        var text = file.isPresent()
                ? Optional.of(Files.readString(user.path(file.get())).strip())
                : Json.text(user.entry(), "token");
        return text.map(Secret::new);
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.ISO_8859_1);
    }
}
