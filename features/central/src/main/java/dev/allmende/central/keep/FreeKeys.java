package dev.allmende.central.keep;

import dev.allmende.openstack.resource.Mark;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Free keys and values of a thing, such as Cinder's metadata. Pure. */
public final class FreeKeys {

    private FreeKeys() {}

    /**
     * Takes off the keys that nobody wants; those that are missing or otherwise belong to the thing's own fields.
     *
     * @param wanted null: whatever there is may stay
     * @param foreign keys that the cloud itself puts there
     * @param replace makes these the only ones
     */
    public static List<Change> unwanted(
            @Nullable Map<String, String> wanted,
            Map<String, String> have,
            Collection<String> foreign,
            Consumer<Map<String, String>> replace) {
        if (wanted == null) {
            return List.of();
        }
        var kept = new TreeMap<>(have);
        kept.keySet().removeAll(foreign);
        var all = new TreeMap<>(kept);
        kept.keySet().removeIf(key -> !wanted.containsKey(key) && !key.equals(Mark.KEY));
        return kept.equals(all)
                ? List.of()
                : List.of(Change.of("metadata", kept.toString(), all.toString(), () -> replace.accept(kept)));
    }
}
