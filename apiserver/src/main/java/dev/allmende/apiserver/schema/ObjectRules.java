package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.cel.CelRules;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.FieldError.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a schema says about objects of one kind in one version. A write goes through {@link #malformed}, {@link
 * #prune}, {@link #fillDefaults} and {@link #validate} in this order; a read only through {@link #fillDefaults}. Safe for
 * many threads; each part is compiled when it is first needed.
 */
public final class ObjectRules {

    private final Schema schema;
    /** What makes it useless to evaluate rules (apiextensions-apiserver, registry/customresource/strategy.go). */
    private static final Set<Kind> BLOCKING =
            EnumSet.of(Kind.NOT_SUPPORTED, Kind.REQUIRED, Kind.TOO_LONG, Kind.TOO_MANY, Kind.TYPE_INVALID);

    private static final FieldError UNCHECKED = FieldError.invalid(
            Walk.ROOT,
            "null",
            "some validation rules were not checked because the object was invalid; correct the existing errors to complete"
                    + " validation");

    private final Defaulting defaulting;
    private final Optional<CelRules> rules;
    private volatile @Nullable Validator validator;

    private ObjectRules(Schema schema) {
        this.schema = schema;
        this.defaulting = new Defaulting(schema);
        this.rules = CelRules.of(schema);
    }

    /** @param schema of the whole object, structural */
    public static ObjectRules of(Schema schema) {
        return new ObjectRules(schema);
    }

    /**
     * Why {@code apiVersion}, {@code kind} or {@code metadata} of the object, or of a resource embedded in it, cannot be read
     * at all: the text for a 400 answer. Empty when they can.
     */
    public Optional<String> malformed(ObjectNode object) {
        return ObjectMetaShape.malformed(object)
                .or(() -> validator().embedded().malformed(object).map(FieldError::message));
    }

    /**
     * Removes in place what the schema does not know, and nulls that it does not allow.
     *
     * @return paths of unknown fields, sorted, such as {@code spec.foo} or {@code metadata.bar}: {@code fieldValidation}
     *     Strict refuses them, Warn tells them, as {@code unknown field "spec.foo"}
     */
    public List<String> prune(ObjectNode object) {
        return Pruning.prune(object, schema);
    }

    /** Whether {@link #fillDefaults} can change anything: if not, stored bytes may be served without parsing. */
    public boolean hasDefaults() {
        return defaulting.any();
    }

    /** Sets default values in place. */
    public void fillDefaults(ObjectNode object) {
        defaulting.fill(object);
    }

    /**
     * What is wrong with a pruned and defaulted object: value checks, list types, embedded resources and CEL rules. Names,
     * labels and the like of the object's own metadata are not looked at.
     *
     * @param old the stored object on an update: what was wrong before and has not been touched is tolerated; null on create
     */
    public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode old) {
        var faults = validator().validate(object, old);
        if (rules.isPresent()) {
            if (faults.stream().anyMatch(fault -> BLOCKING.contains(fault.kind()))) {
                faults.add(UNCHECKED);
            } else {
                faults.addAll(rules.get().check(object, old));
            }
        }
        return faults;
    }

    private Validator validator() {
        var made = validator;
        if (made == null) {
            made = new Validator(schema);
            validator = made;
        }
        return made;
    }
}
