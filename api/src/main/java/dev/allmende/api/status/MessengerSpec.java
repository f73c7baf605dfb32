package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where messages go out. Secrets lie beside the controllers (namespace allmende-system) and name in the annotation
 * {@code status.allmende.dev/for} the namespace that may use them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Where messages go out. Secrets lie beside the controllers and name this namespace in the annotation "
        + "'status.allmende.dev/for'.")
public record MessengerSpec(
        @Describe("Address of the page as readers reach it, for links: 'https://status.example.org/status/home/'.")
        @TextLimits(max = 2000, pattern = "^https?://[^ ?#]+/$")
        String address,

        @Describe("Whether readers may subscribe by e-mail themselves.") @Default("Open")
        SignUp signUp,

        @Describe("Mail server; without it no mail is sent.") @Nullable
        Email email,

        @Describe("Matrix homeserver; without it nothing is sent to rooms.") @Nullable
        Matrix matrix) {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public MessengerSpec {
        signUp = Objects.requireNonNullElse(signUp, SignUp.OPEN);
    }

    /** Whether readers may subscribe. */
    public enum SignUp {
        @JsonProperty("Open")
        OPEN,
        @JsonProperty("Closed")
        CLOSED
    }

    /** How the mail server is spoken to. */
    public enum Security {
        /** TLS from the first byte, usually port 465. */
        @JsonProperty("TLS")
        TLS,
        /** STARTTLS or nothing (RFC 3207), usually port 587. */
        @JsonProperty("StartTLS")
        START_TLS,
        /** In the clear: for a relay on this machine. */
        @JsonProperty("None")
        NONE
    }

    /** What becomes of a message of which a crash left open whether it went out. */
    public enum AfterCrash {
        /** Never twice: it may be missing. */
        @JsonProperty("Skip")
        SKIP,
        /** Never missing: it may come twice, with the same Message-ID. */
        @JsonProperty("Repeat")
        REPEAT
    }

    /** A mail server. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A mail server.")
    @Rule(
            cel = "!has(self.credentialsRef) || self.security != 'None'",
            message = "a password is sent over TLS only: set security to TLS or StartTLS")
    public record Email(
            @Describe("Its name.") @TextLimits(min = 1, max = 253, pattern = "^[A-Za-z0-9.:-]+$")
            String host,

            @Describe("Its port.") @NumberLimits(min = 1, max = 65535)
            int port,

            @Describe("TLS, or StartTLS, or None.") @Default("StartTLS")
            Security security,

            @Describe("Sender, such as 'status@example.org'.")
            @TextLimits(max = 254, pattern = SubscriptionSpec.ADDRESS)
            String from,

            @Describe("Secret with the keys 'username' and 'password', and 'ca.crt' for an authority of your own.")
            @Nullable
            SecretReference credentialsRef,

            @Describe("What becomes of a message of which a crash left open whether it went out: Skip or Repeat.")
            @Default("Skip")
            AfterCrash afterCrash) {

        // Jackson gives null for what is left out.
        @SuppressWarnings("RedundantNullCheck")
        public Email {
            security = Objects.requireNonNullElse(security, Security.START_TLS);
            afterCrash = Objects.requireNonNullElse(afterCrash, AfterCrash.SKIP);
        }
    }

    /** A Matrix homeserver. */
    @Describe("A Matrix homeserver, and who speaks there.")
    public record Matrix(
            @Describe("Address of its client-server API, such as 'https://matrix.example.org'.")
            @TextLimits(max = 500, pattern = "^https?://[^ /?#]+$")
            String homeserver,

            @Describe("Secret with the key 'accessToken'.") SecretReference credentialsRef) {}
}
