@NullMarked
package dev.allmende.status.alert;

import org.jspecify.annotations.NullMarked;
