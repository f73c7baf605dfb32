package dev.allmende.api.loadbalancer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a load balancer listens. One whose protocol or port changes is taken away and made anew.
 *
 * @param pool null to refuse connections that no policy takes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Rule(
        cel = "has(self.tls) == (self.protocol == 'TERMINATED_HTTPS')",
        message = "tls and protocol TERMINATED_HTTPS need each other")
@Rule(
        cel = "!has(self.policies) || size(self.policies) == 0 || self.protocol in ['HTTP', 'TERMINATED_HTTPS']",
        message = "policies look into HTTP: protocol must be HTTP or TERMINATED_HTTPS")
public record ListenerSpec(
        @Describe("Name, by which a change finds it again.") @TextLimits(max = 63, pattern = LoadBalancerSpec.PART)
        String name,

        @Describe("What is spoken. A change makes the listener anew.")
        Protocol protocol,

        @Describe("Port. A change makes the listener anew.") @NumberLimits(min = 1, max = 65535)
        int port,

        @Describe("Name of the pool, of this load balancer, that takes what no policy takes.")
        @TextLimits(max = 63)
        @Nullable
        String pool,

        @Describe("Ranges of addresses that may connect; without any, all may.")
        @TextLimits(max = 43, pattern = "^[0-9A-Fa-f.:]+/[0-9]{1,3}$")
        @ListLimits(max = 64)
        List<String> allowedCIDRs,

        @Describe("Connections at the same time; without it there is no limit.")
        @NumberLimits(min = 1, max = 1_000_000_000)
        @Nullable
        Integer connectionLimit,

        @Describe("Certificate, for protocol TERMINATED_HTTPS.") @Nullable
        TLS tls,

        @Describe("What is done with some requests instead of giving them to the pool; the first that fits counts.")
        @ListLimits(max = 16, keys = "name")
        List<PolicySpec> policies) {

    /** What listeners speak, in Octavia's words. */
    public enum Protocol {
        TCP,
        UDP,
        SCTP,
        HTTP,
        HTTPS,
        TERMINATED_HTTPS
    }

    /** A certificate. */
    public record TLS(
            @Describe("Address of a secret (PKCS #12) or a container of the cloud's key manager.")
            @TextLimits(max = 255, pattern = "^https?://.+/v1/(secrets|containers)/[^/?#]+$")
            String containerRef) {}

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public ListenerSpec {
        allowedCIDRs = List.copyOf(Objects.requireNonNullElse(allowedCIDRs, List.of()));
        policies = List.copyOf(Objects.requireNonNullElse(policies, List.of()));
    }
}
