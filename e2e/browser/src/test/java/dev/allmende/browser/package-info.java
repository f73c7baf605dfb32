@NullMarked
package dev.allmende.browser;

import org.jspecify.annotations.NullMarked;
