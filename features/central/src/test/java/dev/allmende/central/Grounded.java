package dev.allmende.central;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that share one ground: on the embedded server with a made-up cloud, unless the suite says {@link OnKubernetes} or
 * {@link OnOpenStack}. Nothing may go wrong beside the objects.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(GroundResolver.class)
public abstract class Grounded {

    protected Ground ground;

    @BeforeAll
    final void raise(Ground given) {
        ground = given;
    }

    @AfterAll
    final void level() {
        assertThat(ground.close()).isEmpty();
    }
}
