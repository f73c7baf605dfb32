package dev.allmende.apiserver.authn.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token that is to be made, with all that was left to the server filled in.
 *
 * @param uid of the service account
 * @param seconds it is to live
 */
record TokenOrder(
        String namespace, String name, String uid, List<String> audiences, long seconds, Optional<Bound> bound) {

    /** What the token lives and dies with besides its account; the kind in small letters. */
    record Bound(String kind, String name, String uid) {}

    /** The token's claims, in the order of Kubernetes (pkg/serviceaccount/claims.go). */
    ObjectNode claims(String issuer, Instant now, String tokenId) {
        var claims = Json.object();
        audiences.forEach(claims.putArray("aud")::add);
        claims.put("exp", now.getEpochSecond() + seconds)
                .put("iat", now.getEpochSecond())
                .put("iss", issuer)
                .put("jti", tokenId);
        var own = claims.putObject("kubernetes.io").put("namespace", namespace);
        bound.ifPresent(object ->
                own.putObject(object.kind()).put("name", object.name()).put("uid", object.uid()));
        own.putObject("serviceaccount").put("name", name).put("uid", uid);
        return claims.put("nbf", now.getEpochSecond()).put("sub", "system:serviceaccount:" + namespace + ":" + name);
    }

    /** The TokenRequest as it is answered, with the {@code boundObjectRef} as it was asked for. */
    ObjectNode answer(JsonNode reference, Instant now, String token) {
        var answer = Json.object().put("kind", "TokenRequest").put("apiVersion", "authentication.k8s.io/v1");
        answer.putObject("metadata")
                .put("name", name)
                .put("namespace", namespace)
                .put("uid", uid)
                .put("creationTimestamp", now.toString());
        var spec = answer.putObject("spec");
        audiences.forEach(spec.putArray("audiences")::add);
        spec.put("expirationSeconds", seconds);
        spec.set("boundObjectRef", reference.isObject() ? reference.deepCopy() : spec.nullNode());
        answer.putObject("status")
                .put("token", token)
                .put("expirationTimestamp", now.plusSeconds(seconds).toString());
        return answer;
    }
}
