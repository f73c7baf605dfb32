package dev.allmende.peer.s3;

/** What is in a bucket, as far as the store tells it. */
public record Usage(long objects, long bytes) {}
