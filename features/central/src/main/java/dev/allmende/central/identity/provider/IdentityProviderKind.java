package dev.allmende.central.identity.provider;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.central.identity.Kind;
import dev.allmende.central.identity.Mapper;
import dev.allmende.central.identity.Place;
import dev.allmende.central.identity.Reference;
import dev.allmende.central.identity.Scene;
import dev.allmende.central.identity.Thing;
import dev.allmende.central.identity.realm.Realm;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.Things;
import dev.allmende.central.keycloak.WantedMapper;
import dev.allmende.central.keycloak.WantedProvider;
import dev.allmende.openstack.config.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Identity providers as wishes; hands their secrets over. */
public final class IdentityProviderKind implements Kind<IdentityProviderSpec, IdentityProvider, WantedProvider> {

    private static final String SECRET = "clientSecret";

    @Override
    public Class<IdentityProvider> type() {
        return IdentityProvider.class;
    }

    @Override
    public Set<Class<? extends Thing<?>>> needs() {
        return Set.of(Realm.class);
    }

    @Override
    public Set<Reference> references(IdentityProviderSpec spec) {
        return Set.of(new Reference("Realm", spec.realmRef().name()));
    }

    @Override
    public Place place(IdentityProvider resource, Scene scene) {
        return scene.place(resource.getSpec().realmRef());
    }

    @Override
    public Things<WantedProvider> things(Place place) {
        return place.keycloak().identityProviders(place.realm());
    }

    @Override
    public WantedProvider wanted(IdentityProvider resource, Scene scene, Place place) {
        var spec = resource.getSpec();
        var alias = requireNonNullElse(spec.alias(), resource.getMetadata().getName());
        return new WantedProvider(
                alias,
                spec.type(),
                Optional.ofNullable(spec.displayName()),
                requireNonNullElse(spec.enabled(), true),
                Optional.ofNullable(spec.trustEmail()),
                Optional.ofNullable(spec.storeToken()),
                Optional.ofNullable(spec.linkOnly()),
                requireNonNullElse(spec.config(), Map.<String, String>of()),
                Optional.ofNullable(spec.clientSecretRef())
                        .map(ref -> new Secret(scene.value(scene.secret(ref), SECRET))),
                mappers(alias, spec.mappers()));
    }

    private static Optional<List<WantedMapper>> mappers(String alias, @Nullable List<Mapper> mappers) {
        return Optional.ofNullable(mappers)
                .map(all -> all.stream()
                        .map(each -> WantedMapper.ofProvider(
                                alias,
                                each.name(),
                                each.type(),
                                requireNonNullElse(each.config(), Map.<String, String>of())))
                        .toList());
    }

    @Override
    public Map<String, String> secrets(
            IdentityProvider resource, Found found, Scene scene, Place place, Map<String, String> used) {
        var ref = resource.getSpec().clientSecretRef();
        if (ref == null) {
            return Map.of();
        }
        var secret = scene.secret(ref);
        var version = secret.getMetadata().getUid() + "/" + secret.getMetadata().getResourceVersion();
        if (!Objects.equals(used.get(SECRET), version)) {
            things(place).update(wanted(resource, scene, place), found);
        }
        return Map.of(SECRET, version);
    }
}
