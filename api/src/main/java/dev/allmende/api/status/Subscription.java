package dev.allmende.api.status;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Somebody who is told what happens. */
@Group("status.allmende.dev")
@Version("v1alpha1")
@Describe("Somebody who is told what happens: by e-mail, by webhook or in a Matrix room.")
@Column(name = "State", path = ".status.state")
@Column(name = "Sent", path = ".status.sent", type = "integer")
@Column(name = "Last", path = ".status.lastSentAt", type = "date")
@Column(name = "Message", path = ".status.conditions[?(@.type==\"Ready\")].message", priority = 1)
public final class Subscription extends CustomResource<SubscriptionSpec, SubscriptionStatus> implements Namespaced {}
