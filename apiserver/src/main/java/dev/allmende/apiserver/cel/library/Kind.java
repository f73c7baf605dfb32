package dev.allmende.apiserver.cel.library;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import java.util.List;

/** A type as rules know it, and the class of its values here. */
record Kind<T>(CelType type, Class<T> javaType) {

    static final Kind<String> STRING = new Kind<>(SimpleType.STRING, String.class);
    static final Kind<Long> INT = new Kind<>(SimpleType.INT, Long.class);
    static final Kind<Boolean> BOOL = new Kind<>(SimpleType.BOOL, Boolean.class);

    static <T> Kind<T> opaque(String name, Class<T> javaType) {
        return new Kind<>(OpaqueType.create(name), javaType);
    }

    @SuppressWarnings("unchecked") // a list is a list of something
    static Kind<List<?>> listOf(CelType items) {
        return new Kind<>(ListType.create(items), (Class<List<?>>) (Class<?>) List.class);
    }
}
