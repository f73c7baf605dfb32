package dev.allmende.status;

import dev.allmende.status.board.Boards;
import dev.allmende.status.contract.ContractView;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import dev.allmende.status.view.View;
import java.util.List;
import java.util.Optional;

/**
 * The way of a request to a view:
 *
 * <pre>
 * /status                the page of the namespace {@value #HOME}, else the first one
 * /status/NAMESPACE/...  a page and its views
 * /components, ...       the SCS status API of that first page, at the paths that its clients know
 * </pre>
 *
 * Links in pages are relative, so that a proxy may serve a page at any address, and files may be served from anywhere.
 */
public final class StatusSite {

    public static final String ROOT = "/status";

    /** Namespace of the page that is shown where none is named. */
    public static final String HOME = "status";

    private final Boards boards;
    private final List<View> views;

    /** @param views asked in this order */
    public StatusSite(Boards boards, List<View> views) {
        this.boards = boards;
        this.views = List.copyOf(views);
    }

    /** Empty when the path is not this room's. */
    public Optional<Reply> answer(Ask ask) throws InterruptedException {
        var path = ask.path();
        if (ContractView.knows(path.substring(1))) {
            return contract(ask, path);
        }
        if (!isOurs(path)) {
            return Optional.empty();
        }
        var rest = path.length() <= ROOT.length() + 1 ? "" : path.substring(ROOT.length() + 1);
        return Optional.of(rest.isEmpty() ? door() : page(ask, rest));
    }

    /** Whether a path is this room's. */
    public static boolean isOurs(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/") || ContractView.knows(path.substring(1));
    }

    private Reply door() {
        var namespaces = boards.namespaces();
        if (namespaces.isEmpty()) {
            return Reply.text(404, "there is no status page: make a StatusPage in the namespace " + HOME + "\n");
        }
        return Reply.see(ROOT + "/" + home(namespaces) + "/");
    }

    private static String home(List<String> namespaces) {
        return namespaces.contains(HOME) ? HOME : namespaces.getFirst();
    }

    private Optional<Reply> contract(Ask ask, String path) throws InterruptedException {
        var namespaces = boards.namespaces();
        return namespaces.isEmpty()
                ? Optional.empty()
                : Optional.of(page(ask, home(namespaces) + "/" + ContractView.FOLDER + path));
    }

    private Reply page(Ask ask, String rest) throws InterruptedException {
        int slash = rest.indexOf('/');
        if (slash < 0) {
            return Reply.see(ROOT + "/" + rest + "/");
        }
        var namespace = rest.substring(0, slash);
        var board = boards.find(namespace);
        if (board.isEmpty()) {
            return Reply.text(404, "there is no status page here\n");
        }
        for (var view : views) {
            var reply = view.answer(ask, rest.substring(slash + 1), board.get());
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        return Reply.text(404, "nothing is here\n");
    }
}
