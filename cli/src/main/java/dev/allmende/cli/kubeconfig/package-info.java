/** The file in which kubectl and its kin find servers and users. */
@NullMarked
package dev.allmende.cli.kubeconfig;

import org.jspecify.annotations.NullMarked;
