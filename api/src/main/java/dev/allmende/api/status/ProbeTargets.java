package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What probes ask. */
public final class ProbeTargets {

    static final String URL = "^https?://[^ ]+$";

    private ProbeTargets() {}

    /** A web server. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A web server, asked with GET; redirects are not followed.")
    public record Http(
            @Describe("Address, http or https.") @TextLimits(pattern = URL)
            String url,

            @Describe("Status that is good; without it 200 to 399.") @NumberLimits(min = 100, max = 599) @Nullable
            Integer status,

            @Describe("Text that the first 64 KiB of the body must have.") @TextLimits(max = 1024) @Nullable
            String contains,

            @Describe("Authorities to trust instead of the machine's, in PEM.") @TextLimits(max = 200000) @Nullable
            String caBundle,

            @Describe("Slow when the certificate expires within so many days; 21 without it. It fails below 3 days.")
            @NumberLimits(min = 0, max = 3650)
            @Nullable
            Integer certificateDays) {}

    /** A port. */
    @Describe("A port that takes connections.")
    public record Tcp(
            @Describe("Name or address.") @TextLimits(min = 1, max = 253)
            String host,

            @Describe("Port.") @NumberLimits(min = 1, max = 65535)
            int port) {}

    /** A name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A name that must resolve.")
    public record Dns(
            @Describe("Name to look up.") @TextLimits(min = 1, max = 253)
            String name,

            @Describe("Server to ask, as HOST or HOST:PORT; the machine's resolver without it.")
            @TextLimits(max = 300)
            @Nullable
            String server,

            @Describe("Address that must be among the answers.") @TextLimits(max = 64) @Nullable
            String expect) {}

    /** A host. */
    @Describe("A host that answers echo requests.")
    public record Icmp(
            @Describe("Name or address.") @TextLimits(min = 1, max = 253)
            String host) {}

    /** A service of a cloud. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A service of a cloud, asked for a list of one.")
    public record OpenStack(
            @Describe("Cloud, by the name of its object.") ObjectReference cloudRef,

            @Describe("Secret with a login to it, beside the controllers; the Cloud's own without it.") @Nullable
            SecretReference loginRef,

            @Describe("What is asked.") Service service) {}

    /** What an OpenStack can be asked. */
    public enum Service {
        /** A new token. */
        @JsonProperty("Token")
        TOKEN,
        @JsonProperty("Compute")
        COMPUTE,
        @JsonProperty("Flavors")
        FLAVORS,
        @JsonProperty("Image")
        IMAGE,
        @JsonProperty("Network")
        NETWORK,
        @JsonProperty("Volume")
        VOLUME,
        @JsonProperty("LoadBalancer")
        LOAD_BALANCER,
        @JsonProperty("ObjectStore")
        OBJECT_STORE,
        @JsonProperty("KeyManager")
        KEY_MANAGER,
        @JsonProperty("DNS")
        DNS,
        @JsonProperty("Placement")
        PLACEMENT,
        @JsonProperty("Orchestration")
        ORCHESTRATION
    }

    /** Something that is made, used and removed again. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe(
            "Something that is made in a cloud, used and removed again, step by step. Whatever happens nothing stays.")
    @Rule(
            cel = "self.cycle != 'Server' || (has(self.image) && has(self.flavor))",
            message = "the life cycle of a server needs image and flavor")
    @Rule(
            cel = "!has(self.check) || self.check != 'SSH' || has(self.externalNetwork)",
            message = "a check by SSH needs externalNetwork, where the server gets a floating IP")
    public record Lifecycle(
            @Describe("Cloud, by the name of its object.") ObjectReference cloudRef,

            @Describe("Secret with a login to it, beside the controllers; the Cloud's own without it. "
                    + "Best one of a project that has nothing else.")
            @Nullable
            SecretReference loginRef,

            @Describe("What is made.") Cycle cycle,

            @Describe("Image of the server, by name or identifier.") @TextLimits(min = 1, max = 255) @Nullable
            String image,

            @Describe("Flavor of the server, by name or identifier.") @TextLimits(min = 1, max = 255) @Nullable
            String flavor,

            @Describe("How the server's guest is seen to run.") @Default("Console")
            GuestCheck check,

            @Describe(
                    "Text that the guest writes on its console, such as 'login:'; without it one that user data tells it "
                            + "to write, which proves that user data arrives.")
            @TextLimits(min = 1, max = 255)
            @Nullable
            String consoleText,

            @Describe(
                    "External network, by name or identifier: for a gateway and a floating IP; none of both without it.")
            @TextLimits(min = 1, max = 255)
            @Nullable
            String externalNetwork,

            @Describe("Type of the volume; the cloud's own choice without it.")
            @TextLimits(min = 1, max = 255)
            @Nullable
            String volumeType,

            @Describe("Provider of the load balancer; the cloud's own choice without it.")
            @TextLimits(min = 1, max = 64)
            @Nullable
            String provider) {

        // Jackson gives null for what is left out.
        @SuppressWarnings("RedundantNullCheck")
        public Lifecycle {
            check = Objects.requireNonNullElse(check, GuestCheck.CONSOLE);
        }
    }

    /** What a life cycle makes. */
    public enum Cycle {
        /** Network, subnet, router, security group, port; and a floating IP. */
        @JsonProperty("Network")
        NETWORK,
        @JsonProperty("Volume")
        VOLUME,
        /** In a network of its own. */
        @JsonProperty("Server")
        SERVER,
        /** In a network of its own. */
        @JsonProperty("LoadBalancer")
        LOAD_BALANCER,
        /** A container and an object in it, by Swift's API. */
        @JsonProperty("Object")
        OBJECT
    }

    /** How a guest is seen to run. */
    public enum GuestCheck {
        /** By a text on its console. */
        @JsonProperty("Console")
        CONSOLE,
        /** By an SSH server that greets behind a floating IP. */
        @JsonProperty("SSH")
        SSH
    }

    /** A Kubernetes API. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A Kubernetes API: /livez and /readyz, and a Lease that is written and seen by a watch.")
    public record Kubernetes(
            @Describe(
                    "Secret beside the controllers with the key 'kubeconfig'; without it the API that this object is in.")
            @Nullable
            SecretReference kubeconfigRef,

            @Describe("Namespace of the Lease that is written; without it that of the controllers.")
            @TextLimits(max = 63)
            @Nullable
            String namespace) {}

    /** A member of an etcd cluster. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A member of an etcd cluster: health, leader, alarms, size against quota, latency of the disk.")
    public record Etcd(
            @Describe("Client address, such as 'http://127.0.0.1:2379'.") @TextLimits(pattern = URL)
            String url,

            @Describe("Address with /metrics where that is another one.") @TextLimits(pattern = URL) @Nullable
            String metricsURL) {}

    /** A query. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A query to a Prometheus: bad while it gives any series, as an alerting rule.")
    public record Prometheus(
            @Describe("Address of the Prometheus.") @TextLimits(pattern = URL)
            String url,

            @Describe("Query (PromQL), such as 'up == 0'.") @TextLimits(min = 1, max = 8192)
            String query) {}

    /** Alerts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("Alerts that an Alertmanager posts to /status/NAMESPACE/alerts of this page: bad while one fires.")
    public record Alertmanager(
            @Describe("Secret beside the controllers with the key 'token', which the Alertmanager must know, and the "
                    + "annotation status.allmende.dev/for with the namespace of this page.")
            SecretReference tokenRef,

            @Describe("Labels that an alert must have to concern this probe, such as alertname or service; all alerts "
                    + "without any.")
            Map<String, String> labels,

            @Describe("Name of an alert that always fires: without word of it this probe is Unknown.")
            @TextLimits(min = 1, max = 255)
            @Nullable
            String watchdog,

            @Describe("Minutes without word of an alert that fired until nothing is known of it; 15 without it. "
                    + "repeat_interval of the receiver must be shorter.")
            @NumberLimits(min = 1, max = 1440)
            @Nullable
            Integer silentAfterMinutes) {

        // Jackson gives null for what is left out.
        @SuppressWarnings("RedundantNullCheck")
        public Alertmanager {
            labels = Map.copyOf(Objects.requireNonNullElse(labels, Map.of()));
        }
    }
}
