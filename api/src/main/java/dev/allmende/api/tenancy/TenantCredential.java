package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.Span;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A login that is there, or one that is made and renewed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("A login that is there, or one that is made and renewed.")
@Rule(cel = "has(self.name) != has(self.managed)", message = "say either name or managed")
public record TenantCredential(
        @Describe(
                "Secret with a login to the project, in the namespace of the controllers, where the tenant cannot read it; keys as for a Cloud.")
        @TextLimits(min = 1, max = 253)
        @Nullable
        String name,

        @Describe(
                "The login is an application credential of a user of its own, which Allmende makes; its Secret lies in the namespace of the controllers, where the tenant cannot read it.")
        @Nullable
        Managed managed) {

    /** How a login is renewed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe(
            "How the login is renewed; the annotation tenancy.allmende.dev/rotate, with another value, renews it at once.")
    public record Managed(
            @Describe(
                    "How long an application credential is used, such as 90d; without it until somebody asks for another.")
            @TextLimits(max = 8, pattern = Span.PATTERN)
            @Nullable
            String rotateAfter,

            @Describe("How long the old one is good beside the new one, such as 10m.")
            @TextLimits(max = 8, pattern = Span.PATTERN)
            @Default("10m")
            String overlap) {

        // Jackson gives null for what is left out.
        @SuppressWarnings("RedundantNullCheck")
        public Managed {
            overlap = Objects.requireNonNullElse(overlap, "10m");
        }

        public Duration overlapping() {
            return Span.of(overlap);
        }
    }
}
