package dev.allmende.api.status;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Work that is planned: one window of time or a series of them. */
@Group("status.allmende.dev")
@Version("v1alpha1")
@Describe("Work that is planned: a window of time, or a series of windows.")
@Column(name = "Name", path = ".spec.displayName")
@Column(name = "State", path = ".status.state")
@Column(name = "Start", path = ".status.window.start")
@Column(name = "End", path = ".status.window.end")
@Column(name = "Rule", path = ".spec.recurrence", priority = 1)
@Column(name = "Message", path = ".status.conditions[?(@.type==\"Ready\")].message", priority = 1)
public final class Maintenance extends CustomResource<MaintenanceSpec, MaintenanceStatus> implements Namespaced {}
