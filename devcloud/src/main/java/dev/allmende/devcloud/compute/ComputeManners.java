package dev.allmende.devcloud.compute;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Errors;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Microversion;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import java.util.Optional;

/** Nova's errors, microversions and headers (nova/api/openstack/wsgi.py, Zed). */
final class ComputeManners implements Manners {
    static final Microversion LOWEST = new Microversion(2, 1);
    static final Microversion HIGHEST = new Microversion(2, 93);
    private static final String JSON = "application/json; charset=UTF-8";

    static Microversion version(Request request) {
        return Microversion.of(request, "compute", "x-openstack-nova-api-version", LOWEST, HIGHEST);
    }

    @Override
    public Answer refused(Request request, Refused refusal) {
        return Errors.fault(refusal, JSON);
    }

    @Override
    public Optional<Answer> before(Request request) {
        Microversion asked = version(request);
        if (asked.isWithin(LOWEST, HIGHEST)) {
            return Optional.empty();
        }
        return Optional.of(refused(
                request,
                new Refused(
                        406,
                        "",
                        "Version %s is not supported by the API. Minimum is %s and maximum is %s."
                                .formatted(asked, LOWEST, HIGHEST))));
    }

    @Override
    public Answer dressUnrouted(Request request, Answer answer) {
        return Manners.super.dress(request, answer).with("X-Compute-Request-Id", request.id());
    }

    /** The version headers come from the code behind login and routing, so 401 and unknown paths lack them. */
    @Override
    public Answer dress(Request request, Answer answer) {
        if (request.path().isEmpty() || request.path().equals("/")) {
            return answer;
        }
        Answer dressed = Manners.super.dress(request, answer).with("X-Compute-Request-Id", request.id());
        boolean routed = answer.headers()
                .getOrDefault("Content-Type", "application/json")
                .startsWith("application/json");
        if (answer.status() == 401 || !routed) {
            return dressed;
        }
        try {
            String version = version(request).toString();
            return dressed.with("OpenStack-API-Version", "compute " + version)
                    .with("X-OpenStack-Nova-API-Version", version)
                    .with("Vary", "X-OpenStack-Nova-API-Version")
                    .with("Content-Type", "application/json");
        } catch (Refused noVersion) {
            return dressed;
        }
    }
}
