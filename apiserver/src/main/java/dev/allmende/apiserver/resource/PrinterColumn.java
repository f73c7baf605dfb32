package dev.allmende.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.Function;

/**
 * A column of a kind's Table output.
 *
 * @param type {@code string}, {@code integer}, {@code number}, {@code boolean} or {@code date}
 * @param priority 0 is always shown, above only with {@code -o wide}
 * @param cell the cell's value in an object; {@link MissingNode} leaves it empty. A {@code date} cell yields the RFC 3339
 *     text, the table writes the age
 */
public record PrinterColumn(
        String name, String type, String format, String description, int priority, Function<JsonNode, JsonNode> cell) {}
