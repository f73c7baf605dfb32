package dev.allmende.devcloud.image;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Webob;
import java.util.Set;

/** Glance sends its errors as WebOb prints them: an HTML page to most clients (glance/common/wsgi.py, Zed). */
final class ImageManners implements Manners {
    private static final String SHORT_TAIL = "\n";
    private static final String WHO_ARE_YOU =
            "This server could not verify that you are authorized to access the document you"
                    + " requested. Either you supplied the wrong credentials (e.g., bad password), or your browser does not understand"
                    + " how to supply the credentials required.";

    @Override
    public Answer refused(Request request, Refused refusal) {
        Answer answer = Webob.error(request, refusal.status(), refusal.text());
        return refusal.status() == 415
                ? answer.with(
                        "Accept-Patch",
                        "application/openstack-images-v2.0-json-patch, application/openstack-images-v2.1-json-patch")
                : answer;
    }

    @Override
    public Answer unauthorized(Request request) {
        return Webob.error(request, 401, WHO_ARE_YOU)
                .with("WWW-Authenticate", "Keystone uri=\"" + request.root() + "/identity\"");
    }

    @Override
    public Answer wrongMethod(Request request, Set<String> known) {
        return Webob.error(
                        request,
                        405,
                        "The method " + request.method() + " is not allowed for this resource. ",
                        SHORT_TAIL)
                .with("Allow", String.join(", ", known));
    }

    /** Refusals of the login filter and the version documents come before the code that sets the request id. */
    @Override
    public Answer dress(Request request, Answer answer) {
        boolean early = answer.status() == 401
                || request.path().equals("/")
                || request.path().equals("/versions");
        return early ? answer : Manners.super.dress(request, answer);
    }
}
