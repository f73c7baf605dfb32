package dev.allmende.api.status;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** In which way a component may suffer, such as "Connectivity problems". */
@Group("status.allmende.dev")
@Version("v1alpha1")
@Describe("In which way a component may suffer, such as 'Connectivity problems'.")
@Column(name = "Name", path = ".spec.displayName")
public final class ImpactType extends CustomResource<ImpactTypeSpec, PlainStatus> implements Namespaced {}
