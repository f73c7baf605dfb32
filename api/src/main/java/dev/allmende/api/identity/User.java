package dev.allmende.api.identity;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A user of a realm. */
@Group("identity.allmende.dev")
@Version("v1alpha1")
@Describe("A user of a realm.")
@Column(name = "Realm", path = ".spec.realmRef.name")
@Column(name = "Email", path = ".spec.email", priority = 1)
public final class User extends Thing<UserSpec, UserSeen> {}
