package dev.allmende.server.shell.page;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.resource.Api;
import dev.allmende.server.shell.resource.Listing;
import dev.allmende.server.shell.resource.MyNamespaces;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Replies;
import java.util.Map;

/** The namespaces that the reader may see. */
public final class NamespacesPage {

    private static final int MOST = 500;

    private final PageMaker pages;
    private final Api own;

    /** @param own the API as the process itself, for names of namespaces only */
    public NamespacesPage(PageMaker pages, Api own) {
        this.pages = pages;
        this.own = own;
    }

    public Answer.Whole show(Reader reader) {
        var named = reader.visit().request().query().text("go").strip();
        if (!named.isEmpty()) {
            return Replies.go(Addresses.namespace(named));
        }
        var kind = reader.kinds().find("namespaces", false);
        var found = MyNamespaces.of(reader.api(), own, kind, Listing.Wish.first(MOST), reader.clock());
        return pages.page(
                reader.visit(),
                "namespaces.html",
                PageMaker.texts(reader.visit()).of("namespaces"),
                Map.of(
                        "found",
                        found,
                        "live",
                        found.isPartial()
                                ? ""
                                : Addresses.LIVE + "/cluster/namespaces?since="
                                        + found.list().version()));
    }
}
