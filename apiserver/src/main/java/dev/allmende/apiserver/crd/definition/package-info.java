/** What a CustomResourceDefinition must be, and what it makes of it: the kinds it serves. */
@NullMarked
package dev.allmende.apiserver.crd.definition;

import org.jspecify.annotations.NullMarked;
