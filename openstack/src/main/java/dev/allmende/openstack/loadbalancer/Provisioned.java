package dev.allmende.openstack.loadbalancer;

import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.State;

/**
 * A load balancer or a part of one. Its state is Octavia's provisioning_status: ACTIVE, DELETED, ERROR and PENDING_*
 * (octavia-lib, constants).
 */
public sealed interface Provisioned extends Resource
        permits Listener, LoadBalancer, Member, Monitor, Policy, Pool, Rule {

    @Override
    default String status() {
        return text("provisioning_status");
    }

    @Override
    default State state() {
        var status = status();
        return status.equals("ERROR")
                ? new State.Broken(status, "the load balancer's provider failed; Octavia does not say why")
                : status.contains("DELETE") ? new State.Leaving(status) : State.of(status, "");
    }

    /** For example {@code ONLINE}, {@code DEGRADED}, {@code NO_MONITOR}. */
    default String operating() {
        return text("operating_status");
    }
}
