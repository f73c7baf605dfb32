package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.schema.Schema.ListType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a schema node, compiled when the first value is checked. Safe for many threads. */
final class NodeRules {

    private final Schema schema;
    private final boolean resource;
    private volatile @Nullable Compiled compiled;

    /** @param resource whether the node is a whole resource */
    NodeRules(Schema schema, boolean resource) {
        this.schema = schema;
        this.resource = resource;
    }

    /** What rules are evaluated with. */
    record Compiled(Shape self, List<CompiledRule> rules) {}

    static boolean hasRules(Schema schema) {
        return !schema.source().path("x-kubernetes-validations").isEmpty();
    }

    static boolean hasRulesWithin(Schema schema) {
        return hasRules(schema)
                || schema.properties().values().stream().anyMatch(NodeRules::hasRulesWithin)
                || schema.additional().filter(NodeRules::hasRulesWithin).isPresent()
                || schema.items().filter(NodeRules::hasRulesWithin).isPresent();
    }

    boolean any() {
        return hasRules(schema);
    }

    /** The type as the schema names it. */
    String typeWord() {
        return schema.source().path("type").asText("");
    }

    /** By which fields items of this list are matched with old ones; empty when they are not. */
    List<String> listMapKeys() {
        return schema.listType() == ListType.MAP ? schema.listMapKeys() : List.of();
    }

    Compiled compiled() {
        var made = compiled;
        if (made == null) {
            made = compile();
            compiled = made;
        }
        return made;
    }

    private Compiled compile() {
        var types = new Shapes();
        var shape = types.of(schema, resource, "selfType");
        var self = shape == null ? Shape.Scalar.DYNAMIC : shape;
        var compiler = new RuleCompiler(types, self.type());
        JsonNode source = schema.source();
        var rules = source.path("x-kubernetes-validations")
                .valueStream()
                .map(rule -> compiler.compile(Rule.of(rule, source)))
                .toList();
        return new Compiled(self, rules);
    }
}
