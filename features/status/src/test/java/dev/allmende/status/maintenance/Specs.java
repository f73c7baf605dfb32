package dev.allmende.status.maintenance;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Approval;
import dev.allmende.api.status.Cancellation;
import dev.allmende.api.status.ExpectedImpact;
import dev.allmende.api.status.MaintenanceEdge;
import dev.allmende.api.status.MaintenanceSpec;
import dev.allmende.api.status.WindowChange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes down what a test plans: a window, and what is not usual about it. */
public final class Specs {

    private final Map<String, @Nullable Object> fields = new TreeMap<>();

    private Specs() {}

    public static Specs window(String start, String end, String zone) {
        return new Specs().with("start", start).with("end", end).with("zone", zone);
    }

    public static Specs lasting(String start, String length, String zone) {
        return new Specs().with("start", start).with("length", length).with("zone", zone);
    }

    private Specs with(String field, @Nullable Object value) {
        fields.put(field, value);
        return this;
    }

    public Specs every(String rule, String... exceptions) {
        return with("rule", rule).with("exceptions", List.of(exceptions));
    }

    public Specs confirmed() {
        return with("ends", MaintenanceEdge.WHEN_CONFIRMED);
    }

    public Specs begunByHand() {
        return with("begins", MaintenanceEdge.WHEN_CONFIRMED);
    }

    public Specs needsApproval(@Nullable String approvedBy) {
        return with("approval", Approval.REQUIRED).with("approvedBy", approvedBy);
    }

    public Specs announced(String... leads) {
        return with("announce", List.of(leads));
    }

    public Specs changed(WindowChange... changes) {
        return with("changes", List.of(changes));
    }

    public Specs cancelled(String at, String reason) {
        return with("cancelled", new Cancellation(at, reason));
    }

    public Specs horizon(int days) {
        return with("horizon", days);
    }

    public Specs on(String component, String type, int severity) {
        return with(
                "affects",
                List.of(new ExpectedImpact(new ObjectReference(component), new ObjectReference(type), severity)));
    }

    @SuppressWarnings("unchecked") // put in above
    private <T> T get(String field, T otherwise) {
        var value = fields.get(field);
        return value == null ? otherwise : (T) value;
    }

    private @Nullable String text(String field) {
        return (String) fields.get(field);
    }

    public MaintenanceSpec spec() {
        return new MaintenanceSpec(
                "Switches are replaced",
                "Networks may be slow.",
                List.of(),
                get("start", ""),
                text("end"),
                text("length"),
                get("zone", "UTC"),
                text("rule"),
                get("exceptions", List.of()),
                (Integer) fields.get("horizon"),
                get("begins", MaintenanceEdge.BY_CLOCK),
                get("ends", MaintenanceEdge.BY_CLOCK),
                get("approval", Approval.NOT_NEEDED),
                "ada",
                text("approvedBy"),
                get("affects", List.of()),
                get("announce", List.of()),
                null,
                get("changes", List.of()),
                (Cancellation) fields.get("cancelled"),
                List.of(),
                null);
    }

    public Plan plan() throws InvalidPlan {
        return Plan.of(spec());
    }
}
