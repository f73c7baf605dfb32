package dev.allmende.status.probe;

import dev.allmende.api.status.ProbeTargets;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Looks a name up: with the machine's resolver, or at a server. */
record DnsQuestion(ProbeTargets.Dns target, RandomGenerator random) implements Question {

    private static final int PORT = 53;
    private static final int LARGEST = 4096;
    private static final int IDS = 1 << 16;

    @Override
    public Optional<String> ask(Watch watch) throws Trouble, IOException {
        var server = target.server();
        var addresses = server == null ? atTheMachines() : at(server);
        watch.passed("resolve");
        if (addresses.isEmpty()) {
            throw new Trouble(Failing.DNS, "the name has no address");
        }
        var wanted = target.expect();
        if (wanted != null && !addresses.contains(wanted)) {
            throw new Trouble(Failing.BODY, "the answer was %s".formatted(addresses));
        }
        return Optional.empty();
    }

    private List<String> atTheMachines() throws IOException {
        return Arrays.stream(InetAddress.getAllByName(target.name()))
                .map(InetAddress::getHostAddress)
                .toList();
    }

    private List<String> at(String server) throws Trouble, IOException {
        var parts = server.split(":", 2);
        int port = parts.length > 1 ? Integer.parseInt(parts[1]) : PORT;
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(parts[0]), port));
            var found = new ArrayList<>(addresses(socket, DnsPacket.A));
            found.addAll(addresses(socket, DnsPacket.AAAA));
            return found;
        }
    }

    private List<String> addresses(DatagramSocket socket, int type) throws Trouble, IOException {
        int id = random.nextInt(IDS);
        var question = DnsPacket.question(id, target.name(), type);
        socket.send(new DatagramPacket(question, question.length));
        var answer = new DatagramPacket(new byte[LARGEST], LARGEST);
        socket.receive(answer);
        return DnsPacket.addresses(Arrays.copyOf(answer.getData(), answer.getLength()), id, type);
    }
}
