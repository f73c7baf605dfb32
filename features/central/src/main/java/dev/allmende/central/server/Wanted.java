package dev.allmende.central.server;

import dev.allmende.api.compute.Server;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a spec says of a server's parts. Pure. */
final class Wanted {

    private Wanted() {}

    static <E> List<E> list(@Nullable List<E> said) {
        return said == null ? List.of() : said;
    }

    /** Empty when the parts are to stay as they are: nothing is said, and the server was there before its object. */
    static <E> Optional<List<E>> parts(Server server, @Nullable List<E> said) {
        return said == null && server.getSpec().imported() != null ? Optional.empty() : Optional.of(list(said));
    }
}
