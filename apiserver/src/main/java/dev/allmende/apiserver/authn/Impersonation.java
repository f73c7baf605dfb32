package dev.allmende.apiserver.authn;

import dev.allmende.apiserver.authz.Attributes;
import dev.allmende.apiserver.authz.Authorizer;
import dev.allmende.apiserver.authz.Forbidden;
import dev.allmende.apiserver.status.StatusException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The wish to act as somebody else, from the headers Impersonate-User, -Group, -Uid and -Extra-* (Kubernetes apiserver,
 * endpoints/filters/impersonation). For each part the asker needs the verb {@code impersonate}.
 */
public record Impersonation(String user, List<String> groups, String uid, Map<String, List<String>> extra) {

    private static final String USER = "impersonate-user";
    private static final String GROUP = "impersonate-group";
    private static final String UID = "impersonate-uid";
    private static final String EXTRA = "impersonate-extra-";
    private static final String VERB = "impersonate";
    private static final String AUTHENTICATION = "authentication.k8s.io";
    private static final Pattern SERVICE_ACCOUNT = Pattern.compile(
            "system:serviceaccount:([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?):([a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?)");

    public Impersonation {
        groups = List.copyOf(groups);
        extra = Map.copyOf(extra);
    }

    /**
     * Reads the wish, empty when there is none.
     *
     * @param headers names in any case, a name as often as it was sent
     * @throws StatusException 400 when parts are named but no user
     */
    public static Optional<Impersonation> of(Iterable<Map.Entry<String, String>> headers) {
        var user = "";
        var uid = "";
        var groups = new ArrayList<String>();
        var extra = new TreeMap<String, List<String>>();
        for (var header : headers) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            var value = header.getValue();
            switch (name) {
                case USER -> user = user.isEmpty() ? value : user;
                case UID -> uid = uid.isEmpty() ? value : uid;
                case GROUP -> groups.add(value);
                default -> {
                    if (name.startsWith(EXTRA)) {
                        extra.computeIfAbsent(decoded(name.substring(EXTRA.length())), _ -> new ArrayList<>())
                                .add(value);
                    }
                }
            }
        }
        var wish = new Impersonation(user, groups, uid, extra);
        if (!user.isEmpty()) {
            return Optional.of(wish);
        }
        if (groups.isEmpty() && uid.isEmpty() && extra.isEmpty()) {
            return Optional.empty();
        }
        throw StatusException.badRequest("requested %s without impersonating a user".formatted(wish.references()));
    }

    private static String decoded(String key) {
        try {
            return URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return key;
        }
    }

    /** As Kubernetes prints what was asked for: kind, namespace, name, uid, version, resourceVersion, path. */
    private String references() {
        var all = new ArrayList<String>();
        groups.forEach(group -> all.add("{Group  %s    }".formatted(group)));
        extra.forEach((key, values) ->
                values.forEach(value -> all.add("{UserExtra  %s  %s/v1  %s}".formatted(value, AUTHENTICATION, key))));
        if (!uid.isEmpty()) {
            all.add("{UID  %s  %s/v1  }".formatted(uid, AUTHENTICATION));
        }
        return "[" + String.join(" ", all) + "]";
    }

    /** What the asker must be allowed, in this order. */
    public List<Attributes.OfResource> required(User asker) {
        var all = new ArrayList<Attributes.OfResource>();
        var account = SERVICE_ACCOUNT.matcher(user);
        if (account.matches()) {
            all.add(new Attributes.OfResource(
                    asker, VERB, "", "", "serviceaccounts", "", account.group(1), account.group(2)));
        } else {
            all.add(new Attributes.OfResource(asker, VERB, "", "", "users", "", "", user));
        }
        groups.forEach(group -> all.add(new Attributes.OfResource(asker, VERB, "", "", "groups", "", "", group)));
        extra.forEach((key, values) -> values.forEach(value ->
                all.add(new Attributes.OfResource(asker, VERB, AUTHENTICATION, "v1", "userextras", key, "", value))));
        if (!uid.isEmpty()) {
            all.add(new Attributes.OfResource(asker, VERB, AUTHENTICATION, "v1", "uids", "", "", uid));
        }
        return all;
    }

    /** The user to act as, whatever the asker may. */
    public User result() {
        var all = new ArrayList<>(groups);
        var account = SERVICE_ACCOUNT.matcher(user);
        if (groups.isEmpty() && account.matches()) {
            all.add("system:serviceaccounts");
            all.add("system:serviceaccounts:" + account.group(1));
        }
        boolean anonymous = user.equals(User.ANONYMOUS.name());
        boolean settled = all.contains(User.UNAUTHENTICATED) || (!anonymous && all.contains(User.AUTHENTICATED));
        if (!settled) {
            all.add(anonymous ? User.UNAUTHENTICATED : User.AUTHENTICATED);
        }
        return new User(user, uid, all, extra);
    }

    /** The user to act as. @throws StatusException 403 when the asker lacks one of the rights */
    public User authorized(User asker, Authorizer authorizer) {
        for (var asked : required(asker)) {
            var decision = authorizer.decide(asked);
            if (!decision.allowed()) {
                throw Forbidden.answer(asked, decision);
            }
        }
        return result();
    }
}
