package dev.allmende.server.doctor;

import dev.allmende.server.place.Folders;
import dev.allmende.server.place.Instance;
import dev.allmende.server.port.ListenOn;
import java.time.Instant;

/**
 * What is examined.
 *
 * @param listen where a server is to listen
 * @param now by this machine's clock
 */
record Patient(Folders folders, ListenOn listen, Instance.State state, Instant now) {}
