package dev.allmende.apiserver.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProtobufDecoderTest {

    private static final String EXTENSIONS = "apiextensions.k8s.io/v1";

    @Test
    void leavesOutZerosUnlessTheyMeanSomething() {
        var lease = new Encoded()
                .message(
                        1,
                        new Encoded()
                                .text(1, "a")
                                .text(2, "")
                                .text(5, "")
                                .number(7, 0)
                                .message(8, new Encoded()))
                .message(2, new Encoded().text(1, "").number(2, 15).number(5, 0));
        assertThat(decode("coordination.k8s.io/v1", "Lease", lease)).isEqualTo(Json.parse("""
                {"apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "metadata": {"name": "a"},
                 "spec": {"holderIdentity": "", "leaseDurationSeconds": 15, "leaseTransitions": 0}}"""));
    }

    @Test
    void writesTimesAsJsonHasThem() {
        var time = new Encoded().number(1, 1_767_323_045L).number(2, 6_000);
        var event = new Encoded().message(6, time).message(10, time).message(11, new Encoded().message(2, time));
        assertThat(decode("v1", "Event", event)).isEqualTo(Json.parse("""
                {"apiVersion": "v1", "kind": "Event", "firstTimestamp": "2026-01-02T03:04:05Z",
                 "eventTime": "2026-01-02T03:04:05.000006Z", "series": {"lastObservedTime": "2026-01-02T03:04:05.000006Z"}}"""));
    }

    @Test
    void readsSchemasThatAreBooleansListsOrSchemas() {
        var text = new Encoded().text(5, "string");
        var schema = new Encoded()
                .message(30, new Encoded().number(1, 1))
                .message(33, new Encoded().number(1, 1).message(2, text))
                .message(24, new Encoded().message(2, text).message(2, text))
                .message(8, new Encoded().text(1, "{\"a\": null}"))
                .fixed64(9, 2.5)
                .fixed64(11, 3);
        var version = new Encoded().text(1, "v1").message(4, new Encoded().message(1, schema));
        var object = decode(
                EXTENSIONS, "CustomResourceDefinition", new Encoded().message(2, new Encoded().message(7, version)));
        assertThat(Json.at(object, "spec", "versions").get(0).path("schema").path("openAPIV3Schema"))
                .isEqualTo(Json.parse("""
                        {"additionalProperties": true, "additionalItems": {"type": "string"},
                         "items": [{"type": "string"}, {"type": "string"}], "default": {"a": null},
                         "maximum": 2.5, "minimum": 3}"""));
    }

    @Test
    void skipsFieldsOfALaterVersion() {
        var secret = new Encoded()
                .number(90, 7)
                .text(91, "new")
                .fixed64(92, 1)
                .raw((byte) 0xED, (byte) 5, (byte) 1, (byte) 2, (byte) 3, (byte) 4)
                .text(3, "Opaque");
        assertThat(decode("v1", "Secret", secret))
                .isEqualTo(Json.parse("{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"type\": \"Opaque\"}"));
    }

    @Test
    void takesTheKindOfThePathWhenTheEnvelopeNamesNone() {
        var body = Encoded.body("", "", new Encoded().text(3, "x"));
        assertThat(ProtobufDecoder.decode(body, "v1", "Secret").path("type").asText())
                .isEqualTo("x");
    }

    @Test
    void readsDeleteOptionsOfEveryVersion() {
        var options = new Encoded()
                .number(1, 0)
                .message(2, new Encoded().text(1, "u"))
                .text(4, "Foreground");
        assertThat(decode("policy/v1", "DeleteOptions", options)).isEqualTo(Json.parse("""
                {"apiVersion": "policy/v1", "kind": "DeleteOptions", "gracePeriodSeconds": 0,
                 "preconditions": {"uid": "u"}, "propagationPolicy": "Foreground"}"""));
    }

    @Test
    void readsJsonInTheEnvelopeWhenItSaysSo() {
        var body = new Encoded()
                .raw("k8s\0".getBytes(StandardCharsets.UTF_8))
                .text(2, "{\"kind\": \"Widget\"}")
                .text(4, "application/json");
        assertThat(ProtobufDecoder.decode(body.bytes())).isEqualTo(Json.parse("{\"kind\": \"Widget\"}"));
        assertRefused(
                400,
                "its JSON",
                new Encoded()
                        .raw("k8s\0".getBytes(StandardCharsets.UTF_8))
                        .text(2, "{")
                        .text(4, "application/json")
                        .bytes());
    }

    @Test
    void refusesWhatIsNoSuchMessage() {
        assertRefused(400, "6b 38 73 00", new byte[0]);
        assertRefused(400, "6b 38 73 00", "{\"kind\": \"Secret\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesKindsThatAreReadAsJsonOnly() {
        assertRefused(
                415, "Widget in version \"example.com/v1\"", Encoded.body("example.com/v1", "Widget", new Encoded()));
        assertRefused(415, "send application/json", Encoded.body("", "", new Encoded()));
    }

    @Test
    void refusesAnotherEncodingInside() {
        var envelope = new Encoded().raw("k8s\0".getBytes(StandardCharsets.UTF_8));
        assertRefused(415, "gzip", envelope.text(3, "gzip").bytes());
        assertRefused(
                415,
                "application/cbor",
                new Encoded()
                        .raw("k8s\0".getBytes(StandardCharsets.UTF_8))
                        .text(4, "application/cbor")
                        .bytes());
    }

    @Test
    void namesThePlaceThatCannotBeRead() {
        var name = new Encoded().number(1, 5);
        assertRefused(
                400,
                "Secret.metadata.name: wire type 0 where bytes are expected",
                Encoded.body("v1", "Secret", new Encoded().message(1, name)));
        var cut = new Encoded().raw((byte) 10, (byte) 100, (byte) 'x');
        assertRefused(400, "Secret.metadata: 100 bytes announced", Encoded.body("v1", "Secret", cut));
    }

    @Test
    void boundsNestingAndNumberOfValues() {
        var schema = new Encoded().text(5, "string");
        for (int i = 0; i < 300; i++) {
            schema = new Encoded().message(28, schema);
        }
        var version = new Encoded().message(4, new Encoded().message(1, schema));
        assertRefused(
                400,
                "nested more than",
                Encoded.body(
                        EXTENSIONS,
                        "CustomResourceDefinition",
                        new Encoded().message(2, new Encoded().message(7, version))));
        var finalizers = new byte[600_000];
        for (int i = 0; i < finalizers.length; i += 2) {
            finalizers[i] = (14 << 3) | 2;
        }
        assertRefused(400, "more than", Encoded.body("v1", "Secret", new Encoded().part(1, finalizers)));
    }

    @Test
    void boundsSchemasNestedThroughItems() {
        var schema = new Encoded().text(5, "string");
        for (int i = 0; i < 300; i++) {
            schema = new Encoded().message(24, new Encoded().message(1, schema));
        }
        var version = new Encoded().message(4, new Encoded().message(1, schema));
        assertRefused(
                400,
                "nested more than",
                Encoded.body(
                        EXTENSIONS,
                        "CustomResourceDefinition",
                        new Encoded().message(2, new Encoded().message(7, version))));
    }

    @Test
    void answersOrRefusesWhateverComes() throws IOException {
        var random = new Random(20261125);
        var bodies = List.of(
                SentBodiesTest.bytes("create-rolebinding"),
                SentBodiesTest.bytes("create-service-nodeport"),
                SentBodiesTest.bytes("create-token"),
                ServedObjectsTest.bytes("served/definition.pb"),
                ServedObjectsTest.bytes("served/event.pb"),
                ServedObjectsTest.bytes("served/quota.pb"));
        int refused = 0;
        for (int round = 0; round < 10_000; round++) {
            var body = mutated(bodies.get(random.nextInt(bodies.size())), random);
            try {
                assertThat(ProtobufDecoder.decode(body)).isNotNull();
            } catch (StatusException e) {
                assertThat(e.status().code()).isIn(400, 415);
                refused++;
            }
        }
        assertThat(refused).isBetween(2_000, 9_000);
    }

    private static byte[] mutated(byte[] body, Random random) {
        var copy = Arrays.copyOf(body, random.nextInt(4) == 0 ? random.nextInt(body.length + 1) : body.length);
        for (int i = random.nextInt(4); i > 0 && copy.length > 4; i--) {
            copy[4 + random.nextInt(copy.length - 4)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static ObjectNode decode(String apiVersion, String kind, Encoded raw) {
        return ProtobufDecoder.decode(Encoded.body(apiVersion, kind, raw));
    }

    private static void assertRefused(int code, String words, byte[] body) {
        assertThatThrownBy(() -> ProtobufDecoder.decode(body)).isInstanceOfSatisfying(StatusException.class, e -> {
            assertThat(e.status().code()).isEqualTo(code);
            assertThat(e.status().message()).contains(words);
        });
    }
}
