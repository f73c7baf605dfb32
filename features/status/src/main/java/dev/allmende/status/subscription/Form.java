package dev.allmende.status.subscription;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Fields of a form as browsers send it.
 *
 * @param fields by name, in order
 */
record Form(Map<String, List<String>> fields) {

    private static final int MOST = 512;

    /** As the kind has it; a domain without dots is none that mail comes to. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    static Form of(byte[] body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        var pairs = new String(body, StandardCharsets.UTF_8).split("&", MOST);
        for (var pair : pairs) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.computeIfAbsent(decode(parts[0]), none -> new ArrayList<>())
                        .add(decode(parts[1]));
            }
        }
        return new Form(fields);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    /** Empty when there is none. */
    String first(String name) {
        var values = all(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    static boolean isAddress(String text) {
        return text.length() <= 254 && ADDRESS.matcher(text).matches();
    }
}
