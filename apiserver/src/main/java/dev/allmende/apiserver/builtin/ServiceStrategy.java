package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Services, as names with ports: this server has no network, so it gives out no addresses and no node ports. Only what
 * everyone relies on is checked.
 */
final class ServiceStrategy implements Strategy {

    private static final List<String> TYPES = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final int AFFINITY_SECONDS = 3 * 60 * 60;
    private static final List<String> AFFINITIES = List.of("ClientIP", "None");

    @Override
    public void prepare(ObjectNode service, @Nullable ObjectNode old) {
        var spec = service.withObjectProperty("spec");
        byDefault(spec, "sessionAffinity", "None");
        fillAffinity(spec);
        byDefault(spec, "type", "ClusterIP");
        if (!Json.string(spec, "type").equals("ExternalName")) {
            byDefault(spec, "internalTrafficPolicy", "Cluster");
        }
        for (var port : spec.path("ports")) {
            if (port instanceof ObjectNode open) {
                byDefault(open, "protocol", "TCP");
                fillTarget(open);
            }
        }
        if (!Json.string(spec, "clusterIP").isEmpty() && !spec.has("clusterIPs")) {
            spec.putArray("clusterIPs").add(Json.string(spec, "clusterIP"));
        }
        if (old == null) {
            service.putObject("status").putObject("loadBalancer");
        }
    }

    private static void fillAffinity(ObjectNode spec) {
        var affinity = Json.string(spec, "sessionAffinity");
        if (affinity.equals("None")) {
            spec.remove("sessionAffinityConfig");
        } else if (affinity.equals("ClientIP")
                && !Json.at(spec, "sessionAffinityConfig", "clientIP", "timeoutSeconds")
                        .isNumber()) {
            spec.putObject("sessionAffinityConfig").putObject("clientIP").put("timeoutSeconds", AFFINITY_SECONDS);
        }
    }

    private static void fillTarget(ObjectNode port) {
        var target = port.get("targetPort");
        if (target == null || target.asText().isEmpty() || (target.isInt() && target.asInt() == 0)) {
            port.put("targetPort", port.path("port").asInt());
        }
    }

    private static void byDefault(ObjectNode object, String field, String value) {
        if (Json.string(object, field).isEmpty()) {
            object.put(field, value);
        }
    }

    @Override
    public List<FieldError> validate(ObjectNode service, @Nullable ObjectNode old) {
        var spec = service.path("spec");
        List<FieldError> errors = new ArrayList<>();
        var type = Json.string(spec, "type");
        boolean portless =
                type.equals("ExternalName") || Json.string(spec, "clusterIP").equals("None");
        if (spec.path("ports").isEmpty() && !portless) {
            errors.add(FieldError.required("spec.ports", ""));
        }
        if (type.equals("ExternalName") && Json.string(spec, "externalName").isEmpty()) {
            errors.add(FieldError.required("spec.externalName", ""));
        }
        errors.addAll(ports(spec.path("ports")));
        oneOf(errors, "spec.sessionAffinity", Json.string(spec, "sessionAffinity"), AFFINITIES);
        oneOf(errors, "spec.type", type, TYPES);
        errors.addAll(MetadataRules.labels(spec.path("selector"), "spec.selector"));
        return errors;
    }

    private static List<FieldError> ports(JsonNode ports) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            var port = ports.get(i);
            var path = "spec.ports[%d]".formatted(i);
            errors.addAll(name(port, path + ".name", ports.size() > 1, names));
            inRange(errors, path + ".port", port.path("port"));
            var protocol = Json.string(port, "protocol");
            oneOf(errors, path + ".protocol", protocol, PROTOCOLS);
            if (port.path("targetPort").isInt()) {
                inRange(errors, path + ".targetPort", port.path("targetPort"));
            }
            if (!numbers.add(protocol + " " + port.path("port").asInt())) {
                errors.add(new FieldError(FieldError.Kind.DUPLICATE, path, text(port), ""));
            }
        }
        return errors;
    }

    private static List<FieldError> name(JsonNode port, String path, boolean required, Set<String> names) {
        var name = Json.string(port, "name");
        if (name.isEmpty()) {
            return required ? List.of(FieldError.required(path, "")) : List.of();
        }
        var errors = new ArrayList<>(Faults.invalid(path, name, Syntax.dnsLabel(name)));
        if (!names.add(name)) {
            errors.add(Faults.duplicate(path, name));
        }
        return errors;
    }

    /** Kubernetes shows its internal type with the two fields it compares. */
    private static String text(JsonNode port) {
        return "{\"Name\":\"\",\"Protocol\":%s,\"AppProtocol\":null,\"Port\":%d,\"TargetPort\":0,\"NodePort\":0}"
                .formatted(Json.text(port.path("protocol")), port.path("port").asInt());
    }

    private static void inRange(List<FieldError> errors, String path, JsonNode port) {
        if (port.asInt() < 1 || port.asInt() > 65535) {
            errors.add(Faults.invalid(path, port, "must be between 1 and 65535, inclusive"));
        }
    }

    private static void oneOf(List<FieldError> errors, String path, String value, List<String> supported) {
        if (!supported.contains(value)) {
            errors.add(Faults.notSupported(path, value, supported));
        }
    }
}
