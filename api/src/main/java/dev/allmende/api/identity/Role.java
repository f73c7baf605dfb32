package dev.allmende.api.identity;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A role of a realm, or of one of its clients. */
@Group("identity.allmende.dev")
@Version("v1alpha1")
@Describe("A role of a realm, or of one of its clients.")
@Column(name = "Realm", path = ".spec.realmRef.name")
@Column(name = "Client", path = ".spec.clientRef.name")
public final class Role extends Thing<RoleSpec, RoleSeen> {}
