package dev.allmende.api.loadbalancer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** How a client comes to the same member again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Rule(
        cel = "has(self.cookie) == (self.type == 'APP_COOKIE')",
        message = "cookie is needed for type APP_COOKIE, and only there")
public record Persistence(
        @Describe("What he is known by.") Type type,

        @Describe("Name of the application's cookie.")
        @TextLimits(min = 1, max = 255, pattern = "^[^\\s,;\\\\]+$")
        @Nullable
        String cookie) {

    /** In Octavia's words. */
    public enum Type {
        SOURCE_IP,
        HTTP_COOKIE,
        APP_COOKIE
    }
}
