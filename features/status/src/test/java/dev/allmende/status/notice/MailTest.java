package dev.allmende.status.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.api.SecretReference;
import dev.allmende.api.status.MessengerSpec.AfterCrash;
import dev.allmende.api.status.MessengerSpec.Email;
import dev.allmende.api.status.MessengerSpec.Security;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));

    @TempDir
    private Path folder = Path.of("");

    private static Mail mail(String host, int port, Security security, Map<String, String> secrets) {
        var server =
                new Email(host, port, security, "status@example.org", new SecretReference("mail"), AfterCrash.SKIP);
        return new Mail(
                new Mail.Post(
                        server,
                        secrets,
                        "ada@example.com",
                        "sub",
                        Optional.of("https://status.example.org/unsubscribe?t=x")),
                NOON);
    }

    private static Message message(String subject) {
        return new Message(
                "abc.new", "abc", subject, "Datenträger sind langsam\n", JsonNodeFactory.instance.objectNode());
    }

    @Test
    void aMailTellsWhoItIsForGoodAndHowItIsEnded() throws Exception {
        try (var server = new TestSmtp(Optional.empty())) {
            mail("127.0.0.1", server.port(), Security.NONE, Map.of())
                    .send(message("[Cloud] New\r\nBcc: eve@example.com"));
            assertThat(server.letters()).singleElement().satisfies(letter -> {
                assertThat(letter)
                        .contains("Message-ID: <abc.new.sub@example.org>")
                        .contains("References: <abc.sub@example.org>")
                        .contains("List-Unsubscribe: <https://status.example.org/unsubscribe?t=x>")
                        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                        .contains("Auto-Submitted: auto-generated")
                        .contains("To: ada@example.com");
                assertThat(letter.lines()).noneMatch(line -> line.startsWith("Bcc"));
            });
        }
    }

    @Test
    void withStartTlsNothingIsSaidBeforeTheServerHasProvedItsName() throws Exception {
        var authority = TestAuthority.make(folder);
        Map<String, String> secrets = Map.of("username", "u", "password", "p", "ca.crt", authority.pem());
        try (var server = new TestSmtp(Optional.of(authority.server()))) {
            mail("127.0.0.1", server.port(), Security.START_TLS, secrets).send(message("[Cloud] New"));
            assertThat(server.letters()).hasSize(1);
            assertThat(server.said()).containsSequence("EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL");
            server.said().clear();

            var stranger =
                    mail("127.0.0.1", server.port(), Security.START_TLS, Map.of("username", "u", "password", "p"));
            assertThatThrownBy(() -> stranger.send(message("[Cloud] New"))).isInstanceOf(NotSent.class);
            var otherName = mail("localhost", server.port(), Security.START_TLS, secrets);
            assertThatThrownBy(() -> otherName.send(message("[Cloud] New"))).isInstanceOf(NotSent.class);
            assertThat(server.said()).doesNotContain("AUTH", "MAIL");
            assertThat(server.letters()).hasSize(1);
        }
    }

    @Test
    void aServerWithoutTlsIsNotHandedAPassword() throws Exception {
        try (var server = new TestSmtp(Optional.empty())) {
            var mail = mail("127.0.0.1", server.port(), Security.START_TLS, Map.of("username", "u", "password", "p"));
            assertThatThrownBy(() -> mail.send(message("[Cloud] New")))
                    .isInstanceOf(NotSent.class)
                    .hasMessageContaining("STARTTLS");
            assertThat(server.said()).doesNotContain("AUTH", "MAIL");
        }
    }

    @Test
    void aRefusalForGoodIsToldFromOneForNow() throws Exception {
        try (var server = new TestSmtp(Optional.empty())) {
            var mail = mail("127.0.0.1", server.port(), Security.NONE, Map.of());
            server.answers("550 no such person");
            assertThatThrownBy(() -> mail.send(message("x")))
                    .isInstanceOfSatisfying(
                            NotSent.class, e -> assertThat(e.isForGood()).isTrue());
            server.answers("451 later");
            assertThatThrownBy(() -> mail.send(message("x")))
                    .isInstanceOfSatisfying(
                            NotSent.class, e -> assertThat(e.isForGood()).isFalse());
        }
    }
}
