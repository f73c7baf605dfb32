package dev.allmende.central.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.image.ImageSource;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.image.Image;
import dev.allmende.openstack.resource.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DataTest {

    private static final ImageSource SOURCE = new ImageSource("http://there/x", null);
    private static final Instant FAILED = Instant.parse("2026-11-26T04:00:00Z");

    private static Image queued(String failed) {
        return new Image(Json.object()
                .put("status", "queued")
                .put("os_glance_failed_import", failed)
                .put("updated_at", FAILED.toString()));
    }

    @Test
    void anImageWithoutDataIsReadyToGetIt() {
        assertThat(Data.state(queued(""), SOURCE, FAILED)).isInstanceOf(State.Ready.class);
    }

    @Test
    void afterAFailureThereIsAPauseBeforeTheNextTry() {
        assertThat(Data.state(queued("store"), SOURCE, FAILED.plusSeconds(59))).isInstanceOf(State.Broken.class);
        assertThat(Data.state(queued("store"), SOURCE, FAILED.plus(Data.PAUSE))).isInstanceOf(State.Ready.class);
    }

    @Test
    void dataThatSomebodyElseBringsIsWaitedFor() {
        assertThat(Data.state(queued(""), null, FAILED)).isInstanceOf(State.Busy.class);
    }
}
