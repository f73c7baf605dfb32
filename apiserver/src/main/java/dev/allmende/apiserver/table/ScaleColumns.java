package dev.allmende.apiserver.table;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.PrinterColumn;
import dev.allmende.apiserver.resource.ServedKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a scale subresource is shown: an autoscaling/v1 Scale with columns of its own (kubernetes pkg/printers). */
public final class ScaleColumns {

    private static final List<PrinterColumn> COLUMNS = List.of(
            replicas("Desired", "How many are wanted.", "spec"),
            replicas("Available", "How many there are.", "status"),
            TableView.AGE);

    private ScaleColumns() {}

    /** @param scaled the kind that has the subresource */
    public static ServedKind of(ServedKind scaled) {
        return new ServedKind(
                new GroupVersion("autoscaling", "v1"),
                scaled.plural(),
                scaled.singular(),
                "Scale",
                "ScaleList",
                scaled.namespaced(),
                List.of(),
                List.of(),
                Set.of(),
                scaled.schema(),
                false,
                Optional.empty(),
                COLUMNS,
                List.of(),
                true);
    }

    private static PrinterColumn replicas(String name, String description, String part) {
        return new PrinterColumn(
                name,
                "integer",
                "",
                description,
                0,
                scale -> IntNode.valueOf(Json.at(scale, part, "replicas").asInt()));
    }
}
