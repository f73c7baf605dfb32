package dev.allmende.server.shell.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.draft.Blank;
import dev.allmende.server.shell.draft.Box;
import dev.allmende.server.shell.draft.Boxes;
import dev.allmende.server.shell.draft.Compiled;
import dev.allmende.server.shell.draft.Fitting;
import dev.allmende.server.shell.draft.Problems;
import dev.allmende.server.shell.draft.Shape;
import dev.allmende.server.shell.draft.Values;
import dev.allmende.server.shell.look.Texts;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.Names;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A form that is being filled in.
 *
 * @param before the object that is edited; without fields for a new one
 * @param misfits paths of fields that are shown as YAML
 */
record Sheet(Reader reader, Blank blank, Values values, ObjectNode before, Set<String> misfits) {

    static final String MISFIT = "yaml";

    /** Nothing lost, nothing guessed: a field that nobody knows is refused. */
    private static final Map<String, String> WRITE =
            Map.of("fieldValidation", "Strict", "fieldManager", "allmende-web");

    private static final Map<String, String> TRY =
            Map.of("fieldValidation", "Strict", "fieldManager", "allmende-web", "dryRun", "All");

    /** With the name in it that a link gave. */
    static Sheet blank(Reader reader, Blank blank, String name) {
        return new Sheet(reader, blank, new Values().put("metadata.name", name), Json.object(), Set.of());
    }

    /** As the object is now. */
    static Sheet filled(Reader reader, Blank blank, ObjectNode object) {
        var misfits = Fitting.misfits(blank.shape(), blank.asked(object));
        var values = Values.of(Fitting.with(blank.shape(), misfits), object);
        return new Sheet(reader, blank, values, object, misfits);
    }

    /** As it was sent. */
    static Sheet sent(Reader reader, Blank blank, Form form, ObjectNode before) {
        var misfits = new TreeSet<>(form.fields().all(MISFIT));
        return new Sheet(reader, blank, Values.of(form), before, misfits);
    }

    Kind kind() {
        return blank.kind();
    }

    boolean isNew() {
        return before.isEmpty();
    }

    private Shape.Fields shape() {
        return Fitting.with(blank.shape(), misfits);
    }

    private Texts texts() {
        return PageMaker.texts(reader.visit());
    }

    /**
     * Sends it to the API.
     *
     * @param dry whether nothing is to be written
     * @param problems where to write what was wrong
     * @return without fields when something was
     */
    ObjectNode send(boolean dry, Problems problems) {
        var compiled = Compiled.of(shape(), values, before);
        compiled.problems().forEach(problem -> problems.add(problem.path(), texts().of(problem.text())));
        if (!problems.isEmpty()) {
            return Json.object();
        }
        var query = dry ? TRY : WRITE;
        try {
            return isNew()
                    ? reader.api().post(kind().path(reader.namespace()), query, whole(compiled.object()))
                    : reader.api().put(kind().path(reader.namespace(), name()), query, whole(compiled.object()));
        } catch (Refusal refused) {
            note(refused, compiled, problems);
            return Json.object();
        }
    }

    private String name() {
        return Json.string(before, "metadata", "name");
    }

    private ObjectNode whole(ObjectNode made) {
        var whole = before.deepCopy();
        whole.put("apiVersion", kind().apiVersion()).put("kind", kind().name());
        for (var property : blank.shape().properties()) {
            if (!property.name().equals("metadata")) {
                put(whole, property.name(), made.path(property.name()));
            }
        }
        var metadata = whole.get("metadata") instanceof ObjectNode known ? known : whole.putObject("metadata");
        metadata.put("name", isNew() ? Json.string(made, "metadata", "name") : name());
        put(metadata, "labels", made.path("metadata").path("labels"));
        return whole;
    }

    private static void put(ObjectNode object, String name, JsonNode value) {
        if (value.isMissingNode()) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
    }

    private void note(Refusal refused, Compiled compiled, Problems problems) {
        if (refused.causes().isEmpty()) {
            var path = refused.reason().equals("AlreadyExists") ? "metadata.name" : "";
            problems.add(path, refused.text());
        }
        for (var cause : refused.causes()) {
            problems.add(compiled.place(cause.field()), cause.message());
        }
    }

    List<Box> boxes(Problems problems, String focus) {
        var names = new Names(reader.api(), reader.namespace());
        var shape = shape();
        var made = Values.of(shape, before);
        Predicate<String> isMade = path -> !isNew() && (path.equals("metadata.name") || made.has(path));
        return new Boxes(values, problems, names::of, isMade, focus).of(shape);
    }
}
