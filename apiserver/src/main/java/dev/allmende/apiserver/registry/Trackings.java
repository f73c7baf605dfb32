package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.apply.FieldTracking;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.schema.Schema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tracking of field owners for each endpoint of a kind, made when first needed. */
public final class Trackings {

    private final ServedKind kind;
    private final Map<String, Schema> others;
    private final Map<String, FieldTracking> bySubresource = new ConcurrentHashMap<>();

    public Trackings(ServedKind kind) {
        this(kind, Map.of());
    }

    /** @param others schemas of the kind's other versions, by apiVersion: who wrote in those still owns his fields */
    public Trackings(ServedKind kind, Map<String, Schema> others) {
        this.kind = kind;
        this.others = Map.copyOf(others);
    }

    FieldTracking of(String subresource) {
        return bySubresource.computeIfAbsent(subresource, name -> FieldTracking.of(kind, name, others));
    }
}
