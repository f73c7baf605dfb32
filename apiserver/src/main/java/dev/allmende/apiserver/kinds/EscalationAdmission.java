package dev.allmende.apiserver.kinds;

import dev.allmende.apiserver.authz.Escalation;
import dev.allmende.apiserver.registry.Admission;

/** Nobody gives rights that they do not have. */
public final class EscalationAdmission implements Admission {

    private final Escalation escalation;

    public EscalationAdmission(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public Verdict review(Review review) {
        if (review.resource().group().equals(Escalation.GROUP)
                && review.object().isPresent()) {
            var requestName = review.operation() == Operation.CREATE ? "" : review.name();
            escalation.check(
                    review.user(),
                    review.resource().resource(),
                    requestName,
                    review.old().orElse(null),
                    review.object().get());
        }
        return Verdict.ALLOWED;
    }
}
