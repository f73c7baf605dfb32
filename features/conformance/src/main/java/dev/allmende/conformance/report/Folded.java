package dev.allmende.conformance.report;

import dev.allmende.conformance.testcase.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Findings that say the same about several items, told once.
 *
 * @param first stands for all of them
 * @param items in the order of the findings
 */
record Folded(Finding first, List<String> items) {

    /** Worst first, else in the order they came. */
    static List<Folded> of(List<Finding> findings) {
        var groups = new LinkedHashMap<Finding, Folded>();
        for (var finding : findings) {
            var sameForAll = new Finding(
                    finding.severity(),
                    "*",
                    finding.found(),
                    finding.wanted(),
                    withoutNames(finding.remedy(), finding.item()),
                    finding.clause());
            groups.computeIfAbsent(sameForAll, key -> new Folded(finding, new ArrayList<>()))
                    .items()
                    .add(finding.item());
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(group -> group.first().severity()))
                .toList();
    }

    int more() {
        return items.size() - 1;
    }

    /** Remedies that differ in the item's name or id and in nothing else are the same: {@code image Ubuntu (3f0c...)}. */
    private static String withoutNames(String remedy, String item) {
        var text = remedy;
        var kind = item.indexOf(' ');
        var name = kind < 0 ? item : item.substring(kind + 1);
        for (var part : name.split("[()]")) {
            if (part.strip().length() > 2) {
                text = text.replace(part.strip(), "*");
            }
        }
        return text;
    }
}
