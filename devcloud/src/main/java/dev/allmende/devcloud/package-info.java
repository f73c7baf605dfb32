/** An OpenStack emulator on one port: for demos and tests, seeded from a scenario file, with faults on demand. */
@NullMarked
package dev.allmende.devcloud;

import org.jspecify.annotations.NullMarked;
