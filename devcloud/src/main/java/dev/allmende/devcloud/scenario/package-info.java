/** Scenario files: what cloud is played, read from YAML with errors that name the place. */
@NullMarked
package dev.allmende.devcloud.scenario;

import org.jspecify.annotations.NullMarked;
