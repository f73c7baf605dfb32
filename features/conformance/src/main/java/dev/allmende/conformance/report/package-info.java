/** A run's outcome for people and machines: table, YAML, JUnit, HTML, SARIF, JSON. */
@NullMarked
package dev.allmende.conformance.report;

import org.jspecify.annotations.NullMarked;
