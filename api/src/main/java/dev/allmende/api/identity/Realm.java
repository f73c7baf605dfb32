package dev.allmende.api.identity;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A realm of a Keycloak. */
@Group("identity.allmende.dev")
@Version("v1alpha1")
@ShortNames("kcrealm")
@Describe("A realm of a Keycloak: users, and the clients that they log in to.")
@Column(name = "Issuer", path = ".status.observed.issuer")
public final class Realm extends Thing<RealmSpec, RealmSeen> {}
