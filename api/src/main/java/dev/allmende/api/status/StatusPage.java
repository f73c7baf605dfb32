package dev.allmende.api.status;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A status page: shows what is in its namespace. */
@Group("status.allmende.dev")
@Version("v1alpha1")
@Describe("A status page. It shows the components, incidents and maintenance of its namespace; one to a namespace.")
@Column(name = "Name", path = ".spec.displayName")
public final class StatusPage extends CustomResource<StatusPageSpec, PlainStatus> implements Namespaced {}
