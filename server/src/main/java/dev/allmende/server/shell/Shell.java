package dev.allmende.server.shell;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.endpoint.Inside;
import dev.allmende.apiserver.endpoint.Pages;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import dev.allmende.apiserver.request.Headers;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Cookies;
import dev.allmende.server.shell.visit.Replies;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The pages below {@code /ui}. Templates and all else are loaded with the first page, so that a server nobody looks at
 * spends nothing on them.
 */
public final class Shell implements Pages {

    private final ShellSettings settings;
    private final Inside inside;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Site site;

    public Shell(ShellSettings settings, Inside inside) {
        this.settings = settings;
        this.inside = inside;
    }

    @Override
    public Optional<Answer> answer(ApiRequest request) throws InterruptedException {
        var path = request.path();
        if (path.equals(Addresses.ROOT) || path.startsWith(Addresses.ROOT + "/")) {
            return Optional.of(site().answer(request));
        }
        return isBrowserAtDoor(request) ? Optional.of(Replies.go(Addresses.NAMESPACES)) : Optional.empty();
    }

    /** Whose session a request belongs to that is not to a page of ours. Counts as use of the session. */
    public Optional<User> signedIn(Headers headers) {
        return Cookies.of(headers).text(Cookies.SESSION).isEmpty() ? Optional.empty() : site().signedIn(headers);
    }

    /** The root is the API's; but people type it. */
    private static boolean isBrowserAtDoor(ApiRequest request) {
        return request.path().equals("/")
                && request.method().equals("GET")
                && request.headers().text("Accept").contains("text/html");
    }

    private Site site() {
        var made = site;
        if (made == null) {
            making.lock();
            try {
                made = site;
                if (made == null) {
                    made = new Site(settings, inside);
                    site = made;
                }
            } finally {
                making.unlock();
            }
        }
        return made;
    }
}
