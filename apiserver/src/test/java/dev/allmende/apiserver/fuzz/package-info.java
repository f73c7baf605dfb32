/** Any requests at all over HTTP: an answer or a refusal, never a fault, never a hang. */
@NullMarked
package dev.allmende.apiserver.fuzz;

import org.jspecify.annotations.NullMarked;
