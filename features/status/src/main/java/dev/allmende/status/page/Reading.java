package dev.allmende.status.page;

import dev.allmende.api.status.StatusPageSpec.Severity;
import dev.allmende.status.availability.Tally;
import dev.allmende.status.availability.Weights;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Effect;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Note;
import dev.allmende.status.board.Part;
import dev.allmende.status.board.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A board as somebody reads it: at a time, in a language. */
public record Reading(Board board, Instant now, String language, Texts texts) {

    /** A state in sign, colour and word. */
    public record State(String code, String sign, String word) {}

    /** A component that is named. */
    public record Mention(String id, String name, State state) {}

    /** An update. */
    public record Line(String title, List<Paragraph> text, Moment time) {}

    /**
     * What happened.
     *
     * @param end empty text: it lasts
     * @param ticket address; empty for none
     */
    public record Story(
            String id,
            String title,
            List<Paragraph> text,
            State state,
            String phase,
            Moment begin,
            Moment end,
            List<Mention> parts,
            List<Line> lines,
            String reason,
            String ticket) {}

    private static final Moment NEVER = new Moment("", "");

    Weights weights() {
        return new Weights(board.page().severities());
    }

    public String name(Part part) {
        var name = part.wording().name(language);
        return name.isEmpty() ? part.name() : name;
    }

    String name(Wording wording) {
        return wording.name(language);
    }

    LocalDate today() {
        return date(now);
    }

    LocalDate date(Instant time) {
        return time.atZone(board.page().zone()).toLocalDate();
    }

    /** @param severity the word for which says more than that of the level */
    State state(Level level, int severity) {
        var word = switch (level) {
            case GOOD -> severity == 0 ? texts.of("good") : range(severity);
            case MAINTENANCE -> texts.of("maintenance");
            case UNKNOWN -> texts.of("unknown");
            case LIMITED, BAD -> range(severity);
        };
        return new State(level.code(), level.sign(), word);
    }

    private String range(int severity) {
        return board.page()
                .severities()
                .of(severity)
                .map(Severity::displayName)
                .map(texts::word)
                .orElseGet(() -> texts.of("unknown"));
    }

    /** Each sign once, with its word. */
    List<State> legend() {
        var ranges = board.page().severities().ranges().stream()
                .map(range -> state(Level.of(range.value(), weights()), range.value()));
        var others = Stream.of(Level.MAINTENANCE, Level.UNKNOWN).map(level -> state(level, 0));
        return Stream.concat(ranges, others).toList();
    }

    /** The worst of all components now. */
    public Level worst() {
        return board.parts().stream().map(part -> level(part.id())).reduce(Level.GOOD, Level::orWorse);
    }

    /** How a component fares now. */
    Level level(UUID part) {
        return board.severity(part, now)
                .map(severity -> Level.of(severity, weights()))
                .orElse(Level.GOOD);
    }

    public State state(Part part) {
        return state(level(part.id()), board.severity(part.id(), now).orElse(0));
    }

    State state(Tally tally) {
        return state(Level.of(tally, weights()), tally.worst());
    }

    /** Such as 99.98 %: rounded down, so that only what was never lost is 100. */
    String percent(OptionalDouble share) {
        if (share.isEmpty()) {
            return texts.of("none");
        }
        // What is lost is known to the nanosecond: the rest beyond nine digits is the arithmetic's.
        var percent = BigDecimal.valueOf(share.getAsDouble() * 100)
                .setScale(9, RoundingMode.HALF_UP)
                .setScale(2, RoundingMode.DOWN);
        return (language.equals("de") ? percent.toString().replace('.', ',') : percent.toString()) + "\u00A0%";
    }

    Story story(Happening happening) {
        int severity = happening.severity();
        var plan = happening.plan();
        return new Story(
                happening.id().toString(),
                happening.wording().name(language).isEmpty()
                        ? happening.name()
                        : happening.wording().name(language),
                Paragraph.of(happening.wording().text(language)),
                state(happening.isMaintenance() ? Level.MAINTENANCE : Level.of(severity, weights()), severity),
                phase(happening),
                moment(happening.began()),
                moment(happening.ended()),
                happening.effects().stream().flatMap(this::mention).toList(),
                happening.notes().stream()
                        .sorted(Comparator.comparing(Note::createdAt)
                                .thenComparingInt(Note::order)
                                .reversed())
                        .map(this::line)
                        .toList(),
                plan == null ? "" : plan.reason(),
                plan == null || !plan.ticket().startsWith("https://") ? "" : plan.ticket());
    }

    private String phase(Happening happening) {
        var plan = happening.plan();
        if (plan != null) {
            return texts.of("plan." + plan.state().name());
        }
        var phase = happening.phase();
        return phase == null ? "" : texts.word(board.page().name(phase).orElse(""));
    }

    private Stream<Mention> mention(Effect effect) {
        return board.part(effect.part()).stream()
                .map(part -> new Mention(
                        part.id().toString(),
                        name(part),
                        state(Level.of(effect.severity(), weights()), effect.severity())));
    }

    private Line line(Note note) {
        return new Line(
                note.wording().name(language),
                Paragraph.of(note.wording().text(language)),
                note.createdAt().equals(Instant.EPOCH) ? NEVER : Moment.of(note.createdAt(), language));
    }

    private Moment moment(@Nullable Instant time) {
        return time == null ? NEVER : Moment.of(time, language);
    }
}
