package dev.allmende.api.tenancy;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A project of a cloud, given to the namespace of the same name and to those who work in it. */
@Group("tenancy.allmende.dev")
@Version("v1alpha1")
@Describe("A project of a cloud, given to the namespace that has the tenant's name and to those who work in it.")
@Rule(
        cel = "self.metadata.name.matches('^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$')",
        message = "a tenant's name is its namespace's, too: 63 small letters, digits and dashes at most")
@Rule(
        cel = "!self.metadata.name.startsWith('kube-') && self.metadata.name != 'default'",
        message = "a tenant's namespace is its own: 'default' and those of Kubernetes cannot be one")
@Column(name = "Cloud", path = ".spec.cloudRef.name")
@Column(name = "Project", path = ".status.projectID")
@Column(name = "DisplayName", path = ".spec.displayName", priority = 1)
@Column(name = "Credential", path = ".status.credential.since", type = "date", priority = 1)
public final class Tenant extends CustomResource<TenantSpec, TenantStatus> {}
