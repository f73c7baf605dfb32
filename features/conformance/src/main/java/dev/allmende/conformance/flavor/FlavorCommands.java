package dev.allmende.conformance.flavor;

import java.util.Map;
import java.util.regex.Pattern;

/** Commands of OpenStack's command line client that mend or make a flavor; an administrator runs them. */
public final class FlavorCommands {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/@%+=,-]+");

    private FlavorCommands() {}

    public static String create(String name, int vcpus, long ramMib, int diskGb, Map<String, String> extraSpecs) {
        return "openstack flavor create --vcpus " + vcpus + " --ram " + ramMib + " --disk " + diskGb
                + properties(extraSpecs) + " " + quote(name);
    }

    static String create(StandardFlavor wanted) {
        return create(wanted.name().canonical(), wanted.vcpus(), wanted.ramMib(), wanted.diskGb(), wanted.extraSpecs());
    }

    static String set(String name, Map<String, String> extraSpecs) {
        return "openstack flavor set" + properties(extraSpecs) + " " + quote(name);
    }

    static String unset(String name, String key) {
        return "openstack flavor unset --property " + quote(key) + " " + quote(name);
    }

    static String delete(String name) {
        return "openstack flavor delete " + quote(name);
    }

    /** Nova cannot rename or resize a flavor: it is made anew. Servers keep a copy of the old one. */
    static String replace(Flavor old, String newName, int vcpus, long ramMib, int diskGb) {
        var make = create(newName, vcpus, ramMib, diskGb, new java.util.TreeMap<>(old.extraSpecs()));
        return old.name().equals(newName) ? delete(old.name()) + " && " + make : make + " && " + delete(old.name());
    }

    private static String properties(Map<String, String> extraSpecs) {
        var text = new StringBuilder();
        extraSpecs.forEach((key, value) -> text.append(" --property ").append(quote(key + "=" + value)));
        return text.toString();
    }

    static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
