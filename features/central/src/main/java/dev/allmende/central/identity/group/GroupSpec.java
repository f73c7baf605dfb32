package dev.allmende.central.identity.group;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.central.identity.DriftPolicy;
import dev.allmende.central.identity.Import;
import dev.allmende.central.identity.Kept;
import dev.allmende.central.identity.NameRef;
import dev.allmende.central.identity.RoleRef;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a group; what is absent is Keycloak's own matter.
 *
 * @param groupName absent: the resource's name
 * @param parentRef Group that it is in; absent: at the top
 * @param roles those that its members have by it, all of them
 * @param defaultGroup whether each new user of the realm comes into it
 */
@ValidationRule(
        value = "self.realmRef == oldSelf.realmRef",
        message = "realmRef cannot be changed: recreate the resource")
@ValidationRule(
        value =
                "has(self.groupName) == has(oldSelf.groupName) && (!has(self.groupName) || self.groupName == oldSelf.groupName)",
        message = "groupName cannot be changed: recreate the resource")
@ValidationRule(
        value =
                "has(self.parentRef) == has(oldSelf.parentRef) && (!has(self.parentRef) || self.parentRef == oldSelf.parentRef)",
        message = "parentRef cannot be changed: recreate the resource")
public record GroupSpec(
        @Required NameRef realmRef,
        @Nullable @Pattern("^[^/]{1,255}$") String groupName,
        @Nullable NameRef parentRef,
        @Nullable Map<String, List<String>> attributes,
        @Nullable List<RoleRef> roles,
        @Nullable Boolean defaultGroup,
        @Nullable ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable DriftPolicy drift)
        implements Kept {}
