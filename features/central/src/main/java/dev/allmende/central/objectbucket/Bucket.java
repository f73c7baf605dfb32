package dev.allmende.central.objectbucket;

import dev.allmende.peer.s3.Usage;
import java.util.Optional;

/**
 * A bucket as the store shows it.
 *
 * @param owner the mark on it
 */
record Bucket(String name, Optional<String> owner, Optional<Usage> usage) {}
