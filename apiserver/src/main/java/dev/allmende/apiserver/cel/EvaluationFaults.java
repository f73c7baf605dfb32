package dev.allmende.apiserver.cel;

import com.google.re2j.Pattern;
import dev.allmende.apiserver.cel.library.RuleFault;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import dev.cel.common.exceptions.CelRuntimeException;
import java.util.Locale;
import java.util.Objects;

/** Why an expression has no value, in the words of cel-go, which users of Kubernetes know. */
final class EvaluationFaults {

    private static final Pattern PREFIX = Pattern.compile("^evaluation error( at <input>:[0-9]+)?: ");
    private static final Pattern KEY = Pattern.compile("^key '(.*)' is not present in map\\.?$");

    private static final Pattern INDEX = Pattern.compile("^.* failure: Index out of range: (-?[0-9]+)$");
    private static final Pattern RANGE =
            Pattern.compile("^.* failure: Range \\[(-?[0-9]+), -?[0-9]+\\) out of bounds$");

    private EvaluationFaults() {}

    static String words(Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleFault known) {
                return Objects.requireNonNull(known.getMessage());
            }
        }
        var message = PREFIX.matcher(Objects.requireNonNullElse(fault.getMessage(), fault.toString()))
                .replaceFirst("");
        var code = code(fault);
        if (code == null) {
            return message;
        }
        return switch (code) {
            case DIVIDE_BY_ZERO -> message.contains("modulus") ? "modulus by zero" : "division by zero";
            case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD -> "no such overload";
            case ATTRIBUTE_NOT_FOUND -> "no such key: " + KEY.matcher(message).replaceFirst("$1");
            case INDEX_OUT_OF_BOUNDS -> message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
            case NUMERIC_OVERFLOW -> "integer overflow";
            default ->
                RANGE.matcher(INDEX.matcher(message).replaceFirst("index out of range: $1"))
                        .replaceFirst("index out of range: $1");
        };
    }

    @SuppressWarnings("NullAway") // an exception of neither kind has no code
    private static CelErrorCode code(Exception fault) {
        return switch (fault) {
            case CelException known -> known.getErrorCode();
            case CelRuntimeException known -> known.getErrorCode();
            default -> null;
        };
    }
}
