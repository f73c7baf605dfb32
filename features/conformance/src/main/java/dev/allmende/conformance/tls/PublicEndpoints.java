package dev.allmende.conformance.tls;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.identity.CatalogEntry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Looks at the TLS of every public address in the catalog, all at the same time. */
final class PublicEndpoints {

    static final Input<List<EndpointTls>> ENDPOINTS =
            new Input<>("public-endpoints-tls", Input.Effect.READS, PublicEndpoints::ask, PublicEndpoints::read);

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private PublicEndpoints() {}

    private static List<RecordedAnswer> ask(Session session) throws InterruptedException {
        var tasks = new ArrayList<Callable<RecordedAnswer>>();
        addresses(session.cloud().token().catalog(), session.cloud().region())
                .forEach((address, services) -> tasks.add(() -> look(address, new ArrayList<>(services))));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<RecordedAnswer>();
            for (var done : threads.invokeAll(tasks)) {
                answers.add(done.get());
            }
            return answers;
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        }
    }

    /** Scheme, host and port of each public endpoint, with the services there; sorted. */
    static Map<String, Set<String>> addresses(List<CatalogEntry> catalog, String region) {
        var addresses = new TreeMap<String, Set<String>>();
        for (var entry : catalog) {
            for (var endpoint : entry.endpoints()) {
                boolean here = region.isEmpty()
                        || endpoint.region().isEmpty()
                        || endpoint.region().equals(region);
                if (here && endpoint.interfaceName().equals("public")) {
                    addresses
                            .computeIfAbsent(addressOf(endpoint.url()), address -> new TreeSet<>())
                            .add(entry.type());
                }
            }
        }
        return addresses;
    }

    /** Endpoint URLs may hold {@code %(project_id)s}, which no URI may: only what stands before the path is read. */
    private static String addressOf(String url) {
        var start = url.replaceFirst("^([A-Za-z]+://[^/?#]*).*$", "$1").toLowerCase(Locale.ROOT);
        boolean hasPort = start.matches(".*:\\d+$");
        return hasPort ? start : start + (start.startsWith("https:") ? ":443" : ":80");
    }

    private static RecordedAnswer look(String address, List<String> services) {
        var record = Json.object().put("address", address).put("trouble", "");
        var types = record.putArray("services");
        services.forEach(types::add);
        if (address.startsWith("https://")) {
            try {
                var uri = URI.create(address);
                var host = uri.getHost().replaceAll("[\\[\\]]", "");
                write(new Handshakes(host, uri.getPort(), LIMIT).all(), record);
            } catch (IOException | IllegalArgumentException failed) {
                record.put("trouble", String.valueOf(failed.getMessage()));
            }
        }
        return RecordedAnswer.text("TLS of " + address, record.toString());
    }

    private static void write(Handshakes.Found found, com.fasterxml.jackson.databind.node.ObjectNode record) {
        var versions = record.putArray("versions");
        found.versions().forEach(versions::add);
        found.weakSuite().ifPresent(suite -> record.put("weak_suite", suite));
        found.certificate()
                .ifPresent(certificate -> record.putObject("certificate")
                        .put("subject", certificate.subject())
                        .put("not_before", certificate.notBefore().toString())
                        .put("not_after", certificate.notAfter().toString())
                        .put("algorithm", certificate.algorithm())
                        .put("bits", certificate.bits())
                        .put("signature", certificate.signature())
                        .put("for_this_host", certificate.forThisHost()));
    }

    private static List<EndpointTls> read(List<RecordedAnswer> answers) {
        return answers.stream()
                .map(answer -> Json.tree(answer.body())
                        .map(PublicEndpoints::read)
                        .orElseThrow(() -> new UnreadableAnswer(answer.request() + ": this is no JSON")))
                .toList();
    }

    private static EndpointTls read(JsonNode record) {
        return new EndpointTls(
                texts(record.path("services")),
                record.path("address").asText(),
                record.path("trouble").asText(),
                texts(record.path("versions")),
                Json.text(record, "weak_suite"),
                Optional.of(record.path("certificate"))
                        .filter(JsonNode::isObject)
                        .map(PublicEndpoints::certificate));
    }

    private static EndpointTls.Certificate certificate(JsonNode record) {
        return new EndpointTls.Certificate(
                record.path("subject").asText(),
                Instant.parse(record.path("not_before").asText()),
                Instant.parse(record.path("not_after").asText()),
                record.path("algorithm").asText(),
                record.path("bits").asInt(),
                record.path("signature").asText(),
                record.path("for_this_host").asBoolean());
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
