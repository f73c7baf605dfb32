package dev.allmende.central.identity;

import dev.allmende.central.keycloak.Difference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each status has.
 *
 * @param id of the thing in Keycloak
 * @param observedGeneration the spec that the thing was last brought in line with
 * @param drift what differs from the spec
 * @param usedBy resources that need this one, as {@code Client/web}
 * @param secrets which versions of secrets were used last; never the secrets themselves
 */
public record ThingStatus(
        @Nullable String id,
        @Nullable Long observedGeneration,
        @Nullable List<Difference> drift,
        @Nullable List<String> usedBy,
        @Nullable Map<String, String> secrets,
        @Nullable List<Condition> conditions) {

    public static final ThingStatus NEW = new ThingStatus(null, null, null, null, null, null);

    public Optional<Condition> condition(String type) {
        return Optional.ofNullable(conditions).stream()
                .flatMap(List::stream)
                .filter(each -> each.type().equals(type))
                .findFirst();
    }

    ThingStatus withId(@Nullable String other) {
        return new ThingStatus(other, observedGeneration, drift, usedBy, secrets, conditions);
    }

    ThingStatus settled(Long generation, Map<String, String> used) {
        return new ThingStatus(id, generation, null, usedBy, used.isEmpty() ? null : Map.copyOf(used), conditions);
    }

    ThingStatus withDrift(List<Difference> found) {
        return new ThingStatus(
                id, observedGeneration, found.isEmpty() ? null : List.copyOf(found), usedBy, secrets, conditions);
    }

    ThingStatus withUsers(List<String> users) {
        return new ThingStatus(
                id, observedGeneration, drift, users.isEmpty() ? null : List.copyOf(users), secrets, conditions);
    }

    ThingStatus withConditions(List<Condition> all) {
        return new ThingStatus(id, observedGeneration, drift, usedBy, secrets, List.copyOf(all));
    }
}
