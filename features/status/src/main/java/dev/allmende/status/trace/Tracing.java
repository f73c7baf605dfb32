package dev.allmende.status.trace;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where traces go.
 *
 * @param headers sent with each
 */
public record Tracing(URI endpoint, String service, Map<String, String> headers) {

    private static final String TRACES = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private static final String ALL = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";
    private static final String SERVICE = "OTEL_SERVICE_NAME";
    private static final String OFF = "OTEL_SDK_DISABLED";

    /**
     * As the environment says (OpenTelemetry specification, "OpenTelemetry Protocol Exporter"); empty where it names no
     * endpoint.
     *
     * @throws IllegalArgumentException when an endpoint is no address, or a header none that may be sent; names the variable
     */
    public static Optional<Tracing> of(Map<String, String> env) {
        var traces = env.getOrDefault(TRACES, "").strip();
        var all = env.getOrDefault(ALL, "").strip();
        boolean isOff = env.getOrDefault(OFF, "").strip().equalsIgnoreCase("true");
        if (isOff || (traces.isEmpty() && all.isEmpty())) {
            return Optional.empty();
        }
        var endpoint =
                traces.isEmpty() ? address(ALL, all.replaceAll("/+$", "") + "/v1/traces") : address(TRACES, traces);
        var service = env.getOrDefault(SERVICE, "").strip();
        var tracing =
                new Tracing(endpoint, service.isEmpty() ? "allmende" : service, headers(env.getOrDefault(HEADERS, "")));
        tracing.request();
        return Optional.of(tracing);
    }

    private static URI address(String variable, String text) {
        try {
            var address = URI.create(text);
            if (text.matches("https?://.+") && address.getHost() != null && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException garbled) {
            // what it says would show a password in the address
        }
        throw new IllegalArgumentException(
                variable + " must be an address that begins with http:// or https://, without a name and password");
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (var pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                headers.put(
                        pair.substring(0, equals).strip(),
                        decoded(pair.substring(equals + 1).strip()));
            }
        }
        return headers;
    }

    /** Percent-encoded, as in W3C Baggage, where a plus is a plus. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return value;
        }
    }

    /** To the collector, with its headers. */
    HttpRequest.Builder request() {
        try {
            var request = HttpRequest.newBuilder(endpoint);
            headers.forEach(request::setHeader);
            return request;
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(HEADERS + " has a header that cannot be sent");
        }
    }

    /** For people: without the headers, which have keys. */
    String shown() {
        return endpoint.getScheme() + "://" + endpoint.getRawAuthority() + endpoint.getRawPath();
    }

    @Override
    public String toString() {
        return service + " to " + shown();
    }
}
