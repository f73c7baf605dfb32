package dev.allmende.devcloud.volume;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Errors;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Microversion;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import java.util.Optional;

/** Cinder's errors, microversions and headers (cinder/api/openstack/wsgi.py, Zed). */
final class VolumeManners implements Manners {
    static final Microversion LOWEST = new Microversion(3, 0);
    static final Microversion HIGHEST = new Microversion(3, 70);

    static Microversion version(Request request) {
        return Microversion.of(request, "volume", "", LOWEST, HIGHEST);
    }

    @Override
    public Answer refused(Request request, Refused refusal) {
        return Errors.fault(refusal, "application/json");
    }

    @Override
    public Optional<Answer> before(Request request) {
        Microversion asked = version(request);
        if (!asked.isWithin(LOWEST, HIGHEST)) {
            return Optional.of(refused(
                    request,
                    new Refused(
                            406,
                            "",
                            "Version %s is not supported by the API. Minimum is %s and maximum is %s."
                                    .formatted(asked, LOWEST, HIGHEST))));
        }
        return Optional.empty();
    }

    @Override
    public Answer dressUnrouted(Request request, Answer answer) {
        return Manners.super.dress(request, answer);
    }

    /** Version headers come from the code behind login and routing; only answers with a body carry the second request id. */
    @Override
    public Answer dress(Request request, Answer answer) {
        Answer dressed = Manners.super.dress(request, answer);
        boolean routed = answer.headers()
                .getOrDefault("Content-Type", "application/json")
                .startsWith("application/json");
        if (answer.status() == 401 || !routed) {
            return dressed;
        }
        if (!(answer.body() instanceof Answer.None)) {
            dressed = dressed.with("X-Compute-Request-Id", request.id());
        } else {
            dressed = dressed.with("Content-Type", "text/html; charset=UTF-8");
        }
        try {
            return dressed.with("OpenStack-API-Version", "volume " + version(request))
                    .with("Vary", "OpenStack-API-Version");
        } catch (Refused noVersion) {
            return dressed;
        }
    }
}
