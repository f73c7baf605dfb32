package dev.allmende.devcloud.compute;

import dev.allmende.devcloud.scenario.Things.Console;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the consoles of servers show: the first console of the scenario whose marker is found in the user data. */
final class Consoles {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([\\w.-]+)\\}");

    private final List<Console> consoles;

    Consoles(List<Console> consoles) {
        this.consoles = consoles;
    }

    /** The console of a server, text and the time until it is there. */
    record Shown(String text, java.time.Duration after) {}

    /** @param userData in base64, as Nova takes it */
    Shown of(String server, String userData, String metadata) {
        String plain = decode(userData);
        for (Console console : consoles) {
            Optional<Map<String, String>> found = match(console, plain);
            if (found.isPresent()) {
                Map<String, String> variables = new HashMap<>(console.variables());
                variables.putAll(found.get());
                variables.put("server", server);
                variables.put("metadata", metadata);
                return new Shown(fill(console.text(), variables), console.after());
            }
        }
        return new Shown("", java.time.Duration.ZERO);
    }

    private static Optional<Map<String, String>> match(Console console, String userData) {
        Map<String, String> groups = new HashMap<>();
        if (console.marker().isEmpty()) {
            return Optional.of(groups);
        }
        Matcher matcher = Pattern.compile(console.marker().get()).matcher(userData);
        if (!matcher.find()) {
            return Optional.empty();
        }
        matcher.namedGroups().forEach((name, number) -> {
            String value = matcher.group(number);
            groups.put(name, value == null ? "" : value);
        });
        return Optional.of(groups);
    }

    private static String fill(String template, Map<String, String> variables) {
        return VARIABLE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group())));
    }

    private static String decode(String userData) {
        try {
            return new String(Base64.getMimeDecoder().decode(userData), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
