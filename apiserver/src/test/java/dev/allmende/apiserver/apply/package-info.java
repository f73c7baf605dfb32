@NullMarked
package dev.allmende.apiserver.apply;

import org.jspecify.annotations.NullMarked;
