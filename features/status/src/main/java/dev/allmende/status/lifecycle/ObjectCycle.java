package dev.allmende.status.lifecycle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A container in the object store and an object of some 32 KiB in it, which is read back, listed and deleted. */
public record ObjectCycle() implements Cycle {

    /** Lists of an object store may be behind it. */
    private static final Duration LISTED = Duration.ofMinutes(1);

    private static final String OBJECT = "object";
    private static final int LINES = 1000;

    @Override
    public void live(Life life, Place place) throws InterruptedException {
        var sort = place.container();
        var name = life.run().name();
        var container = life.makeBy(sort, () -> sort.create(name));
        // each run writes something else, so that no old answer looks right
        var body = (name + "\n").repeat(LINES).getBytes(StandardCharsets.US_ASCII);
        life.step("object", () -> {
            sort.put(container, OBJECT, body);
            return container;
        });
        life.step("read", () -> compared(body, sort.read(container, OBJECT)));
        life.await(
                "listed",
                LISTED,
                () -> Optional.of(container).filter(each -> sort.objects(each).contains(OBJECT)));
        life.step("delete-object", () -> {
            sort.delete(container, OBJECT);
            return container;
        });
    }

    private static byte[] compared(byte[] written, byte[] read) {
        if (!Arrays.equals(written, read)) {
            throw new Setback(
                    Setback.Why.WRONG,
                    "the object was read otherwise than it was written: %d bytes, and not %d or not the same ones"
                            .formatted(read.length, written.length));
        }
        return read;
    }

    @Override
    public List<Sort<?>> sorts(Place place) {
        return List.of(place.container());
    }
}
