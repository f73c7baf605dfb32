package dev.allmende.central.objectbucket;

import dev.allmende.central.bucket.Usage;
import java.util.Optional;

/**
 * A bucket as the store shows it.
 *
 * @param owner the mark on it
 */
record Bucket(String name, Optional<String> owner, Optional<Usage> usage) {}
