package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.request.ListOptions;
import dev.allmende.apiserver.selector.FieldSelector;
import dev.allmende.apiserver.selector.LabelSelector;
import dev.allmende.apiserver.selector.Selection;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectIndex;
import java.util.Optional;

/** Matches stored objects against a selection, also those indexed before a definition named new selectable fields. */
final class Selecting {

    private final ServedResource resource;
    private final Selection selection;

    private Selecting(ServedResource resource, Selection selection) {
        this.resource = resource;
        this.selection = selection;
    }

    static Selecting of(ServedResource resource, ListOptions options) {
        return new Selecting(
                resource,
                new Selection(
                        LabelSelector.parse(options.labelSelector()),
                        FieldSelector.parse(options.fieldSelector(), resource.kind())));
    }

    boolean isEverything() {
        return selection.isEverything();
    }

    /** The one name that can match, if the selector says so. */
    Optional<String> name() {
        return selection.fields().exact("metadata.name");
    }

    boolean matches(Entry entry) {
        if (selection.isEverything()) {
            return true;
        }
        boolean indexedOtherwise = entry.resourceVersion() < resource.since()
                || resource.translation().changesFields();
        return selection.test(indexedOtherwise && !selection.fields().isEverything() ? reindexed(entry) : entry);
    }

    private Entry reindexed(Entry entry) {
        var index = entry.index();
        var fields = resource.rules().fields(Stored.tree(resource, entry));
        return new Entry(
                entry.key(),
                entry.resourceVersion(),
                entry.json(),
                new ObjectIndex(index.uid(), index.labels(), fields, index.owners(), index.ending()));
    }
}
