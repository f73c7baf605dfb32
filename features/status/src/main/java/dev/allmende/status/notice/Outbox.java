package dev.allmende.status.notice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the news a subscriber is still to be told. Pure. */
public final class Outbox {

    private Outbox() {}

    /**
     * A message that is due.
     *
     * @param settled identifiers of news that count as told with it, its own among them
     */
    public record Due(News news, List<String> settled) {}

    /**
     * In order. Who was told nothing of something yet is told how it stands, in one message; who was, all that came since.
     *
     * @param news that concern the subscriber
     */
    public static List<Due> due(List<News> news, List<String> told) {
        var known = new HashSet<>(told);
        var threads = told.stream().map(Outbox::threadOf).collect(Collectors.toSet());
        Map<String, List<News>> untold = new LinkedHashMap<>();
        news.stream()
                .filter(each -> !known.contains(each.id()))
                .forEach(each -> untold.computeIfAbsent(each.thread(), none -> new ArrayList<>())
                        .add(each));
        List<Due> due = new ArrayList<>();
        untold.forEach((thread, each) -> due.addAll(
                threads.contains(thread) ? all(each) : headline(each).stream().toList()));
        return due;
    }

    private static List<Due> all(List<News> news) {
        return news.stream().map(each -> new Due(each, List.of(each.id()))).toList();
    }

    private static Optional<Due> headline(List<News> news) {
        var settled = news.stream().map(News::id).toList();
        return news.stream()
                .filter(each -> each.event().isHeadline())
                .reduce((first, second) -> second)
                .map(each -> new Due(each, settled));
    }

    /**
     * What is still to be remembered of what was told: all of what is recent; not that something is resolved when it is no
     * longer.
     *
     * @param recent all news of the board
     * @param marks words that are no news, and stay
     */
    public static List<String> keep(List<String> told, List<News> recent, Set<String> marks) {
        Set<String> threads = recent.stream()
                .flatMap(each -> Stream.of(each.thread(), threadOf(each.id())))
                .collect(Collectors.toSet());
        Set<String> ids = recent.stream().map(News::id).collect(Collectors.toSet());
        return told.stream()
                .filter(id -> marks.contains(id)
                        || ids.contains(id)
                        || (threads.contains(threadOf(id)) && !id.endsWith("." + Newsroom.RESOLVED)))
                .toList();
    }

    /** Both, each once. */
    public static List<String> with(List<String> told, List<String> more) {
        var all = new LinkedHashSet<>(told);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static String threadOf(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
