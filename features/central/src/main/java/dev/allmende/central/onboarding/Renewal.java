package dev.allmende.central.onboarding;

import dev.allmende.api.Span;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantCredential;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.central.keep.Marks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** When a managed login must be renewed, and when the old one goes. Pure. */
record Renewal(TenantCredential.Managed rule, String asked) {

    /** Another value than the last renews the login at once. */
    static final String ROTATE = "tenancy.allmende.dev/rotate";

    static Renewal of(Tenant tenant) {
        return new Renewal(
                Objects.requireNonNull(tenant.getSpec().credential().managed(), "a managed login"),
                Marks.annotation(tenant, ROTATE));
    }

    boolean isDue(Box box, Instant now) {
        boolean isAsked = !asked.isEmpty() && !asked.equals(box.asked());
        return box.id().isEmpty()
                || isAsked
                || !box.nextName().isEmpty()
                || until(box).filter(end -> !now.isBefore(end)).isPresent();
    }

    boolean isOverlapOver(Box box, Instant now) {
        return !box.old().isEmpty() && !now.isBefore(box.since().plus(rule.overlapping()));
    }

    private Optional<Instant> until(Box box) {
        return Optional.ofNullable(rule.rotateAfter())
                .map(Span::of)
                .map(age -> age.compareTo(Duration.ofDays(36500)) > 0 ? Duration.ofDays(36500) : age)
                .map(box.since()::plus);
    }

    TenantStatus.Login shown(Box box) {
        return new TenantStatus.Login(
                box.id(),
                text(box.since()),
                until(box).map(Renewal::text).orElse(null),
                box.old().size());
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
