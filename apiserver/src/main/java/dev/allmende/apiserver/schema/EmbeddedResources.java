package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values with {@code x-kubernetes-embedded-resource} are whole resources: they need apiVersion and kind
 * (apiextensions-apiserver, schema/objectmeta). Of their metadata only the types are looked at, not names and labels.
 */
final class EmbeddedResources {

    private static final Pattern LABEL = Pattern.compile("^[a-z]([-a-z0-9]*[a-z0-9])?$");
    private static final String LABEL_WORDS =
            "may have mixed case, but should otherwise match: a DNS-1035 label must consist"
                    + " of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric"
                    + " character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";

    private final @Nullable SparseTree<Boolean> tree;

    EmbeddedResources(Schema schema) {
        this.tree = SparseTree.of(schema, node -> node.embeddedResource() ? true : null);
    }

    /** What each embedded resource has to be, apart from what {@link #malformed} finds. */
    void check(ObjectNode object, List<FieldError> faults) {
        if (tree != null) {
            visit(object, tree, new Trail(), (resource, trail) -> {
                checkText(resource, "apiVersion", trail, faults);
                checkText(resource, "kind", trail, faults);
            });
        }
    }

    /** The first apiVersion, kind or metadata of a type that cannot be read. */
    Optional<FieldError> malformed(ObjectNode object) {
        if (tree == null) {
            return Optional.empty();
        }
        var faults = new ArrayList<FieldError>(0);
        visit(object, tree, new Trail(), (resource, trail) -> findMalformed(resource, trail, faults));
        return faults.stream().findFirst();
    }

    private static void findMalformed(ObjectNode resource, Trail trail, List<FieldError> faults) {
        for (var field : new String[] {"apiVersion", "kind"}) {
            var value = resource.get(field);
            if (value != null && !value.isTextual()) {
                faults.add(FieldError.invalid(path(trail, field), GoText.of(value), "must be a string"));
            }
        }
        var metadata = resource.get("metadata");
        if (metadata != null) {
            ObjectMetaShape.malformedMetadata(metadata)
                    .ifPresent(
                            why -> faults.add(FieldError.invalid(path(trail, "metadata"), GoText.of(metadata), why)));
        }
    }

    private static void visit(
            JsonNode value, SparseTree<Boolean> tree, Trail trail, BiConsumer<ObjectNode, Trail> visitor) {
        switch (value) {
            case ObjectNode object -> visitObject(object, tree, trail, visitor);
            case ArrayNode array
            when tree.items() != null -> {
                for (int i = 0; i < array.size(); i++) {
                    trail.index(i);
                    visit(array.get(i), tree.items(), trail, visitor);
                    trail.up();
                }
            }
            default -> {}
        }
    }

    private static void visitObject(
            ObjectNode object, SparseTree<Boolean> tree, Trail trail, BiConsumer<ObjectNode, Trail> visitor) {
        if (tree.here() != null) {
            visitor.accept(object, trail);
        }
        for (var entry : object.properties()) {
            var below = tree.step(entry.getKey(), trail);
            if (below == null) {
                continue;
            }
            visit(entry.getValue(), below, trail, visitor);
            trail.up();
        }
    }

    private static String path(Trail trail, String field) {
        trail.field(field);
        var path = trail.bracketed();
        trail.up();
        return path;
    }

    private static void checkText(ObjectNode object, String field, Trail trail, List<FieldError> faults) {
        var value = object.get(field);
        if (value == null) {
            faults.add(FieldError.required(path(trail, field), ""));
        } else if (value.asText().isEmpty()) {
            faults.add(FieldError.invalid(path(trail, field), "\"\"", "must not be empty"));
        } else {
            var wrong = field.equals("kind") ? wrongKind(value.asText()) : wrongVersion(value.asText());
            if (wrong != null) {
                faults.add(FieldError.invalid(path(trail, field), GoText.of(value), wrong));
            }
        }
    }

    private static @Nullable String wrongKind(String kind) {
        var lower = kind.toLowerCase(Locale.ROOT);
        if (lower.length() > 63) {
            return "may have mixed case, but should otherwise match: must be no more than 63 characters";
        }
        return LABEL.matcher(lower).find() ? null : LABEL_WORDS;
    }

    private static @Nullable String wrongVersion(String apiVersion) {
        return apiVersion.chars().filter(c -> c == '/').count() > 1
                ? "unexpected GroupVersion string: " + apiVersion
                : null;
    }
}
