package dev.allmende.bench.central;

import dev.allmende.devcloud.http.Witness;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is asked of the cloud, and remembers when each thing was first asked for. */
final class Calls implements Witness {

    private final Map<String, AtomicInteger> lists = new ConcurrentHashMap<>();
    private final Map<String, Long> writes = new ConcurrentHashMap<>();
    private final Map<String, Long> answers = new ConcurrentHashMap<>();
    private final AtomicLong all = new AtomicLong();

    void reset() {
        lists.clear();
        writes.clear();
        answers.clear();
        all.set(0);
    }

    @Override
    public void asked(Heard heard) {
        all.incrementAndGet();
        if (heard.isWrite()) {
            writes.putIfAbsent(heard.method() + " " + heard.path(), System.nanoTime());
        } else if (!heard.service().equals("identity")) {
            lists.computeIfAbsent(heard.project() + " " + heard.path(), key -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    @Override
    public void answered(Heard heard, int status) {
        if (heard.isWrite()) {
            answers.putIfAbsent(heard.method() + " " + heard.path(), System.nanoTime());
        }
    }

    long all() {
        return all.get();
    }

    /** The most reads of one path that one project saw. */
    int mostReads() {
        return lists.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
    }

    /** Paths with the number of their reads, over all projects. */
    Map<String, Integer> paths() {
        var paths = new TreeMap<String, Integer>();
        lists.forEach((key, count) -> paths.merge(key.substring(key.indexOf(' ') + 1), count.get(), Integer::sum));
        return paths;
    }

    /** How many different paths were read, counted for each project. */
    int reads() {
        return lists.size();
    }

    /** When a change was first asked for; 0 when it was not yet. */
    long asked(String change) {
        return writes.getOrDefault(change, 0L);
    }

    /** When a change was first answered, for paths that end so; 0 when it was not yet. */
    long answered(String method, String end) {
        return answers.entrySet().stream()
                .filter(each ->
                        each.getKey().startsWith(method + " ") && each.getKey().endsWith(end))
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(0);
    }
}
