package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.http.Handler;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;

/** Asks the pages first, then the API. */
public final class WithPages implements Handler {

    private static final System.Logger LOG = System.getLogger(WithPages.class.getName());

    private final Pages pages;
    private final Handler api;

    public WithPages(Pages pages, Handler api) {
        this.pages = pages;
        this.api = api;
    }

    @Override
    public Answer handle(ApiRequest request) {
        try {
            return pages.answer(request).orElseGet(() -> api.handle(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.text(503, "the server is stopping\n");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a page failed: " + request.path(), e);
            return Answer.text(500, "this page failed; the server's log says why\n");
        }
    }
}
