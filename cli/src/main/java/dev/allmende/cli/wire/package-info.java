/** Plain calls over TLS: forms and JSON, whole answers, within limits. */
@NullMarked
package dev.allmende.cli.wire;

import org.jspecify.annotations.NullMarked;
