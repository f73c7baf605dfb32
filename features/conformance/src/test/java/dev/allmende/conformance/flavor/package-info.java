@NullMarked
package dev.allmende.conformance.flavor;

import org.jspecify.annotations.NullMarked;
