@NullMarked
package dev.allmende.apiserver.patch;

import org.jspecify.annotations.NullMarked;
