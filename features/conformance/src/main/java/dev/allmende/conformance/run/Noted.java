package dev.allmende.conformance.run;

import java.util.Optional;

/**
 * A resource that a run noted and that is not known to be gone.
 *
 * @param number within the run's journal
 * @param cloud name of the login it was made with
 * @param id empty when the cloud's answer was not seen
 */
record Noted(int number, String cloud, Kind kind, String name, Optional<String> id) {

    Noted withId(String known) {
        return new Noted(number, cloud, kind, name, Optional.of(known));
    }

    /** With a known id the name may have changed within the run's mark: Cinder gives a restored volume its source's. */
    boolean is(Found found) {
        return found.kind() == kind
                && id.map(known -> known.equals(found.id()) && found.run().equals(run()))
                        .orElse(found.name().equals(name));
    }

    private Optional<String> run() {
        return new Found(kind, "", name, Optional.empty()).run();
    }
}
