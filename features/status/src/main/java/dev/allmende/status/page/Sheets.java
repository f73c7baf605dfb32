package dev.allmende.status.page;

import dev.allmende.status.availability.Day;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Ids;
import dev.allmende.status.board.Part;
import dev.allmende.status.page.Reading.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What each page is made of: a template and the values that it shows. */
final class Sheets {

    private static final Duration PLANNED = Duration.ofDays(30);
    private static final Duration PAST = Duration.ofDays(14);

    /** As many as somebody reads on one page; the table has all. */
    private static final int PAST_SHOWN = 20;

    /** A page. */
    record Sheet(String template, String place, String title, Map<String, ?> data) {}

    /** Components under one heading. */
    record Group(String name, List<History> parts) {}

    /** Windows of one month. */
    record Month(String name, List<Story> stories) {}

    /** A day of all components. */
    record Row(String date, List<Reading.State> states) {}

    private Sheets() {}

    /** Empty when there is no such page. */
    static Optional<Sheet> of(String rest, Reading reading) {
        return switch (rest) {
            case "" -> Optional.of(overview(reading));
            case "table" -> Optional.of(table(reading));
            case "maintenance" -> Optional.of(maintenance(reading));
            case "embed" -> Optional.of(embed(reading));
            case "imprint" -> imprint(reading);
            default ->
                Ids.read(rest, "incident/", "")
                        .flatMap(reading.board()::happening)
                        .map(each -> incident(reading, each))
                        .or(() -> Ids.read(rest, "component/", "")
                                .flatMap(reading.board()::part)
                                .map(each -> component(reading, each)));
        };
    }

    private static Sheet overview(Reading reading) {
        var board = reading.board();
        var now = reading.now();
        var ongoing = board.happenings().stream()
                .filter(each -> each.isActiveAt(now))
                .sorted(Comparator.comparingInt(Happening::severity).reversed());
        return new Sheet(
                "overview.html",
                "",
                reading.name(board.page().wording()),
                Map.of(
                        "banner",
                        banner(reading),
                        "text",
                        Paragraph.of(board.page().wording().text(reading.language())),
                        "ongoing",
                        ongoing.map(reading::story).toList(),
                        "planned",
                        planned(board, now).map(reading::story).toList(),
                        "past",
                        past(board, now).map(reading::story).toList(),
                        "groups",
                        groups(reading),
                        "days",
                        board.page().historyDays()));
    }

    /** For the frame of another page. */
    private static Sheet embed(Reading reading) {
        return new Sheet(
                "embed.html",
                "embed",
                reading.name(reading.board().page().wording()),
                Map.of("banner", banner(reading)));
    }

    private static Reading.State banner(Reading reading) {
        var worst = reading.worst();
        return new Reading.State(worst.code(), worst.sign(), reading.texts().of("banner." + worst.code()));
    }

    private static Stream<Happening> planned(Board board, Instant now) {
        return board.happenings().stream()
                .filter(Happening::isMaintenance)
                .filter(each -> each.began() != null && each.began().isAfter(now))
                .filter(each -> !isCalledOff(each))
                .filter(each -> !Objects.requireNonNull(each.began()).isAfter(now.plus(PLANNED)))
                .sorted(byBegin());
    }

    private static Comparator<Happening> byBegin() {
        return Comparator.comparing(each -> Objects.requireNonNullElse(each.began(), Instant.MIN));
    }

    private static boolean isCalledOff(Happening happening) {
        var plan = happening.plan();
        return plan != null && plan.state().isOver();
    }

    private static Stream<Happening> past(Board board, Instant now) {
        return board.happenings().stream()
                .filter(each -> each.ended() != null && !each.ended().isAfter(now))
                .filter(each -> !Objects.requireNonNull(each.ended()).isBefore(now.minus(PAST)))
                .limit(PAST_SHOWN);
    }

    private static List<Day> days(Reading reading) {
        var page = reading.board().page();
        return Day.last(page.historyDays(), page.zone(), reading.now());
    }

    private static List<Group> groups(Reading reading) {
        var days = days(reading);
        Map<String, List<History>> groups = new LinkedHashMap<>();
        for (var part : reading.board().parts()) {
            groups.computeIfAbsent(part.group(), none -> new ArrayList<>()).add(History.of(reading, part, days, false));
        }
        return groups.entrySet().stream()
                .map(each -> new Group(each.getKey(), each.getValue()))
                .toList();
    }

    private static Sheet table(Reading reading) {
        var days = days(reading);
        var parts = reading.board().parts().stream()
                .map(part -> History.of(reading, part, days, false))
                .toList();
        var rows = new ArrayList<Row>();
        for (int i = days.size() - 1; i >= 0; i--) {
            int day = i;
            rows.add(new Row(
                    Moment.day(days.get(i).date(), reading.language()),
                    parts.stream().map(part -> part.cells().get(day).state()).toList()));
        }
        return new Sheet(
                "table.html", "table", reading.texts().of("table"), Map.of("parts", parts, "rows", List.copyOf(rows)));
    }

    private static Sheet maintenance(Reading reading) {
        Map<String, List<Story>> months = new LinkedHashMap<>();
        reading.board().happenings().stream()
                .filter(Happening::isMaintenance)
                .filter(each -> each.began() != null)
                .filter(each -> each.ended() == null
                        || each.ended().isAfter(reading.now().minus(PLANNED)))
                .sorted(byBegin())
                .forEach(each -> months.computeIfAbsent(
                                Moment.month(reading.date(Objects.requireNonNull(each.began())), reading.language()),
                                none -> new ArrayList<>())
                        .add(reading.story(each)));
        var shown = months.entrySet().stream()
                .map(each -> new Month(each.getKey(), each.getValue()))
                .toList();
        return new Sheet("maintenance.html", "maintenance", reading.texts().of("calendar"), Map.of("months", shown));
    }

    private static Sheet incident(Reading reading, Happening happening) {
        var story = reading.story(happening);
        return new Sheet("incident.html", "incident", story.title(), Map.of("story", story));
    }

    private static Sheet component(Reading reading, Part part) {
        var history = History.of(reading, part, days(reading), true);
        var needs = part.dependsOn().stream()
                .flatMap(id -> reading.board().part(id).stream())
                .map(each -> new Reading.Mention(each.id().toString(), reading.name(each), reading.state(each)))
                .toList();
        return new Sheet(
                "component.html",
                "component",
                history.name(),
                Map.of("part", history, "cells", history.cells().reversed(), "needs", needs));
    }

    private static Optional<Sheet> imprint(Reading reading) {
        var imprint = reading.board().page().imprint();
        return imprint.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "imprint.html",
                        "imprint",
                        reading.texts().of("imprint"),
                        Map.of("text", Paragraph.of(imprint))));
    }
}
