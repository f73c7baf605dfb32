package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.discovery.Subresource;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.Messages;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.resource.Verb;
import java.util.List;
import java.util.Map;

/** Paths of one kind with their operations, as kube-apiserver describes its own (endpoints/installer.go). */
record Operations(ServedKind kind, Components components, ObjectNode paths) {

    private static final List<String> OBJECT_BODIES = List.of("application/json", "application/yaml");
    private static final List<String> ANY_BODY = List.of("*/*");
    private static final List<String> CUSTOM_PATCHES =
            List.of("application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json");
    private static final List<String> BUILT_IN_PATCHES = List.of(
            "application/apply-patch+yaml",
            "application/json-patch+json",
            "application/merge-patch+json",
            "application/strategic-merge-patch+json");
    private static final List<String> ANSWERS = List.of("application/json", "application/yaml");
    private static final List<String> LIST_ANSWERS =
            List.of("application/json", "application/json;stream=watch", "application/yaml");

    private static final Map<String, String> DESCRIPTIONS =
            Map.of("200", "OK", "201", "Created", "202", "Accepted", "401", "Unauthorized");

    void write() {
        writeCollection();
        if (kind.namespaced() && kind.verbs().contains(Verb.LIST)) {
            var item = paths.putObject(root() + "/" + kind.plural());
            list(item, kind.kind() + "ForAllNamespaces");
            addPathParameters(item, false);
        }
        if (kind.verbs().contains(Verb.GET)) {
            writeObject();
        }
        for (var subresource : Subresource.of(kind)) {
            writeSubresource(subresource);
        }
    }

    /** {@code /api/v1} or {@code /apis/GROUP/VERSION}. */
    private String root() {
        var group = kind.groupVersion().group();
        return (group.isEmpty() ? "/api/" : "/apis/" + group + "/")
                + kind.groupVersion().version();
    }

    private String collection() {
        return root() + (kind.namespaced() ? "/namespaces/{namespace}/" : "/") + kind.plural();
    }

    private String scopedKind() {
        return kind.namespaced() ? "Namespaced" + kind.kind() : kind.kind();
    }

    private void writeCollection() {
        var item = paths.putObject(collection());
        if (kind.verbs().contains(Verb.LIST)) {
            list(item, scopedKind());
        }
        if (kind.verbs().contains(Verb.CREATE)) {
            var post = operation(item, "post", "create", scopedKind(), "create a " + kind.kind());
            Parameters.addQuery(post.putArray("parameters"), Parameters.WRITE);
            body(post, bodies(), own()).put("required", true);
            answers(post, ANSWERS, own(), "200", "201", "202");
        }
        if (kind.verbs().contains(Verb.DELETECOLLECTION)) {
            var delete = operation(
                    item, "delete", "delete", "Collection" + scopedKind(), "delete collection of " + kind.kind());
            delete.put("x-kubernetes-action", "deletecollection");
            Parameters.addQuery(delete.putArray("parameters"), Parameters.DELETE_COLLECTION);
            body(delete, bodies(), deleteOptions());
            answers(delete, ANSWERS, components.meta("Status"), "200");
        }
        addPathParameters(item, false);
    }

    private void list(ObjectNode item, String subject) {
        var get = operation(item, "get", "list", subject, "list or watch objects of kind " + kind.kind());
        get.put("x-kubernetes-action", "list");
        Parameters.addQuery(get.putArray("parameters"), Parameters.LIST);
        answers(get, LIST_ANSWERS, Components.reference(SchemaNames.list(kind)), "200");
    }

    private void writeObject() {
        var item = paths.putObject(collection() + "/{name}");
        read(item, "", own());
        if (kind.verbs().contains(Verb.UPDATE)) {
            replace(item, "", own());
        }
        if (kind.verbs().contains(Verb.DELETE)) {
            var delete = operation(item, "delete", "delete", scopedKind(), "delete a " + kind.kind());
            Parameters.addQuery(delete.putArray("parameters"), Parameters.DELETE);
            body(delete, bodies(), deleteOptions());
            answers(delete, ANSWERS, components.meta("Status"), "200", "202");
        }
        if (kind.verbs().contains(Verb.PATCH)) {
            patch(item, "", own());
        }
        addPathParameters(item, true);
    }

    private void writeSubresource(Subresource subresource) {
        var schema = schema(subresource);
        var item = paths.putObject(collection() + "/{name}/" + subresource.name());
        for (var verb : subresource.verbs()) {
            switch (verb) {
                case "get" -> read(item, subresource.name(), schema);
                case "update" -> replace(item, subresource.name(), schema);
                case "patch" -> patch(item, subresource.name(), schema);
                case "create" -> createSubresource(item, subresource, schema);
                default -> throw new IllegalStateException("no operation for " + verb);
            }
        }
        addPathParameters(item, true);
    }

    private ObjectNode schema(Subresource subresource) {
        if (subresource.groupVersion().equals(kind.groupVersion())) {
            return own();
        }
        var message = Messages.builtIn()
                .kind(subresource.groupVersion().toString(), subresource.kind())
                .orElseThrow();
        new MessageSchemas(components).add(message);
        return Components.reference(SchemaNames.of(message));
    }

    private void createSubresource(ObjectNode item, Subresource subresource, ObjectNode schema) {
        var subject = scopedKind() + SchemaNames.capital(subresource.name());
        var post = operation(
                item, "post", "create", subject, "create %s of a %s".formatted(subresource.name(), kind.kind()));
        addGroupVersionKind(post, subresource.groupVersion(), subresource.kind());
        Parameters.addQuery(post.putArray("parameters"), Parameters.WRITE);
        body(post, bodies(), schema).put("required", true);
        answers(post, ANSWERS, schema, "200", "201", "202");
    }

    private void read(ObjectNode item, String subresource, ObjectNode schema) {
        var get =
                operation(item, "get", "read", subject(subresource), describe("read %sthe specified %s", subresource));
        Parameters.addQuery(get.putArray("parameters"), kind.builtIn() ? List.of() : Parameters.READ);
        answers(get, ANSWERS, schema, "200");
    }

    private void replace(ObjectNode item, String subresource, ObjectNode schema) {
        var put = operation(
                item, "put", "replace", subject(subresource), describe("replace %sthe specified %s", subresource));
        Parameters.addQuery(put.putArray("parameters"), Parameters.WRITE);
        body(put, bodies(), schema).put("required", true);
        answers(put, ANSWERS, schema, "200", "201");
    }

    private void patch(ObjectNode item, String subresource, ObjectNode schema) {
        var patch = operation(
                item,
                "patch",
                "patch",
                subject(subresource),
                describe("partially update %sthe specified %s", subresource));
        Parameters.addQuery(patch.putArray("parameters"), Parameters.PATCH);
        body(patch, kind.builtIn() ? BUILT_IN_PATCHES : CUSTOM_PATCHES, components.meta("Patch"))
                .put("required", true);
        answers(patch, ANSWERS, schema, "200", "201");
    }

    private String subject(String subresource) {
        return scopedKind() + SchemaNames.capital(subresource);
    }

    private String describe(String pattern, String subresource) {
        return pattern.formatted(subresource.isEmpty() ? "" : subresource + " of ", kind.kind());
    }

    private ObjectNode operation(ObjectNode item, String method, String word, String subject, String description) {
        var operation = item.putObject(method);
        operation.putArray("tags").add(SchemaNames.tag(kind.groupVersion()));
        operation
                .put("description", description)
                .put("operationId", word + SchemaNames.operation(kind.groupVersion()) + subject)
                .put("x-kubernetes-action", method);
        addGroupVersionKind(operation, kind.groupVersion(), kind.kind());
        return operation;
    }

    private static void addGroupVersionKind(ObjectNode operation, GroupVersion groupVersion, String kind) {
        operation
                .putObject("x-kubernetes-group-version-kind")
                .put("group", groupVersion.group())
                .put("version", groupVersion.version())
                .put("kind", kind);
    }

    private void addPathParameters(ObjectNode item, boolean named) {
        var parameters = item.putArray("parameters");
        if (named) {
            Parameters.addPath(parameters, "name", "name of the " + kind.kind());
        }
        if (kind.namespaced() && (named || item.has("post") || item.has("delete"))) {
            Parameters.addPath(parameters, "namespace", "namespace of the " + kind.kind());
        }
        Parameters.addQuery(parameters, List.of("pretty"));
    }

    private List<String> bodies() {
        return kind.builtIn() ? ANY_BODY : OBJECT_BODIES;
    }

    private ObjectNode own() {
        return Components.reference(SchemaNames.of(kind));
    }

    private ObjectNode deleteOptions() {
        return components.meta("DeleteOptions");
    }

    private static ObjectNode body(ObjectNode operation, List<String> mediaTypes, ObjectNode schema) {
        var body = operation.putObject("requestBody");
        body.set("content", content(mediaTypes, schema));
        return body;
    }

    private static void answers(ObjectNode operation, List<String> mediaTypes, ObjectNode schema, String... codes) {
        var responses = operation.putObject("responses");
        for (var code : codes) {
            responses
                    .putObject(code)
                    .put("description", DESCRIPTIONS.get(code))
                    .set("content", content(mediaTypes, schema));
        }
        responses.putObject("401").put("description", DESCRIPTIONS.get("401"));
    }

    private static ObjectNode content(List<String> mediaTypes, ObjectNode schema) {
        var content = Json.object();
        mediaTypes.forEach(type -> content.putObject(type).set("schema", schema));
        return content;
    }
}
