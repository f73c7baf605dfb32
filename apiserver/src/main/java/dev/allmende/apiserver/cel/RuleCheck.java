package dev.allmende.apiserver.cel;

import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.schema.Schema.ListType;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the rules of a schema compile. Their cost is not estimated beforehand, it is limited when they run. */
public final class RuleCheck {

    private final List<FieldError> errors = new ArrayList<>();

    private RuleCheck() {}

    /**
     * @param schema structural
     * @param path of the schema in messages
     */
    public static List<FieldError> check(Schema schema, String path) {
        var check = new RuleCheck();
        if (NodeRules.hasRulesWithin(schema)) {
            check.visit(schema, path, true, null);
        }
        return check.errors;
    }

    /** @param uncorrelatable the nearest list above whose items cannot be matched with old ones; null for none */
    private void visit(Schema schema, String path, boolean resource, @Nullable String uncorrelatable) {
        schema.additional()
                .ifPresent(below ->
                        visit(below, path + ".additionalProperties", below.embeddedResource(), uncorrelatable));
        schema.properties()
                .forEach((name, below) ->
                        visit(below, path + ".properties[" + name + "]", below.embeddedResource(), uncorrelatable));
        schema.items().ifPresent(below -> {
            boolean matched = schema.listType() == ListType.MAP || uncorrelatable != null;
            visit(below, path + ".items", below.embeddedResource(), matched ? uncorrelatable : path);
        });
        if (NodeRules.hasRules(schema)) {
            var rules = new NodeRules(schema, resource).compiled().rules();
            for (int i = 0; i < rules.size(); i++) {
                report(rules.get(i), path + ".x-kubernetes-validations[" + i + "]", uncorrelatable);
            }
        }
    }

    private void report(CompiledRule compiled, String path, @Nullable String uncorrelatable) {
        var rule = compiled.rule();
        if (compiled.fault() != null) {
            errors.add(FieldError.invalid(path + ".rule", rule.shown(), compiled.fault()));
        }
        if (compiled.messageFault() != null) {
            errors.add(FieldError.invalid(path + ".messageExpression", rule.shown(), compiled.messageFault()));
        }
        if (compiled.usesOldSelf() && uncorrelatable != null) {
            errors.add(FieldError.invalid(
                    path + ".rule",
                    Quoted.text(rule.rule()),
                    "oldSelf cannot be used on the uncorrelatable portion of the schema within " + uncorrelatable));
        } else if (!compiled.usesOldSelf() && rule.source().has("optionalOldSelf")) {
            errors.add(FieldError.invalid(
                    path + ".optionalOldSelf",
                    Boolean.toString(rule.optionalOldSelf()),
                    "may not be set if oldSelf is not used in rule"));
        }
    }
}
