/** Whether the server works: shown at /livez and /readyz, by doing what clients do. */
@NullMarked
package dev.allmende.apiserver.health;

import org.jspecify.annotations.NullMarked;
