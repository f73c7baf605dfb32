package dev.allmende.status.board;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A component.
 *
 * @param name of the resource
 * @param group heading that it stands under; empty for none
 * @param order place on the page
 * @param dependsOn components that it does not work without
 * @param visibleTo groups of users who see it; empty for everybody
 */
public record Part(
        UUID id,
        String name,
        Wording wording,
        String group,
        int order,
        Map<String, String> labels,
        List<UUID> dependsOn,
        List<String> visibleTo) {

    public boolean isSeenBy(Set<String> groups) {
        return visibleTo.isEmpty() || visibleTo.stream().anyMatch(groups::contains);
    }
}
