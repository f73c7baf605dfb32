package dev.allmende.conformance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void removesWhatStandsUnderTheNameOfASecret() {
        assertThat(scrub(
                        Secrets.UNKNOWN,
                        "{\"server\": {\"adminPass\": \"x1\", \"user_data\": \"IyE=\", \"name\": \"n\"}}"))
                .isEqualTo("{\"server\":{\"adminPass\":\"(removed)\",\"user_data\":\"(removed)\",\"name\":\"n\"}}");
        assertThat(scrub(Secrets.UNKNOWN, "{\"auth\":{\"password\":[\"a\",7,{\"secret\":\"b\",\"id\":\"c\"}]}}"))
                .isEqualTo(
                        "{\"auth\":{\"password\":[\"(removed)\",\"(removed)\",{\"secret\":\"(removed)\",\"id\":\"c\"}]}}");
    }

    @Test
    void keepsObjectsThatAreNamedLikeASecret() {
        assertThat(scrub(Secrets.UNKNOWN, "{\"token\":{\"roles\":[{\"name\":\"member\"}]}}"))
                .isEqualTo("{\"token\":{\"roles\":[{\"name\":\"member\"}]}}");
    }

    @Test
    void keepsNumbersAsTheyCame() {
        assertThat(scrub(Secrets.UNKNOWN, "{\"a\":[1.50,1e400,12345678901234567890,0]}"))
                .isEqualTo("{\"a\":[1.50,1e400,12345678901234567890,0]}");
    }

    @Test
    void keepsTextThatOnlyLooksLikeJson() {
        assertThat(scrub(Secrets.UNKNOWN, "256\n")).isEqualTo("256\n");
        assertThat(scrub(Secrets.UNKNOWN, "{ not json")).isEqualTo("{ not json");
    }

    @Test
    void removesTokensByTheirShapeAndPlace() {
        var fernet = "gAAAAABl" + "Ab_-".repeat(30);
        assertThat(scrub(Secrets.UNKNOWN, "{\"message\":\"no token " + fernet + " here\"}"))
                .isEqualTo("{\"message\":\"no token (removed) here\"}");
        assertThat(Secrets.UNKNOWN.scrub("X-Auth-Token: abc\nHost: x")).isEqualTo("X-Auth-Token: (removed)\nHost: x");
        assertThat(Secrets.UNKNOWN.scrub("GET /?X-Amz-Signature=af3&a=b"))
                .isEqualTo("GET /?X-Amz-Signature=(removed)&a=b");
        var answer = Secrets.UNKNOWN.scrub(new RecordedAnswer(
                "POST identity /auth/tokens", 201, Map.of("x-subject-token", "t0", "date", "now"), new byte[0]));
        assertThat(answer.headers()).isEqualTo(Map.of("x-subject-token", "(removed)", "date", "now"));
    }

    @Test
    void doesNotTurnOrdinaryWordsIntoSomethingElseBecauseAPasswordIsOne() {
        assertThat(scrub(new Secrets(List.of("admin", "")), "{\"roles\":[\"admin\"],\"password\":\"admin\"}"))
                .isEqualTo("{\"roles\":[\"admin\"],\"password\":\"(removed)\"}");
    }

    @Test
    void neverLetsAConfiguredSecretThrough() {
        var random = new Random(99);
        for (var round = 0; round < 500; round++) {
            var secret = someSecret(random);
            var secrets = new Secrets(List.of(secret, secret + "-and-more", someSecret(random)));
            var clean = secrets.scrub(new RecordedAnswer(
                    "GET /x/" + secret,
                    200,
                    Map.of("location", "http://h/" + secret),
                    place(random, secret).getBytes(StandardCharsets.UTF_8)));
            assertThat(clean.request() + clean.headers() + clean.text() + unescape(clean.text()))
                    .doesNotContain(secret);
            assertThat(secrets.toString()).doesNotContain(secret);
        }
    }

    private static String place(Random random, String secret) {
        var quoted = quote(random, secret);
        return switch (random.nextInt(6)) {
            case 0 -> "{\"a\":{\"b\":[1,\"x" + quoted + "y\"]}}";
            case 1 -> "{\"" + quoted + "\":true}";
            case 2 -> "{ \"detail\" : \"" + quoted + quoted + "\" , \"password\" : \"" + quoted + "\" }";
            case 3 -> "login: " + secret + "\r\nallmende:end";
            case 4 -> "{\"cut\":\"off " + quoted.replace("\\", "") + secret;
            default -> "[\"" + quoted + "-and-more\"]";
        };
    }

    /** As JSON, with some characters as escapes, which a plain search would miss. */
    private static String quote(Random random, String text) {
        var out = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var each = text.charAt(i);
            if (each == '"' || each == '\\') {
                out.append('\\').append(each);
            } else if (random.nextInt(4) == 0) {
                out.append("\\u%04x".formatted((int) each));
            } else {
                out.append(each);
            }
        }
        return out.toString();
    }

    private static String unescape(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static String someSecret(Random random) {
        var letters = "abcXYZ019-_+/=\"\\ä$";
        return random.ints(8 + random.nextInt(20), 0, letters.length())
                .collect(StringBuilder::new, (text, i) -> text.append(letters.charAt(i)), StringBuilder::append)
                .toString();
    }

    private static String scrub(Secrets secrets, String body) {
        return secrets.scrub(RecordedAnswer.text("x", body)).text();
    }
}
