package dev.allmende.conformance.entropy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.conformance.entropy.VmChoice.Candidate;
import dev.allmende.conformance.flavor.Flavors;
import dev.allmende.conformance.image.Images;
import dev.allmende.conformance.run.Acting;
import dev.allmende.conformance.run.ActingStep;
import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Boots one server, lets it say on its console how it stands with its randomness, and removes it again.
 *
 * <p>It gets a network and a router of its own, for the metadata service only: the router has no way out, the server no
 * address that anyone could reach.
 */
public final class VmConsole {

    /** What the one test server of a run wrote. */
    public static final Input<ConsoleFacts> CONSOLE =
            new Input<>("vm-console", Input.Effect.CHANGES, VmConsole::ask, VmConsole::read);

    /** As upstream grants it for a server to come up. */
    private static final Duration BOOT_LIMIT = Duration.ofSeconds(500);

    /** As upstream grants it for the console, 300 looks of a second each. */
    private static final Duration CONSOLE_LIMIT = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final int CANDIDATES = 3;

    private VmConsole() {}

    private static List<RecordedAnswer> ask(Session session) throws InterruptedException {
        var candidates = VmChoice.candidates(known(session, Images.IMAGES), known(session, Flavors.FLAVORS));
        if (candidates.isEmpty()) {
            throw new UnreadableAnswer("no test server can be booted: there is no active public image, or no flavor"
                    + " with as much RAM as it needs");
        }
        var answers = new ArrayList<RecordedAnswer>();
        answers.add(Acting.play(session, "vm-console steps", acting -> {
            var network = network(acting, session);
            var server = boot(acting, session, candidates, network);
            answers.add(RecordedAnswer.text("vm-console", console(acting, session, server)));
        }));
        return answers;
    }

    private static <T> T known(Session session, Input<T> input) throws InterruptedException {
        return switch (session.facts(input)) {
            case Known.Seen<T> seen -> seen.value();
            case Known.Unknown<T> unknown ->
                throw new OpenStackException(
                        OpenStackException.Kind.GARBLED,
                        "no test server without " + input.name() + ": " + unknown.why());
        };
    }

    private static String network(Acting acting, Session session) throws InterruptedException {
        var network = made(acting, session, "network", Json.object());
        var subnet =
                Json.object().put("network_id", network).put("ip_version", 4).put("cidr", "10.255.117.0/24");
        var subnetId = made(acting, session, "subnet", subnet);
        var router = made(acting, session, "router", Json.object());
        acting.send(
                "connect the router",
                ServiceType.NETWORK,
                Call.put(
                        "/routers/" + router + "/add_router_interface",
                        Json.bytes(Json.object().put("subnet_id", subnetId))));
        return network;
    }

    private static String made(Acting acting, Session session, String kind, ObjectNode resource)
            throws InterruptedException {
        return made(acting, session, ServiceType.NETWORK, kind, kind, resource);
    }

    private static String made(
            Acting acting, Session session, ServiceType service, String kind, String what, ObjectNode resource)
            throws InterruptedException {
        var name = session.nameOf(what);
        var body = Json.object();
        body.set(kind, resource.put("name", name));
        var call = Call.post("/" + kind + "s", Json.bytes(body));
        return acting.create("create a " + kind, service, kind, name, call, kind, "id")
                .path("id")
                .asText();
    }

    /** Tries the next flavor when the cloud has no room for one, or will not boot it. */
    private static String boot(Acting acting, Session session, List<Candidate> candidates, String network)
            throws InterruptedException {
        int last = Math.min(CANDIDATES, candidates.size()) - 1;
        for (int i = 0; i < last; i++) {
            var candidate = candidates.get(i);
            var suffix = "-" + i;
            var server = acting.attempt(() -> boot(acting, session, candidate, suffix, network));
            if (server.isPresent()) {
                return server.get();
            }
        }
        return boot(acting, session, candidates.get(last), "-" + last, network);
    }

    private static String boot(Acting acting, Session session, Candidate candidate, String suffix, String network)
            throws InterruptedException {
        var body = Json.object()
                .put("flavorRef", candidate.flavor().id())
                .put(
                        "user_data",
                        Base64.getEncoder().encodeToString(VmScript.USER_DATA.getBytes(StandardCharsets.UTF_8)));
        body.putArray("networks").addObject().put("uuid", network);
        body.putObject("metadata").put("allmende-run", session.runId());
        if (candidate.volume() == 0) {
            body.put("imageRef", candidate.image().id());
        } else {
            body.putArray("block_device_mapping_v2")
                    .addObject()
                    .put("boot_index", 0)
                    .put("uuid", bootVolume(acting, session, candidate, suffix))
                    .put("source_type", "volume")
                    .put("destination_type", "volume")
                    .put("delete_on_termination", false);
        }
        var server = made(acting, session, ServiceType.COMPUTE, "server", "server" + suffix, body);
        acting.await("wait for the server", ServiceType.COMPUTE, "/servers/" + server, "server", "ACTIVE", BOOT_LIMIT);
        return server;
    }

    private static String bootVolume(Acting acting, Session session, Candidate candidate, String suffix)
            throws InterruptedException {
        var volume = made(
                acting,
                session,
                ServiceType.BLOCK_STORAGE,
                "volume",
                "boot-volume" + suffix,
                Json.object()
                        .put("size", candidate.volume())
                        .put("imageRef", candidate.image().id()));
        acting.await(
                "wait for the boot volume",
                ServiceType.BLOCK_STORAGE,
                "/volumes/" + volume,
                "volume",
                "available",
                BOOT_LIMIT);
        return volume;
    }

    private static String console(Acting acting, Session session, String server) throws InterruptedException {
        var call = Call.post(
                "/servers/" + server + "/action", "{\"os-getConsoleOutput\":{}}".getBytes(StandardCharsets.UTF_8));
        for (var waited = Duration.ZERO; ; waited = waited.plus(LOOK)) {
            var console = acting.send("read the console", ServiceType.COMPUTE, call)
                    .path("output")
                    .asText();
            if (ConsoleFacts.isComplete(console)) {
                return VmScript.digest(console);
            }
            if (waited.compareTo(CONSOLE_LIMIT) >= 0) {
                var why = "nothing from our user data after " + CONSOLE_LIMIT.toSeconds()
                        + " s: does the image run user data (cloud-init), and is the metadata service reachable?";
                throw acting.failed(new ActingStep("read the console", ActingStep.Ending.STUCK, why, waited));
            }
            session.pause(LOOK);
        }
    }

    private static ConsoleFacts read(List<RecordedAnswer> answers) {
        if (answers.size() < 2) {
            var steps = ActingStep.read(answers.getLast());
            throw new UnreadableAnswer(
                    steps.isEmpty()
                            ? "no test server was booted"
                            : "no test server: " + steps.getLast().what() + ": "
                                    + steps.getLast().why());
        }
        return ConsoleFacts.parse(answers.getFirst().text());
    }
}
