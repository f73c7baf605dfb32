/** {@code allmende check}: judge a cloud against the SCS standards. */
@NullMarked
package dev.allmende.cli.check;

import org.jspecify.annotations.NullMarked;
