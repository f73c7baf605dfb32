package dev.allmende.status.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Alertmanager posts, version 4 (Prometheus documentation, "Alerting: configuration", webhook_config; Alertmanager's
 * template/template.go, Data). Pure.
 */
final class Webhook {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSION = "4";
    private static final int MOST_LABELS = 64;
    private static final int LONGEST = 1024;

    private Webhook() {}

    /** It is no such message; says what is wrong. */
    static final class Garbled extends Exception {
        private static final long serialVersionUID = 1;

        Garbled(String message) {
            super(message);
        }
    }

    static List<Alert> read(byte[] body) throws Garbled {
        var message = tree(body);
        if (!message.path("version").asText().equals(VERSION)) {
            throw new Garbled("version must be \"4\"");
        }
        if (!message.path("alerts").isArray()) {
            throw new Garbled("alerts must be a list");
        }
        var alerts = new ArrayList<Alert>();
        for (var each : message.path("alerts")) {
            alerts.add(alert(each));
        }
        return alerts;
    }

    private static JsonNode tree(byte[] body) throws Garbled {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new Garbled("no JSON: " + broken.getOriginalMessage());
        } catch (IOException broken) {
            throw new Garbled("no JSON: " + broken.getMessage());
        }
    }

    private static Alert alert(JsonNode alert) throws Garbled {
        Map<String, String> labels = new LinkedHashMap<>();
        for (var label : alert.path("labels").properties()) {
            if (labels.size() < MOST_LABELS) {
                labels.put(
                        brief("a label's name", label.getKey()),
                        brief("a label", label.getValue().asText()));
            }
        }
        return new Alert(
                brief("fingerprint", alert.path("fingerprint").asText(Integer.toHexString(labels.hashCode()))),
                switch (alert.path("status").asText()) {
                    case "firing" -> true;
                    case "resolved" -> false;
                    default -> throw new Garbled("status of an alert must be firing or resolved");
                },
                labels);
    }

    private static String brief(String what, String text) throws Garbled {
        if (text.length() > LONGEST) {
            throw new Garbled("%s has more than %d characters".formatted(what, LONGEST));
        }
        return text;
    }
}
