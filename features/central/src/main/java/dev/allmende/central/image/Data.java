package dev.allmende.central.image;

import dev.allmende.api.image.ImageSource;
import dev.allmende.openstack.image.Image;
import dev.allmende.openstack.resource.State;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How far the data of an image is. Pure. */
final class Data {

    /** How long nothing is tried after the cloud could not fetch the data. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private Data() {}

    /**
     * Glance leaves an image {@code queued} whose data it could not fetch, and names where to in
     * {@code os_glance_failed_import} (glance/async_/flows/api_image_import.py, Zed).
     *
     * @param source null when the data is not ours to bring
     */
    static State state(Image image, @Nullable ImageSource source, Instant now) {
        if (source == null) {
            return image.state();
        }
        if (image.waitsForData()) {
            return failedLately(image, now)
                    ? new State.Broken(
                            image.status(), "the cloud could not fetch %s: tried again soon".formatted(source.url()))
                    : new State.Ready(image.status());
        }
        var wanted = source.checksum();
        boolean isOther = wanted != null && image.status().equals("active") && !wanted.equals(checksum(image));
        return isOther
                ? new State.Broken(
                        image.status(),
                        "its data is %s, wanted %s: delete the object, and make it anew with the right source"
                                .formatted(checksum(image), wanted))
                : image.state();
    }

    /** Such as {@code sha512:...}; empty before the data came. */
    static String checksum(Image image) {
        return image.hash().isEmpty() ? "" : image.text("os_hash_algo") + ":" + image.hash();
    }

    private static boolean failedLately(Image image, Instant now) {
        if (image.text("os_glance_failed_import").isEmpty()) {
            return false;
        }
        try {
            return now.isBefore(Instant.parse(image.text("updated_at")).plus(PAUSE));
        } catch (DateTimeParseException odd) {
            return false;
        }
    }
}
