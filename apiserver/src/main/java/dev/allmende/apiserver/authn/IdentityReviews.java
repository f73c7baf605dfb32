package dev.allmende.apiserver.authn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Answers to "who am I" and "whose token is this" (Kubernetes registry/authentication). */
public final class IdentityReviews {

    private final TokenAuthenticator tokens;
    private final List<String> ownAudiences;
    private final InstantSource clock;

    public IdentityReviews(TokenAuthenticator tokens, List<String> ownAudiences, InstantSource clock) {
        this.tokens = tokens;
        this.ownAudiences = List.copyOf(ownAudiences);
        this.clock = clock;
    }

    /** SelfSubjectReview of authentication.k8s.io/v1. */
    public ObjectNode self(User asker) {
        var answer = Json.object().put("kind", "SelfSubjectReview").put("apiVersion", "authentication.k8s.io/v1");
        answer.putObject("metadata")
                .put(
                        "creationTimestamp",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        answer.putObject("status").set("userInfo", userInfo(asker));
        return answer;
    }

    /** TokenReview of authentication.k8s.io/v1, with its status. @throws StatusException 400 without a token */
    public ObjectNode token(ObjectNode review) {
        var token = Json.string(review, "spec", "token");
        if (token.isEmpty()) {
            throw StatusException.badRequest("token is required for TokenReview in authentication");
        }
        var wanted = new ArrayList<String>();
        Json.at(review, "spec", "audiences").forEach(audience -> wanted.add(audience.asText()));
        var answer = review.deepCopy();
        answer.withObject("/metadata");
        var status = answer.putObject("status");
        switch (tokens.judge(token, wanted.isEmpty() ? ownAudiences : wanted)) {
            case TokenAuthenticator.Known known -> {
                status.put("authenticated", true).set("user", userInfo(Login.withGroup(known.user())));
                if (!known.audiences().isEmpty()) {
                    known.audiences().forEach(status.putArray("audiences")::add);
                }
            }
            case TokenAuthenticator.Refused refused ->
                refused(status, "[invalid bearer token, %s]".formatted(refused.reason()));
            case TokenAuthenticator.Unknown _ -> refused(status, "invalid bearer token");
        }
        return answer;
    }

    private static void refused(ObjectNode status, String reason) {
        status.putObject("user");
        status.put("error", reason);
    }

    /** A UserInfo of authentication.k8s.io/v1; what is empty is left out. */
    public static ObjectNode userInfo(User user) {
        var json = Json.object().put("username", user.name());
        if (!user.uid().isEmpty()) {
            json.put("uid", user.uid());
        }
        if (!user.groups().isEmpty()) {
            user.groups().forEach(json.putArray("groups")::add);
        }
        if (!user.extra().isEmpty()) {
            var extra = json.putObject("extra");
            new TreeMap<>(user.extra()).forEach((key, values) -> values.forEach(extra.putArray(key)::add));
        }
        return json;
    }
}
