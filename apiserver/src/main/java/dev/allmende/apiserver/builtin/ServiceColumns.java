package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.PrinterColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Columns of services. */
final class ServiceColumns {

    private static final String NONE = "<none>";

    static final List<PrinterColumn> ALL = List.of(
            Columns.of("Type", "How the service is reached.", 0, service -> Json.string(service, "spec", "type")),
            Columns.of("Cluster-IP", "Address inside the cluster.", 0, ServiceColumns::clusterIp),
            Columns.of("External-IP", "Addresses outside the cluster.", 0, ServiceColumns::externalIp),
            Columns.of("Port(s)", "Ports and their protocols.", 0, ServiceColumns::ports),
            Columns.age(),
            Columns.of("Selector", "Labels of the endpoints.", 1, ServiceColumns::selector));

    private ServiceColumns() {}

    private static String clusterIp(JsonNode service) {
        var addresses = service.path("spec").path("clusterIPs");
        return addresses.isEmpty() ? NONE : addresses.get(0).asText();
    }

    private static String externalIp(JsonNode service) {
        var spec = service.path("spec");
        var external = texts(spec.path("externalIPs"));
        return switch (Json.string(spec, "type")) {
            case "ClusterIP", "NodePort" -> external.isEmpty() ? NONE : String.join(",", external);
            case "LoadBalancer" -> {
                var all = new ArrayList<>(ingress(service));
                all.addAll(external);
                yield all.isEmpty() ? "<pending>" : String.join(",", all);
            }
            case "ExternalName" -> Json.string(spec, "externalName");
            default -> "<unknown>";
        };
    }

    private static SortedSet<String> ingress(JsonNode service) {
        var points = new TreeSet<String>();
        for (var point : Json.at(service, "status", "loadBalancer", "ingress")) {
            var ip = Json.string(point, "ip");
            var name = ip.isEmpty() ? Json.string(point, "hostname") : ip;
            if (!name.isEmpty()) {
                points.add(name);
            }
        }
        return points;
    }

    private static String ports(JsonNode service) {
        List<String> ports = new ArrayList<>();
        for (var port : service.path("spec").path("ports")) {
            var node = port.path("nodePort").asInt();
            var number = port.path("port").asText() + (node > 0 ? ":" + node : "");
            ports.add(number + "/" + Json.string(port, "protocol"));
        }
        return ports.isEmpty() ? NONE : String.join(",", ports);
    }

    private static String selector(JsonNode service) {
        List<String> labels = new ArrayList<>();
        service.path("spec")
                .path("selector")
                .properties()
                .forEach(label ->
                        labels.add(label.getKey() + "=" + label.getValue().asText()));
        labels.sort(null);
        return labels.isEmpty() ? NONE : String.join(",", labels);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
