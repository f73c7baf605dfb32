package dev.allmende.status.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.api.status.MessengerSpec.AfterCrash;
import dev.allmende.api.status.MessengerSpec.Email;
import dev.allmende.api.status.MessengerSpec.Security;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the mail server that {@code testbed/smtp-up} starts. */
@Tag("real")
class MailOnSmtpTest {

    private static final Path STATE = Path.of("/var/tmp/allmende-testbed/smtp");
    private static final int PORT = 18125;

    private final String id = UUID.randomUUID().toString();

    private static Mail mail(Security security, Map<String, String> secrets) {
        var server = new Email("127.0.0.1", PORT, security, "status@example.org", null, AfterCrash.SKIP);
        var unsubscribe = Optional.of("https://status.example.org/unsubscribe?s=a&t=b");
        return new Mail(new Mail.Post(server, secrets, "ada@example.com", "sub", unsubscribe), InstantSource.system());
    }

    private Message message() {
        return new Message(
                id,
                "abc",
                "[Wolke] Neu: Datenträger",
                "Datenträger sind langsam.\n",
                JsonNodeFactory.instance.objectNode());
    }

    private List<String> letters() throws IOException {
        var folder = STATE.resolve("maildir/new");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(MailOnSmtpTest::read)
                    .filter(letter -> letter.contains("<" + id + ".sub@example.org>"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLetterComesOverStartTlsWithAllItsHeaders() throws Exception {
        mail(Security.START_TLS, Map.of("ca.crt", Files.readString(STATE.resolve("ca.crt"))))
                .send(message());
        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                        .contains("To: ada@example.com"));
    }

    @Test
    void nothingIsHandedOverInTheClearOrToAStranger() throws Exception {
        assertThatThrownBy(() -> mail(Security.NONE, Map.of()).send(message()))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("STARTTLS");
        assertThatThrownBy(() -> mail(Security.START_TLS, Map.of()).send(message()))
                .isInstanceOf(NotSent.class);
        assertThat(letters()).isEmpty();
    }
}
