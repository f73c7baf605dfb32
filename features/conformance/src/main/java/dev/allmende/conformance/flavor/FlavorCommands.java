package dev.allmende.conformance.flavor;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Commands of OpenStack's command line client that mend or make a flavor; an administrator runs them. */
public final class FlavorCommands {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/@%+=,-]+");

    private FlavorCommands() {}

    /**
     * What Nova must set aside.
     *
     * @param diskGb root disk; 0 for none
     * @param ephemeralGb further local disks together
     */
    public record Size(int vcpus, long ramMib, int diskGb, int ephemeralGb) {

        /** The least that keeps a name's promise. */
        public static Size of(FlavorName name) {
            var disk = name.disk().map(Disk::sizeGb).orElse(OptionalInt.empty()).orElse(0);
            var others = name.disk().map(some -> some.count() - 1).orElse(0);
            return new Size(name.cpu().count(), name.ram().mib(), disk, (int)
                    Math.min((long) others * disk, Integer.MAX_VALUE));
        }

        static Size of(Flavor flavor) {
            return new Size(flavor.vcpus(), flavor.ramMib(), flavor.diskGb(), flavor.ephemeralGb());
        }

        /** In each respect the larger of the two. */
        Size atLeast(Size other) {
            return new Size(
                    Math.max(vcpus, other.vcpus),
                    Math.max(ramMib, other.ramMib),
                    Math.max(diskGb, other.diskGb),
                    Math.max(ephemeralGb, other.ephemeralGb));
        }

        private String options() {
            return " --vcpus " + vcpus + " --ram " + ramMib + " --disk " + diskGb
                    + (ephemeralGb == 0 ? "" : " --ephemeral " + ephemeralGb);
        }
    }

    /** Makes a flavor that is what its name says, with the extra specs that say the same. */
    public static String create(FlavorName name) {
        return create(name.canonical(), Size.of(name), name.extraSpecs());
    }

    static String create(StandardFlavor wanted) {
        return create(wanted.name().canonical(), Size.of(wanted.name()), wanted.extraSpecs());
    }

    private static String create(String name, Size size, Map<String, String> extraSpecs) {
        return "openstack flavor create" + size.options() + properties(extraSpecs) + " " + quote(name);
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
    static String replace(Flavor old, String newName, Size size) {
        var make = create(newName, size, new TreeMap<>(old.extraSpecs()));
        return old.name().equals(newName) ? delete(old.name()) + " && " + make : make + " && " + delete(old.name());
    }

    static String rename(Flavor old, String newName) {
        return replace(old, newName, Size.of(old));
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
