package dev.allmende.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A status page and Debian's Chromium, in which nothing may be complained of. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StatusJourney {

    StatusStage stage;
    Chromium chromium;
    Visits visits;

    @BeforeAll
    final void start(@TempDir Path folder) throws Exception {
        stage = new StatusStage(folder);
        chromium = new Chromium();
        visits = new Visits(stage.url());
    }

    @AfterAll
    final void stop() {
        chromium.close();
        stage.close();
    }

    @BeforeEach
    final void forget() {
        visits.forget();
    }

    @AfterEach
    final void nothingWasComplainedOf() {
        assertThat(visits.complaints()).isEmpty();
    }
}
