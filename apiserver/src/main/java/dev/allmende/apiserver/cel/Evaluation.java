package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.cel.library.OutOfBudget;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.GoText;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.FieldError.Kind;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates the rules of one value; messages are those of apiextensions-apiserver, schema/cel/validation.go. */
final class Evaluation {

    /** For one expression (k8s.io/apiserver, pkg/apis/cel/config.go: PerCallLimit). */
    private static final long CALL_LIMIT = 1_000_000;

    private static final int LONGEST_MESSAGE = 5 * 1024;
    private static final String NO_BUDGET =
            "validation failed due to running out of cost budget, no further validation rules will be run";

    private final NodeRules node;
    private final JsonNode value;
    private final @Nullable JsonNode old;
    private final String path;
    private final List<Fault> faults = new ArrayList<>(0);
    private long left;

    /** @param left what the object's rules may still cost */
    Evaluation(NodeRules node, JsonNode value, @Nullable JsonNode old, String path, long left) {
        this.node = node;
        this.value = value;
        this.old = old == null || old.isNull() ? null : old;
        this.path = path;
        this.left = left;
    }

    /** @param forgivable whether it does not count when nothing has changed */
    record Fault(FieldError error, boolean forgivable) {}

    /** Stops rules that cost too much; whatever would come after is not evaluated. */
    private static final class Exhausted extends Exception {
        private final String detail;

        Exhausted(String detail) {
            super(detail, null, false, false);
            this.detail = detail;
        }
    }

    List<Fault> faults() {
        return faults;
    }

    /** @return what is left of the budget, negative when nothing more may be evaluated */
    long run() {
        var compiled = node.compiled();
        var self = Optional.of(compiled.self().read(value));
        var before =
                old == null ? Optional.empty() : Optional.of(compiled.self().read(old));
        for (var rule : compiled.rules()) {
            boolean optional = rule.rule().optionalOldSelf();
            if (rule.program() == null) {
                fault("rule compile error: " + rule.fault());
            } else if (!rule.usesOldSelf() || optional || before.isPresent()) {
                Optional<Object> oldSelf = optional ? Optional.of(before) : before;
                CelVariableResolver variables =
                        name -> name.equals("self") ? self : name.equals("oldSelf") ? oldSelf : Optional.empty();
                try {
                    evaluate(rule, rule.program(), variables);
                } catch (Exhausted e) {
                    fault(e.detail);
                    return -1;
                }
            }
        }
        return left;
    }

    private void evaluate(CompiledRule rule, CelRuntime.Program program, CelVariableResolver variables)
            throws Exhausted {
        try {
            if (!Boolean.TRUE.equals(costed(program, variables, rule.rule().words()))) {
                faults.add(new Fault(failed(rule, variables), !rule.usesOldSelf()));
            }
        } catch (CelEvaluationException | RuntimeException e) {
            var reason = EvaluationFaults.words(e);
            fault(
                    reason.startsWith("no such overload")
                            ? "'%s': call arguments did not match a supported operator, function or macro signature for rule: %s"
                                    .formatted(reason, rule.rule().words())
                            : reason + " evaluating rule: " + rule.rule().words());
        }
    }

    private Object costed(CelRuntime.Program program, CelVariableResolver variables, String words)
            throws CelEvaluationException, Exhausted {
        var meter = new CostMeter(CALL_LIMIT);
        try {
            return program.trace(variables, meter);
        } catch (OutOfBudget e) {
            throw new Exhausted(
                    "'%s': no further validation rules will be run due to call cost exceeds limit for rule: %s"
                            .formatted(e.getMessage(), words));
        } finally {
            left -= meter.spent();
            if (left < 0) {
                exhausted();
            }
        }
    }

    private FieldError failed(CompiledRule compiled, CelVariableResolver variables) throws Exhausted {
        var rule = compiled.rule();
        var detail = message(compiled, variables).orElseGet(rule::failed);
        var at = rule.fieldPath().isEmpty()
                ? rootless(path)
                : path.isEmpty() ? rule.fieldPath() : path + "." + rule.fieldPath();
        var shown = value.isContainerNode() ? null : GoText.of(value);
        return switch (rule.reason()) {
            case "FieldValueForbidden" -> FieldError.forbidden(at, detail);
            case "FieldValueRequired" -> FieldError.required(at, detail);
            case "FieldValueDuplicate" -> new FieldError(Kind.DUPLICATE, at, shown, "");
            default -> new FieldError(Kind.INVALID, at, shown, detail);
        };
    }

    /** What the message expression says; empty when there is none, or it says nothing usable. */
    private Optional<String> message(CompiledRule compiled, CelVariableResolver variables) throws Exhausted {
        if (compiled.message() == null) {
            return Optional.empty();
        }
        try {
            return costed(compiled.message(), variables, compiled.rule().messageExpression()) instanceof String text
                    ? Optional.of(text.strip())
                            .filter(message -> !message.isEmpty()
                                    && message.length() <= LONGEST_MESSAGE
                                    && message.indexOf('\n') < 0)
                    : Optional.empty();
        } catch (CelEvaluationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private void fault(String detail) {
        faults.add(new Fault(FieldError.invalid(rootless(path), Quoted.text(node.typeWord()), detail), false));
    }

    private static String rootless(String path) {
        return path.isEmpty() ? "<nil>" : path;
    }

    private static void exhausted() throws Exhausted {
        throw new Exhausted(NO_BUDGET);
    }
}
