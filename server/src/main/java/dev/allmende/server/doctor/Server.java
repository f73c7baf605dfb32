package dev.allmende.server.doctor;

import dev.allmende.server.place.Instance;
import dev.allmende.server.port.PortOwner;
import dev.allmende.server.running.Readiness;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;

/** The server that runs, or the port that it would have. */
final class Server implements Examination {

    @Override
    public String topic() {
        return "server";
    }

    @Override
    public List<Finding> of(Patient patient) throws IOException, InterruptedException {
        return List.of(
                switch (patient.state()) {
                    case Instance.Running(var info) -> running(patient, info);
                    case Instance.Starting _ ->
                        Finding.unknown(topic(), "is starting", "run doctor again in a few seconds");
                    case Instance.Stopped _ -> port(patient);
                });
    }

    private Finding running(Patient patient, Instance.Info info) throws InterruptedException {
        var readiness = Readiness.of(URI.create(info.url()), patient.folders().authority());
        var found = "process %d at %s".formatted(info.pid(), info.url());
        return readiness.ready()
                ? Finding.ok(topic(), found + " is ready: a write went through and a watch told of it")
                : Finding.fault(
                        topic(),
                        found + " is not ready: " + String.join("; ", readiness.details()),
                        "read its log; stop it with down and start it again");
    }

    private Finding port(Patient patient) throws IOException {
        var listen = patient.listen();
        try (var _ = new ServerSocket(listen.port(), 1, InetAddress.getByName(listen.host()))) {
            return Finding.ok(topic(), "does not run; " + listen + " is free");
        } catch (BindException e) {
            var owner = PortOwner.of(listen.port());
            return Finding.fault(
                    topic(),
                    "cannot listen on %s: %s"
                            .formatted(
                                    listen,
                                    owner.map(who -> who + " has the port").orElse(e.getMessage())),
                    "stop that one, or start with another --listen");
        }
    }
}
