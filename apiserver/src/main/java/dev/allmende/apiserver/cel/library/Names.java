package dev.allmende.apiserver.cel.library;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Names and labels, with the words for what is wrong with them (apimachinery, util/validation). */
final class Names {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String DNS_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String VALUE = "(" + NAME + ")?";

    private Names() {}

    static List<String> dns1123Label(String text) {
        return faults(
                text,
                63,
                LABEL,
                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end"
                        + " with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '%s')");
    }

    static List<String> dns1123Subdomain(String text) {
        return faults(
                text,
                253,
                SUBDOMAIN,
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start"
                        + " and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '%s')");
    }

    static List<String> dns1035Label(String text) {
        return faults(
                text,
                63,
                DNS_1035,
                "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic"
                        + " character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for"
                        + " validation is '%s')");
    }

    static List<String> labelValue(String text) {
        return faults(
                text,
                63,
                VALUE,
                "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start"
                        + " and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for"
                        + " validation is '%s')");
    }

    static List<String> qualifiedName(String text) {
        var parts = text.split("/", -1);
        if (parts.length > 2) {
            return List.of(
                    "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end"
                            + " with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation"
                            + " is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g."
                            + " 'example.com/MyName')");
        }
        var faults = new ArrayList<String>();
        if (parts.length == 2) {
            (parts[0].isEmpty() ? List.of("must be non-empty") : dns1123Subdomain(parts[0]))
                    .forEach(fault -> faults.add("prefix part " + fault));
        }
        var name = parts[parts.length - 1];
        if (name.isEmpty()) {
            faults.add("name part must be non-empty");
        }
        faults(
                        name,
                        63,
                        NAME,
                        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                                + " character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '%s')")
                .forEach(fault -> faults.add("name part " + fault));
        return faults;
    }

    private static List<String> faults(String text, int longest, String shape, String words) {
        var faults = new ArrayList<String>(0);
        if (text.length() > longest) {
            faults.add("must be no more than " + longest + " bytes");
        }
        if (!Pattern.matches(shape, text)) {
            faults.add(words.formatted(shape));
        }
        return faults;
    }
}
