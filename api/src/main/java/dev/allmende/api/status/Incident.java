package dev.allmende.api.status;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Something that components suffer from. */
@Group("status.allmende.dev")
@Version("v1alpha1")
@Describe("Something that components suffer from. It is active from its begin until its end.")
@Column(name = "Name", path = ".spec.displayName")
@Column(name = "Began", path = ".spec.beganAt", type = "date")
@Column(name = "Ended", path = ".spec.endedAt", type = "date")
@Column(name = "Origin", path = ".spec.origin", priority = 1)
public final class Incident extends CustomResource<IncidentSpec, PlainStatus> implements Namespaced {}
