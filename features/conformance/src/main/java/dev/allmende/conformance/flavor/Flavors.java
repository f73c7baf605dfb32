package dev.allmende.conformance.flavor;

import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.ServiceType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The flavors that the credential may see, with their extra specs. */
public final class Flavors {

    public static final Input<List<Flavor>> FLAVORS =
            new Input<>("flavors", Input.Effect.READS, Flavors::ask, FlavorReader::read);

    private Flavors() {}

    /** The request for all flavors: {@code is_public=None} is Nova's word for public and private ones. */
    public static Call list() {
        return Call.get("/flavors/detail").with("is_public", "None");
    }

    /** The names in the answers to {@link #list}. */
    public static List<String> names(List<RecordedAnswer> pages) {
        return FlavorReader.read(pages).stream().map(Flavor::name).toList();
    }

    /** From microversion 2.61 the list has the extra specs; for older clouds each flavor is asked for its own. */
    private static List<RecordedAnswer> ask(Session session) throws InterruptedException {
        var pages = session.list(ServiceType.COMPUTE, list(), "flavors");
        var bare = FlavorReader.idsWithoutExtraSpecs(pages);
        if (bare.isEmpty()) {
            return pages;
        }
        session.progress("the compute API is older than 2.61: asking for the extra specs of " + bare.size()
                + " flavors one by one");
        var answers = new ArrayList<>(pages);
        answers.addAll(extraSpecs(session, bare));
        return answers;
    }

    private static List<RecordedAnswer> extraSpecs(Session session, List<String> ids) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Callable<RecordedAnswer>>();
            for (var id : ids) {
                asked.add(() -> extraSpecs(session, id));
            }
            var answers = new ArrayList<RecordedAnswer>();
            for (var future : threads.invokeAll(asked)) {
                answers.add(result(future));
            }
            return answers;
        }
    }

    // The reader finds the flavor's id in the request, so the request is written here and not left to the session.
    private static RecordedAnswer extraSpecs(Session session, String id) {
        var path = FlavorReader.extraSpecsPath(id);
        var answer = session.ask(ServiceType.COMPUTE, Call.get(path));
        return new RecordedAnswer("GET compute " + path, answer.status(), answer.headers(), answer.body());
    }

    private static RecordedAnswer result(Future<RecordedAnswer> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed);
        }
    }
}
