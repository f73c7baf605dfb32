package dev.allmende.api.loadbalancer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done with requests that look in a certain way: given to another pool, sent elsewhere, or refused. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Rule(cel = "!(has(self.pool) && has(self.url))", message = "say either pool or url, or neither to refuse the request")
public record PolicySpec(
        @Describe("Name, by which a change finds it again.") @TextLimits(max = 63, pattern = LoadBalancerSpec.PART)
        String name,

        @Describe("Name of the pool, of this load balancer, that takes the request.") @TextLimits(max = 63) @Nullable
        String pool,

        @Describe("Where the client is sent. With neither pool nor url the request is refused.")
        @TextLimits(max = 255, pattern = "^https?://.+$")
        @Nullable
        String url,

        @Describe("What the request looks like; all must fit.") @ListLimits(max = 8)
        List<Match> rules) {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public PolicySpec {
        rules = List.copyOf(Objects.requireNonNullElse(rules, List.of()));
    }

    /** One look at a request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Rule(
            cel = "has(self.key) == (self.type in ['HEADER', 'COOKIE'])",
            message = "key is needed for types HEADER and COOKIE, and only there")
    public record Match(
            @Describe("What is looked at.") Type type,
            @Describe("How it is compared.") Compare compare,

            @Describe("What it is compared with.") @TextLimits(min = 1, max = 255)
            String value,

            @Describe("Name of the header or cookie.") @TextLimits(min = 1, max = 255) @Nullable
            String key,

            @Describe("true: it must not fit.") @Nullable Boolean invert) {

        /** In Octavia's words. */
        public enum Type {
            PATH,
            HOST_NAME,
            FILE_TYPE,
            HEADER,
            COOKIE
        }

        /** In Octavia's words. */
        public enum Compare {
            EQUAL_TO,
            STARTS_WITH,
            ENDS_WITH,
            CONTAINS,
            REGEX
        }
    }
}
