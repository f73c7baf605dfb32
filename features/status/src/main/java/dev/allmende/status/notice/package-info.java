/**
 * Messages: what is news at a time, in which words, and how it goes out by e-mail, webhook or Matrix. DESIGN.md beside this
 * says why no message comes twice.
 */
@NullMarked
package dev.allmende.status.notice;

import org.jspecify.annotations.NullMarked;
