package dev.allmende.api.tenancy;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Who acts in a project of a cloud: the namespace of the same name. */
@Group("tenancy.allmende.dev")
@Version("v1alpha1")
@Describe("A project of a cloud, given to the namespace that has the tenant's name.")
@Rule(
        cel = "!self.metadata.name.startsWith('kube-') && self.metadata.name != 'default'",
        message = "a tenant's namespace is its own: 'default' and those of Kubernetes cannot be one")
@Column(name = "Cloud", path = ".spec.cloudRef.name")
@Column(name = "Project", path = ".status.projectID")
public final class Tenant extends CustomResource<TenantSpec, TenantStatus> {}
