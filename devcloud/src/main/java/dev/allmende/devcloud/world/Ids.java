package dev.allmende.devcloud.world;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/** Makes ids that are the same in each run with the same seed: recorded answers stay equal. */
public final class Ids {
    private final long seed;
    private final Random random;

    public Ids(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** A fresh id with dashes. */
    public synchronized String uuid() {
        return new UUID(
                        (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L,
                        (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L)
                .toString();
    }

    /** A fresh id as Keystone writes it: 32 hexadecimal digits. */
    public String hex() {
        return uuid().replace("-", "");
    }

    /** The id of a thing that the scenario names: it does not depend on the order of things. */
    public String uuid(String kind, String name) {
        return UUID.nameUUIDFromBytes((seed + "/" + kind + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public String hex(String kind, String name) {
        return uuid(kind, name).replace("-", "");
    }
}
