@NullMarked
package dev.allmende.peer.s3;

import org.jspecify.annotations.NullMarked;
