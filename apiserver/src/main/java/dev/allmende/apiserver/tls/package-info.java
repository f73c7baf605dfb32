/** Keys, certificates and the kubeconfig that tells clients of them. */
@NullMarked
package dev.allmende.apiserver.tls;

import org.jspecify.annotations.NullMarked;
