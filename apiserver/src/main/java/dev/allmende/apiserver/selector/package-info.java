/** Label and field selectors: which objects a list, a watch or a rule is about. */
@NullMarked
package dev.allmende.apiserver.selector;

import org.jspecify.annotations.NullMarked;
