package dev.allmende.apiserver.builtin;

import dev.allmende.apiserver.status.FieldError;
import java.util.List;
import java.util.function.Function;

/** What names of a kind's objects must be like. */
public enum NameRule {
    /** Most kinds, custom resources too. */
    DNS_SUBDOMAIN(Syntax::dnsSubdomain),
    /** Namespaces. */
    DNS_LABEL(Syntax::dnsLabel),
    /** Services. */
    DNS_1035_LABEL(Syntax::dns1035Label),
    /** Roles and their bindings: anything that fits between slashes. */
    PATH_SEGMENT(Syntax::pathSegment);

    private final Function<String, List<String>> faults;

    NameRule(Function<String, List<String>> faults) {
        this.faults = faults;
    }

    /** What is wrong with {@code metadata.name}. */
    public List<FieldError> check(String name) {
        return name.isEmpty()
                ? List.of(FieldError.required("metadata.name", "name or generateName is required"))
                : Faults.invalid("metadata.name", name, faults.apply(name));
    }

    /** What is wrong with {@code metadata.generateName}: as a name that goes on. */
    public List<FieldError> checkPrefix(String prefix) {
        boolean dash = this != PATH_SEGMENT && prefix.length() > 1 && prefix.endsWith("-");
        var name = dash ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
        return prefix.isEmpty() ? List.of() : Faults.invalid("metadata.generateName", prefix, faults.apply(name));
    }
}
