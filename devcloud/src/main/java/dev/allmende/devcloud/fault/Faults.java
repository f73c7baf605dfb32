package dev.allmende.devcloud.fault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The faults that are switched on. They can be added and taken away while the cloud runs, from any thread. */
public final class Faults {
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final Map<Fault, AtomicInteger> seen = new ConcurrentHashMap<>();

    public Faults(List<Fault> first) {
        faults.addAll(first);
    }

    public void add(Fault fault) {
        faults.add(fault);
    }

    public void remove(Fault fault) {
        faults.remove(fault);
        seen.remove(fault);
    }

    /** Those that stay go on counting; no request meets a moment without them. */
    public void replace(List<Fault> wanted) {
        wanted.stream().filter(fault -> !faults.contains(fault)).forEach(this::add);
        faults.stream().filter(fault -> !wanted.contains(fault)).forEach(this::remove);
    }

    public void clear() {
        faults.clear();
        seen.clear();
    }

    /** The faults that meet this request, after counting it. */
    public List<Fault> strike(String service, String method, String path) {
        return faults.stream()
                .filter(fault -> meets(fault.where(), service, method, path) && due(fault))
                .toList();
    }

    private boolean due(Fault fault) {
        return switch (fault) {
            case Fault.Latency _, Fault.Slow _ -> true;
            case Fault.Status status -> burst(fault, status.times(), status.every());
            case Fault.Cut cut -> burst(fault, cut.times(), cut.every());
            case Fault.Expire expire -> count(fault) == expire.after() + 1;
            case Fault.Dead dead -> count(fault) > dead.after();
            case Fault.Stuck _, Fault.Broken _, Fault.Quota _ -> false;
        };
    }

    private boolean burst(Fault fault, int times, int every) {
        int number = count(fault);
        return number % every == 0 && number / every <= times;
    }

    private int count(Fault fault) {
        return seen.computeIfAbsent(fault, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** Whether a thing of this service and name gets stuck or ends in error. */
    public Optional<Fault> fate(String service, String name) {
        return things(service, name)
                .filter(fault -> fault instanceof Fault.Stuck || fault instanceof Fault.Broken)
                .findFirst();
    }

    public boolean quotaUsedUp(String service, String name) {
        return things(service, name).anyMatch(Fault.Quota.class::isInstance);
    }

    private Stream<Fault> things(String service, String name) {
        return faults.stream()
                .filter(fault -> same(fault.where().service(), service))
                .filter(fault -> found(fault.where().name(), name));
    }

    private static boolean meets(Fault.Where where, String service, String method, String path) {
        return same(where.service(), service) && same(where.method(), method) && found(where.path(), path);
    }

    private static boolean same(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    private static boolean found(String pattern, String text) {
        return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find();
    }
}
