package dev.allmende.devcloud.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a request to Nova or Cinder, as its header asks: {@code OpenStack-API-Version: compute 2.61}. */
public record Microversion(int major, int minor) {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)");

    /**
     * @param service the word in the header
     * @param legacy an older header with the number alone, or empty
     * @throws Refused 400 for text that is no version
     */
    public static Microversion of(
            Request request, String service, String legacy, Microversion lowest, Microversion highest) {
        Optional<String> asked = request.header("openstack-api-version")
                .filter(value -> value.startsWith(service + " "))
                .map(value -> value.substring(service.length() + 1).strip())
                .or(() -> legacy.isEmpty() ? Optional.empty() : request.header(legacy));
        if (asked.isEmpty()) {
            return lowest;
        }
        if (asked.get().equals("latest")) {
            return highest;
        }
        Matcher matcher = NUMBERS.matcher(asked.get());
        if (!matcher.matches()) {
            throw Refused.badRequest("API Version String " + asked.get()
                    + " is of invalid format. Must be of format MajorNum.MinorNum.");
        }
        return new Microversion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public boolean atLeast(int otherMinor) {
        return minor >= otherMinor;
    }

    public boolean isWithin(Microversion lowest, Microversion highest) {
        return major == highest.major && minor >= lowest.minor && minor <= highest.minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
