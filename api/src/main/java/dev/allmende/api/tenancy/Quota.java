package dev.allmende.api.tenancy;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** What the tenant's project may have, and what it has. */
@Group("tenancy.allmende.dev")
@Version("v1alpha1")
// "quota" is the short name of Kubernetes' ResourceQuota, and a singular name would win
@Singular("projectquota")
@Describe(
        "What the tenant's project may have, and what it has. Shows, and changes nothing: limits are set in the Tenant.")
@Column(name = "NearLimit", path = ".status.conditions[?(@.type=='NearLimit')].status")
@Column(name = "Near", path = ".status.near")
public final class Quota extends CustomResource<QuotaSpec, QuotaStatus> implements Namespaced {}
