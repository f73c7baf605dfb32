/** Clients for buckets by Swift's own API, and for Keystone's EC2 credentials, which open S3. */
@NullMarked
package dev.allmende.central.bucket;

import org.jspecify.annotations.NullMarked;
