package dev.allmende.status.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.api.status.ProbeTargets;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks for an instant query (Prometheus HTTP API): bad while it gives any series, as an alerting rule is. */
record PrometheusQuestion(ProbeTargets.Prometheus target) implements Question {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Optional<String> ask(Watch watch) throws Trouble, IOException {
        var base = target.url().replaceAll("/+$", "");
        var query = URLEncoder.encode(target.query(), StandardCharsets.UTF_8);
        var reply = Web.get(base + "/api/v1/query?query=" + query, null, watch);
        var answer = JSON.readTree(reply.body());
        // whoever cannot ask the Prometheus knows nothing of what it watches
        if (reply.status() != 200 || !answer.path("status").asText().equals("success")) {
            throw new Trouble(
                    Failing.OURS,
                    "Prometheus answered %d: %s"
                            .formatted(reply.status(), answer.path("error").asText()));
        }
        judge(answer.path("data"));
        return Optional.empty();
    }

    private static void judge(JsonNode data) throws Trouble {
        if (!data.path("resultType").asText().equals("vector")) {
            throw new Trouble(Failing.OURS, "the query gives no vector: compare with something, as in 'up == 0'");
        }
        var series = data.path("result");
        if (!series.isEmpty()) {
            throw new Trouble(
                    Failing.UNHEALTHY,
                    "%d series, the first: %s"
                            .formatted(series.size(), series.path(0).path("metric")));
        }
    }
}
