package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.openstack.Answer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.ServiceType;
import java.net.URI;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Turns what a service answered into what a snapshot keeps.
 *
 * @param scrub removes secrets from an answer
 */
record Recording(UnaryOperator<RecordedAnswer> scrub) {

    private static final Set<String> KEPT =
            Set.of("content-type", "openstack-api-version", "x-openstack-request-id", "x-compute-request-id");

    RecordedAnswer of(ServiceType service, Call call, Answer answer) {
        return record(name(call.method(), service, pathOf(call)), answer);
    }

    /** A further page of a list: named by where it came from. */
    RecordedAnswer page(ServiceType service, String baseUrl, Answer answer) {
        var url = answer.uri().toString();
        return record(name("GET", service, url.startsWith(baseUrl) ? url.substring(baseUrl.length()) : url), answer);
    }

    private RecordedAnswer record(String name, Answer answer) {
        var headers = new TreeMap<String, String>();
        KEPT.forEach(header -> answer.header(header).ifPresent(value -> headers.put(header, value)));
        return scrub.apply(new RecordedAnswer(name, answer.status(), headers, answer.body()));
    }

    private static String name(String method, ServiceType service, String path) {
        return method + " " + service.type() + " " + path;
    }

    private static String pathOf(Call call) {
        var path = call.path().startsWith("/") ? call.path() : pathAndQuery(URI.create(call.path()));
        if (call.query().isEmpty()) {
            return path;
        }
        var query = new StringJoiner("&", path.contains("?") ? "&" : "?", "");
        call.query().forEach((name, value) -> query.add(name + "=" + value));
        return path + query;
    }

    private static String pathAndQuery(URI url) {
        return url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    }
}
