/** JSONPath as Kubernetes writes it, for printer columns and selectable fields. */
@NullMarked
package dev.allmende.apiserver.jsonpath;

import org.jspecify.annotations.NullMarked;
