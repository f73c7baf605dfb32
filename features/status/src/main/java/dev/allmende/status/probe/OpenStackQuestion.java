package dev.allmende.status.probe;

import dev.allmende.api.status.ProbeTargets;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.config.CloudConfig;
import java.util.Optional;

/**
 * Asks a service of a cloud for a list of one, or Keystone for a token. A login that fails says nothing of the service that
 * was to be asked: only the probe of tokens speaks for it.
 */
record OpenStackQuestion(ProbeTargets.OpenStack target, CloudAccess access, CloudLogins logins) implements Question {

    /** Where a list is, by what is asked. */
    private record Lists(ServiceType service, String path) {}

    @Override
    public Optional<String> ask(Watch watch) throws Trouble {
        var config = CloudTrouble.config(access, target.cloudRef(), target.loginRef());
        if (target.service() == ProbeTargets.Service.TOKEN) {
            logIn(config, watch);
        } else {
            list(config, lists(target.service()), watch);
        }
        return Optional.empty();
    }

    private void logIn(CloudConfig config, Watch watch) throws Trouble {
        try (var cloud = logins.fresh(config)) {
            cloud.token();
            watch.passed("processing");
        } catch (OpenStackException failed) {
            throw CloudTrouble.of(failed);
        }
    }

    private void list(CloudConfig config, Lists lists, Watch watch) throws Trouble {
        var cloud = logins.loggedIn(config, watch);
        try {
            var service = cloud.service(lists.service());
            watch.passed("catalog");
            var answer = service.ask(Call.get(lists.path()).with("limit", "1"));
            watch.passed("processing");
            if (!answer.ok()) {
                throw refused(config, answer.status());
            }
        } catch (OpenStackException failed) {
            throw CloudTrouble.of(failed);
        }
    }

    /** Whether our own user may ask is our own matter. */
    private Trouble refused(CloudConfig config, int status) {
        var failing = Failing.ofStatus(status);
        if (failing != Failing.DENIED) {
            return new Trouble(failing, "answered " + status);
        }
        logins.forget(config);
        return new Trouble(Failing.OURS, "answered %d: may this login list it?".formatted(status));
    }

    private static Lists lists(ProbeTargets.Service service) {
        return switch (service) {
            case TOKEN -> throw new IllegalArgumentException("a token is no list");
            case COMPUTE -> new Lists(ServiceType.COMPUTE, "/servers");
            case FLAVORS -> new Lists(ServiceType.COMPUTE, "/flavors");
            case IMAGE -> new Lists(ServiceType.IMAGE, "/images");
            case NETWORK -> new Lists(ServiceType.NETWORK, "/networks");
            case VOLUME -> new Lists(ServiceType.BLOCK_STORAGE, "/volumes");
            case LOAD_BALANCER -> new Lists(ServiceType.LOAD_BALANCER, "/lbaas/loadbalancers");
            case OBJECT_STORE -> new Lists(ServiceType.OBJECT_STORE, "/");
            case KEY_MANAGER -> new Lists(ServiceType.KEY_MANAGER, "/secrets");
            case DNS -> new Lists(ServiceType.DNS, "/zones");
            case PLACEMENT -> new Lists(ServiceType.PLACEMENT, "/");
            case ORCHESTRATION -> new Lists(ServiceType.ORCHESTRATION, "/stacks");
        };
    }
}
