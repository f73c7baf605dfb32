package dev.allmende.central.onboarding;

import dev.allmende.api.Reason;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Outcome;

/** An onboarding or offboarding cannot go on now: thrown by the step that cannot, so that the others read straight. */
final class Halt extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Projects.Shut why;

    Halt(Projects.Shut why) {
        super(why.why());
        this.why = why;
    }

    /** It may go on later by itself. */
    static Halt waiting(Reason reason, String why) {
        return new Halt(new Projects.Shut(reason, false, why));
    }

    /** Somebody must change something first. */
    static Halt lasting(Reason reason, String why) {
        return new Halt(new Projects.Shut(reason, true, why));
    }

    static Projects.Open open(Projects.Project project) {
        return switch (project) {
            case Projects.Open open -> open;
            case Projects.Shut shut -> throw new Halt(shut);
        };
    }

    Outcome<TenantStatus> outcome(TenantStatus before) {
        return why.outcome(before);
    }
}
