package dev.allmende.api.identity;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Another place that people of a realm may log in at. */
@Group("identity.allmende.dev")
@Version("v1alpha1")
@Describe("Another place that people of a realm may log in at.")
@Column(name = "Realm", path = ".spec.realmRef.name")
@Column(name = "Type", path = ".spec.type")
public final class IdentityProvider extends Thing<IdentityProviderSpec, IdentityProviderSeen> {}
