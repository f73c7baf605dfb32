package dev.allmende.api.loadbalancer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** How it is found out which members are well. One whose type changes is taken away and made anew. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Rule(cel = "self.timeoutSeconds <= self.delaySeconds", message = "timeoutSeconds cannot be more than delaySeconds")
@Rule(
        cel = "self.type in ['HTTP', 'HTTPS'] || !(has(self.path) || has(self.method) || has(self.codes))",
        message = "path, method and codes are for types HTTP and HTTPS")
public record MonitorSpec(
        @Describe("How members are asked. A change makes the monitor anew.")
        Type type,

        @Describe("Time between two looks.") @NumberLimits(min = 1, max = 3600)
        int delaySeconds,

        @Describe("Time for an answer, no longer than the delay.") @NumberLimits(min = 1, max = 3600)
        int timeoutSeconds,

        @Describe("Good answers in a row that make a member well; without it 3.")
        @NumberLimits(min = 1, max = 10)
        @Nullable
        Integer retries,

        @Describe("Failures in a row that make a member ill; without it 3.") @NumberLimits(min = 1, max = 10) @Nullable
        Integer retriesDown,

        @Describe("Path that is asked for; without it '/'.") @TextLimits(max = 255, pattern = "^/") @Nullable
        String path,

        @Describe("HTTP method; without it GET.") @Nullable Method method,

        @Describe("Status codes of good answers, such as '200', '200,202' or '200-204'; without it '200'.")
        @TextLimits(max = 64, pattern = "^[0-9]{3}(-[0-9]{3}|(, ?[0-9]{3})*)$")
        @Nullable
        String codes) {

    /** In Octavia's words. */
    public enum Type {
        TCP,
        HTTP,
        HTTPS,
        PING,
        SCTP,
        @JsonProperty("TLS-HELLO")
        TLS_HELLO,
        @JsonProperty("UDP-CONNECT")
        UDP_CONNECT
    }

    /** Of HTTP. */
    public enum Method {
        GET,
        HEAD,
        OPTIONS,
        POST
    }
}
