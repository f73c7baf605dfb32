package dev.allmende.devcloud.identity;

import java.util.Set;

/**
 * A pair of keys that a user has in a project.
 *
 * @param roles names of the user's roles in the project, implied ones included
 */
public record Ec2Pair(String access, String secret, String user, String project, Set<String> roles) {
    public Ec2Pair {
        roles = Set.copyOf(roles);
    }

    /** Whether it may change anything. */
    public boolean writes() {
        return roles.contains("member") || roles.contains("admin");
    }
}
