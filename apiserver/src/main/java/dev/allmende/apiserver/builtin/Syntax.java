package dev.allmende.apiserver.builtin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is wrong with a text that must follow a rule; empty when nothing is. Messages and limits as in apimachinery
 * util/validation and api/validate/content of Kubernetes 1.35.
 */
public final class Syntax {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String NAME_PART = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

    private static final Rule DNS_LABEL = new Rule(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end"
                    + " with an alphanumeric character",
            LABEL,
            "my-name",
            "123-abc");
    private static final Rule DNS_SUBDOMAIN = new Rule(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start"
                    + " and end with an alphanumeric character",
            LABEL + "(\\." + LABEL + ")*",
            "example.com");
    private static final Rule DNS_1035_LABEL = new Rule(
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character,"
                    + " and end with an alphanumeric character",
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            "my-name",
            "abc-123");
    private static final Rule NAME = new Rule(
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
            NAME_PART,
            "MyName",
            "my.name",
            "123-abc");
    private static final Rule LABEL_VALUE = new Rule(
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and"
                    + " end with an alphanumeric character",
            "(" + NAME_PART + ")?",
            "MyValue",
            "my_value",
            "12345");
    private static final Rule CONFIG_KEY = new Rule(
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
            "[-._a-zA-Z0-9]+",
            "key.name",
            "KEY_NAME",
            "key-name");

    private Syntax() {}

    public static List<String> dnsLabel(String text) {
        return DNS_SUBDOMAIN.matches(text) && !DNS_LABEL.matches(text) && text.contains(".")
                ? withLength(text, 63, "characters", List.of("must not contain dots"))
                : bounded(text, 63, "characters", DNS_LABEL);
    }

    public static List<String> dnsSubdomain(String text) {
        return bounded(text, 253, "characters", DNS_SUBDOMAIN);
    }

    static List<String> dns1035Label(String text) {
        return bounded(text, 63, "characters", DNS_1035_LABEL);
    }

    static List<String> labelValue(String text) {
        return bounded(text, 63, "bytes", LABEL_VALUE);
    }

    /** A key of a Secret or ConfigMap. */
    static List<String> configKey(String text) {
        var faults = new ArrayList<>(bounded(text, 253, "characters", CONFIG_KEY));
        if (text.equals(".") || text.equals("..")) {
            faults.add("must not be '%s'".formatted(text));
        } else if (text.startsWith("..")) {
            faults.add("must not start with '..'");
        }
        return faults;
    }

    /** A name with an optional DNS subdomain and a slash before it: keys of labels, names of finalizers. */
    public static List<String> qualifiedName(String text) {
        var parts = text.split("/", -1);
        if (parts.length > 2) {
            return List.of("a valid label key " + NAME.message()
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        List<String> faults = new ArrayList<>();
        if (parts.length == 2) {
            var prefix = parts[0];
            var wrong = prefix.isEmpty() ? List.of("must be non-empty") : bounded(prefix, 253, "bytes", DNS_SUBDOMAIN);
            wrong.forEach(fault -> faults.add("prefix part " + fault));
        }
        namePart(parts[parts.length - 1]).forEach(fault -> faults.add("name part " + fault));
        return faults;
    }

    private static List<String> namePart(String name) {
        List<String> faults = new ArrayList<>();
        if (name.isEmpty()) {
            faults.add("must be non-empty");
        } else if (name.length() > 63) {
            faults.add("must be no more than 63 bytes");
        }
        if (!NAME.matches(name)) {
            faults.add(NAME.message());
        }
        return faults;
    }

    /** A name that can stand between slashes in a path. */
    static List<String> pathSegment(String text) {
        if (text.equals(".") || text.equals("..")) {
            return List.of("may not be '%s'".formatted(text));
        }
        List<String> faults = new ArrayList<>();
        for (var character : List.of("/", "%")) {
            if (text.contains(character)) {
                faults.add("may not contain '%s'".formatted(character));
            }
        }
        return faults;
    }

    private static List<String> bounded(String text, int most, String unit, Rule rule) {
        return withLength(text, most, unit, rule.matches(text) ? List.of() : List.of(rule.message()));
    }

    private static List<String> withLength(String text, int most, String unit, List<String> others) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= most) {
            return others;
        }
        List<String> faults = new ArrayList<>(List.of("must be no more than %d %s".formatted(most, unit)));
        faults.addAll(others);
        return faults;
    }

    /** A regular expression with its message. Java's matcher recurses over groups: longer texts are not put to it. */
    private record Rule(Pattern pattern, String message) {
        private static final int LONGEST = 4096;

        Rule(String what, String expression, String... examples) {
            this(
                    Pattern.compile(expression),
                    what + " (e.g. '" + String.join("',  or '", examples) + "', regex used for validation is '"
                            + expression + "')");
        }

        boolean matches(String text) {
            return text.length() <= LONGEST && pattern.matcher(text).matches();
        }
    }
}
