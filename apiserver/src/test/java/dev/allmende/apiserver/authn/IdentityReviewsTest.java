package dev.allmende.apiserver.authn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityReviewsTest {

    private static final User ALI =
            new User("ali", "40", List.of("thieves"), Map.of("scopes", List.of("cave", "gold")));
    private final IdentityReviews reviews = new IdentityReviews(
            new TokenChain(List.of(StaticTokens.of(Map.of("sesame", ALI))), List.of("here")),
            List.of("here"),
            new SetClock(Instant.parse("2026-03-01T00:00:00.123Z")));

    private static ObjectNode json(String json) {
        return (ObjectNode) Json.parse(json.replace('\'', '"'));
    }

    private static ObjectNode review(String spec) {
        return json("{'kind':'TokenReview','apiVersion':'authentication.k8s.io/v1','spec':%s}".formatted(spec));
    }

    @Test
    void tellsTheAskerWhoItIs() {
        assertThat(reviews.self(ALI)).isEqualTo(json("""
                        {'kind':'SelfSubjectReview','apiVersion':'authentication.k8s.io/v1',
                         'metadata':{'creationTimestamp':'2026-03-01T00:00:00Z'},
                         'status':{'userInfo':{'username':'ali','uid':'40','groups':['thieves'],
                          'extra':{'scopes':['cave','gold']}}}}"""));
    }

    @Test
    void tellsWhoseTokenItIs() {
        assertThat(reviews.token(review("{'token':'sesame'}")).get("status")).isEqualTo(json("""
                        {'authenticated':true,'user':{'username':'ali','uid':'40',
                          'groups':['thieves','system:authenticated'],'extra':{'scopes':['cave','gold']}},
                         'audiences':['here']}"""));
    }

    @Test
    void tellsWhenATokenIsNoGood() {
        assertThat(reviews.token(review("{'token':'open'}")).get("status"))
                .isEqualTo(json("{'user':{},'error':'invalid bearer token'}"));
        assertThat(reviews.token(review("{'token':'sesame','audiences':['elsewhere']}"))
                        .get("status")
                        .has("authenticated"))
                .isFalse();
        assertThatThrownBy(() -> reviews.token(review("{}")))
                .hasMessage("token is required for TokenReview in authentication");
    }
}
