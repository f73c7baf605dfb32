package dev.allmende.devcloud.scenario;

import java.util.List;
import java.util.Optional;

/** Who may use the cloud. */
public final class People {
    private People() {}

    /** A domain and its projects. */
    public record Domain(String name, List<String> projects) {}

    /**
     * A user.
     *
     * @param cloud the name of this user's entry in {@code cloudsYaml()}, if it has one
     */
    public record User(String name, String password, String domain, Optional<String> cloud, List<Grant> grants) {
        @Override
        public String toString() {
            return "User[" + name + " of " + domain + "]";
        }
    }

    /** Roles on a project, a domain or the whole system. The first grant of a user is the scope of the user's cloud entry. */
    public record Grant(Target target, String domain, String project, List<String> roles) {}

    /** What a grant is on. */
    public enum Target {
        PROJECT,
        DOMAIN,
        SYSTEM
    }
}
