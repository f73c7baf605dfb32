package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was told: the outbox. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What was told.")
public record SubscriptionStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("How far it has come.") @Nullable State state,

        @Describe(
                "Messages that were told, or were news before the subscription, as long as what they tell of is recent.")
        @ListLimits(max = 8192)
        @TextLimits(max = 64)
        List<String> told,

        @Describe("Message that is being sent. After a crash nobody knows whether it went out.")
        @TextLimits(max = 64)
        @Nullable
        String sending,

        @Describe("The message that the channel did not take, and how often.") @Nullable
        Trouble trouble,

        @Describe("Messages sent.") long sent,

        @Describe("Messages given up: refused for good, or tried for three days.")
        long dropped,

        @Describe("Messages of which a crash left open whether they went out, and that were not sent again.")
        long uncertain,

        @Describe("When the last message was sent.") @TextLimits(format = "date-time") @Nullable
        String lastSentAt)
        implements Observed {

    /** How far a subscription has come. */
    public enum State {
        /** The owner of the address was not asked yet, or has not agreed yet. */
        @JsonProperty("Pending")
        PENDING,
        @JsonProperty("Active")
        ACTIVE,
        /** The channel takes nothing at present. */
        @JsonProperty("Failing")
        FAILING
    }

    /** A message that did not go out. */
    @Describe("A message that did not go out yet.")
    public record Trouble(
            @Describe("Which.") @TextLimits(max = 64) String message,
            @Describe("How often it was tried.") int tries,

            @Describe("When it was first tried.") @TextLimits(format = "date-time")
            String since,

            @Describe("When it is tried again.") @TextLimits(format = "date-time")
            String again) {}

    /** Nothing was seen yet. */
    public static final SubscriptionStatus UNSEEN =
            new SubscriptionStatus(0, List.of(), null, List.of(), null, null, 0, 0, 0, null);

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public SubscriptionStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        told = List.copyOf(Objects.requireNonNullElse(told, List.of()));
    }

    public SubscriptionStatus with(long generation, List<Condition> now) {
        return new SubscriptionStatus(
                generation, now, state, told, sending, trouble, sent, dropped, uncertain, lastSentAt);
    }

    public SubscriptionStatus in(State now) {
        return new SubscriptionStatus(
                observedGeneration, conditions, now, told, sending, trouble, sent, dropped, uncertain, lastSentAt);
    }

    /** With these told, and nothing under way. */
    public SubscriptionStatus told(List<String> now) {
        return new SubscriptionStatus(
                observedGeneration, conditions, state, now, null, null, sent, dropped, uncertain, lastSentAt);
    }

    public SubscriptionStatus sending(String message) {
        return new SubscriptionStatus(
                observedGeneration, conditions, state, told, message, trouble, sent, dropped, uncertain, lastSentAt);
    }

    public SubscriptionStatus failed(Trouble now) {
        return new SubscriptionStatus(
                observedGeneration, conditions, State.FAILING, told, null, now, sent, dropped, uncertain, lastSentAt);
    }

    public SubscriptionStatus counted(long nowSent, long nowDropped, long nowUncertain, @Nullable String at) {
        return new SubscriptionStatus(
                observedGeneration, conditions, state, told, sending, trouble, nowSent, nowDropped, nowUncertain, at);
    }
}
