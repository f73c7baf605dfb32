package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All checks of a schema that are not CEL rules, compiled. Safe for many threads. */
final class Validator {

    private final ValueRules values;
    private final EmbeddedResources embedded;
    private final ListTypes lists;

    /** @throws com.google.re2j.PatternSyntaxException when a pattern is none; the structural check finds it before */
    Validator(Schema schema) {
        this.values = ValueRules.compile(schema.source());
        this.embedded = new EmbeddedResources(schema);
        this.lists = new ListTypes(schema);
    }

    /** @param old on an update: faults of values that stayed as they were are forgiven */
    List<FieldError> validate(ObjectNode object, @Nullable ObjectNode old) {
        var walk = new Walk();
        values.check(object, old, walk);
        var faults = new ArrayList<>(walk.faults());
        embedded.check(object, faults);
        lists.check(object, old, faults);
        return faults;
    }

    EmbeddedResources embedded() {
        return embedded;
    }
}
