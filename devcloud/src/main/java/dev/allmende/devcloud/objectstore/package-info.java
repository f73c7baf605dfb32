/** Swift v1 and the S3 answer to an unknown access key. */
@NullMarked
package dev.allmende.devcloud.objectstore;

import org.jspecify.annotations.NullMarked;
