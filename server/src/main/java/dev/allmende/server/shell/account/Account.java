package dev.allmende.server.shell.account;

import dev.allmende.apiserver.authn.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A local user.
 *
 * @param groups as RBAC knows them
 * @param changed when the password was set; sessions of before are worth nothing
 */
public record Account(String name, List<String> groups, PasswordHash password, Instant changed) {

    public static final int LONGEST_NAME = 128;
    private static final String RESERVED = "system:";

    public Account {
        groups = List.copyOf(groups);
    }

    /**
     * Checks what a new account is to be called.
     *
     * @throws IllegalArgumentException saying what is wrong with the name
     */
    public static String checkedName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.equals(name.strip())) {
            throw new IllegalArgumentException(
                    "a user's name has 1 to %d characters and no blanks around it".formatted(LONGEST_NAME));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a user's name has no control characters");
        }
        if (name.startsWith(RESERVED)) {
            throw new IllegalArgumentException("names beginning with \"system:\" are reserved by Kubernetes");
        }
        return name;
    }

    /** As the API knows the user. */
    public User user() {
        var all = new ArrayList<>(groups);
        if (!all.contains(User.AUTHENTICATED)) {
            all.add(User.AUTHENTICATED);
        }
        return new User(name, "", all, java.util.Map.of());
    }

    Account withPassword(PasswordHash other, Instant now) {
        return new Account(name, groups, other, now);
    }
}
