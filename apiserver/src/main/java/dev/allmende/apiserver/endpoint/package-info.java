/** The way of a request: who asks, may they, is there room, what is it about, how is it answered. */
@NullMarked
package dev.allmende.apiserver.endpoint;

import org.jspecify.annotations.NullMarked;
