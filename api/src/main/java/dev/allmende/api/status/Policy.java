package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What comes of what a probe finds. */
public enum Policy {
    /** An incident that only managers see until one of them publishes it. */
    @JsonProperty("Propose")
    PROPOSE,
    /** As a proposal, which is published when nobody acts in time. */
    @JsonProperty("PublishAfter")
    PUBLISH_AFTER,
    /** An incident that readers see at once. */
    @JsonProperty("Publish")
    PUBLISH
}
