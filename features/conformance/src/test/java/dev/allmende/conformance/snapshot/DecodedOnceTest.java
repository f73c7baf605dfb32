package dev.allmende.conformance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DecodedOnceTest {

    @Test
    void readsTheAnswersOfAnInputOnlyOnce() {
        var reads = new AtomicInteger();
        var input = new Input<>("some-input", Input.Effect.READS, session -> List.of(), answers -> {
            reads.incrementAndGet();
            return answers.getFirst().text();
        });
        var facts = new DecodedOnce(new Snapshot(
                new Snapshot.Header("u", "r", Instant.EPOCH, "t", "c", "a", "", true),
                Map.of("some-input", new Observation.Seen(List.of(RecordedAnswer.text("x", "hello")), Duration.ZERO))));
        assertThat(facts.of(input).<String>fold(seen -> seen, why -> "unknown")).isEqualTo("hello");
        assertThat(facts.of(input).<String>fold(seen -> seen, why -> "unknown")).isEqualTo("hello");
        assertThat(reads).hasValue(1);
    }

    @Test
    void saysWhyNothingIsKnown() {
        var input = new Input<>("other-input", Input.Effect.READS, session -> List.of(), List::size);
        var facts = new DecodedOnce(
                new Snapshot(new Snapshot.Header("u", "r", Instant.EPOCH, "t", "c", "a", "", true), Map.of()));
        assertThat(facts.of(input).<String>fold(String::valueOf, why -> why)).contains("no 'other-input'");
    }
}
