/** What all kinds have in common: conditions, reasons, references. */
@NullMarked
package dev.allmende.api;

import org.jspecify.annotations.NullMarked;
