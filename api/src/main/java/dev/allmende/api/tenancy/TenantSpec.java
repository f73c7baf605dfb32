package dev.allmende.api.tenancy;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;

/** Which project of which cloud. */
@Describe("Which project of which cloud.")
public record TenantSpec(
        @Describe("Cloud that the project is in.")
        @Rule(cel = "self == oldSelf", message = "cannot be changed: delete the tenant and make it anew")
        ObjectReference cloudRef,

        @Describe(
                "Secret with a login to the project, in the namespace of the controllers, where the tenant cannot read it; keys as for a Cloud.")
        SecretReference credential) {}
