package dev.allmende.server.shell.page;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.Listing;
import dev.allmende.server.shell.resource.Rights;
import dev.allmende.server.shell.visit.Addresses;
import java.util.Map;

/** All objects of one kind, page by page, or those with certain labels. */
public final class KindPage {

    private static final int ROWS = 200;

    private final PageMaker pages;

    public KindPage(PageMaker pages) {
        this.pages = pages;
    }

    public Answer.Whole show(Reader reader, Kind kind) {
        var query = reader.visit().request().query();
        var selector = query.text("labels").strip();
        var continuation = query.text("from");
        var list = Listing.of(
                reader.api(), kind, reader.namespace(), new Listing.Wish(ROWS, selector, continuation), reader.clock());
        // Further pages are of a certain moment, and a selector may leave out what comes: those do not change by
        // themselves.
        boolean live = selector.isEmpty() && continuation.isEmpty() && kind.isFollowed();
        return pages.page(
                reader.visit(),
                "kind.html",
                kind.name(),
                Map.of(
                        "list",
                        list,
                        "selector",
                        selector,
                        "scopeHref",
                        Addresses.scope(reader.namespace()),
                        "next",
                        next(list, selector),
                        "mayCreate",
                        kind.verbs().contains("create")
                                && Rights.may(reader.api(), "create", kind, reader.namespace(), ""),
                        "live",
                        live ? live(list) : ""));
    }

    private static String next(Listing list, String selector) {
        return list.href() + "?from=" + Addresses.part(list.continuation())
                + (selector.isEmpty() ? "" : "&labels=" + Addresses.part(selector));
    }

    private static String live(Listing list) {
        return Addresses.LIVE + list.href().substring(Addresses.ROOT.length()) + "?since=" + list.version();
    }
}
