package dev.allmende.api.status;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** What probes found at another place than the controllers: an agent there writes it, and nobody else. */
@Group("status.allmende.dev")
@Version("v1alpha1")
@Describe(
        "What probes found at another place, whose name it has. Who runs the page makes it with an empty spec; the agent there "
                + "(allmende probe-agent) writes what it finds.")
@Column(name = "Seen", path = ".spec.seenAt", type = "date")
public final class ProbeReport extends CustomResource<ProbeReportSpec, PlainStatus> implements Namespaced {}
