package dev.allmende.devcloud.objectstore;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Webob;

/** Swift's short HTML errors and transaction ids (swift/common/swob.py, 2.30). */
final class SwiftManners implements Manners {
    static String transaction(Request request) {
        return "tx" + request.id().substring(4).replace("-", "").substring(11) + "-006b0506a2";
    }

    @Override
    public Answer refused(Request request, Refused refusal) {
        return Answer.text(
                refusal.status(),
                "text/html; charset=UTF-8",
                "<html><h1>" + Webob.reason(refusal.status()) + "</h1><p>" + refusal.text() + "</p></html>");
    }

    @Override
    public Answer unauthorized(Request request) {
        return refused(
                        request,
                        new Refused(
                                401,
                                "",
                                "This server could not verify that you are authorized to access the document you requested."))
                .with("WWW-Authenticate", "Swift realm=\"unknown\"");
    }

    @Override
    public Answer noRoute(Request request) {
        return refused(request, Refused.notFound("The resource could not be found."));
    }

    @Override
    public boolean tokenFirst() {
        return false;
    }

    @Override
    public Answer dress(Request request, Answer answer) {
        String id = transaction(request);
        return answer.with("X-Trans-Id", id).with("X-Openstack-Request-Id", id);
    }
}
