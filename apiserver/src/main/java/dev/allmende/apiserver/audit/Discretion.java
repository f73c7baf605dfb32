package dev.allmende.apiserver.audit;

import dev.allmende.apiserver.audit.AuditEvent.ObjectReference;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What never gets into the audit log, whatever the policy: bodies that hold secrets, and secrets in addresses. */
final class Discretion {

    private static final Set<String> SECRET_PARAMETERS = Set.of(
            "access_token",
            "id_token",
            "refresh_token",
            "token",
            "bearer",
            "authorization",
            "password",
            "secret",
            "client_secret",
            "client_assertion",
            "code",
            "api_key",
            "apikey",
            "key",
            "signature",
            "sig");

    private Discretion() {}

    /** Whether bodies about this kind of object hold secrets. */
    static boolean hides(ObjectReference object) {
        return switch (object.group()) {
            case "" ->
                object.resource().equals("secrets")
                        || (object.resource().equals("serviceaccounts")
                                && object.subresource().equals("token"));
            case "authentication.k8s.io" -> object.resource().equals("tokenreviews");
            default -> false;
        };
    }

    /** The address with the values of secret parameters blotted out. */
    static String blotted(String uri) {
        int query = uri.indexOf('?');
        if (query < 0) {
            return uri;
        }
        var clean = new StringBuilder(uri.length()).append(uri, 0, query + 1);
        int at = query + 1;
        while (at <= uri.length()) {
            int end = uri.indexOf('&', at);
            end = end < 0 ? uri.length() : end;
            append(clean, uri.substring(at, end));
            if (end < uri.length()) {
                clean.append('&');
            }
            at = end + 1;
        }
        return clean.toString();
    }

    private static void append(StringBuilder clean, String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 0 || !secret(parameter.substring(0, equals))) {
            clean.append(parameter);
        } else {
            clean.append(parameter, 0, equals + 1).append("REDACTED");
        }
    }

    private static boolean secret(String name) {
        // a name may be hidden by percent signs: %74oken
        var plain = name.indexOf('%') < 0 ? name : decoded(name);
        return SECRET_PARAMETERS.contains(plain.toLowerCase(Locale.ROOT));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
