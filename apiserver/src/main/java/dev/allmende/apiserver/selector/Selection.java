package dev.allmende.apiserver.selector;

import dev.allmende.apiserver.store.Entry;
import java.util.function.Predicate;

/** Which objects a list or a watch asks for. */
public record Selection(LabelSelector labels, FieldSelector fields) implements Predicate<Entry> {

    public static final Selection EVERYTHING = new Selection(LabelSelector.EVERYTHING, FieldSelector.EVERYTHING);

    public boolean isEverything() {
        return labels.isEverything() && fields.isEverything();
    }

    @Override
    public boolean test(Entry entry) {
        return labels.matches(entry.index().labels()) && fields.matches(entry.key(), entry.index());
    }
}
