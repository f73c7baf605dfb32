package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which project of which cloud, who works in it, and how much it may have. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Which project of which cloud, who works in it, and how much it may have.")
@Rule(
        cel = "has(self.openstack) == has(self.credential.managed)",
        message =
                "openstack and credential.managed go together: the login is made for that project; a Secret in credential.name has its project already")
@Rule(
        cel = "has(self.openstack) == has(oldSelf.openstack)",
        message = "openstack cannot be added or taken away: delete the tenant and make it anew")
public record TenantSpec(
        @Describe("Name for people.") @TextLimits(min = 1, max = 200) @Nullable
        String displayName,

        @Describe("Cloud that the project is in.")
        @Rule(cel = "self == oldSelf", message = "cannot be changed: delete the tenant and make it anew")
        ObjectReference cloudRef,

        @Describe(
                "Project that the tenant gets, with the Cloud's own login; that must be an administrator's or the domain's manager's.")
        @Nullable
        TenantProject openstack,

        @Describe("How Allmende logs in to the project.") TenantCredential credential,

        @Describe("Who works in the tenant's namespace.") @ListLimits(max = 128)
        List<Member> members,

        @Describe(
                "Limits of the project. What is not named stays as it is. Needs an administrator's login of the Cloud.")
        @Nullable
        TenantQuota quota,

        @Describe(
                "Public: the cloud's public networks, images and flavors are made known in the namespace as objects that are only looked at. None: not.")
        @Default("Public")
        Catalogue catalogue,

        @Describe("Where the tenant's buckets are when they are looked after by S3, and who makes the keys to them.")
        @Nullable
        TenantStore objectStorage) {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public TenantSpec {
        members = List.copyOf(Objects.requireNonNullElse(members, List.of()));
        catalogue = Objects.requireNonNullElse(catalogue, Catalogue.PUBLIC);
    }

    /** A project that is there already, with a Secret that has a login to it. */
    public static TenantSpec of(String cloud, String secret) {
        return new TenantSpec(
                null,
                new ObjectReference(cloud),
                null,
                new TenantCredential(secret, null),
                List.of(),
                null,
                Catalogue.PUBLIC,
                null);
    }

    public TenantSpec with(Catalogue other) {
        return new TenantSpec(displayName, cloudRef, openstack, credential, members, quota, other, objectStorage);
    }

    public TenantSpec with(TenantStore other) {
        return new TenantSpec(displayName, cloudRef, openstack, credential, members, quota, catalogue, other);
    }

    /** Where buckets are, as far as it is said. */
    public TenantStore store() {
        return Objects.requireNonNullElse(objectStorage, TenantStore.UNSAID);
    }
}
