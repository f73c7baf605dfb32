package dev.allmende.cli.login;

import dev.allmende.cli.wire.NoAnswer;
import dev.allmende.cli.wire.Reply;
import dev.allmende.cli.wire.Wire;
import dev.allmende.openstack.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Speaks to one issuer as one client of it. */
final class Speaker implements AutoCloseable {

    private final Client client;
    private final Optional<Secret> secret;
    private final Wire wire;
    private final Issuer issuer;

    private Speaker(Client client, Optional<Secret> secret, Wire wire, Issuer issuer) {
        this.client = client;
        this.secret = secret;
        this.wire = wire;
        this.issuer = issuer;
    }

    /** Asks the issuer what it offers. */
    static Speaker to(Client client) throws IOException, InterruptedException {
        var document = Issuer.document(client.issuer());
        var secret = client.secret();
        var wire = new Wire(client.tls(), "--ca FILE");
        try {
            return new Speaker(client, secret, wire, Issuer.of(client.issuer(), wire.get(document, Map.of())));
        } catch (NoAnswer lost) {
            wire.close();
            throw lost.asUserError();
        } catch (RuntimeException unusable) {
            wire.close();
            throw unusable;
        }
    }

    Client client() {
        return client;
    }

    Issuer issuer() {
        return issuer;
    }

    TokenAnswer token(Map<String, String> fields) throws InterruptedException, NoAnswer {
        return TokenAnswer.of(client, send(issuer.token(), fields));
    }

    /** Posts a form as the client (RFC 6749, 2.3.1: both parts of the header are form-encoded first). */
    Reply send(URI endpoint, Map<String, String> fields) throws InterruptedException, NoAnswer {
        var all = new LinkedHashMap<>(fields);
        var headers = new LinkedHashMap<String, String>();
        all.put("client_id", client.id());
        secret.ifPresent(text -> {
            if (issuer.basic()) {
                var pair = Wire.encoded(client.id()) + ":" + Wire.encoded(text.reveal());
                headers.put(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            } else {
                all.put("client_secret", text.reveal());
            }
        });
        return wire.form(endpoint, headers, all);
    }

    @Override
    public void close() {
        wire.close();
    }
}
