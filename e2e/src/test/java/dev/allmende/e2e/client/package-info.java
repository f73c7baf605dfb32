/** The programs that people have: kubectl and helm, from testbed/kubernetes-clients. */
@NullMarked
package dev.allmende.e2e.client;

import org.jspecify.annotations.NullMarked;
