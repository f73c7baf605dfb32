package dev.allmende.api.dns;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** All records of one name and type in a zone. */
@Group("dns.allmende.dev")
@Version("v1alpha1")
@Describe("All records of one name and type in a zone.")
@Column(name = "Record", path = ".status.observed.name")
@Column(name = "Type", path = ".spec.type")
@Column(name = "Records", path = ".spec.records", priority = 1)
public final class DNSRecordSet extends Thing<DNSRecordSetSpec, DNSRecordSetSeen> {}
