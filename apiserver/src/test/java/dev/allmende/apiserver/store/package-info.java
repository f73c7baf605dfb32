@NullMarked
package dev.allmende.apiserver.store;

import org.jspecify.annotations.NullMarked;
