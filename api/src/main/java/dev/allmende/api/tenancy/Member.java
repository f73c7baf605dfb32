package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** Somebody who works in a tenant's namespace. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("A user or a group, as the API knows them, and what they may do.")
@Rule(cel = "has(self.user) != has(self.group)", message = "say either user or group")
public record Member(
        @Describe("Name of a user.") @TextLimits(min = 1, max = 253) @Nullable
        String user,

        @Describe("Name of a group, such as one of the login provider's.") @TextLimits(min = 1, max = 253) @Nullable
        String group,

        @Describe("viewer sees, editor also changes, admin also lets others in.")
        Role role) {

    /** What a member may do: the ClusterRole {@code allmende-tenant-ROLE}, bound in the tenant's namespace. */
    public enum Role {
        @JsonProperty("viewer")
        VIEWER,
        @JsonProperty("editor")
        EDITOR,
        @JsonProperty("admin")
        ADMIN
    }

    public static Member user(String name, Role role) {
        return new Member(name, null, role);
    }

    public static Member group(String name, Role role) {
        return new Member(null, name, role);
    }
}
