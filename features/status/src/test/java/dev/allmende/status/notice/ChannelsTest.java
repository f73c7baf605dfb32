package dev.allmende.status.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));

    private final Poster poster = new Poster(Networks.and("127.0.0.0/8"), InstantSource.system());

    private static Message message() {
        return new Message(
                "abc.new",
                "abc",
                "[Cloud] New: Disks",
                "Disks\n",
                JsonNodeFactory.instance.objectNode().put("type", "incident.made"));
    }

    @Test
    void aWebhookIsSignedOverItsIdentifierItsTimeAndItsBody() throws Exception {
        // Example of the Standard Webhooks specification.
        assertThat(Webhook.signature(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        try (var receiver = new Receiver()) {
            new Webhook(poster, receiver.address() + "/in?a=b", "secret", "sub", NOON).send(message());
            var request = receiver.requests().getFirst();
            assertThat(request.headers())
                    .containsEntry("webhook-id", "abc.new.sub")
                    .containsEntry("webhook-timestamp", "1795694400")
                    .containsEntry(
                            "webhook-signature",
                            "v1," + Webhook.signature("secret", "abc.new.sub", 1795694400, request.body()));
            assertThat(new ObjectMapper().readTree(request.body()).path("type").asText())
                    .isEqualTo("incident.made");
        }
    }

    @Test
    void aReceiverThatIsGoneIsNotTriedAgainAndOneInTroubleIs() throws Exception {
        try (var receiver = new Receiver()) {
            var webhook = new Webhook(poster, receiver.address(), "secret", "sub", NOON);
            receiver.answers(410);
            assertThatThrownBy(() -> webhook.send(message()))
                    .isInstanceOfSatisfying(
                            NotSent.class, e -> assertThat(e.isForGood()).isTrue());
            receiver.answers(503);
            assertThatThrownBy(() -> webhook.send(message()))
                    .isInstanceOfSatisfying(
                            NotSent.class, e -> assertThat(e.isForGood()).isFalse());
        }
    }

    @Test
    void aRoomGetsANoticeUnderTheMessagesOwnTransaction() throws Exception {
        try (var receiver = new Receiver()) {
            new MatrixRoom(poster, receiver.address(), "token", "!abc:example.org").send(message());
            var request = receiver.requests().getFirst();
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.path())
                    .isEqualTo("/_matrix/client/v3/rooms/%21abc%3Aexample.org/send/m.room.message/abc.new");
            assertThat(request.headers()).containsEntry("Authorization", "Bearer token");
            assertThat(new ObjectMapper().readTree(request.body()).path("body").asText())
                    .isEqualTo("[Cloud] New: Disks\n\nDisks\n");
        }
    }
}
