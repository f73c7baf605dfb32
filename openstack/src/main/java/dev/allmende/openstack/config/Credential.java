package dev.allmende.openstack.config;

import java.util.Optional;

/** What proves who logs in. Names and ids as Keystone v3 takes them. */
public sealed interface Credential {

    /** Who logs in, for messages. */
    String who();

    /** What must never appear in a message. */
    Secret secret();

    /**
     * User and password.
     *
     * @param user by id, or by name and domain
     */
    record Password(User user, Secret password) implements Credential {
        @Override
        public String who() {
            return "user '" + user.label() + "'";
        }

        @Override
        public Secret secret() {
            return password;
        }
    }

    /**
     * An application credential, bound to one project.
     *
     * @param id present, or name and user are
     */
    record ApplicationCredential(Optional<String> id, Optional<String> name, Optional<User> user, Secret secret)
            implements Credential {
        @Override
        public String who() {
            return "application credential '" + id.or(() -> name).orElse("") + "'";
        }
    }

    /** A token that was issued before. */
    record IssuedToken(Secret token) implements Credential {
        @Override
        public String who() {
            return "the given token";
        }

        @Override
        public Secret secret() {
            return token;
        }
    }

    /** A user by id, or by name within a domain. */
    record User(Optional<String> id, Optional<String> name, Domain domain) {
        String label() {
            return name.or(() -> id).orElse("");
        }
    }

    /** A domain by id or name; neither when nothing was said. */
    record Domain(Optional<String> id, Optional<String> name) {
        public static final Domain UNSAID = new Domain(Optional.empty(), Optional.empty());

        public boolean said() {
            return id.isPresent() || name.isPresent();
        }
    }
}
