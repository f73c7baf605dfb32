package dev.allmende.central.identity.client;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.central.identity.Kind;
import dev.allmende.central.identity.Mapper;
import dev.allmende.central.identity.Place;
import dev.allmende.central.identity.Reference;
import dev.allmende.central.identity.RoleRef;
import dev.allmende.central.identity.Scene;
import dev.allmende.central.identity.Thing;
import dev.allmende.central.identity.realm.Realm;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.Things;
import dev.allmende.central.keycloak.WantedClient;
import dev.allmende.central.keycloak.WantedMapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clients as wishes; hands their secrets out. */
public final class ClientKind implements Kind<ClientSpec, Client, WantedClient> {

    private static final String ROTATION = "rotation";

    @Override
    public Class<Client> type() {
        return Client.class;
    }

    @Override
    public Set<Class<? extends Thing<?>>> needs() {
        return Set.of(Realm.class);
    }

    @Override
    public Set<Reference> references(ClientSpec spec) {
        return Set.of(new Reference("Realm", spec.realmRef().name()));
    }

    @Override
    public Place place(Client resource, Scene scene) {
        return scene.place(resource.getSpec().realmRef());
    }

    @Override
    public Things<WantedClient> things(Place place) {
        return place.keycloak().clients(place.realm());
    }

    @Override
    public WantedClient wanted(Client resource, Scene scene, Place place) {
        var spec = resource.getSpec();
        var protocol = requireNonNullElse(spec.protocol(), "openid-connect");
        return new WantedClient(
                clientId(resource),
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
                RoleRef.names(spec.serviceAccountRoles()));
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

    private static String clientId(Client resource) {
        return requireNonNullElse(
                resource.getSpec().clientId(), resource.getMetadata().getName());
    }

    @Override
    public Map<String, String> secrets(
            Client resource, Found found, Scene scene, Place place, Map<String, String> used) {
        var spec = resource.getSpec();
        var clients = place.keycloak().clients(place.realm());
        var rotation = requireNonNullElse(spec.rotation(), "");
        var secret = used.containsKey(ROTATION) && !rotation.equals(used.get(ROTATION))
                ? Optional.of(clients.rotate(found.id()))
                : clients.secret(found.id());
        if (spec.secretRef() != null) {
            var values = new LinkedHashMap<String, String>();
            values.put("clientId", clientId(resource));
            secret.ifPresent(word -> values.put("clientSecret", word.reveal()));
            values.put("issuer", place.keycloak().issuer(place.realm()));
            scene.write(spec.secretRef().name(), resource, values);
        }
        return Map.of(ROTATION, rotation);
    }
}
