package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A set that is wanted as a whole: what is missing is added first, then what is too much is removed.
 *
 * @param add makes one call that adds some of these
 * @param remove makes one call that removes some of these
 */
record SetFacet<T>(String path, Set<T> want, Set<T> have, Consumer<Set<T>> add, Consumer<Set<T>> remove)
        implements Facet {

    @Override
    public List<Difference> drift() {
        return want.equals(have) ? List.of() : List.of(new Difference(path, shown(want), shown(have)));
    }

    @Override
    public void step() {
        var missing = without(want, have);
        if (missing.isEmpty()) {
            remove.accept(without(have, want));
        } else {
            add.accept(missing);
        }
    }

    private static <T> Set<T> without(Set<T> all, Set<T> some) {
        return all.stream().filter(each -> !some.contains(each)).collect(Collectors.toSet());
    }

    private static String shown(Set<?> set) {
        var array = JsonNodeFactory.instance.arrayNode();
        set.stream()
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(array::add);
        return array.toString();
    }
}
