package dev.allmende.conformance.run;

import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.TestCase;

/** A test case judged both ways. */
public record Outcome(TestCase testCase, Judgement upstream, Judgement strict) {

    public Judgement by(Mode mode) {
        return switch (mode) {
            case UPSTREAM -> upstream;
            case STRICT -> strict;
        };
    }

    /** Whether the text of the standard and upstream's suite come to different verdicts. */
    public boolean differs() {
        return upstream.verdict() != strict.verdict();
    }
}
