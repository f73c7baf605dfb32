package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of the two protocols of the internet. */
public enum EtherType {
    @JsonProperty("IPv4")
    IPV4,

    @JsonProperty("IPv6")
    IPV6
}
