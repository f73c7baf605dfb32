package dev.allmende.status.contract;

import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.StatusPageSpec.PhaseList;
import dev.allmende.api.status.StatusPageSpec.Severity;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Severities;
import dev.allmende.status.caller.Caller;
import dev.allmende.status.view.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Phases and severities, which are fields of a StatusPage. */
final class PageWrites {

    private static final int MOST_PHASES = 64;
    private static final int MOST_GENERATIONS = 64;
    private static final int MOST_SEVERITIES = 32;
    private final Store store;

    PageWrites(Store store) {
        this.store = store;
    }

    /** @return its generation */
    int addPhases(Ask ask, Board board, Caller author) throws InterruptedException {
        var body = Body.of(ask, "phases");
        var phases = new ArrayList<String>();
        int count = body.items("phases", MOST_PHASES).size();
        for (int i = 0; i < count; i++) {
            phases.add(phase(body, i));
        }
        if (phases.isEmpty()) {
            throw body.wrong("phases", "phases has no item");
        }
        var written = store.edit(StatusPage.class, board.page().name(), board, author, page -> {
            var spec = page.getSpec();
            var all = new ArrayList<>(spec.phases());
            if (all.size() == MOST_GENERATIONS) {
                throw Refused.of(409, "the page keeps %d generations of phases and no more".formatted(all.size()));
            }
            all.add(new PhaseList(newest(all) + 1, phases));
            page.setSpec(spec.with(all));
        });
        return newest(written.getSpec().phases());
    }

    private static String phase(Body body, int index) {
        var name = body.json().path("phases").path(index);
        var text = name.isTextual() ? name.textValue() : "";
        if (text.isBlank() || text.codePointCount(0, text.length()) > Body.NAME) {
            throw Refused.field("/phases/" + index, "a phase is a name of 1 to %d characters".formatted(Body.NAME));
        }
        return text;
    }

    private static int newest(List<PhaseList> phases) {
        return phases.stream().mapToInt(PhaseList::generation).max().orElse(0);
    }

    void addSeverity(Ask ask, Board board, Caller author) throws InterruptedException {
        var body = Body.of(ask, "displayName", "value");
        var added = new Severity(name(body), value(body));
        edit(board, author, old -> {
            var all = new ArrayList<>(old);
            if (all.size() == MOST_SEVERITIES) {
                throw Refused.of(409, "the page keeps %d severities and no more".formatted(all.size()));
            }
            all.add(added);
            return all;
        });
    }

    void changeSeverity(String name, Ask ask, Board board, Caller author) throws InterruptedException {
        var body = Body.of(ask, "displayName", "value");
        Find.severity(board, name);
        var newName = body.has("displayName") ? name(body) : name;
        edit(board, author, old -> {
            var all = new ArrayList<>(old);
            all.replaceAll(each -> each.displayName().equals(name)
                    ? new Severity(newName, body.has("value") ? value(body) : each.value())
                    : each);
            return all;
        });
    }

    void dropSeverity(String name, Board board, Caller author) throws InterruptedException {
        Find.severity(board, name);
        edit(
                board,
                author,
                old -> old.stream()
                        .filter(each -> !each.displayName().equals(name))
                        .toList());
    }

    /** A page without any shows the usual ones: these are what is changed then. */
    private void edit(Board board, Caller author, UnaryOperator<List<Severity>> change) throws InterruptedException {
        store.edit(StatusPage.class, board.page().name(), board, author, page -> {
            var spec = page.getSpec();
            var old = spec.severities().isEmpty() ? Severities.USUAL.ranges() : spec.severities();
            page.setSpec(spec.withSeverities(checked(change.apply(old))));
        });
    }

    private static List<Severity> checked(List<Severity> severities) {
        Severities.fault(severities).ifPresent(fault -> {
            throw Refused.of(409, fault);
        });
        return severities;
    }

    private static String name(Body body) {
        var name = body.neededText("displayName", Body.NAME);
        if (name.isBlank()) {
            throw body.wrong("displayName", "displayName is empty: it is the key of a severity");
        }
        return name;
    }

    private static int value(Body body) {
        return body.neededNumber("value", 0, Severities.HIGHEST);
    }
}
