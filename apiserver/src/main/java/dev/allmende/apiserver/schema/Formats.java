package dev.allmende.apiserver.schema;

import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The formats of strings that custom resources are checked for (apiextensions-apiserver, validation/formats; their meaning
 * from kube-openapi, validation/strfmt). Dashes in names do not count.
 */
final class Formats {

    private static final String HEX = "[0-9a-fA-F]";
    private static final Pattern DATE_TIME =
            Pattern.compile("^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](.[0-9]+)?(z|[+-][0-9]{2}:[0-9]{2})$");
    private static final Pattern GO_DURATION =
            Pattern.compile("^[-+]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$");
    private static final Pattern WORDY_DURATION = Pattern.compile(
            "(?i)[0-9]+\\s*(nano[a-zµ]*|micro[a-zµ]*|milli[a-zµ]*|sec[a-zµ]*|min[a-zµ]*|hour[a-zµ]*|day[a-zµ]*|week[a-zµ]*"
                    + "|ns|us|µs|ms|s|m|h|hr|d|w|wk)([^a-zµ]|$)");
    private static final Pattern HOSTNAME = Pattern.compile(
            "^([a-zA-Z0-9\\p{S}\\p{L}]((-?[a-zA-Z0-9\\p{S}\\p{L}]{0,62})?)"
                    + "|([a-zA-Z0-9\\p{S}\\p{L}](([a-zA-Z0-9-\\p{S}\\p{L}]{0,61}[a-zA-Z0-9\\p{S}\\p{L}])?)(\\.)){1,}([a-zA-Z\\p{L}]){2,63})$");
    private static final Pattern SHORT_NAME = Pattern.compile("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$");
    private static final Pattern LONG_NAME =
            Pattern.compile("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$");

    private static final Map<String, Predicate<String>> ALL = Map.ofEntries(
            Map.entry("bsonobjectid", matching("^" + HEX + "{24}$")),
            Map.entry("uri", UriText::isRequestUri),
            Map.entry("email", UriText::isEmail),
            Map.entry("hostname", Formats::isHostname),
            Map.entry("ipv4", text -> text.indexOf('.') >= 0 && IpAddress.parseLeniently(text) != null),
            Map.entry("ipv6", text -> text.indexOf(':') >= 0 && IpAddress.parse(text) != null),
            Map.entry("cidr", IpAddress::isLenientCidr),
            Map.entry("mac", matching(mac())),
            Map.entry("uuid", matching(uuid("", HEX))),
            Map.entry("uuid3", matching(uuid("3", HEX))),
            Map.entry("uuid4", matching(uuid("4", "[89abAB]"))),
            Map.entry("uuid5", matching(uuid("5", "[89abAB]"))),
            Map.entry("isbn", text -> CheckDigits.isIsbn10(text) || CheckDigits.isIsbn13(text)),
            Map.entry("isbn10", CheckDigits::isIsbn10),
            Map.entry("isbn13", CheckDigits::isIsbn13),
            Map.entry("creditcard", CheckDigits::isCreditCard),
            Map.entry("ssn", matching("^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}$").and(text -> text.length() == 11)),
            Map.entry("hexcolor", matching("^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")),
            Map.entry("rgbcolor", matching(rgb())),
            Map.entry("byte", Formats::isBase64),
            Map.entry("password", text -> true),
            Map.entry("date", Formats::isDate),
            Map.entry("duration", Formats::isDuration),
            Map.entry("datetime", Formats::isDateTime),
            Map.entry("k8sshortname", matching(SHORT_NAME).and(text -> text.length() <= 63)),
            Map.entry("k8slongname", matching(LONG_NAME).and(text -> text.length() <= 253)));

    private Formats() {}

    /** @return null when nobody checks this format */
    static @Nullable Predicate<String> named(String name) {
        return ALL.get(name.replace("-", ""));
    }

    private static Predicate<String> matching(String pattern) {
        return matching(Pattern.compile(pattern));
    }

    private static Predicate<String> matching(Pattern pattern) {
        return text -> pattern.matcher(text).find();
    }

    private static String uuid(String version, String variant) {
        return "^%1$s{8}-?%1$s{4}-?%2$s-?%3$s%1$s{3}-?%1$s{12}$"
                .formatted(HEX, version.isEmpty() ? HEX + "{4}" : version + HEX + "{3}", variant);
    }

    private static String mac() {
        var pairs = "%1$s{2}(%2$s%1$s{2}){5}|%1$s{2}(%2$s%1$s{2}){7}|%1$s{2}(%2$s%1$s{2}){19}";
        var quads = "%1$s{4}(\\.%1$s{4}){2}|%1$s{4}(\\.%1$s{4}){3}|%1$s{4}(\\.%1$s{4}){9}".formatted(HEX);
        return "^(" + pairs.formatted(HEX, ":") + "|" + pairs.formatted(HEX, "-") + "|" + quads + ")$";
    }

    private static String rgb() {
        var number = "(0|[1-9][0-9]?|1[0-9][0-9]?|2[0-4][0-9]|25[0-5])";
        return "^rgb\\(\\s*%1$s\\s*,\\s*%1$s\\s*,\\s*%1$s\\s*\\)$".formatted(number);
    }

    private static boolean isHostname(String text) {
        if (text.length() > 255 || !HOSTNAME.matcher(text).find()) {
            return false;
        }
        for (var label : text.split("\\.", -1)) {
            if (label.length() > 63) {
                return false;
            }
        }
        return true;
    }

    /** Standard alphabet with padding; not empty. */
    static boolean isBase64(String text) {
        int length = text.length();
        if (length == 0 || length % 4 != 0) {
            return false;
        }
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        for (int i = 0; i < length - padding; i++) {
            char letter = text.charAt(i);
            boolean known = (letter >= 'A' && letter <= 'Z')
                    || (letter >= 'a' && letter <= 'z')
                    || (letter >= '0' && letter <= '9')
                    || letter == '+'
                    || letter == '/';
            if (!known) {
                return false;
            }
        }
        return true;
    }

    static boolean isDate(String text) {
        if (text.length() != 10) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static boolean isDateTime(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        int t = lower.indexOf('t');
        return t == 10
                && isDate(lower.substring(0, 10))
                && DATE_TIME.matcher(lower.substring(11)).find();
    }

    /** Go's durations, and numbers with units in words such as {@code 22 ns} or {@code 5 days}. */
    static boolean isDuration(String text) {
        return GO_DURATION.matcher(text).find() || WORDY_DURATION.matcher(text).find();
    }
}
