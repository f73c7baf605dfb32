package dev.allmende.apiserver.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lets equal texts and label maps share one object: most objects of a kind carry the same few. Forgets what falls on a
 * taken place, so it never grows; two threads may race for one, which costs a copy and no more.
 */
final class Interner {

    private final AtomicReferenceArray<@Nullable String> texts = new AtomicReferenceArray<>(1 << 13);
    private final AtomicReferenceArray<@Nullable Map<String, String>> maps = new AtomicReferenceArray<>(1 << 11);

    String text(String text) {
        int place = place(text, texts);
        var known = texts.getAcquire(place);
        if (text.equals(known)) {
            return known;
        }
        texts.setRelease(place, text);
        return text;
    }

    ObjectIndex index(ObjectIndex index) {
        return new ObjectIndex(index.uid(), map(index.labels()), map(index.fields()), index.owners(), index.ending());
    }

    private Map<String, String> map(Map<String, String> map) {
        if (map.isEmpty()) {
            return Map.of();
        }
        int place = place(map, maps);
        var known = maps.getAcquire(place);
        if (map.equals(known)) {
            return known;
        }
        var shared = new HashMap<String, String>();
        map.forEach((key, value) -> shared.put(text(key), text(value)));
        var made = Map.copyOf(shared);
        maps.setRelease(place, made);
        return made;
    }

    private static int place(Object value, AtomicReferenceArray<?> in) {
        int hash = value.hashCode();
        return (hash ^ (hash >>> 16)) & (in.length() - 1);
    }
}
