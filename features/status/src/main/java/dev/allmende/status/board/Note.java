package dev.allmende.status.board;

import java.time.Instant;

/** An update of a happening. */
public record Note(int order, Wording wording, Instant createdAt) {}
