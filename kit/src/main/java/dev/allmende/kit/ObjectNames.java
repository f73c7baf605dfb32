package dev.allmende.kit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of things of the cloud as Kubernetes takes them: DNS subdomains (RFC 1123). Pure. */
public final class ObjectNames {

    private static final int LONGEST = 100;
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern AT_DOTS = Pattern.compile("-*\\.[-.]*");
    private static final Pattern ENDS = Pattern.compile("^[-.]+|[-.]+$");

    private ObjectNames() {}

    /**
     * {@code SCS-2V:4:20s} becomes {@code scs-2v-4-20s}, {@code Ubuntu 24.04} {@code ubuntu-24.04}.
     *
     * @param id of the thing: part of the name when that is taken or has nothing that can stay
     */
    public static String of(String name, String id, Set<String> taken) {
        var plain = plain(name);
        if (!plain.isEmpty() && !taken.contains(plain)) {
            return plain;
        }
        var more = plain(id);
        return plain.isEmpty() ? more : plain + "-" + (more.length() > 8 ? more.substring(0, 8) : more);
    }

    static String plain(String name) {
        var safe = OTHER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        var dotted = AT_DOTS.matcher(safe).replaceAll(".");
        var trimmed = ENDS.matcher(dotted).replaceAll("");
        return trimmed.length() <= LONGEST
                ? trimmed
                : ENDS.matcher(trimmed.substring(0, LONGEST)).replaceAll("");
    }
}
