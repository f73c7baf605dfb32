package dev.allmende.apiserver.cel;

import dev.allmende.apiserver.cel.library.OutOfBudget;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation costs, in units near those of Kubernetes: one for each step, and more for what is read in one step, such
 * as a long text. Looks at each step when it is done and stops the evaluation when the limit is passed. For one evaluation.
 */
final class CostMeter implements CelEvaluationListener {

    private final long limit;
    private long spent;
    private @Nullable Object[] values = new @Nullable Object[32];

    CostMeter(long limit) {
        this.limit = limit;
    }

    long spent() {
        return spent;
    }

    @Override
    public void callback(CelExpr expr, Object value) {
        int id = (int) expr.id();
        if (id >= values.length) {
            values = Arrays.copyOf(values, id * 2);
        }
        values[id] = value;
        var kind = expr.getKind();
        if (kind == Kind.CALL) {
            spent += cost(expr.call());
        } else if (kind != Kind.CONSTANT) {
            spent += kind == Kind.LIST || kind == Kind.MAP ? 10 : 1;
        }
        if (spent > limit) {
            throw new OutOfBudget();
        }
    }

    private long cost(CelCall call) {
        long read = call.target().map(target -> size(call.function(), target)).orElse(0L);
        for (var argument : call.args()) {
            read += size(call.function(), argument);
        }
        return 1 + read;
    }

    private long size(String function, CelExpr argument) {
        int id = (int) argument.id();
        Object value = id < values.length ? values[id] : null;
        return switch (value) {
            case String text -> text.length() / 10;
            case Weighted weighted when isDeep(function) -> Weighted.weight(weighted.node());
            case List<?> list when !isShallow(function) -> list.size();
            case Map<?, ?> map when isDeep(function) -> map.size();
            case null, default -> 0;
        };
    }

    private static boolean isDeep(String function) {
        return switch (function) {
            case "_==_", "_!=_", "@in", "in", "_in_", "indexOf", "lastIndexOf", "format" -> true;
            default -> function.startsWith("sets.") || function.equals("distinct");
        };
    }

    /** Functions that do not go through a list. */
    private static boolean isShallow(String function) {
        return switch (function) {
            case "_[_]",
                    "_[?_]",
                    "_+_",
                    "size",
                    "_?_:_",
                    "_&&_",
                    "_||_",
                    "@not_strictly_false",
                    "first",
                    "last",
                    "dyn",
                    "type" -> true;
            default -> false;
        };
    }
}
