package dev.allmende.central.identity.role;

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
 * What is wanted of a role; what is absent is Keycloak's own matter.
 *
 * @param roleName absent: the resource's name
 * @param clientRef Client that it belongs to; absent: a role of the realm
 * @param composites roles that whoever has this one has too, all of them
 */
@ValidationRule(
        value = "self.realmRef == oldSelf.realmRef",
        message = "realmRef cannot be changed: recreate the resource")
@ValidationRule(
        value =
                "has(self.roleName) == has(oldSelf.roleName) && (!has(self.roleName) || self.roleName == oldSelf.roleName)",
        message = "roleName cannot be changed: recreate the resource")
@ValidationRule(
        value =
                "has(self.clientRef) == has(oldSelf.clientRef) && (!has(self.clientRef) || self.clientRef == oldSelf.clientRef)",
        message = "clientRef cannot be changed: recreate the resource")
public record RoleSpec(
        @Required NameRef realmRef,
        @Nullable @Pattern("^.{1,255}$") String roleName,
        @Nullable NameRef clientRef,
        @Nullable String description,
        @Nullable Map<String, List<String>> attributes,
        @Nullable List<RoleRef> composites,
        @Nullable ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable DriftPolicy drift)
        implements Kept {}
