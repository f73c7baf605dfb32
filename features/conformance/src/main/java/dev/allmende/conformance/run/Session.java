package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.ServiceType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an {@link Input.Asker} may use while a run is under way. Thread-safe. */
public interface Session {

    Cloud cloud();

    /** Short, unique, safe in names: {@code allmende-<id>-...}. */
    String runId();

    Clock clock();

    /** The facts of another input of this run, asked for once and waited for. */
    <T> Facts.Known<T> facts(Input<T> input) throws InterruptedException;

    /** GET that follows all pages of a list and records them. */
    List<RecordedAnswer> list(ServiceType service, Call first, String collection);

    /** Sends one call and records the answer whatever its status, secrets removed. */
    RecordedAnswer ask(ServiceType service, Call call);

    /**
     * Notes that a resource is about to be created, before the request goes out, so that it is found again whatever
     * happens; gives back the handle to note its id and its removal. What is still there when the input's asking ends
     * is removed then.
     *
     * @param kind the resource in the singular, for example {@code volume} or {@code floating-ip}
     * @param name made by {@link #nameOf}; of a floating IP its description
     */
    Trace creating(ServiceType service, String kind, String name);

    /** This session through another login: what it asks, records and creates happens there. */
    default Session through(Cloud other) {
        throw new UnsupportedOperationException("this session has one login only");
    }

    /** The login that may make domains and users; empty when the user gave none. */
    default Optional<Admin> admin() {
        return Optional.empty();
    }

    /** Name for a resource of this run, by which it is known as its own. */
    default String nameOf(String what) {
        return "allmende-" + runId() + "-" + what;
    }

    /** Waits on the run's clock; woken by Ctrl-C. */
    void pause(Duration time) throws InterruptedException;

    /** Says one line of progress. */
    void progress(String line);

    /** A resource of the run. */
    interface Trace {
        /** The cloud gave it this id. */
        void created(String id);

        /** It is gone. */
        void removed();
    }
}
