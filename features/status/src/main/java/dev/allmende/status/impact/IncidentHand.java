package dev.allmende.status.impact;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.IncidentSpec;
import dev.allmende.api.status.Origin;
import dev.allmende.api.status.PhaseReference;
import dev.allmende.api.status.Translation;
import dev.allmende.api.status.Update;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Boards;
import dev.allmende.status.impact.Decision.What;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was decided into incidents. May be killed anywhere: an incident is found again by its name, and what was
 * decided of one that a person has changed or deleted is not done.
 */
final class IncidentHand {

    private static final int TRIES = 4;
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_UPDATES = 500;

    private final KubernetesClient kubernetes;
    private final Texts texts = new Texts();

    IncidentHand(KubernetesClient kubernetes) {
        this.kubernetes = kubernetes;
    }

    /** @throws KubernetesClientException when the API does not take it */
    void act(Decision decision, Board board, Instant now) {
        if (decision.what() == What.OPEN) {
            create(decision, board, now);
        } else {
            change(decision, board, now);
        }
    }

    private void create(Decision decision, Board board, Instant now) {
        var spec = spec(Optional.empty(), decision, board, now);
        var about = decision.after();
        var incident = new Incident();
        incident.setMetadata(new ObjectMetaBuilder()
                .withName(about.id())
                .withNamespace(board.page().namespace())
                .withLabels(about.isDraft() ? Map.of(Boards.DRAFT, "true") : Map.of())
                .withAnnotations(annotations("", spec, decision, now))
                .build());
        incident.setSpec(spec);
        try {
            kubernetes.resource(incident).create();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refused;
            }
        }
    }

    private void change(Decision decision, Board board, Instant now) {
        for (int tries = 1; ; tries++) {
            var incident = kubernetes
                    .resources(Incident.class)
                    .inNamespace(board.page().namespace())
                    .withName(decision.after().id())
                    .get();
            if (incident == null) {
                return;
            }
            try {
                kubernetes.resource(changed(incident, decision, board, now)).update();
                return;
            } catch (KubernetesClientException refused) {
                if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT || tries == TRIES) {
                    throw refused;
                }
            }
        }
    }

    private Incident changed(Incident incident, Decision decision, Board board, Instant now) {
        var note = Marks.annotations(incident).getOrDefault(Marks.NOTE, "");
        var metadata = incident.getMetadata();
        if (decision.suggestion() || Marks.isTaken(incident)) {
            var annotations = new TreeMap<>(Marks.annotations(incident));
            annotations.put(Marks.CASE, CaseText.write(decision.after()));
            annotations.put(Marks.NOTE, Marks.noted(note, line(decision, now) + " (not done: a person has edited it)"));
            metadata.setAnnotations(annotations);
            return incident;
        }
        var spec = spec(Optional.of(incident.getSpec()), decision, board, now);
        var annotations = new TreeMap<>(Marks.annotations(incident));
        annotations.putAll(annotations(note, spec, decision, now));
        metadata.setAnnotations(annotations);
        if (decision.what() == What.PUBLISH) {
            var labels = new TreeMap<>(Objects.requireNonNullElse(metadata.getLabels(), Map.of()));
            labels.remove(Boards.DRAFT);
            metadata.setLabels(labels);
        }
        incident.setSpec(spec);
        return incident;
    }

    private static Map<String, String> annotations(String note, IncidentSpec spec, Decision decision, Instant now) {
        return Map.of(
                Marks.CASE,
                CaseText.write(decision.after()),
                Marks.WRITTEN,
                Marks.fingerprint(spec),
                Marks.NOTE,
                Marks.noted(note, line(decision, now)));
    }

    private static String line(Decision decision, Instant now) {
        return "%s system: %s %s: %s".formatted(now, decision.what().key(), decision.component(), decision.why());
    }

    private IncidentSpec spec(Optional<IncidentSpec> old, Decision decision, Board board, Instant now) {
        var about = decision.after();
        int order = old.map(IncidentSpec::lastOrder).map(last -> last + 1).orElse(0);
        var updates = new ArrayList<>(old.map(IncidentSpec::updates).orElse(List.of()));
        if (updates.size() < MOST_UPDATES) {
            updates.add(update(order, decision, board, now));
        }
        return new IncidentSpec(
                title(about, board, Texts.LANGUAGES.getFirst()),
                null,
                others().map(language -> new Translation(language, title(about, board, language), null))
                        .toList(),
                about.began().toString(),
                text(about.ended()),
                phase(about, board),
                about.affects().entrySet().stream()
                        .map(each -> new Impact(
                                new ObjectReference(each.getKey()),
                                new ObjectReference(each.getValue().kind()),
                                each.getValue().severity()))
                        .toList(),
                updates,
                order,
                Origin.PROBE);
    }

    private Update update(int order, Decision decision, Board board, Instant now) {
        var key = decision.what().key();
        return new Update(
                order,
                null,
                texts.text(key, decision, board, Texts.LANGUAGES.getFirst()),
                others().map(language -> new Translation(language, null, texts.text(key, decision, board, language)))
                        .toList(),
                now.toString());
    }

    private static Stream<String> others() {
        return Texts.LANGUAGES.stream().skip(1);
    }

    private String title(Case about, Board board, String language) {
        var title = texts.title(about, board, language);
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 3) + "...";
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** By place in the page's newest list: the second for what is seen, the last but one while it is watched, the last. */
    private static @Nullable PhaseReference phase(Case about, Board board) {
        return board.page()
                .newestPhases()
                .filter(list -> !list.phases().isEmpty())
                .map(list -> {
                    int last = list.phases().size() - 1;
                    int order = switch (about.stage()) {
                        case OPEN -> Math.min(1, last);
                        case MONITORING -> Math.max(0, last - 1);
                        case CLOSED -> last;
                    };
                    return new PhaseReference(list.generation(), order);
                })
                .orElse(null);
    }
}
