/**
 * A client for S3 (Amazon's protocol, as Ceph's gateway and Swift speak it): buckets, and small objects in them.
 *
 * <p>Requests are signed by {@link dev.allmende.peer.s3.Signer} and not by the AWS SDK: they are some dozen calls without any
 * streaming, and the SDK would bring its own trust, retries, checksums that Ceph refuses, and more class loading than the
 * rooms that use this together. What streams large things may well choose otherwise.
 */
@NullMarked
package dev.allmende.peer.s3;

import org.jspecify.annotations.NullMarked;
