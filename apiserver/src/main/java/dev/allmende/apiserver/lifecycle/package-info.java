/** What follows from deletions: dependents, the contents of namespaces, old events. */
@NullMarked
package dev.allmende.apiserver.lifecycle;

import org.jspecify.annotations.NullMarked;
