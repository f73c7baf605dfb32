package dev.allmende.api.dns;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A zone of the domain name system. */
@Group("dns.allmende.dev")
@Version("v1alpha1")
@Describe("A zone of the domain name system, served by the cloud's name servers.")
@Column(name = "Zone", path = ".status.observed.name")
@Column(name = "Serial", path = ".status.observed.serial", type = "integer", priority = 1)
public final class DNSZone extends Thing<DNSZoneSpec, DNSZoneSeen> {}
