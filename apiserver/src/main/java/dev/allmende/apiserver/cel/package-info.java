/**
 * Rules in the Common Expression Language ({@code x-kubernetes-validations}). The engine is dev.cel; nothing of it is loaded
 * before a schema with rules is there.
 */
@NullMarked
package dev.allmende.apiserver.cel;

import org.jspecify.annotations.NullMarked;
