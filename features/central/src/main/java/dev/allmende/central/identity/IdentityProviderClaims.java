package dev.allmende.central.identity;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.api.identity.IdentityProvider;
import dev.allmende.api.identity.IdentityProviderSeen;
import dev.allmende.api.identity.Mapper;
import dev.allmende.central.identity.Finder.Word;
import dev.allmende.central.keep.Claim;
import dev.allmende.central.keep.Claims;
import dev.allmende.central.keep.Sought;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.WantedMapper;
import dev.allmende.central.keycloak.WantedProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is particular to identity providers: the secret that Keycloak shows to them is handed over. */
record IdentityProviderClaims(Finder finder) implements Claims<IdentityProvider, IdentityProviderSeen, Found> {

    @Override
    public Sought<Claim<Found, IdentityProviderSeen>> of(IdentityProvider provider, boolean isLeaving) {
        var spec = provider.getSpec();
        return finder.place(provider, spec.realmRef(), isLeaving)
                .then(place -> finder.word(provider, isLeaving ? null : spec.clientSecretRef(), "clientSecret")
                        .map(word -> claim(provider, place, word)));
    }

    private static Claim<Found, IdentityProviderSeen> claim(
            IdentityProvider provider, Place place, Optional<Word> word) {
        return new Asked<>(
                "identity provider",
                place.keycloak().identityProviders(place.realm()),
                wanted(provider, word),
                found -> seen(found, version(provider)),
                found -> handedOver(provider, place, word, found));
    }

    private static IdentityProviderSeen handedOver(
            IdentityProvider provider, Place place, Optional<Word> word, Found found) {
        var version = word.map(Word::version).orElse(null);
        if (version != null && !version.equals(version(provider))) {
            place.keycloak().identityProviders(place.realm()).update(wanted(provider, word), found);
        }
        return seen(found, version);
    }

    private static @Nullable String version(IdentityProvider provider) {
        var seen = provider.getStatus() == null ? null : provider.getStatus().observed();
        return seen == null ? null : seen.secretVersion();
    }

    private static IdentityProviderSeen seen(Found found, @Nullable String version) {
        return new IdentityProviderSeen(found.id(), found.tree().path("enabled").asBoolean(), version);
    }

    private static WantedProvider wanted(IdentityProvider provider, Optional<Word> word) {
        var spec = provider.getSpec();
        var alias = spec.named(provider.getMetadata().getName());
        return new WantedProvider(
                alias,
                requireNonNullElse(spec.type(), ""),
                Optional.ofNullable(spec.displayName()),
                requireNonNullElse(spec.enabled(), true),
                Optional.ofNullable(spec.trustEmail()),
                Optional.ofNullable(spec.storeToken()),
                Optional.ofNullable(spec.linkOnly()),
                requireNonNullElse(spec.config(), Map.<String, String>of()),
                word.map(Word::secret),
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
}
