package dev.allmende.conformance.testcase;

import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import java.util.List;

/**
 * One test case.
 *
 * @param id stable for ever; upstream's id where upstream has one, else starting with {@code allmende-}
 * @param title one line
 * @param standard for example {@code scs-0100-v3}
 * @param clause URL of the text it checks
 * @param profile whether it counts for a certificate
 * @param inputs what it needs to know
 * @param judge pure: no I/O, no clock, no randomness
 */
public record TestCase(
        String id, String title, String standard, String clause, Profile profile, List<Input<?>> inputs, Judge judge) {

    public TestCase {
        if (!id.matches("[a-z0-9]+([-_.][A-Za-z0-9_]+)+")) {
            throw new IllegalArgumentException("id of a test case looks wrong: '" + id + "'");
        }
        inputs = List.copyOf(inputs);
    }

    /** Where a test case comes from. */
    public enum Profile {
        /** Upstream's test case, part of a certificate where a scope version includes it. */
        CERTIFICATE,
        /** Ours: what upstream leaves to hand or leaves out. Never counts for a certificate. */
        BEYOND
    }

    /** Judges facts. */
    @FunctionalInterface
    public interface Judge {
        Judgement judge(Facts facts, Rules rules);
    }

    /** Whether finding out changes the cloud. */
    public boolean changesCloud() {
        return inputs.stream().anyMatch(input -> input.effect() == Input.Effect.CHANGES);
    }
}
