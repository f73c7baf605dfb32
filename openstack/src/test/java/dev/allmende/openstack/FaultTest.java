package dev.allmende.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.openstack.OpenStackException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {

    private static Answer answer(int status, String body) {
        return new Answer(
                URI.create("http://stub"), status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\": {\"code\": 404, \"message\": \"Could not find user: x.\", \"title\": \"Not Found\"}}|Could not find user: x.",
                "{\"itemNotFound\": {\"code\": 404, \"message\": \"Flavor x could not be found.\"}}|Flavor x could not be found.",
                "{\"NeutronError\": {\"type\": \"NetworkNotFound\", \"message\": \"Network x could not be found.\", \"detail\": \"\"}}|Network x could not be found.",
                "{\"faultcode\": \"Client\", \"faultstring\": \"Load Balancer x not found.\", \"debuginfo\": null}|Load Balancer x not found.",
                "{\"code\": 404, \"title\": \"Not Found\", \"description\": \"Secret id is invalid.\"}|Secret id is invalid.",
                "{\"code\": 404, \"type\": \"zone_not_found\", \"message\": \"Could not find Zone\"}|Could not find Zone",
                "{\"errors\": [{\"status\": 404, \"detail\": \"No resource provider x\"}]}|No resource provider x",
                "{\"message\": \"No image found with ID x<br /><br />\", \"code\": \"404 Not Found\"}|No image found with ID x",
                "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1>No image &quot;x&quot;<br /></body></html>|No image \"x\"",
                "<html><h1>Not Found</h1><p>The resource could not be found.</p></html>|The resource could not be found.",
                "plain words|plain words",
            })
    void readsTheWordsOfEachService(String body, String words) {
        assertThat(Fault.message(answer(404, body))).contains(words);
    }

    @Test
    void saysNothingOfAnEmptyBody() {
        assertThat(Fault.message(answer(404, ""))).isEmpty();
        assertThat(Fault.message(answer(404, "{}"))).isEmpty();
    }

    @Test
    void cutsLongTalk() {
        assertThat(Fault.message(answer(500, "word ".repeat(500))).orElseThrow())
                .hasSize(303);
    }

    @ParameterizedTest
    @CsvSource({
        "401,no,CREDENTIAL",
        "403,Policy does not allow it,FORBIDDEN",
        "403,Quota exceeded for cores,QUOTA",
        "404,gone,NOT_FOUND",
        "409,Quota exceeded for resources: ['network'].,QUOTA",
        "409,in use,CONFLICT",
        "413,VolumeLimitExceeded,QUOTA",
        "503,busy,UNAVAILABLE",
        "400,bad,REFUSED",
        "500,oops,REFUSED",
    })
    void tellsKindsApart(int status, String words, Kind kind) {
        assertThat(Fault.kind(answer(status, ""), words)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400|Invalid volume: Volume status must be available or error|CONFLICT",
                "400|Invalid backup: The parent backup must be available for incremental backup.|CONFLICT",
                "400|Invalid volume: volume x is already attached to instances: y|CONFLICT",
                "400|Network x requires a subnet in order to boot instances on.|CONFLICT",
                "400|Invalid input received: New size for extend must be greater than current size.|TERMINAL",
                "401|who are you|UNAUTHORIZED",
                "403|Policy doesn't allow this|TERMINAL",
                "403|Quota exceeded for instances|QUOTA",
                "404|Network x could not be found.|NOT_FOUND",
                "409|Network x is in use|CONFLICT",
                "409|Quota exceeded for resources: ['network'].|QUOTA",
                "412|Constrained to 0, but current revision is 2|CONFLICT",
                "413|VolumeLimitExceeded|QUOTA",
                "429|slow down|TRANSIENT",
                "500|Unexpected API Error|TRANSIENT",
                "501|not built|TERMINAL",
                "503|busy|TRANSIENT",
            })
    void tellsWhatHelps(int status, String words, Trouble trouble) {
        assertThat(Fault.trouble(answer(status, ""), words)).isEqualTo(trouble);
    }

    @Test
    void readsWhatDesignatesSchemaComplainsOf() {
        var body =
                "{\"code\": 400, \"type\": \"invalid_object\", \"errors\": {\"errors\": [{\"path\": [\"records\", 0],"
                        + " \"message\": \"'hello' is not a 'A' Record\"}]}}";
        assertThat(Fault.message(answer(400, body))).contains("'hello' is not a 'A' Record");
    }
}
