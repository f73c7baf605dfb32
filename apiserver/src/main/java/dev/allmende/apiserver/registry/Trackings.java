package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.apply.FieldTracking;
import dev.allmende.apiserver.resource.ServedKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tracking of field owners for each endpoint of a kind, made when first needed. */
public final class Trackings {

    private final ServedKind kind;
    private final Map<String, FieldTracking> bySubresource = new ConcurrentHashMap<>();

    public Trackings(ServedKind kind) {
        this.kind = kind;
    }

    FieldTracking of(String subresource) {
        return bySubresource.computeIfAbsent(subresource, name -> FieldTracking.of(kind, name));
    }
}
