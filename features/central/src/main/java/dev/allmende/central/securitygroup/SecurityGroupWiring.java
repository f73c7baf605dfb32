package dev.allmende.central.securitygroup;

import dev.allmende.api.Status;
import dev.allmende.api.network.SecurityGroup;
import dev.allmende.api.network.SecurityGroupSeen;
import dev.allmende.api.network.SecurityRule;
import dev.allmende.central.keep.Keeping;
import dev.allmende.central.keep.Said;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes the controller of security groups. */
public final class SecurityGroupWiring {

    private SecurityGroupWiring() {}

    public static Controller<SecurityGroup, Status<SecurityGroupSeen>> controller(Keeping keeping) {
        return keeping.controller(
                SecurityGroup.class,
                new SecurityGroupRecipe(keeping.references()),
                List.of(
                        // not guarded: two groups may name each other, and the cloud drops the rules of a group that
                        // goes
                        new Dependency<>(SecurityGroup.class, SecurityGroupWiring::remotes, false)));
    }

    private static Stream<Dependency.Place> remotes(SecurityGroup group) {
        return Said.each(group.getSpec().rules())
                .map(SecurityRule::remoteGroupRef)
                .filter(Objects::nonNull)
                .map(remote -> new Dependency.Place(group.getMetadata().getNamespace(), remote.name()));
    }
}
