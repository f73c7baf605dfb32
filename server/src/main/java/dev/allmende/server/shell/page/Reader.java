package dev.allmende.server.shell.page;

import dev.allmende.server.shell.resource.Api;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.Kinds;
import dev.allmende.server.shell.resource.Moment;
import dev.allmende.server.shell.visit.Visit;

/**
 * The signed-in reader of a page about resources.
 *
 * @param namespace of the page; empty for what is in none
 */
public record Reader(Visit visit, Api api, Kinds kinds, String namespace, Moment.Clock clock) {

    public boolean isInNamespace() {
        return !namespace.isEmpty();
    }

    /** @throws dev.allmende.server.shell.visit.Refusal 404 when there is none of that name */
    public Kind kind(String id) {
        return kinds.find(id, isInNamespace());
    }
}
