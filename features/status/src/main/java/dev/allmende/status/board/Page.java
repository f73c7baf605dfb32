package dev.allmende.status.board;

import dev.allmende.api.status.StatusPageSpec.PhaseList;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the page looks, and its words.
 *
 * @param namespace that it shows
 * @param name of the resource
 * @param languages at least one; the first is for who reads none of them
 * @param zone that days begin and end in
 * @param accent colour, {@code #rrggbb}; empty for the usual one
 * @param logo address; empty for none
 * @param imprint empty for none
 * @param visibleTo groups of users; empty for everybody
 * @param phases generations, ascending
 */
public record Page(
        String namespace,
        String name,
        Wording wording,
        List<String> languages,
        ZoneId zone,
        String accent,
        String logo,
        String imprint,
        List<String> visibleTo,
        int historyDays,
        List<PhaseList> phases,
        Severities severities) {

    public Page {
        phases = phases.stream()
                .sorted(Comparator.comparingInt(PhaseList::generation))
                .toList();
    }

    /** The newest generation of phases. */
    public Optional<PhaseList> newestPhases() {
        return phases.isEmpty() ? Optional.empty() : Optional.of(phases.getLast());
    }

    public Optional<PhaseList> phases(int generation) {
        return phases.stream().filter(list -> list.generation() == generation).findFirst();
    }

    /** Its name in its own generation: a newer list does not relabel history. Empty for one that no list has. */
    public Optional<String> name(Phase phase) {
        return phases(phase.generation())
                .filter(list -> phase.order() < list.phases().size())
                .map(list -> list.phases().get(phase.order()));
    }
}
