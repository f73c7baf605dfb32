package dev.allmende.apiserver.selector;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What label keys and values may look like, worded as Kubernetes does (apimachinery api/validate/content and
 * util/validation).
 */
public final class LabelSyntax {

    private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String SUBDOMAIN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private static final String CHARACTERS =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
    private static final String NAME_WANTED =
            CHARACTERS + " (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '" + NAME + "')";
    private static final String VALUE_WANTED = "a valid label must be an empty string or "
            + CHARACTERS.substring("must ".length())
            + " (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(" + NAME + ")?')";
    private static final String SUBDOMAIN_WANTED = "a lowercase RFC 1123 subdomain must consist of lower case"
            + " alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
            + " (e.g. 'example.com', regex used for validation is '" + SUBDOMAIN + "')";

    private static final Pattern SUBDOMAIN_PATTERN = Pattern.compile(SUBDOMAIN);
    private static final int LONGEST = 63;
    private static final int LONGEST_PREFIX = 253;

    private LabelSyntax() {}

    /** What is wrong with a key such as {@code example.com/part}; empty when nothing is. */
    public static List<String> keyErrors(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            return nameErrors(key);
        }
        if (key.indexOf('/', slash + 1) >= 0) {
            return List.of("a valid label key " + NAME_WANTED
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        List<String> errors = new ArrayList<>();
        var prefix = key.substring(0, slash);
        if (prefix.isEmpty()) {
            errors.add("prefix part must be non-empty");
        } else {
            if (prefix.length() > LONGEST_PREFIX) {
                errors.add("prefix part must be no more than " + LONGEST_PREFIX + " bytes");
            }
            if (!SUBDOMAIN_PATTERN.matcher(prefix).matches()) {
                errors.add("prefix part " + SUBDOMAIN_WANTED);
            }
        }
        errors.addAll(nameErrors(key.substring(slash + 1)));
        return errors;
    }

    /** What is wrong with a value; empty when nothing is. */
    public static List<String> valueErrors(String value) {
        List<String> errors = new ArrayList<>();
        if (value.length() > LONGEST) {
            errors.add("must be no more than " + LONGEST + " bytes");
        }
        if (!value.isEmpty() && !isName(value)) {
            errors.add(VALUE_WANTED);
        }
        return errors;
    }

    private static List<String> nameErrors(String name) {
        List<String> errors = new ArrayList<>();
        if (name.isEmpty()) {
            errors.add("name part must be non-empty");
        } else if (name.length() > LONGEST) {
            errors.add("name part must be no more than " + LONGEST + " bytes");
        }
        if (!isName(name)) {
            errors.add("name part " + NAME_WANTED);
        }
        return errors;
    }

    private static boolean isName(String name) {
        int last = name.length() - 1;
        if (last < 0 || !alphanumeric(name.charAt(0)) || !alphanumeric(name.charAt(last))) {
            return false;
        }
        for (int at = 1; at < last; at++) {
            char c = name.charAt(at);
            if (!alphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean alphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
