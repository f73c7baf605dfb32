/** Metadata of servers: which keys are portable between SCS clouds (standards issue 580). */
@NullMarked
package dev.allmende.conformance.instance;

import org.jspecify.annotations.NullMarked;
