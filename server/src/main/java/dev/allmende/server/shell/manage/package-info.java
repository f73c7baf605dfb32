/** Incidents of a status page, written by people who are signed in: with their own rights, and their name beside it. */
@NullMarked
package dev.allmende.server.shell.manage;

import org.jspecify.annotations.NullMarked;
