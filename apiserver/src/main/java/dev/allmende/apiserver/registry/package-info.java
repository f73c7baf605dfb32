/** The verbs on resources: create, read, update, patch, apply, delete, list, watch. The same for all kinds. */
@NullMarked
package dev.allmende.apiserver.registry;

import org.jspecify.annotations.NullMarked;
