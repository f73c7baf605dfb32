package dev.allmende.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.conformance.run.ActingStep.Ending;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Does something in a cloud step by step and records how each step ended; the first that fails ends it. Made anew for
 * each asking, used by one thread.
 */
public final class Acting {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Session session;
    private final List<ActingStep> steps = new ArrayList<>();

    public Acting(Session session) {
        this.session = session;
    }

    /** What is done. */
    @FunctionalInterface
    public interface Script {
        void play(Acting acting) throws InterruptedException;
    }

    /**
     * Plays the script as far as it goes.
     *
     * @param name of the record, for example {@code volume-backup steps}
     * @return the steps, for {@link ActingStep#read}
     */
    public static RecordedAnswer play(Session session, String name, Script script) throws InterruptedException {
        var acting = new Acting(session);
        try {
            script.play(acting);
        } catch (StepFailed known) {
            session.progress(String.valueOf(known.getMessage()));
        }
        return ActingStep.write(name, acting.steps);
    }

    /**
     * Creates a resource that is removed when the asking ends.
     *
     * @param step what is done, for people: {@code create a volume}
     * @param kind as {@link Session#creating} takes it
     * @return the resource in the answer, under {@code single} if that is not empty
     */
    public JsonNode create(
            String step, ServiceType service, String kind, String name, Call call, String single, String idField)
            throws InterruptedException {
        var trace = session.creating(service, kind, name);
        var answer = sent(step, service, call);
        // After a 5xx it may exist all the same; then the clean-up finds it by its name.
        if (answer.status() >= 400 && answer.status() < 500) {
            trace.removed();
        }
        var resource = accepted(step, answer).path(single);
        trace.created(resource.path(idField).asText());
        return resource;
    }

    /** Sends a call that must succeed. */
    public JsonNode send(String step, ServiceType service, Call call) {
        return accepted(step, sent(step, service, call));
    }

    /**
     * Waits until a resource has a status.
     *
     * @param path of the resource
     * @param single key of the resource in the answer
     * @param wanted status, in any case
     */
    public JsonNode await(String step, ServiceType service, String path, String single, String wanted, Duration limit)
            throws InterruptedException {
        var began = session.clock().instant();
        var waited = Duration.ZERO;
        var next = SHORTEST_PAUSE;
        while (true) {
            var resource = accepted(step, sent(step, service, Call.get(path))).path(single);
            var status = resource.path("status").asText();
            var took = Duration.between(began, session.clock().instant());
            if (status.equalsIgnoreCase(wanted)) {
                steps.add(new ActingStep(step, Ending.OK, "", took));
                return resource;
            }
            if (status.toLowerCase(Locale.ROOT).startsWith("error")) {
                throw failed(new ActingStep(step, Ending.BROKEN, "status " + status + faultOf(resource), took));
            }
            if (waited.compareTo(limit) >= 0) {
                throw failed(new ActingStep(
                        step, Ending.STUCK, "still " + status + " after " + limit.toSeconds() + " s", took));
            }
            session.pause(next);
            waited = waited.plus(next);
            next = next.plus(SHORTEST_PAUSE).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next.plus(SHORTEST_PAUSE);
        }
    }

    /** A part of a script, with a result. */
    @FunctionalInterface
    public interface Part<T> {
        T play() throws InterruptedException;
    }

    /** Plays a part that may fail without ending the script; empty when it failed. */
    public <T> Optional<T> attempt(Part<T> part) throws InterruptedException {
        try {
            return Optional.of(part.play());
        } catch (StepFailed known) {
            session.progress(known.getMessage() + "; trying another way");
            return Optional.empty();
        }
    }

    /** Ends the script for a reason of its own. */
    public RuntimeException failed(ActingStep step) {
        steps.add(step);
        return new StepFailed(step.what() + ": " + step.why());
    }

    private RecordedAnswer sent(String step, ServiceType service, Call call) {
        session.progress(step);
        try {
            return session.ask(service, call);
        } catch (OpenStackException lost) {
            var ending = switch (lost.kind()) {
                case MISSING_SERVICE -> Ending.MISSING;
                default -> Ending.LOST;
            };
            throw failed(new ActingStep(step, ending, String.valueOf(lost.getMessage()), Duration.ZERO));
        }
    }

    private JsonNode accepted(String step, RecordedAnswer answer) {
        if (answer.status() >= 400) {
            throw failed(new ActingStep(step, endingOf(answer), said(answer), Duration.ZERO));
        }
        return Json.tree(answer.body()).orElseGet(Json::object);
    }

    private static Ending endingOf(RecordedAnswer answer) {
        var text = answer.text().toLowerCase(Locale.ROOT);
        return switch (answer.status()) {
            case 413 -> Ending.QUOTA;
            case 403, 409 -> text.contains("quota") ? Ending.QUOTA : Ending.REFUSED;
            case 429, 502, 503, 504 -> Ending.LOST;
            default -> Ending.REFUSED;
        };
    }

    private static String said(RecordedAnswer answer) {
        var message = Json.tree(answer.body())
                .map(tree -> tree.findPath("message").asText())
                .filter(text -> !text.isEmpty())
                .orElse(answer.text());
        var line = message.replaceAll("\\s+", " ").strip();
        return "HTTP " + answer.status()
                + (line.isEmpty() ? "" : ": " + line.substring(0, Math.min(200, line.length())));
    }

    /** Nova and Cinder say in different fields why something went wrong. */
    private static String faultOf(JsonNode resource) {
        var reason = resource.path("fail_reason").asText("");
        var fault = reason.isEmpty() ? resource.path("fault").path("message").asText("") : reason;
        return fault.isEmpty() ? "" : ": " + fault.replaceAll("\\s+", " ");
    }

    /** Already among the steps. */
    private static final class StepFailed extends RuntimeException {
        private StepFailed(String message) {
            super(message);
        }
    }
}
