package dev.allmende.status.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Effect;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Part;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts news into words.
 *
 * @param address of the page, with a slash at its end
 * @param language wanted; texts that there are none of in it are in the page's own
 * @param shown components that the subscriber may know of
 */
public record Writer(Board board, String address, String language, Predicate<Part> shown) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH);

    public Message write(News news) {
        var texts = Texts.in(language);
        var happening = news.happening();
        var name = oneLine(happening.wording().name(language));
        var heading = name.isEmpty() ? texts.get("nameless") : name;
        var subject = texts.get(news.event().word(), pageName(), heading);
        return new Message(news.id(), news.thread(), subject, text(news, texts, heading), data(news, heading));
    }

    /** Asks the owner of an address. */
    public Message confirmation(String link) {
        var texts = Texts.in(language);
        return new Message(
                "confirm",
                "confirm",
                texts.get("confirm.subject", pageName()),
                texts.get("confirm.text", pageName(), link) + "\n",
                JsonNodeFactory.instance.objectNode());
    }

    private String pageName() {
        return oneLine(board.page().wording().name(language));
    }

    private String text(News news, Texts texts, String heading) {
        var happening = news.happening();
        List<String> blocks = new ArrayList<>();
        blocks.add(heading);
        blocks.add(body(news));
        List<String> facts = new ArrayList<>();
        var parts = parts(happening);
        if (!parts.isEmpty()) {
            facts.add(texts.get("components", String.join(", ", parts)));
        }
        facts.addAll(times(happening, texts));
        blocks.add(String.join("\n", facts));
        blocks.add(texts.get("more", address));
        return blocks.stream().filter(block -> !block.isBlank()).collect(Collectors.joining("\n\n")) + "\n";
    }

    /** The update's own words; else the newest one's when a first message tells how it stands; else what it is about. */
    private String body(News news) {
        var notes = news.happening().notes();
        var note = news.note().or(() -> notes.isEmpty() ? Optional.empty() : Optional.of(notes.getLast()));
        var own = note.map(each ->
                        join(each.wording().name(language), each.wording().text(language)))
                .orElse("");
        return news.note().isPresent() ? own : join(news.happening().wording().text(language), own);
    }

    private static String join(String first, String second) {
        return first.isBlank() || second.isBlank() ? first + second : first + "\n" + second;
    }

    private List<String> times(Happening happening, Texts texts) {
        List<String> times = new ArrayList<>();
        var plan = happening.plan();
        if (plan != null) {
            times.add(texts.get("window", time(plan.start()), time(plan.end())));
            if (!plan.reason().isEmpty()) {
                times.add(texts.get("reason", plan.reason()));
            }
            return times;
        }
        if (happening.began() != null) {
            times.add(texts.get("began", time(happening.began())));
        }
        if (happening.ended() != null) {
            times.add(texts.get("ended", time(happening.ended())));
        }
        return times;
    }

    private String time(Instant time) {
        var zone = board.page().zone();
        var there = TIME.format(time.atZone(zone));
        return zone.equals(ZoneOffset.UTC)
                ? there.replace(" Z", " UTC")
                : there + " (" + TIME.format(time.atZone(ZoneOffset.UTC)).replace(" Z", " UTC") + ")";
    }

    private List<String> parts(Happening happening) {
        return happening.effects().stream()
                .map(Effect::part)
                .distinct()
                .flatMap(part -> board.part(part).stream())
                .filter(shown)
                .map(part -> oneLine(part.wording().name(language)))
                .toList();
    }

    private ObjectNode data(News news, String heading) {
        var happening = news.happening();
        var data = JsonNodeFactory.instance.objectNode();
        data.put("type", news.event().word());
        data.put("id", news.id());
        data.put("page", address);
        var about = data.putObject("data");
        about.put("id", happening.id().toString());
        about.put("displayName", heading);
        about.put("description", happening.wording().text(language));
        about.put("severity", happening.severity());
        about.put("beganAt", text(happening.began()));
        about.put("endedAt", text(happening.ended()));
        var plan = happening.plan();
        if (plan != null) {
            about.put("state", plan.state().name().toLowerCase(Locale.ROOT));
            about.put("reason", plan.reason());
        }
        var parts = about.putArray("components");
        parts(happening).forEach(parts::add);
        news.note()
                .ifPresent(note -> about.putObject("update")
                        .put("order", note.order())
                        .put("displayName", note.wording().name(language))
                        .put("description", note.wording().text(language))
                        .put("createdAt", note.createdAt().toString()));
        return data;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : Objects.toString(time);
    }

    /** Names come from people: no line break of theirs gets into a header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
