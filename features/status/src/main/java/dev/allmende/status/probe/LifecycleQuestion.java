package dev.allmende.status.probe;

import dev.allmende.api.status.ProbeTargets;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.status.lifecycle.Cycle;
import dev.allmende.status.lifecycle.LifeCycles;
import dev.allmende.status.lifecycle.Setback;
import dev.allmende.status.lifecycle.Steps;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes something in a cloud, uses it and removes it.
 *
 * @param uid of the probe's object
 * @param limit of a round
 */
record LifecycleQuestion(
        ProbeTargets.Lifecycle target,
        Cycle cycle,
        String uid,
        Duration limit,
        CloudAccess access,
        CloudLogins logins,
        LifeCycles lifeCycles)
        implements Question {

    @Override
    public Optional<String> ask(Watch watch) throws Trouble, InterruptedException {
        var config = CloudTrouble.config(access, target.cloudRef(), target.loginRef());
        var cloud = logins.loggedIn(config, watch);
        try {
            lifeCycles.live(cloud, cycle, uid, limit, told(watch));
            return Optional.empty();
        } catch (Setback setback) {
            throw new Trouble(failing(setback), String.valueOf(setback.getMessage()));
        } catch (OpenStackException failed) {
            throw trouble(failed);
        }
    }

    private static Steps told(Watch watch) {
        return new Steps() {
            @Override
            public void begins(String step) {
                watch.begins(step);
            }

            @Override
            public void ended(String step) {
                watch.passed(step);
            }
        };
    }

    /** A project that is full is our own matter. */
    private static Trouble trouble(OpenStackException failed) {
        return failed.kind() == OpenStackException.Kind.QUOTA
                ? new Trouble(Failing.OURS, "the quota of this login's project is used up: " + failed.getMessage())
                : CloudTrouble.of(failed);
    }

    private static Failing failing(Setback setback) {
        return switch (setback.why()) {
            case LATE -> Failing.TIMEOUT;
            case BROKEN -> Failing.UNHEALTHY;
            case WRONG -> Failing.BODY;
            case OURS -> Failing.OURS;
        };
    }
}
