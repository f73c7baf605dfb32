package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code anyOf}, {@code oneOf}, {@code allOf} and {@code not}. Where no alternative fits, the faults of the one that came
 * nearest are told too.
 */
record Junctors(
        List<ValueRules> anyOf,
        List<ValueRules> oneOf,
        List<ValueRules> allOf,
        @Nullable ValueRules not) {

    static @Nullable Junctors of(JsonNode schema) {
        var anyOf = all(schema.path("anyOf"));
        var oneOf = all(schema.path("oneOf"));
        var allOf = all(schema.path("allOf"));
        var not = schema.path("not").isObject() ? ValueRules.compile(schema.path("not")) : null;
        if (anyOf.isEmpty() && oneOf.isEmpty() && allOf.isEmpty() && not == null) {
            return null;
        }
        return new Junctors(anyOf, oneOf, allOf, not);
    }

    private static List<ValueRules> all(JsonNode schemas) {
        return schemas.valueStream().map(ValueRules::compile).toList();
    }

    void check(JsonNode value, @Nullable JsonNode old, Walk walk) {
        if (!anyOf.isEmpty()) {
            checkAny(value, old, walk);
        }
        if (!oneOf.isEmpty()) {
            checkOne(value, old, walk);
        }
        if (!allOf.isEmpty()) {
            checkAll(value, old, walk);
        }
        if (not != null && tried(not, value, old, walk).found() == 0) {
            walk.remark("must not validate the schema (not)");
        }
        walk.agreed++;
    }

    private static Walk tried(ValueRules rules, JsonNode value, @Nullable JsonNode old, Walk walk) {
        var aside = walk.aside();
        rules.judge(value, old, aside);
        return aside;
    }

    private void checkAny(JsonNode value, @Nullable JsonNode old, Walk walk) {
        Walk nearest = null;
        for (var rules : anyOf) {
            var tried = tried(rules, value, old, walk);
            if (tried.found() == 0) {
                walk.take(tried);
                return;
            }
            nearest = nearest == null || tried.agreed > nearest.agreed ? tried : nearest;
        }
        walk.remark("must validate at least one schema (anyOf)");
        takeNearest(nearest, walk);
    }

    private void checkOne(JsonNode value, @Nullable JsonNode old, Walk walk) {
        Walk nearest = null;
        var fitting = new ArrayList<Walk>(1);
        for (var rules : oneOf) {
            var tried = tried(rules, value, old, walk);
            if (tried.found() == 0) {
                fitting.add(tried);
            } else {
                nearest = nearest == null || tried.agreed > nearest.agreed ? tried : nearest;
            }
        }
        if (fitting.size() == 1) {
            walk.take(fitting.getFirst());
        } else if (fitting.isEmpty()) {
            walk.remark("must validate one and only one schema (oneOf). Found none valid");
            takeNearest(nearest, walk);
        } else {
            walk.remark("must validate one and only one schema (oneOf). Found %d valid alternatives"
                    .formatted(fitting.size()));
        }
    }

    private void checkAll(JsonNode value, @Nullable JsonNode old, Walk walk) {
        int fitting = 0;
        for (var rules : allOf) {
            var tried = tried(rules, value, old, walk);
            fitting += tried.found() == 0 ? 1 : 0;
            walk.take(tried);
        }
        if (fitting < allOf.size()) {
            walk.remark("must validate all the schemas (allOf)" + (fitting == 0 ? ". None validated" : ""));
        }
    }

    private static void takeNearest(@Nullable Walk nearest, Walk walk) {
        if (nearest != null) {
            walk.take(nearest);
        }
    }
}
