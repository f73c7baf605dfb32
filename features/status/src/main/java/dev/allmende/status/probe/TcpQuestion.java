package dev.allmende.status.probe;

import dev.allmende.api.status.ProbeTargets;
import java.io.IOException;
import java.util.Optional;

/** Opens a connection and closes it. */
record TcpQuestion(ProbeTargets.Tcp target) implements Question {

    @Override
    public Optional<String> ask(Watch watch) throws IOException {
        Wire.open(target.host(), target.port(), watch).close();
        return Optional.empty();
    }
}
