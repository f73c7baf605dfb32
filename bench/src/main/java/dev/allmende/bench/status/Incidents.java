package dev.allmende.bench.status;

import dev.allmende.bench.apiserver.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A page with components that had many incidents in its 90 days. */
final class Incidents {

    private static final String GROUP = "/apis/status.allmende.dev/v1alpha1/namespaces/status/";
    private static final int COMPONENTS = 30;
    private static final int DAYS = 90;
    private static final int SEED = 5;

    private final Wire wire;

    Incidents(Wire wire) {
        this.wire = wire;
    }

    void page() throws IOException, InterruptedException {
        post("/api/v1/namespaces", """
                {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"status"}}""");
        post(GROUP + "statuspages", object("StatusPage", "page", """
                {"displayName":"Benchmark","languages":["en","de"],"phases":[{"generation":1,"phases":["Seen","Working","Done"]}],\
                "severities":[{"displayName":"limited","value":66},{"displayName":"broken","value":100}]}"""));
        post(GROUP + "impacttypes", object("ImpactType", "unknown", "{\"displayName\":\"Unknown\"}"));
        for (int i = 0; i < COMPONENTS; i++) {
            post(GROUP + "components", object("Component", "c-" + i, """
                    {"displayName":"Component %d","group":"Group %d"}""".formatted(i, i % 5)));
        }
    }

    /** All over, spread by chance that is the same each time. */
    void past(int count) throws IOException, InterruptedException {
        var random = new Random(SEED);
        var now = Instant.now();
        for (int i = 0; i < count; i++) {
            var began = now.minus(Duration.ofMinutes(60 + random.nextInt(DAYS * 24 * 60 - 120)));
            var updates = IntStream.range(0, 3)
                    .mapToObj(order -> """
                            {"order":%d,"displayName":"News","description":"What was found, and what is done about it.","createdAt":"%s"}""".formatted(order, began.plusSeconds(order * 600L)))
                    .collect(Collectors.joining(","));
            post(GROUP + "incidents", object("Incident", "i-" + i, """
                    {"displayName":"Incident %d","description":"Something did not answer as it should.","beganAt":"%s","endedAt":"%s",\
                    "phase":{"generation":1,"order":2},"affects":[{"componentRef":{"name":"c-%d"},\
                    "impactTypeRef":{"name":"unknown"},"severity":%d}],"updates":[%s]}""".formatted(
                            i,
                            began,
                            began.plusSeconds(300 + random.nextInt(7200)),
                            random.nextInt(COMPONENTS),
                            1 + random.nextInt(100),
                            updates)));
        }
    }

    private static String object(String kind, String name, String spec) {
        return """
                {"apiVersion":"status.allmende.dev/v1alpha1","kind":"%s","metadata":{"name":"%s"},"spec":%s}""".formatted(kind, name, spec);
    }

    private Wire.Reply send(String path, String json) throws IOException {
        return wire.send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for a kind that is not served yet. */
    private void post(String path, String json) throws IOException, InterruptedException {
        var reply = send(path, json);
        while (reply.status() == 404) {
            Thread.sleep(200);
            reply = send(path, json);
        }
        if (reply.status() != 201 && reply.status() != 409) {
            throw new IOException(path + ": " + reply.status() + " " + reply.text());
        }
    }
}
