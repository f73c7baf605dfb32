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
import java.util.List;
import java.util.Map;

/** What one input may use while it is asked for. */
final class InputSession implements Session, AutoCloseable {

    private final Live live;
    private final Question question;

    InputSession(Live live, Question question) {
        this.live = live;
        this.question = question;
    }

    /** What all inputs of a run share. */
    record Live(
            Cloud cloud,
            RunId run,
            Clock clock,
            Pause pause,
            Recording recording,
            Ledger ledger,
            Progress progress,
            Snapshot.Header header,
            java.util.function.Supplier<Questions> questions) {}

    @Override
    public Cloud cloud() {
        return live.cloud();
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
        var service = live.cloud().service(type);
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
        var answer = live.recording().of(type, call, live.cloud().service(type).ask(call));
        question.note(answer);
        return answer;
    }

    @Override
    public Trace creating(ServiceType service, String kind, String name) {
        return live.ledger().creating(live.cloud(), service, kind, name);
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        live.pause().pause(time);
    }

    @Override
    public void progress(String line) {
        live.progress().said(question.input.name(), line);
    }

    void askingIsOver(boolean late) {
        if (late) {
            progress("stopped");
        }
    }

    @Override
    public void close() {}
}
