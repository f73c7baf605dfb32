package dev.allmende.devcloud.scenario;

import dev.allmende.devcloud.fault.Fault;
import java.time.Duration;

/** Reads one fault: {@code where} and exactly one key that says what happens. */
final class FaultReader {
    private FaultReader() {}

    static Fault fault(Place place) {
        Place.Keys keys = place.keys();
        Fault.Where where = new Fault.Where(
                keys.text("service", ""), keys.text("method", ""), keys.text("path", ""), keys.text("name", ""));
        Fault fault = switch (keys.need("kind", p -> p.oneOf(Fault.Kind.class))) {
            case LATENCY -> new Fault.Latency(where, keys.need("time", Place::duration));
            case STATUS ->
                new Fault.Status(
                        where,
                        keys.need("status", Place::number),
                        keys.number("times", Integer.MAX_VALUE),
                        keys.number("every", 1),
                        keys.get("retryAfter", Place::number));
            case CUT -> new Fault.Cut(where, keys.number("times", Integer.MAX_VALUE), keys.number("every", 1));
            case EXPIRE -> new Fault.Expire(where, keys.need("after", Place::number));
            case SLOW -> new Fault.Slow(where, keys.duration("time", Duration.ofSeconds(1)));
            case DEAD -> new Fault.Dead(where, keys.need("after", Place::number));
            case STUCK -> new Fault.Stuck(where);
            case ERROR -> new Fault.Broken(where);
            case QUOTA -> new Fault.Quota(where);
        };
        keys.done();
        return fault;
    }
}
