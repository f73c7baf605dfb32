package dev.allmende.cli.whoami;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who one is at a server, and what one is where.
 *
 * @param roles by namespace
 * @param seen the namespaces that were looked at
 * @param complete whether those are all
 */
record Whoami(URI server, User user, Map<String, Role> roles, List<String> seen, boolean complete) {

    /** Each namespace costs a request. */
    private static final int MOST = 100;

    /** @param guesses namespaces to look at where they cannot be listed */
    static Whoami ask(KubernetesApi api, URI server, List<String> guesses) throws InterruptedException {
        var user = api.user();
        var listed = api.namespaces(MOST + 1);
        var names = new LinkedHashSet<>(listed.orElse(guesses));
        names.addAll(guesses);
        var roles = new LinkedHashMap<String, Role>();
        var seen = names.stream().limit(MOST).toList();
        for (var name : seen) {
            Role.of(api.rules(name)).ifPresent(role -> roles.put(name, role));
        }
        return new Whoami(server, user, roles, seen, listed.isPresent() && names.size() <= MOST);
    }

    String text() {
        var text = new StringBuilder();
        line(text, "server", server.toString());
        line(text, "user", user.name());
        if (!user.uid().isEmpty()) {
            line(text, "uid", user.uid());
        }
        lines(text, "groups", user.groups());
        lines(
                text,
                "extra",
                user.extra().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                        .toList());
        text.append('\n');
        if (roles.isEmpty()) {
            text.append("No role in %s.%n".formatted(complete ? "any namespace" : String.join(", ", seen)));
        } else {
            int width = Math.max(
                    "NAMESPACE".length(),
                    roles.keySet().stream().mapToInt(String::length).max().orElse(0));
            text.append(("%-" + width + "s  ROLE%n").formatted("NAMESPACE"));
            roles.forEach((name, role) -> text.append(("%-" + width + "s  %s%n").formatted(name, word(role))));
        }
        if (!complete) {
            text.append("Namespaces cannot all be seen with these rights; look at others with --namespace NAME.\n");
        }
        return text.toString();
    }

    Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("server", server.toString());
        var who = new LinkedHashMap<String, Object>();
        who.put("username", user.name());
        Optional.of(user.uid()).filter(uid -> !uid.isEmpty()).ifPresent(uid -> who.put("uid", uid));
        who.put("groups", user.groups());
        who.put("extra", user.extra());
        data.put("user", who);
        var namespaces = new ArrayList<Map<String, Object>>();
        roles.forEach((name, role) -> {
            var namespace = new LinkedHashMap<String, Object>();
            namespace.put("name", name);
            namespace.put("role", word(role));
            namespaces.add(namespace);
        });
        data.put("namespaces", namespaces);
        data.put("complete", complete);
        return data;
    }

    private static void lines(StringBuilder text, String what, List<String> values) {
        var label = what;
        for (var value : values) {
            line(text, label, value);
            label = "";
        }
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append("%-8s%s%n".formatted(what, value));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
