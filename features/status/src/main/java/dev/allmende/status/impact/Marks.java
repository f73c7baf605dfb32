package dev.allmende.status.impact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.IncidentSpec;
import dev.allmende.status.board.Ids;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What stands in the annotations and labels of an incident that a probe has made. */
final class Marks {

    /** Its case, as {@link CaseText}. */
    static final String CASE = "status.allmende.dev/case";

    /** Fingerprint of the spec as it was written: another one, and a person has taken the incident over. */
    static final String WRITTEN = "status.allmende.dev/written";

    /** Why things were done, a line each, for those who run the cloud. */
    static final String NOTE = "status.allmende.dev/note";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES = 100;
    private static final int LONGEST_LINE = 1000;

    private Marks() {}

    /** Whether somebody else has changed what is told. */
    static boolean isTaken(Incident incident) {
        var written = annotations(incident).get(WRITTEN);
        return written == null || !written.equals(fingerprint(incident.getSpec()));
    }

    static Optional<Case> read(Incident incident) {
        return Optional.ofNullable(annotations(incident).get(CASE)).flatMap(CaseText::read);
    }

    static Map<String, String> annotations(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
    }

    static String fingerprint(IncidentSpec spec) {
        try {
            return HexFormat.of().formatHex(Ids.digest(JSON.writeValueAsBytes(spec)));
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    /** The note with one more line; the oldest ones go. */
    static String noted(String note, String line) {
        var plain = line.replaceAll("\\s+", " ");
        var text = plain.length() <= LONGEST_LINE ? plain : plain.substring(0, LONGEST_LINE) + "...";
        List<String> lines =
                (note.isEmpty() ? text : note + "\n" + text).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
