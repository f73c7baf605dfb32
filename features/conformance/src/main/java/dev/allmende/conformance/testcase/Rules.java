package dev.allmende.conformance.testcase;

import java.time.Instant;

/**
 * By which rules facts are judged.
 *
 * @param now the moment at which the facts were seen, not the moment of judging
 */
public record Rules(Mode mode, Instant now) {}
