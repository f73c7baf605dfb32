/**
 * The kinds this server has by itself: what they are called, what they look like, and their rules, which a schema cannot
 * say. Rules that hold for the metadata of every object, custom resources too, are here as well.
 */
@NullMarked
package dev.allmende.apiserver.builtin;

import org.jspecify.annotations.NullMarked;
