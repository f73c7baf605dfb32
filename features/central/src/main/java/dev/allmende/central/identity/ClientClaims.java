package dev.allmende.central.identity;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.api.identity.Client;
import dev.allmende.api.identity.ClientSeen;
import dev.allmende.api.identity.ClientSpec;
import dev.allmende.api.identity.Mapper;
import dev.allmende.central.keep.Claim;
import dev.allmende.central.keep.Claims;
import dev.allmende.central.keep.Sought;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.WantedClient;
import dev.allmende.central.keycloak.WantedMapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is particular to clients: their secrets are handed out. */
record ClientClaims(Finder finder) implements Claims<Client, ClientSeen, Found> {

    @Override
    public Sought<Claim<Found, ClientSeen>> of(Client client, boolean isLeaving) {
        return finder.place(client, client.getSpec().realmRef(), isLeaving)
                .map(place -> new Asked<>(
                        "client",
                        place.keycloak().clients(place.realm()),
                        wanted(client),
                        found -> seen(found, rotation(client)),
                        found -> handedOut(client, place, found)));
    }

    private static ClientSeen seen(Found found, @Nullable String rotation) {
        return new ClientSeen(
                found.tree().path("clientId").asText(),
                found.tree().path("enabled").asBoolean(),
                rotation);
    }

    /** The rotation that was made last; null before the first look. */
    private static @Nullable String rotation(Client client) {
        var seen = client.getStatus() == null ? null : client.getStatus().observed();
        return seen == null ? null : seen.rotation();
    }

    private ClientSeen handedOut(Client client, Place place, Found found) {
        var clients = place.keycloak().clients(place.realm());
        var last = rotation(client);
        var rotation = requireNonNullElse(client.getSpec().rotation(), "");
        var secret = last == null || last.equals(rotation)
                ? clients.secret(found.id())
                : Optional.of(clients.rotate(found.id()));
        var into = client.getSpec().secretRef();
        if (into != null) {
            var values = new LinkedHashMap<String, String>();
            values.put("clientId", found.tree().path("clientId").asText());
            secret.ifPresent(word -> values.put("clientSecret", word.reveal()));
            values.put("issuer", place.keycloak().issuer(place.realm()));
            finder.secrets().write(client, into.name(), values);
        }
        return seen(found, rotation);
    }

    private static WantedClient wanted(Client client) {
        var spec = client.getSpec();
        var protocol = requireNonNullElse(spec.protocol(), "openid-connect");
        return new WantedClient(
                spec.named(client.getMetadata().getName()),
                Optional.ofNullable(spec.displayName()),
                Optional.ofNullable(spec.description()),
                requireNonNullElse(spec.enabled(), true),
                protocol,
                requireNonNullElse(spec.publicClient(), false),
                flows(spec),
                Optional.ofNullable(spec.rootUrl()),
                Optional.ofNullable(spec.baseUrl()),
                Optional.ofNullable(spec.redirectUris()),
                Optional.ofNullable(spec.webOrigins()),
                requireNonNullElse(spec.attributes(), Map.<String, String>of()),
                new WantedClient.Scopes(
                        set(spec.defaultScopes()), set(spec.optionalScopes()), mappers(protocol, spec.mappers())),
                Roles.of(spec.serviceAccountRoles()));
    }

    private static WantedClient.Flows flows(ClientSpec spec) {
        return new WantedClient.Flows(
                requireNonNullElse(spec.standardFlow(), true),
                requireNonNullElse(spec.directAccess(), false),
                requireNonNullElse(spec.serviceAccount(), false),
                requireNonNullElse(spec.deviceFlow(), false),
                Optional.ofNullable(spec.pkce()));
    }

    private static Optional<Set<String>> set(@Nullable List<String> names) {
        return Optional.ofNullable(names).map(LinkedHashSet::new);
    }

    private static Optional<List<WantedMapper>> mappers(String protocol, @Nullable List<Mapper> mappers) {
        return Optional.ofNullable(mappers)
                .map(all -> all.stream()
                        .map(each -> WantedMapper.ofClient(
                                protocol,
                                each.name(),
                                each.type(),
                                requireNonNullElse(each.config(), Map.<String, String>of())))
                        .toList());
    }
}
