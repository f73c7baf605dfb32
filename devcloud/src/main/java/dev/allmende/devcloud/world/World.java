package dev.allmende.devcloud.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What all services share. */
public record World(Ids ids, Timeline timeline) {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public Instant now() {
        return timeline.now();
    }

    /** {@code 2026-11-24T03:13:56Z}, as Nova, Glance and Neutron write times. */
    public String seconds() {
        return seconds(now());
    }

    public static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 2026-11-24T03:13:56.000000}, as Cinder writes times. */
    public String micros() {
        return MICROS.format(now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** {@code 2026-11-24T03:13:56.000000Z}, as Keystone writes times. */
    public static String keystone(Instant instant) {
        return MICROS.format(instant) + "Z";
    }
}
