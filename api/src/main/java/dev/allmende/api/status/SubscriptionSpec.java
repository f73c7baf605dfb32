package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is told of what, and how. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Who is told of what, and how.")
@Rule(
        cel = "(has(self.email) ? 1 : 0) + (has(self.webhook) ? 1 : 0) + (has(self.matrix) ? 1 : 0) == 1",
        message = "give one of email, webhook, matrix")
public record SubscriptionSpec(
        @Describe("By e-mail.") @Nullable Email email,
        @Describe("By an HTTP request.") @Nullable Webhook webhook,
        @Describe("In a Matrix room.") @Nullable Room matrix,

        @Describe("Components to be told of; without any, all that everybody may see.") @ListLimits(max = 256)
        List<ObjectReference> components,

        @Describe("What to be told of; without any, all.") @ListLimits(max = 2)
        List<Topic> topics,

        @Describe("Language of messages, such as 'de'; without it the page's first.")
        @TextLimits(pattern = "^[a-z]{2}$")
        @Nullable
        String language,

        @Describe("When the owner of the address agreed; without it an e-mail asks, and nothing else is sent there.")
        @TextLimits(format = "date-time")
        @Nullable
        String confirmedAt) {

    /** An address, as far as a pattern tells. */
    static final String ADDRESS = "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}$";

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public SubscriptionSpec {
        components = List.copyOf(Objects.requireNonNullElse(components, List.of()));
        topics = List.copyOf(Objects.requireNonNullElse(topics, List.of()));
    }

    /** What one may be told of. */
    public enum Topic {
        @JsonProperty("Incident")
        INCIDENT,
        @JsonProperty("Maintenance")
        MAINTENANCE
    }

    /** A mailbox. */
    @Describe("A mailbox.")
    public record Email(
            @Describe("Its address.") @TextLimits(max = 254, pattern = ADDRESS)
            String address) {}

    /** A receiver of requests, signed as Standard Webhooks has it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A receiver of POST requests in JSON, signed as Standard Webhooks has it.")
    public record Webhook(
            @Describe("Its address.") @TextLimits(max = 2000, pattern = "^https?://[^ #@]+$")
            String url,

            @Describe("Secret beside the controllers, with the key 'key'; it names this namespace in the annotation "
                    + "'status.allmende.dev/for'. Requests are signed with it.")
            SecretReference secretRef) {}

    /** A room. */
    @Describe("A Matrix room.")
    public record Room(
            @Describe("Its identifier, such as '!abc:example.org'.") @TextLimits(max = 255, pattern = "^![^ /?#]+$")
            String roomId) {}

    public static SubscriptionSpec mail(String address, List<ObjectReference> components, @Nullable String language) {
        return new SubscriptionSpec(new Email(address), null, null, components, List.of(), language, null);
    }

    public SubscriptionSpec confirmed(String at) {
        return new SubscriptionSpec(email, webhook, matrix, components, topics, language, at);
    }
}
