package dev.allmende.status.lifecycle;

import dev.allmende.openstack.volume.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A volume of 1 GiB that becomes available.
 *
 * @param type empty for the cloud's own choice
 */
public record VolumeCycle(Optional<String> type) implements Cycle {

    private static final Duration AVAILABLE = Duration.ofMinutes(1);

    @Override
    public void live(Life life, Place place) throws InterruptedException {
        var small = new Volume.Wish().size(1);
        var volume = life.make(place.volume(), type.map(small::type).orElse(small));
        life.ready("available", AVAILABLE, place.volume(), volume);
    }

    @Override
    public List<Sort<?>> sorts(Place place) {
        return List.of(place.volume());
    }
}
