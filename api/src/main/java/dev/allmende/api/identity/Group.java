package dev.allmende.api.identity;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Version;

/** A group of a realm. */
@io.fabric8.kubernetes.model.annotation.Group("identity.allmende.dev")
@Version("v1alpha1")
@Describe("A group of users of a realm.")
@Column(name = "Realm", path = ".spec.realmRef.name")
@Column(name = "Path", path = ".status.observed.path")
public final class Group extends Thing<GroupSpec, GroupSeen> {}
