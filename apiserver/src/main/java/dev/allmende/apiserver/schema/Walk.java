package dev.allmende.apiserver.schema;

import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.FieldError.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One validation under way: where it is and what it found. For one thread. */
final class Walk {

    /** How a Kubernetes API server names the path of the whole object. */
    static final String ROOT = "<nil>";

    final Trail trail;
    private final List<FieldError> faults = new ArrayList<>(0);

    /** How many checks have agreed; picks the alternative that was nearest to fit. */
    int agreed;

    Walk() {
        this(new Trail());
    }

    private Walk(Trail trail) {
        this.trail = trail;
    }

    /** A walk at the same place that collects for itself. */
    Walk aside() {
        return new Walk(trail);
    }

    /** @param value the bad value as the message shows it; null where it shows none */
    void fault(Kind kind, @Nullable String value, String detail) {
        var path = trail.dotted();
        add(new FieldError(kind, path.isEmpty() ? ROOT : path, value, detail));
    }

    /** {@code spec.x in body should be ...}. */
    void faultInBody(Kind kind, String value, String shouldBe) {
        fault(kind, value, trail.dotted() + " in body " + shouldBe);
    }

    void required(String field) {
        trail.field(field);
        add(FieldError.required(trail.dotted(), ""));
        trail.up();
    }

    /** About the place as a whole, which only the text names. */
    void remark(String about) {
        add(FieldError.invalid(ROOT, "\"\"", Quoted.text(trail.dotted()) + " " + about));
    }

    void add(FieldError fault) {
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    void take(Walk other) {
        other.faults.forEach(this::add);
        agreed += other.agreed;
    }

    int found() {
        return faults.size();
    }

    /** Drops what was found since. */
    void forgetFrom(int found) {
        faults.subList(found, faults.size()).clear();
    }

    List<FieldError> faults() {
        return faults;
    }
}
