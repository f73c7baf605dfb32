package dev.allmende.api.identity;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A client of a realm. */
@Group("identity.allmende.dev")
@Version("v1alpha1")
@Describe("A client of a realm: a program or page that people log in to.")
@Column(name = "Realm", path = ".spec.realmRef.name")
public final class Client extends Thing<ClientSpec, ClientSeen> {}
