/** The functions that Kubernetes adds to CEL (k8s.io/apiserver, pkg/cel/library). */
@NullMarked
package dev.allmende.apiserver.cel.library;

import org.jspecify.annotations.NullMarked;
