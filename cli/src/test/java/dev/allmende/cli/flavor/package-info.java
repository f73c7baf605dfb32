@NullMarked
package dev.allmende.cli.flavor;

import org.jspecify.annotations.NullMarked;
