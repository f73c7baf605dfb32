package dev.allmende.central.onboarding;

import dev.allmende.api.Reason;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Outcome;

/** An onboarding or offboarding cannot go on now: thrown by the step that cannot, so that the others read straight. */
final class Halt extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Ending what;

    private interface Ending {
        Outcome<TenantStatus> of(TenantStatus before);
    }

    private Halt(String why, Ending what) {
        super(why);
        this.what = what;
    }

    Halt(Projects.Shut shut) {
        this(shut.why(), shut::outcome);
    }

    /** It may go on later by itself. */
    static Halt waiting(Reason reason, String why) {
        return new Halt(why, before -> new Outcome.Retry<>(before, reason, why));
    }

    /** It will go on in a moment. */
    static Halt soon(Reason reason, String why) {
        return new Halt(why, before -> new Outcome.Busy<>(before, reason, why));
    }

    /** Somebody must change something first. */
    static Halt lasting(Reason reason, String why) {
        return new Halt(why, before -> new Outcome.Stuck<>(before, reason, why));
    }

    static Projects.Open open(Projects.Project project) {
        return switch (project) {
            case Projects.Open open -> open;
            case Projects.Shut shut -> throw new Halt(shut);
        };
    }

    Outcome<TenantStatus> outcome(TenantStatus before) {
        return what.of(before);
    }
}
