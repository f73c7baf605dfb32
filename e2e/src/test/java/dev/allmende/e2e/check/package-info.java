/** {@code allmende check} as a process: ended in every way, against a cloud that misbehaves. */
@NullMarked
package dev.allmende.e2e.check;

import org.jspecify.annotations.NullMarked;
