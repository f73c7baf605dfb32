package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** Where a tenant's buckets are when they are looked after by S3, and who makes the keys. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Where the tenant's buckets are when they are looked after by S3, and who makes the keys.")
public record TenantStore(
        @Describe(
                "Address of S3; without it the catalog's object-store-s3, else the host of its object-store. Its certificate is checked with the Cloud's authorities.")
        @TextLimits(max = 512, pattern = "^https?://[^/?#]+(/[^?#]*)?$")
        @Nullable
        String endpoint,

        @Describe("Region that signatures name; without it us-east-1, which stores without regions take.")
        @TextLimits(min = 1, max = 64, pattern = "^[A-Za-z0-9_-]+$")
        @Nullable
        String region,

        @Describe(
                "Secret with the login of a user, as that of a Cloud, for whom Keystone makes keys in the project: username, password, userDomainName, projectName and projectDomainName. Or with keys for a store that Keystone knows nothing of: accessKey and secretKey. It lies in the namespace of the controllers, where the tenant cannot read it. Without it the tenant's own login, which must be one with a password, since Keystone lets no application credential make keys.")
        @Nullable
        SecretReference credential,

        @Describe(
                "Secret with the login of another user, one who may only read in the project (role reader), for keys with access: Read. It lies in the namespace of the controllers.")
        @Nullable
        SecretReference reader) {

    /** Nothing is said. */
    public static final TenantStore UNSAID = new TenantStore(null, null, null, null);
}
