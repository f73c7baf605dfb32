/** {@code allmende devcloud}: run the OpenStack emulator by itself. */
@NullMarked
package dev.allmende.cli.devcloud;

import org.jspecify.annotations.NullMarked;
