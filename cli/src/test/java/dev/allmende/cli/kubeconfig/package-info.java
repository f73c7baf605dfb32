@NullMarked
package dev.allmende.cli.kubeconfig;

import org.jspecify.annotations.NullMarked;
