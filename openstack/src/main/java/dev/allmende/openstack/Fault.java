package dev.allmende.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.OpenStackException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer of 400 and above says.
 *
 * <p>Shapes, as seen on OpenStack Zed: Keystone {@code error.message}; Nova, Cinder a named fault with {@code message};
 * Neutron {@code NeutronError.message}; Octavia, Designate's pecan {@code faultstring}; Barbican {@code title} and
 * {@code description}; Designate {@code message}; Placement {@code errors[].detail}; Glance, Swift HTML.
 */
public final class Fault {

    private static final int LONGEST = 300;
    private static final Pattern HEAD = Pattern.compile("(?is)<(head|style|script)\\b.*?</\\1>");
    private static final Pattern HEADING = Pattern.compile("(?is)<h1>.*?</h1>");
    private static final Pattern BREAK = Pattern.compile("(<br */?>|\\s)+");
    private static final Pattern STATE =
            Pattern.compile("(?i)^Invalid (volume|snapshot|backup): .*\\b(status|state|attached|available)\\b");
    /** NetworkRequiresSubnet (nova/exception.py, Zed). */
    private static final Pattern NO_SUBNET_YET = Pattern.compile("(?i)requires a subnet in order to boot");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Fault() {}

    /** The service's own words in one line; empty when it gave none. */
    public static Optional<String> message(Answer answer) {
        return Json.tree(answer.body())
                .flatMap(Fault::message)
                .or(() -> plain(answer))
                // Glance puts HTML breaks into its JSON.
                .map(text -> BREAK.matcher(text).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    }

    static Kind kind(Answer answer, String message) {
        return switch (answer.status()) {
            case 401 -> Kind.CREDENTIAL;
            case 403 -> aboutQuota(message) ? Kind.QUOTA : Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 409 -> aboutQuota(message) ? Kind.QUOTA : Kind.CONFLICT;
            // Neutron's answer when the revision is not the one that was named.
            case 412 -> Kind.CONFLICT;
            case 413 -> Kind.QUOTA;
            case 429, 502, 503, 504 -> Kind.UNAVAILABLE;
            default -> Kind.REFUSED;
        };
    }

    /**
     * What helps against a refusal. Cinder (Zed) says 400 where others say 409: {@code Invalid volume: Volume status must be
     * available ...}, and Nova hands that on; so does Nova itself about a network that has no subnet yet; a server error is worth another try whatever its number.
     */
    static Trouble trouble(Answer answer, String message) {
        var trouble = Trouble.of(kind(answer, message));
        if (answer.status() >= 500 && answer.status() != 501) {
            return Trouble.TRANSIENT;
        }
        boolean isEarly =
                STATE.matcher(message).find() || NO_SUBNET_YET.matcher(message).find();
        return answer.status() == 400 && isEarly ? Trouble.CONFLICT : trouble;
    }

    /** Neutron answers 409 OverQuota, Nova 403, Cinder 413. */
    private static boolean aboutQuota(String message) {
        return message.toLowerCase(Locale.ROOT).contains("quota");
    }

    private static Optional<String> message(JsonNode tree) {
        if (tree.isTextual()) {
            return Optional.of(tree.asText());
        }
        return direct(tree).or(() -> {
            // A single key that names the fault, with the message inside.
            for (var inner : tree) {
                var found = inner.isArray() && !inner.isEmpty() ? direct(inner.get(0)) : direct(inner);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<String> direct(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        return Json.text(node, "message")
                .or(() -> Json.text(node, "faultstring"))
                .or(() -> Json.text(node, "description"))
                .or(() -> Json.text(node, "detail"))
                .or(() -> Json.text(node, "title"))
                // Designate: {"errors": {"errors": [{"path": ["records", 0], "message": ...}]}}
                .or(() -> Json.text(node.path("errors").path(0), "message"));
    }

    private static Optional<String> plain(Answer answer) {
        var text = new String(answer.body(), 0, Math.min(answer.body().length, 8192), StandardCharsets.UTF_8);
        if (!text.contains("<")) {
            return text.startsWith("{") || text.startsWith("[") ? Optional.empty() : Optional.of(text);
        }
        var body = HEADING.matcher(HEAD.matcher(text).replaceAll(" ")).replaceAll(" ");
        return Optional.of(TAG.matcher(body)
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x27;", "'")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&"));
    }
}
