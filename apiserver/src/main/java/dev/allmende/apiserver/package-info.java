/** An embeddable Kubernetes-style API server. Begin at {@link dev.allmende.apiserver.ApiServer}. */
@NullMarked
package dev.allmende.apiserver;

import org.jspecify.annotations.NullMarked;
