package dev.allmende.central.onboarding;

import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.cloud.Logins;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The Secret beside the controllers that a managed login lies in, with all that a restart must not lose. It is written before
 * what it is about is made in the cloud, so that nothing is there that nobody can log in with or take away.
 *
 * @param stored as the API has it: somebody else's change since then refuses ours
 */
record Box(Mirror mirror, io.fabric8.kubernetes.api.model.Secret stored, Map<String, String> texts) {

    /** Of the user, until there is an application credential: then nobody knows it any more. */
    private static final String PASSWORD = "userPassword";

    /** The application credential that is being made. */
    private static final String NEXT_NAME = "nextName";

    private static final String NEXT_SECRET = "nextSecret";

    private static final String SINCE = "since";

    /** Identifiers of those that shall go when the overlap is over. */
    private static final String OLD = "old";

    /** What the annotation said that was last obeyed. */
    private static final String ASKED = "asked";

    /** Nothing was made in the cloud before it is there. */
    static Optional<Box> find(Mirror mirror, Tenant tenant) {
        return Optional.ofNullable(mirror.kubernetes()
                        .secrets()
                        .inNamespace(mirror.namespace())
                        .withName(Projects.secretOf(tenant))
                        .get())
                .filter(secret -> secret.getMetadata().getOwnerReferences().stream()
                        .anyMatch(owner ->
                                owner.getUid().equals(tenant.getMetadata().getUid())))
                .map(secret -> of(mirror, secret));
    }

    static Box of(Mirror mirror, Tenant tenant) {
        return find(mirror, tenant).orElseGet(() -> {
            var secret = new SecretBuilder()
                    .withNewMetadata()
                    .withName(Projects.secretOf(tenant))
                    .withNamespace(mirror.namespace())
                    .withLabels(Space.labels(tenant))
                    .withOwnerReferences(Space.owner(tenant))
                    .endMetadata()
                    .build();
            return of(mirror, mirror.kubernetes().resource(secret).create());
        });
    }

    private static Box of(Mirror mirror, io.fabric8.kubernetes.api.model.Secret stored) {
        var texts = new HashMap<String, String>();
        Objects.requireNonNullElse(stored.getData(), Map.<String, String>of())
                .forEach((key, value) ->
                        texts.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return new Box(mirror, stored, Map.copyOf(texts));
    }

    /** @param changes empty texts take a key away */
    private Box with(Map<String, String> changes) {
        var now = new HashMap<>(texts);
        now.putAll(changes);
        now.values().removeIf(String::isEmpty);
        var data = new HashMap<String, String>();
        now.forEach((key, value) ->
                data.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        var secret = new SecretBuilder(stored).withData(data).build();
        return of(mirror, mirror.kubernetes().resource(secret).update());
    }

    private String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /** Identifier of the application credential in use; empty when there is none. */
    String id() {
        return text(Logins.ID);
    }

    Credential.ApplicationCredential credential() {
        return new Credential.ApplicationCredential(
                Optional.of(id()), Optional.empty(), Optional.empty(), new Secret(text(Logins.SECRET)));
    }

    Instant since() {
        return text(SINCE).isEmpty() ? Instant.EPOCH : Instant.parse(text(SINCE));
    }

    String asked() {
        return text(ASKED);
    }

    List<String> old() {
        return text(OLD).isEmpty() ? List.of() : Arrays.asList(text(OLD).split(" ", -1));
    }

    /** Empty when none is being made. */
    String nextName() {
        return text(NEXT_NAME);
    }

    Secret nextSecret() {
        return new Secret(text(NEXT_SECRET));
    }

    /** Empty when nobody knows it. */
    Optional<Secret> password() {
        return Optional.of(text(PASSWORD)).filter(text -> !text.isEmpty()).map(Secret::new);
    }

    /** What the next application credential shall be; what was chosen before stays, since it may have been made. */
    Box choosing(String name, Secret secret) {
        return nextName().isEmpty() ? with(Map.of(NEXT_NAME, name, NEXT_SECRET, secret.reveal())) : this;
    }

    /** What the user's password shall be. */
    Box choosing(Secret password) {
        return password().isEmpty() ? with(Map.of(PASSWORD, password.reveal())) : this;
    }

    /** The next one is the present one now. */
    Box turned(String id, Instant now, List<String> old, String asked) {
        return with(Map.of(
                Logins.ID,
                id,
                Logins.SECRET,
                text(NEXT_SECRET),
                SINCE,
                now.toString(),
                OLD,
                String.join(" ", old),
                ASKED,
                asked,
                NEXT_NAME,
                "",
                NEXT_SECRET,
                "",
                PASSWORD,
                ""));
    }

    Box withoutOld() {
        return with(Map.of(OLD, ""));
    }

    void remove() {
        mirror.kubernetes().resource(stored).delete();
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "Secret " + stored.getMetadata().getName();
    }
}
