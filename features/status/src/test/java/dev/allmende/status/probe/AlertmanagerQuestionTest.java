package dev.allmende.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.SecretReference;
import dev.allmende.api.status.ProbeTargets;
import dev.allmende.status.alert.Alert;
import dev.allmende.status.alert.Alerts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertmanagerQuestionTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final Alerts alerts = new Alerts();

    private static Alert alert(String name, boolean isFiring) {
        return new Alert(name, isFiring, Map.of("alertname", name));
    }

    private void ask(@Nullable String watchdog, Duration later) throws Trouble {
        var target = new ProbeTargets.Alertmanager(new SecretReference("token"), Map.of(), watchdog, null);
        var now = NOON.plus(later);
        new AlertmanagerQuestion(target, "probe", alerts, () -> now).ask(new Watch(System::nanoTime));
    }

    private static Failing failing(Throwable trouble) {
        return ((Trouble) trouble).failing();
    }

    @Test
    void nothingThatFiresIsGood() throws Exception {
        ask(null, Duration.ZERO);
        alerts.hear("probe", List.of(alert("Full", true), alert("Full", false)), NOON);
        ask(null, Duration.ZERO);
    }

    @Test
    void whatFiresIsNamedWithItsFirstTime() {
        alerts.hear("probe", List.of(alert("Full", true)), NOON);
        alerts.hear("probe", List.of(alert("Full", true)), NOON.plusSeconds(60));
        assertThatThrownBy(() -> ask(null, Duration.ofMinutes(2)))
                .hasMessage("firing: Full since 2026-11-26T12:00:00Z")
                .satisfies(trouble -> assertThat(failing(trouble)).isEqualTo(Failing.UNHEALTHY));
    }

    @Test
    void nothingIsKnownOfWhatFiredAndWasNotHeardOfSince() throws Exception {
        alerts.hear("probe", List.of(alert("Full", true)), NOON);
        assertThatThrownBy(() -> ask(null, Duration.ofMinutes(16)))
                .hasMessageContaining("Full fired and was not heard of for 15 minutes")
                .satisfies(trouble -> assertThat(failing(trouble)).isEqualTo(Failing.OURS));
        ask(null, Duration.ofDays(2));
    }

    @Test
    void withoutWordOfTheAlertThatAlwaysFiresNothingIsKnown() throws Exception {
        assertThatThrownBy(() -> ask("Watchdog", Duration.ZERO))
                .satisfies(trouble -> assertThat(failing(trouble)).isEqualTo(Failing.OURS));
        alerts.hear("probe", List.of(alert("Watchdog", true)), NOON);
        ask("Watchdog", Duration.ofMinutes(15));
        assertThatThrownBy(() -> ask("Watchdog", Duration.ofMinutes(16)))
                .hasMessageStartingWith("Watchdog, which always fires, was not heard of");
    }
}
