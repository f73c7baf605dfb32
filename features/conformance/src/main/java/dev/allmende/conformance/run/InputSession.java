package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.Snapshot;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.ServiceType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What one input may use while it is asked for. */
final class InputSession implements Session, AutoCloseable {

    private final Live live;
    private final Question question;
    private final Cloud cloud;
    private final Map<Integer, Cloud> noted;

    InputSession(Live live, Question question) {
        this(live, question, live.cloud(), new ConcurrentHashMap<>());
    }

    private InputSession(Live live, Question question, Cloud cloud, Map<Integer, Cloud> noted) {
        this.live = live;
        this.question = question;
        this.cloud = cloud;
        this.noted = noted;
    }

    /** What all inputs of a run share. */
    record Live(
            Cloud cloud,
            Optional<Admin> admin,
            RunId run,
            Clock clock,
            Pause pause,
            Recording recording,
            Ledger ledger,
            Duration patience,
            Progress progress,
            Snapshot.Header header,
            Map<Integer, Sweep.Leftover> leftovers,
            java.util.function.Supplier<Questions> questions) {}

    @Override
    public Cloud cloud() {
        return cloud;
    }

    @Override
    public Session through(Cloud other) {
        return new InputSession(live, question, other, noted);
    }

    @Override
    public Optional<Admin> admin() {
        return live.admin();
    }

    @Override
    public String runId() {
        return live.run().id();
    }

    @Override
    public Clock clock() {
        return live.clock();
    }

    @Override
    public <T> Facts.Known<T> facts(Input<T> input) throws InterruptedException {
        var observation = live.questions().get().await(input, question);
        return new Snapshot(live.header(), Map.of(input.name(), observation)).of(input);
    }

    @Override
    public List<RecordedAnswer> list(ServiceType type, Call first, String collection) {
        var service = cloud.service(type);
        var pages = service.pages(first, collection);
        var recorded = new ArrayList<RecordedAnswer>(pages.size());
        for (var page : pages) {
            var answer = recorded.isEmpty()
                    ? live.recording().of(type, first, page)
                    : live.recording().page(type, service.baseUrl(), page);
            question.note(answer);
            recorded.add(answer);
        }
        return recorded;
    }

    @Override
    public RecordedAnswer ask(ServiceType type, Call call) {
        var answer = live.recording().of(type, call, cloud.service(type).ask(call));
        question.note(answer);
        return answer;
    }

    @Override
    public Trace creating(ServiceType service, String kind, String name) {
        if (!name.startsWith("allmende-" + runId() + "-")) {
            throw new IllegalArgumentException("name of a resource must carry the run's mark, was '" + name + "'");
        }
        if (Kind.of(kind).service() != service) {
            throw new IllegalArgumentException("a " + kind + " is no resource of " + service.type());
        }
        int number = live.ledger().creating(cloud.name(), Kind.of(kind), name);
        noted.put(number, cloud);
        return new Trace() {
            @Override
            public void created(String id) {
                live.ledger().created(number, id);
            }

            @Override
            public void removed() {
                live.ledger().removed(number);
            }
        };
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        live.pause().pause(time);
    }

    @Override
    public void progress(String line) {
        live.progress().said(question.input.name(), line);
    }

    /** Removes what this input created; limits and Ctrl-C that stopped the asking do not stop this. */
    @Override
    public void close() {
        boolean stopped = Thread.interrupted();
        var left = live.ledger().left(noted.keySet());
        if (stopped && !left.isEmpty()) {
            progress("stopped, cleaning up");
        }
        try {
            for (var login : new LinkedHashSet<>(noted.values())) {
                sweep(
                        login,
                        left.stream()
                                .filter(resource -> login.equals(noted.get(resource.number())))
                                .toList());
            }
        } catch (InterruptedException again) {
            progress("clean-up cut off");
        }
    }

    private void sweep(Cloud login, List<Noted> left) throws InterruptedException {
        new Sweep(login, live.pause(), live.patience(), this::progress)
                .remove(left, live.ledger()::removed)
                .forEach(leftover -> live.leftovers().put(leftover.resource().number(), leftover));
    }
}
