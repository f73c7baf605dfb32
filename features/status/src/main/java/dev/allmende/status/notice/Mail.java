package dev.allmende.status.notice;

import dev.allmende.api.status.MessengerSpec.Email;
import dev.allmende.api.status.MessengerSpec.Security;
import dev.allmende.peer.Trust;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox, by a server that mail is handed to (RFC 6409). With StartTLS nothing is said before the server has proved its
 * name. The Message-ID is the same whenever a message is sent.
 */
public final class Mail implements Channel {

    private static final String TIME_LIMIT = "20000";

    /**
     * Who writes to whom.
     *
     * @param secrets {@code username}, {@code password}, {@code ca.crt}; empty for none
     * @param subscriber identifier: part of the Message-ID
     * @param unsubscribe address that ends it by one POST (RFC 8058); empty for a mail that belongs to no subscription yet
     */
    public record Post(
            Email server, Map<String, String> secrets, String to, String subscriber, Optional<String> unsubscribe) {}

    private final Post post;
    private final InstantSource clock;

    public Mail(Post post, InstantSource clock) {
        this.post = post;
        this.clock = clock;
    }

    @Override
    public void send(Message message) throws NotSent {
        var session = Session.getInstance(properties());
        try (var transport = new SMTPTransport(session, null)) {
            var letter = letter(session, message);
            transport.connect(
                    post.server().host(),
                    post.server().port(),
                    post.secrets().get("username"),
                    post.secrets().get("password"));
            transport.sendMessage(letter, letter.getAllRecipients());
        } catch (SendFailedException e) {
            throw new NotSent("the mail server refused it: " + line(e), isForGood(e));
        } catch (MessagingException e) {
            throw new NotSent("the mail server did not take it: " + line(e), false);
        }
    }

    private Properties properties() throws NotSent {
        var server = post.server();
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", TIME_LIMIT);
        properties.put("mail.smtp.timeout", TIME_LIMIT);
        properties.put("mail.smtp.writetimeout", TIME_LIMIT);
        properties.put("mail.smtp.auth", String.valueOf(post.secrets().containsKey("password")));
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(server.security() == Security.START_TLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(server.security() == Security.START_TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        var authority = post.secrets().get("ca.crt");
        if (authority != null) {
            properties.put("mail.smtp.ssl.socketFactory", trusting(authority));
        }
        return properties;
    }

    /** In no other authority than one's own. */
    private static SSLSocketFactory trusting(String authority) throws NotSent {
        try {
            return Trust.only(authority).getSocketFactory();
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new NotSent("ca.crt of the mail server's Secret has no certificates in PEM", false);
        }
    }

    private MimeMessage letter(Session session, Message message) throws MessagingException {
        var server = post.server();
        var domain = server.from().substring(server.from().indexOf('@') + 1);
        var letter = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<%s.%s@%s>".formatted(message.id(), post.subscriber(), domain));
            }
        };
        letter.setFrom(new InternetAddress(server.from(), true));
        letter.setRecipient(RecipientType.TO, new InternetAddress(post.to(), true));
        letter.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        letter.setSentDate(Date.from(clock.instant()));
        letter.setHeader("References", "<%s.%s@%s>".formatted(message.thread(), post.subscriber(), domain));
        letter.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no answers of absence
        post.unsubscribe().ifPresent(address -> header(letter, address));
        letter.setText(message.text() + footer(), StandardCharsets.UTF_8.name());
        letter.saveChanges();
        return letter;
    }

    private String footer() {
        return post.unsubscribe().map(address -> "\n-- \n" + address + "\n").orElse("");
    }

    /** RFC 2369 and RFC 8058. */
    private static void header(MimeMessage letter, String address) {
        try {
            letter.setHeader("List-Unsubscribe", "<" + address + ">");
            letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        } catch (MessagingException e) {
            throw new IllegalStateException("a new letter can be written to", e);
        }
    }

    /** RFC 5321 4.2.1: 5yz is no use to try again. */
    private static boolean isForGood(Exception failure) {
        for (@Nullable Exception each = failure;
                each instanceof MessagingException known;
                each = known.getNextException()) {
            if (known instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= 500) {
                return true;
            }
            if (known instanceof SMTPSendFailedException refused && refused.getReturnCode() >= 500) {
                return true;
            }
        }
        return false;
    }

    private static String line(Exception failure) {
        var text = String.valueOf(failure.getMessage())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return text.length() > 300 ? text.substring(0, 300) : text;
    }
}
