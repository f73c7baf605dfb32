/** Swift v1 and S3 over the same buckets. */
@NullMarked
package dev.allmende.devcloud.objectstore;

import org.jspecify.annotations.NullMarked;
