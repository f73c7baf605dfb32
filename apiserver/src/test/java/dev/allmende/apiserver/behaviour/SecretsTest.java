package dev.allmende.apiserver.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.client.AnyServer;
import dev.allmende.apiserver.client.Place;
import dev.allmende.apiserver.client.Samples;
import dev.allmende.apiserver.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kube-apiserver would show of a Secret, and this server does not. */
@ExtendWith(AnyServer.class)
class SecretsTest {

    private static final String VALUE = "aHVudGVyMg==";

    @ParameterizedTest
    @ValueSource(strings = {"application/merge-patch+json", "application/strategic-merge-patch+json"})
    void aPatchThatDoesNotFitIsRefusedWithoutTheValues(String type, Place place) {
        var path = secret(place);

        var reply = place.api().call("PATCH", path, type, "{\"type\":{\"wrong\":1}}");

        assertThat(reply.code()).isBetween(400, 499);
        assertThat(reply.text()).contains("Secret").doesNotContain(VALUE).doesNotContain("hunter2");
    }

    @Test
    void anUnknownFieldIsRefusedWithoutTheValues(Place place) {
        var path = secret(place) + "?fieldValidation=Strict";

        var reply = place.api().call("PATCH", path, "application/merge-patch+json", "{\"dat\":{\"a\":\"b\"}}");

        assertThat(reply.code()).isBetween(400, 499);
        assertThat(reply.text()).contains("dat").doesNotContain(VALUE);
    }

    private static String secret(Place place) {
        var secret = Samples.named("v1", "Secret", "s");
        secret.set("data", Json.object().put("password", VALUE));
        place.api().post(place.core("secrets"), secret).object();
        return place.core("secrets") + "/s";
    }
}
