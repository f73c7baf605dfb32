package dev.allmende.api.status;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** How a status page sends messages. */
@Group("status.allmende.dev")
@Version("v1alpha1")
@Describe("How the status page of the namespace sends messages; one to a namespace.")
@Column(name = "Address", path = ".spec.address")
@Column(name = "Mail", path = ".spec.email.host")
@Column(name = "Matrix", path = ".spec.matrix.homeserver")
public final class Messenger extends CustomResource<MessengerSpec, PlainStatus> implements Namespaced {}
