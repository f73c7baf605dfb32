/** Names and served kinds: group, version, kind, key, and the catalog of what the server serves. */
@NullMarked
package dev.allmende.apiserver.resource;

import org.jspecify.annotations.NullMarked;
