package dev.allmende.api;

import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.Rule;
import org.jspecify.annotations.Nullable;

/** What every spec has whose thing is known by a name that nothing else of its kind can have, and that it keeps. */
@Rule(
        cel = "has(self.name) == has(oldSelf.name)",
        message = "name cannot be changed: delete the object and make it anew")
@Rule(
        cel = "!has(self.__import__) || has(self.__import__.id) || (has(self.__import__.filter.name)"
                + " && !has(self.__import__.filter.tags) && !has(self.__import__.filter.fields))",
        message = "say import.id or import.filter.name and nothing else: things of this kind are known by their names")
public interface Named {

    @Immutable
    @Nullable
    String name();

    @Nullable
    Import imported();

    /**
     * The name of the thing.
     *
     * @param object name of the object, which counts when the spec names none
     */
    default String named(String object) {
        var own = name();
        var taken = imported();
        var filter = taken == null ? null : taken.filter();
        var meant = filter == null ? null : filter.name();
        return own != null ? own : meant != null ? meant : object;
    }
}
