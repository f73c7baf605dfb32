package dev.allmende.server.protection;

import dev.allmende.api.Protection;
import dev.allmende.apiserver.registry.Admission;
import java.util.Optional;

/** Keeps protected objects from being deleted by mistake, whoever asks. */
public final class ProtectionAdmission implements Admission {

    @Override
    public Verdict review(Review review) {
        var refusal = review.operation() == Operation.DELETE
                ? review.old().flatMap(Protection::refusal)
                : Optional.<String>empty();
        return refusal.<Verdict>map(Refused::new).orElse(Verdict.ALLOWED);
    }
}
