package dev.allmende.openstack.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** The two ways in which openstacksdk lays one set of settings over another. */
final class Merge {

    private Merge() {}

    /** Maps within maps are merged at every depth: secure.yaml over clouds.yaml. */
    static Map<String, Object> deep(Map<String, Object> under, Map<String, Object> over) {
        var merged = new LinkedHashMap<>(under);
        over.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                merged.put(key, deep(map(merged.get(key)), ConfigFile.withTextKeys(inner)));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    /** Values replace each other, but for those under {@code auth}: a cloud over its profile, a region over both. */
    static Map<String, Object> auth(Map<String, Object> under, Map<String, Object> over) {
        var merged = new LinkedHashMap<>(under);
        over.forEach((key, value) -> {
            if (key.equals("auth")) {
                var login = map(merged.get(key));
                login.putAll(map(value));
                merged.put(key, login);
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    /** A fresh map; empty when the value is none. */
    static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Map<?, ?> map ? ConfigFile.withTextKeys(map) : new LinkedHashMap<>();
    }
}
