@NullMarked
package dev.allmende.server.doctor;

import org.jspecify.annotations.NullMarked;
