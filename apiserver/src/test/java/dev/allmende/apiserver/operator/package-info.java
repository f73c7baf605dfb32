/** An operator that is written with the Java Operator SDK, as anybody writes one, on this server and on a real one. */
@NullMarked
package dev.allmende.apiserver.operator;

import org.jspecify.annotations.NullMarked;
