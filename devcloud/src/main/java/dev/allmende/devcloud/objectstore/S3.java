package dev.allmende.devcloud.objectstore;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;

/**
 * S3 at the root of the port: knows no access key, so each signed request is refused with InvalidAccessKeyId. Without a
 * signature it answers as Swift's proxy does to a path that is no account.
 */
public final class S3 implements Service {
    private static final String UNKNOWN_KEY = "The AWS Access Key Id you provided does not exist in our records.";

    private final Routes routes = new Routes();
    private final Manners manners = new SwiftManners();

    public S3() {
        routes.open("GET", "/", S3::buckets).open("GET", "/{bucket}", S3::buckets);
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return manners;
    }

    private static Answer buckets(Request request) {
        String signature = request.header("authorization").orElse("");
        boolean signed = signature.startsWith("AWS")
                || request.query().first("X-Amz-Signature").isPresent();
        if (!signed) {
            throw Refused.notFound("The resource could not be found.");
        }
        String id = SwiftManners.transaction(request);
        String xml = "<?xml version='1.0' encoding='UTF-8'?>\n<Error><Code>InvalidAccessKeyId</Code><Message>"
                + UNKNOWN_KEY + "</Message><RequestId>" + id + "</RequestId></Error>";
        return Answer.text(403, "application/xml", xml).with("x-amz-id-2", id).with("x-amz-request-id", id);
    }
}
