@NullMarked
package dev.allmende.devcloud.scenario;

import org.jspecify.annotations.NullMarked;
