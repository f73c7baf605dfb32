package dev.allmende.apiserver.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.PrinterColumn;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.resource.ServedKind.ScaleSubresource;
import dev.allmende.apiserver.resource.Verb;
import dev.allmende.apiserver.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A few kinds for tests of the views: the custom ones are those of {@code real/crd.yaml}. */
public final class HandMadeKinds {

    private static final Set<Verb> ALL = EnumSet.allOf(Verb.class);
    private static final Set<Verb> NO_COLLECTION = EnumSet.complementOf(EnumSet.of(Verb.DELETECOLLECTION));

    private static final String WIDGET_SCHEMA = """
            {"description": "A widget is a thing.", "type": "object", "required": ["spec"], "properties": {
              "apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": {"type": "object"},
              "spec": {"type": "object", "description": "What is wanted.", "required": ["color"],
                "properties": {
                  "color": {"type": "string", "description": "Colour of it", "enum": ["red", "green"], "default": "red"},
                  "replicas": {"type": "integer", "format": "int32", "minimum": 0},
                  "port": {"x-kubernetes-int-or-string": true},
                  "free": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
                  "tmpl": {"type": "object", "x-kubernetes-embedded-resource": true,
                           "x-kubernetes-preserve-unknown-fields": true},
                  "maybe": {"type": "string", "nullable": true},
                  "map": {"type": "object", "additionalProperties": {"type": "string"}},
                  "parts": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"],
                    "items": {"type": "object", "required": ["name"],
                              "properties": {"name": {"type": "string"}, "size": {"type": "integer"}}}}},
                "x-kubernetes-validations": [{"rule": "self.color != 'blue'", "message": "no blue"}],
                "anyOf": [{"required": ["color"]}, {"required": ["replicas"]}]},
              "status": {"type": "object",
                "properties": {"replicas": {"type": "integer"}, "selector": {"type": "string"}}}}}""";

    public static final ServedKind WIDGET = new ServedKind(
            new GroupVersion("example.com", "v1"),
            "widgets",
            "widget",
            "Widget",
            "WidgetList",
            true,
            List.of("wd"),
            List.of("all", "things"),
            ALL,
            schema(WIDGET_SCHEMA),
            true,
            Optional.of(new ScaleSubresource(".spec.replicas", ".status.replicas", ".status.selector")),
            List.of(
                    new PrinterColumn("Color", "string", "", "The colour", 0, at("/spec/color")),
                    new PrinterColumn(
                            "Replicas",
                            "integer",
                            "int32",
                            "Custom resource definition column (in JSONPath format): .spec.replicas",
                            0,
                            at("/spec/replicas")),
                    new PrinterColumn(
                            "Made",
                            "date",
                            "",
                            "Custom resource definition column (in JSONPath format): .metadata.creationTimestamp",
                            0,
                            at("/metadata/creationTimestamp")),
                    new PrinterColumn(
                            "Port",
                            "string",
                            "",
                            "Custom resource definition column (in JSONPath format): .spec.port",
                            1,
                            at("/spec/port"))),
            List.of("spec.color"),
            false);

    public static final ServedKind OLD_WIDGET = new ServedKind(
            new GroupVersion("example.com", "v1beta1"),
            "widgets",
            "widget",
            "Widget",
            "WidgetList",
            true,
            List.of("wd"),
            List.of("all", "things"),
            ALL,
            schema("{\"type\": \"object\", \"x-kubernetes-preserve-unknown-fields\": true}"),
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            false);

    public static final ServedKind GLOBE = new ServedKind(
            new GroupVersion("example.com", "v1"),
            "globes",
            "globe",
            "Globe",
            "GlobeList",
            false,
            List.of(),
            List.of(),
            ALL,
            schema(
                    "{\"type\": \"object\", \"properties\": {\"spec\": {\"type\": \"object\", \"properties\": {\"x\": {\"type\":"
                            + " \"number\"}}}}}"),
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            false);

    public static final ServedKind CONFIG_MAP =
            builtIn("v1", "configmaps", "ConfigMap", true, List.of("cm"), ALL, false, List.of());
    public static final ServedKind NAMESPACE = builtIn(
            "v1", "namespaces", "Namespace", false, List.of("ns"), NO_COLLECTION, true, List.of("status.phase"));
    public static final ServedKind SERVICE_ACCOUNT =
            builtIn("v1", "serviceaccounts", "ServiceAccount", true, List.of("sa"), ALL, false, List.of());
    public static final ServedKind ACCESS_REVIEW = builtIn(
            "authorization.k8s.io/v1",
            "selfsubjectaccessreviews",
            "SelfSubjectAccessReview",
            false,
            List.of(),
            Set.of(Verb.CREATE),
            false,
            List.of());
    public static final ServedKind LEASE =
            builtIn("coordination.k8s.io/v1", "leases", "Lease", true, List.of(), ALL, false, List.of());

    public static final List<ServedKind> ALL_KINDS =
            List.of(WIDGET, OLD_WIDGET, GLOBE, CONFIG_MAP, NAMESPACE, SERVICE_ACCOUNT, ACCESS_REVIEW, LEASE);

    private HandMadeKinds() {}

    private static ServedKind builtIn(
            String groupVersion,
            String plural,
            String kind,
            boolean namespaced,
            List<String> shortNames,
            Set<Verb> verbs,
            boolean status,
            List<String> selectable) {
        return new ServedKind(
                GroupVersion.parse(groupVersion),
                plural,
                plural.substring(0, plural.length() - 1),
                kind,
                kind + "List",
                namespaced,
                shortNames,
                List.of(),
                verbs,
                schema("{\"type\": \"object\", \"description\": \"%s of tests\", \"properties\": {\"data\": {\"type\":"
                                .formatted(kind)
                        + " \"object\", \"additionalProperties\": {\"type\": \"string\"}}}}"),
                status,
                Optional.empty(),
                List.of(),
                selectable,
                true);
    }

    private static Function<JsonNode, JsonNode> at(String pointer) {
        return object -> object.at(pointer);
    }

    private static Schema schema(String text) {
        return Schema.parse(Json.parse(text));
    }
}
