package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.cel.library.RuleFault;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;

/** JSON scalars as CEL values. */
final class Scalars {

    private Scalars() {}

    /** A value by what it is, whatever a schema says. */
    static Object dynamic(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.longValue() : node.doubleValue();
            case ARRAY -> new JsonList(node, Shape.Scalar.DYNAMIC);
            case OBJECT -> new JsonValues(node, Shape.Scalar.DYNAMIC);
            default -> NullValue.NULL_VALUE;
        };
    }

    static Object bytes(String text) {
        try {
            return CelByteString.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new RuleFault("byte value is not base64");
        }
    }

    /** RFC 3339 date-time or full-date, the latter at midnight UTC. */
    static Instant timestamp(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
        } catch (DateTimeException e) {
            throw new RuleFault("parsing time \"" + text + "\" failed");
        }
    }

    /** Go's duration text: numbers with units h, m, s, ms, us, ns. */
    static Duration duration(String text) {
        return GoDuration.parse(text).orElseThrow(() -> new RuleFault("time: invalid duration \"" + text + "\""));
    }
}
