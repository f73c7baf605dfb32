/** What a client sent, understood: target, options, body; and what it is answered. */
@NullMarked
package dev.allmende.apiserver.request;

import org.jspecify.annotations.NullMarked;
