package dev.allmende.apiserver.authz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authz.Binding.RoleKey;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Role-based access control as Kubernetes does it (plugin/pkg/auth/authorizer/rbac): rights add up, nothing forbids.
 *
 * <p>Follows the stored roles and bindings through {@link #put} and {@link #remove}; a change counts for every decision
 * that begins after the call. What a user may do is put together once and kept until the next change.
 */
public final class RbacIndex implements Authorizer {

    /** Users kept at most; all are forgotten when there are more. */
    private static final int MOST_USERS = 10_000;

    private static final Decision MASTER = new Decision(true, "");
    private static final Decision NO = new Decision(false, "");

    private record BindingKey(String namespace, String name) implements Comparable<BindingKey> {
        @Override
        public int compareTo(BindingKey other) {
            int byNamespace = namespace.compareTo(other.namespace);
            return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
        }
    }

    private record Who(String name, List<String> groups) {}

    private record Holder(Grants cluster, Map<String, Grants> namespaces) {}

    private final Object lock = new Object();
    private final Map<RoleKey, List<PolicyRule>> roles = new HashMap<>();
    private final Map<BindingKey, Binding> bindings = new HashMap<>();
    private final Map<Subject, Set<BindingKey>> bySubject = new HashMap<>();
    private volatile ConcurrentHashMap<Who, Holder> holders = new ConcurrentHashMap<>();

    /** @param kind {@code Role}, {@code ClusterRole}, {@code RoleBinding} or {@code ClusterRoleBinding}; others are ignored */
    public void put(String kind, ObjectNode object) {
        synchronized (lock) {
            switch (kind) {
                case "Role", "ClusterRole" -> roles.put(roleKey(kind, object), PolicyRule.allOf(object));
                case "RoleBinding", "ClusterRoleBinding" -> putBinding(Binding.of(object));
                default -> {
                    return;
                }
            }
            holders = new ConcurrentHashMap<>();
        }
    }

    /** @param namespace empty for cluster-scoped kinds */
    public void remove(String kind, String namespace, String name) {
        synchronized (lock) {
            switch (kind) {
                case "Role", "ClusterRole" -> roles.remove(new RoleKey(kind, namespace, name));
                case "RoleBinding", "ClusterRoleBinding" -> removeBinding(new BindingKey(namespace, name));
                default -> {
                    return;
                }
            }
            holders = new ConcurrentHashMap<>();
        }
    }

    private static RoleKey roleKey(String kind, ObjectNode role) {
        return new RoleKey(kind, Json.string(role, "metadata", "namespace"), Json.string(role, "metadata", "name"));
    }

    private void putBinding(Binding binding) {
        var key = new BindingKey(binding.namespace(), binding.name());
        removeBinding(key);
        bindings.put(key, binding);
        for (var subject : binding.subjects()) {
            bySubject.computeIfAbsent(subject.key(), _ -> new HashSet<>()).add(key);
        }
    }

    private void removeBinding(BindingKey key) {
        var old = bindings.remove(key);
        if (old == null) {
            return;
        }
        for (var subject : old.subjects()) {
            bySubject.computeIfPresent(subject.key(), (_, keys) -> {
                keys.remove(key);
                return keys.isEmpty() ? null : keys;
            });
        }
    }

    @Override
    public Decision decide(Attributes asked) {
        var user = asked.user();
        if (user.in(User.MASTERS)) {
            return MASTER;
        }
        var holder = holder(user);
        var byCluster = holder.cluster().decide(asked);
        if (byCluster != null) {
            return byCluster;
        }
        var local = local(holder, asked);
        if (local == null) {
            return refusal(holder.cluster().errors());
        }
        var byNamespace = local.decide(asked);
        return byNamespace != null ? byNamespace : refusal(both(holder.cluster().errors(), local.errors()));
    }

    private static @Nullable Grants local(Holder holder, Attributes asked) {
        return asked instanceof Attributes.OfResource on && !on.namespace().isEmpty()
                ? holder.namespaces().get(on.namespace())
                : null;
    }

    private static Decision refusal(List<String> errors) {
        return errors.isEmpty() ? NO : new Decision(false, "RBAC: " + aggregate(errors));
    }

    /** Several errors as one text, as Kubernetes writes them. */
    static String aggregate(Collection<String> errors) {
        var distinct = List.copyOf(new LinkedHashSet<>(errors));
        return distinct.size() == 1 ? distinct.getFirst() : "[" + String.join(", ", distinct) + "]";
    }

    /**
     * All rules of a user, those of the cluster first.
     *
     * @param namespace empty for the cluster alone
     */
    public List<PolicyRule> rulesFor(User user, String namespace) {
        var holder = holder(user);
        var local = holder.namespaces().get(namespace);
        return local == null ? holder.cluster().rules() : both(holder.cluster().rules(), local.rules());
    }

    /** Roles that the user's bindings name and that do not exist. */
    List<String> errorsFor(User user, String namespace) {
        var holder = holder(user);
        var local = holder.namespaces().get(namespace);
        return local == null ? holder.cluster().errors() : both(holder.cluster().errors(), local.errors());
    }

    /** The rules of a role, empty when there is no such role. */
    Optional<List<PolicyRule>> rulesOf(RoleKey role) {
        synchronized (lock) {
            return Optional.ofNullable(roles.get(role));
        }
    }

    private Holder holder(User user) {
        var who = new Who(user.name(), user.groups());
        var known = holders.get(who);
        if (known != null) {
            return known;
        }
        synchronized (lock) {
            if (holders.size() >= MOST_USERS) {
                holders.clear();
            }
            var made = gather(who);
            holders.put(who, made);
            return made;
        }
    }

    private Holder gather(Who who) {
        var mine = new TreeMap<BindingKey, Binding>();
        keysOf(who)
                .forEach(subject ->
                        bySubject.getOrDefault(subject, Set.of()).forEach(key -> mine.put(key, bindings.get(key))));
        var byNamespace = new HashMap<String, List<Binding>>();
        mine.values()
                .forEach(binding -> byNamespace
                        .computeIfAbsent(binding.namespace(), _ -> new ArrayList<>())
                        .add(binding));
        var grants = new HashMap<String, Grants>();
        byNamespace.forEach((namespace, list) -> grants.put(namespace, grants(list, keysOf(who))));
        var cluster = grants.remove("");
        return new Holder(cluster == null ? new Grants(List.of(), List.of()) : cluster, Map.copyOf(grants));
    }

    private static Set<Subject> keysOf(Who who) {
        var keys = new HashSet<Subject>();
        keys.add(new Subject(Subject.USER, who.name(), ""));
        who.groups().forEach(group -> keys.add(new Subject(Subject.GROUP, group, "")));
        return keys;
    }

    private Grants grants(List<Binding> mine, Set<Subject> keys) {
        var grants = new ArrayList<Grants.Grant>();
        var errors = new ArrayList<String>();
        for (var binding : mine) {
            var rules = roles.get(binding.role());
            if (rules == null) {
                errors.add(binding.role().notFound());
                continue;
            }
            var subject = binding.subjects().stream()
                    .filter(one -> keys.contains(one.key()))
                    .findFirst()
                    .orElseThrow();
            var allowed = new Decision(true, binding.reason(subject));
            rules.forEach(rule -> grants.add(new Grants.Grant(rule, allowed)));
        }
        return new Grants(grants, errors);
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        var all = new ArrayList<T>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }
}
