package dev.allmende.server.shell.page;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.resource.Happening;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.Listing;
import dev.allmende.server.shell.resource.Rights;
import dev.allmende.server.shell.resource.Versions;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything in one namespace, or everything that is in none: a table for each kind. */
public final class ScopePage {

    /** Of each kind; the kind's own page has the rest. */
    private static final int ROWS_OF_NAMESPACE = 50;

    private static final int ROWS_OF_CLUSTER = 10;
    private static final int EVENTS = 50;

    private final PageMaker pages;

    public ScopePage(PageMaker pages) {
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param namespace empty for what is in none
     * @param creatable kinds of which the reader may make objects here
     * @param empties kinds without objects; their tables are hidden until there is one
     * @param failures of the API, in its words
     * @param withheld how many kinds the reader may not list
     */
    public record Scope(
            String namespace,
            boolean isGoing,
            List<Listing> lists,
            List<Kind> creatable,
            List<Kind> empties,
            List<String> failures,
            int withheld,
            boolean withEvents,
            List<Happening> events,
            String live) {

        public boolean isNothing() {
            return lists.size() == empties.size();
        }
    }

    public Answer.Whole show(Reader reader) {
        boolean going = reader.isInNamespace() && isGoing(reader);
        List<Listing> lists = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (var kind : reader.kinds().shown(reader.isInNamespace())) {
            try {
                var rows = reader.isInNamespace() ? ROWS_OF_NAMESPACE : ROWS_OF_CLUSTER;
                lists.add(Listing.of(reader.api(), kind, reader.namespace(), Listing.Wish.first(rows), reader.clock()));
            } catch (Refusal refused) {
                refusals.add(refused);
            }
        }
        if (lists.isEmpty()) {
            throw refusals.isEmpty() ? new Refusal(404, "") : refusals.getFirst();
        }
        return page(reader, scope(reader, going, lists, refusals));
    }

    private Answer.Whole page(Reader reader, Scope scope) {
        var texts = PageMaker.texts(reader.visit());
        var title = reader.isInNamespace() ? reader.namespace() : texts.of("clusterTitle");
        return pages.page(reader.visit(), "scope.html", title, Map.of("scope", scope));
    }

    private static Scope scope(Reader reader, boolean going, List<Listing> lists, List<Refusal> refusals) {
        Optional<List<Happening>> events = reader.isInNamespace()
                ? Happening.of(reader.api(), reader.kinds(), reader.namespace(), "", EVENTS, reader.clock())
                : Optional.empty();
        return new Scope(
                reader.namespace(),
                going,
                lists,
                Rights.creatable(
                        reader.api(), reader.namespace(), reader.kinds().shown(reader.isInNamespace())),
                lists.stream().filter(Listing::isEmpty).map(Listing::kind).toList(),
                refusals.stream()
                        .filter(refused -> !refused.isForbidden())
                        .map(Refusal::text)
                        .toList(),
                (int) refusals.stream().filter(Refusal::isForbidden).count(),
                events.isPresent(),
                events.orElse(List.of()),
                Addresses.LIVE + Addresses.scope(reader.namespace()).substring(Addresses.ROOT.length()) + "?since="
                        + Versions.oldest(lists.stream().map(Listing::version)));
    }

    /** @throws Refusal 404 when there is no such namespace; who may not see it may still see into it */
    private static boolean isGoing(Reader reader) {
        var kind = reader.kinds().find("namespaces", false);
        try {
            return reader.api()
                    .get(kind.path("", reader.namespace()))
                    .path("metadata")
                    .has("deletionTimestamp");
        } catch (Refusal refused) {
            if (refused.isForbidden()) {
                return false;
            }
            throw refused;
        }
    }
}
