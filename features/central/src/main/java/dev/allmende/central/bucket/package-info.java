/**
 * Clients for buckets and their keys: S3 (Amazon's protocol, as Ceph's gateway and Swift speak it), Swift's own API, and
 * Keystone's EC2 credentials.
 *
 * <p>S3 requests are signed by {@link dev.allmende.central.bucket.Signer} and not by the AWS SDK: a bucket's life needs a
 * dozen calls without any streaming, and the SDK would bring its own trust, retries, checksums that Ceph refuses, and more
 * class loading than the rest of the room together. The archive, which streams evidence, may well choose otherwise.
 */
@NullMarked
package dev.allmende.central.bucket;

import org.jspecify.annotations.NullMarked;
