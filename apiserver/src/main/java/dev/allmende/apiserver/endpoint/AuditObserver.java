package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.audit.AuditEvent;
import dev.allmende.apiserver.audit.AuditEvent.ObjectReference;
import dev.allmende.apiserver.audit.AuditEvent.ResponseStatus;
import dev.allmende.apiserver.audit.AuditLog;
import dev.allmende.apiserver.audit.AuditPolicy.Recording;
import dev.allmende.apiserver.audit.Level;
import dev.allmende.apiserver.audit.Stage;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authz.Authorizer.Decision;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.metrics.Metrics;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import dev.allmende.apiserver.request.Target;
import dev.allmende.apiserver.request.Target.OfResource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down and counts every request. */
final class AuditObserver implements Observer {

    private static final System.Logger LOG = System.getLogger(AuditObserver.class.getName());
    static final String REQUESTS = "apiserver_request_total";
    static final String DURATION = "apiserver_request_duration_seconds";
    static final String WATCHERS = "apiserver_longrunning_requests";

    private final Optional<AuditLog> log;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final LongAdder streams = new LongAdder();

    AuditObserver(Optional<AuditLog> log, Metrics metrics, InstantSource clock, Supplier<UUID> ids) {
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
        this.ids = ids;
        metrics.describe(REQUESTS, "counter", "Requests answered, by verb, resource and code.")
                .describe(DURATION, "histogram", "Time from a request's arrival to its answer, watches left out.")
                .describe(WATCHERS, "gauge", "Watches open now.")
                .gauge(WATCHERS, "", streams::sum);
    }

    @Override
    public Observation begin(ApiRequest request, Target target) {
        var given = request.headers().text("Audit-ID");
        var id = given.isEmpty() || given.length() > 64 ? ids.get().toString() : given;
        return new Seen(request, target, id, clock.instant(), System.nanoTime());
    }

    /** One request. For one thread at a time. */
    private final class Seen implements Observation {
        private final ApiRequest request;
        private final Target target;
        private final String id;
        private final Instant received;
        private final long began;
        private User user = User.ANONYMOUS;
        private Optional<User> impersonated = Optional.empty();
        private final Map<String, String> annotations = new HashMap<>(4);
        private @Nullable Recording recording;

        Seen(ApiRequest request, Target target, String id, Instant received, long began) {
            this.request = request;
            this.target = target;
            this.id = id;
            this.received = received;
            this.began = began;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public void by(User asker) {
            user = asker;
            if (recording().writes(Stage.REQUEST_RECEIVED)) {
                write(Stage.REQUEST_RECEIVED, Optional.empty(), Optional.empty());
            }
        }

        @Override
        public void as(User other) {
            impersonated = Optional.of(other);
        }

        @Override
        public void decided(Decision decision) {
            annotations.put(AuditEvent.DECISION, decision.allowed() ? "allow" : "forbid");
            annotations.put(AuditEvent.REASON, decision.reason());
        }

        @Override
        public void failed(Throwable problem) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "request " + id + " failed: " + request.method() + " " + request.path(),
                    problem);
            if (recording().writes(Stage.PANIC)) {
                write(Stage.PANIC, Optional.of(ResponseStatus.of(500)), Optional.empty());
            }
        }

        @Override
        public Answer answered(Answer answer) {
            Map<String, String> headers = new LinkedHashMap<>(answer.headers());
            headers.put("Audit-Id", id);
            headers.putIfAbsent("Cache-Control", "no-cache, private");
            return switch (answer) {
                case Answer.Whole whole -> {
                    finished(whole);
                    yield new Answer.Whole(whole.code(), whole.contentType(), whole.body(), headers, whole.warnings());
                }
                case Answer.Streamed streamed ->
                    new Answer.Streamed(
                            streamed.code(), streamed.contentType(), watched(streamed), headers, streamed.warnings());
            };
        }

        private void finished(Answer.Whole whole) {
            count(whole.code());
            metrics.observe(DURATION, Metrics.label("verb", target.verb()), (System.nanoTime() - began) / 1e9);
            if (recording().writes(Stage.RESPONSE_COMPLETE)) {
                write(Stage.RESPONSE_COMPLETE, Optional.of(status(whole)), Optional.of(whole.body()));
            }
        }

        private Answer.Source watched(Answer.Streamed streamed) {
            return sink -> {
                if (recording().writes(Stage.RESPONSE_STARTED)) {
                    write(Stage.RESPONSE_STARTED, Optional.of(ResponseStatus.of(streamed.code())), Optional.empty());
                }
                streams.increment();
                try {
                    streamed.source().writeTo(sink);
                } finally {
                    streams.decrement();
                    count(streamed.code());
                    if (recording().writes(Stage.RESPONSE_COMPLETE)) {
                        write(
                                Stage.RESPONSE_COMPLETE,
                                Optional.of(ResponseStatus.of(streamed.code())),
                                Optional.empty());
                    }
                }
            };
        }

        private void count(int code) {
            var resource = target instanceof OfResource of ? of.resource() : "";
            metrics.counter(
                            REQUESTS,
                            Metrics.label("code", Integer.toString(code)) + ","
                                    + Metrics.label("resource", resource.length() > 63 ? "" : resource) + ","
                                    + Metrics.label("verb", target.verb()))
                    .increment();
        }

        private Recording recording() {
            if (recording == null) {
                recording = log.map(to -> to.policy().judge(Front.attributes(user, target)))
                        .orElse(Recording.NOTHING);
            }
            return recording;
        }

        private void write(Stage stage, Optional<ResponseStatus> status, Optional<byte[]> response) {
            var wanted = recording().level();
            var body = request.body().length == 0 || !wanted.atLeast(Level.REQUEST)
                    ? Optional.<byte[]>empty()
                    : Optional.of(request.body());
            log.ifPresent(to -> to.write(new AuditEvent(
                    wanted,
                    id,
                    stage,
                    request.uri(),
                    target.verb(),
                    user,
                    impersonated,
                    List.of(request.remote()),
                    request.headers().text("User-Agent"),
                    object(),
                    status,
                    body,
                    wanted.atLeast(Level.REQUEST_RESPONSE) ? response : Optional.empty(),
                    received,
                    clock.instant(),
                    annotations)));
        }

        private Optional<ObjectReference> object() {
            return target instanceof OfResource of
                    ? Optional.of(new ObjectReference(
                            of.group(),
                            of.version(),
                            of.resource(),
                            of.subresource(),
                            of.namespace(),
                            of.name(),
                            "",
                            ""))
                    : Optional.empty();
        }
    }

    private static ResponseStatus status(Answer.Whole whole) {
        if (whole.code() < 400 || !whole.contentType().equals(Answer.JSON)) {
            return ResponseStatus.of(whole.code());
        }
        var status = Json.readObject(whole.body());
        return new ResponseStatus(
                whole.code(),
                status.path("status").asText(""),
                status.path("reason").asText(""),
                status.path("message").asText(""));
    }
}
