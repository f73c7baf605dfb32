package dev.allmende.apiserver;

import dev.allmende.apiserver.authn.TokenAuthenticator;
import dev.allmende.apiserver.endpoint.Inside;
import dev.allmende.apiserver.endpoint.Pages;
import dev.allmende.apiserver.endpoint.PathHandler;
import dev.allmende.apiserver.health.HealthCheck;
import dev.allmende.apiserver.http.HttpLimits;
import dev.allmende.apiserver.limit.Priority;
import dev.allmende.apiserver.registry.Admission;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a server is to be. Made by {@link ApiServer.Builder}.
 *
 * @param data folder of the objects
 * @param keys folder of everything secret: authority, signing key, key that seals Secrets
 * @param names more names and addresses under which the server is reached
 * @param audit file of the audit log, empty for none
 * @param pages made once the API can be asked
 * @param tokens more authenticators of bearer tokens, such as OpenID Connect issuers
 */
record Settings(
        Path data,
        Path keys,
        String host,
        int port,
        List<String> names,
        Optional<Path> audit,
        List<Admission> admissions,
        List<TokenAuthenticator> tokens,
        List<PathHandler> handlers,
        Function<Inside, Pages> pages,
        List<HealthCheck> checks,
        Priority.Room room,
        HttpLimits limits,
        Clock clock) {

    Settings {
        names = List.copyOf(names);
        admissions = List.copyOf(admissions);
        tokens = List.copyOf(tokens);
        handlers = List.copyOf(handlers);
        checks = List.copyOf(checks);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: must be 0 to 65535, not " + port);
        }
    }
}
