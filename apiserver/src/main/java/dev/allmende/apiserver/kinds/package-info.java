/** The rules of kinds as the registry asks for them: built-in ones, custom ones, and the definitions themselves. */
@NullMarked
package dev.allmende.apiserver.kinds;

import org.jspecify.annotations.NullMarked;
