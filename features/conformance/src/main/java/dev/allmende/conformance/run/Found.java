package dev.allmende.conformance.run;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A resource in the cloud whose name carries the mark of a run.
 *
 * @param name or the field that stands for it
 * @param created empty when the API does not tell
 */
record Found(Kind kind, String id, String name, Optional<Instant> created) {

    private static final Pattern MARK = Pattern.compile("allmende-(" + RunId.PATTERN + ")-.+");

    /** The run that made it; empty when the name carries no mark. */
    Optional<String> run() {
        var mark = MARK.matcher(name);
        return mark.matches() ? Optional.of(mark.group(1)) : Optional.empty();
    }
}
