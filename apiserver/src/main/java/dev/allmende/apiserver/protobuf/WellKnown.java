package dev.allmende.apiserver.protobuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.Wire.Malformed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** Messages whose JSON is a single value. A missing node stands for unset. */
final class WellKnown {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private WellKnown() {}

    /** {seconds 1, nanos 2}; the zero of both is no time. */
    static JsonNode time(Wire wire) {
        return time(wire, SECONDS);
    }

    static JsonNode microTime(Wire wire) {
        return time(wire, MICROS);
    }

    private static JsonNode time(Wire wire, DateTimeFormatter format) {
        long seconds = 0;
        long nanos = 0;
        while (wire.more()) {
            int tag = wire.tag();
            switch (tag) {
                case 1 << 3 -> seconds = wire.varint();
                case 2 << 3 -> nanos = wire.varint();
                default -> wire.skip(tag & 7);
            }
        }
        if (seconds == 0 && nanos == 0) {
            return MissingNode.getInstance();
        }
        try {
            var instant = Instant.ofEpochSecond(seconds, nanos);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year < 0 || year > 9999) {
                throw new Malformed("a time in the year " + year);
            }
            return JsonNodeFactory.instance.textNode(format.format(instant));
        } catch (DateTimeException | ArithmeticException e) {
            throw new Malformed("a time of %d seconds".formatted(seconds));
        }
    }

    /** {string 1}. */
    static JsonNode quantity(Wire wire) {
        var text = "0";
        while (wire.more()) {
            int tag = wire.tag();
            if (tag == (1 << 3 | Wire.BYTES)) {
                text = wire.part().text();
            } else {
                wire.skip(tag & 7);
            }
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    /** {type 1: 0 is an integer, intVal 2, strVal 3}. */
    static JsonNode intOrString(Wire wire) {
        boolean text = false;
        int number = 0;
        var string = "";
        while (wire.more()) {
            int tag = wire.tag();
            switch (tag) {
                case 1 << 3 -> text = wire.varint() == 1;
                case 2 << 3 -> number = (int) wire.varint();
                case 3 << 3 | Wire.BYTES -> string = wire.part().text();
                default -> wire.skip(tag & 7);
            }
        }
        var json = JsonNodeFactory.instance;
        return text ? json.textNode(string) : json.numberNode(number);
    }

    /** {raw 1: JSON text}. */
    static JsonNode json(Wire wire) {
        JsonNode value = MissingNode.getInstance();
        while (wire.more()) {
            int tag = wire.tag();
            if (tag == (1 << 3 | Wire.BYTES)) {
                value = parse(wire.part().text());
            } else {
                wire.skip(tag & 7);
            }
        }
        return value;
    }

    private static JsonNode parse(String text) {
        try {
            return Json.parse(text);
        } catch (Json.MalformedJson e) {
            throw new Malformed("its JSON: " + e.getMessage());
        }
    }

    static String base64(Wire wire) {
        return Base64.getEncoder().encodeToString(wire.rest());
    }

    /** As Go writes a float64: whole numbers without a point. */
    static JsonNode number(int wireType, Wire wire) {
        if (wireType != Wire.FIXED64) {
            throw new Malformed("wire type %d where a double is expected".formatted(wireType));
        }
        double value = wire.fixed64();
        if (!Double.isFinite(value)) {
            throw new Malformed("a number that JSON has no word for");
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? integer((long) value)
                : DecimalNode.valueOf(BigDecimal.valueOf(value));
    }

    /** The node that a parser of JSON makes of it: objects are compared by their nodes. */
    static JsonNode integer(long value) {
        var json = JsonNodeFactory.instance;
        return value == (int) value ? json.numberNode((int) value) : json.numberNode(value);
    }
}
